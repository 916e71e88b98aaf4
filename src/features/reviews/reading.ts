import { type MonthNames, monthsInWords } from '../months/month_words.ts'
import type { Material } from './material.ts'

/** Everything a section is made of. */
export interface Reading extends Material {
  name: (month: string) => MonthNames
  /** "July to September 2026" */
  span: string
}

/** "July to September 2026" for some months of a reading, "November 2025 to January 2026" where they lie in two years. */
export function monthsWords(months: readonly string[], { name }: Pick<Reading, 'name'>): string {
  const last = months.at(-1) ?? ''
  const inItsYear = (month: string) => month !== last && month.slice(0, 4) === last.slice(0, 4)

  return monthsInWords(months, (month) => (inItsYear(month) ? name(month).long : name(month).full))
}
