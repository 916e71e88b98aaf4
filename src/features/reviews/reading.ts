import { type MonthNames, monthsOfYears } from '../months/month_words.ts'
import type { Material } from './material.ts'

/** Everything a section is made of. */
export interface Reading extends Material {
  name: (month: string) => MonthNames
  /** "July to September 2026" */
  span: string
}

/** "July to September 2026" for some months of a reading. */
export function monthsWords(months: readonly string[], { name }: Pick<Reading, 'name'>): string {
  return monthsOfYears(months, name)
}
