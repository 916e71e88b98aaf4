/** What we heard: a page for the people who serve customers at a touchpoint, about a closed quarter. */
import { addMonths, type Month } from '../../lib/periods.ts'

export type HeardField = 'well_done' | 'story' | 'phrase'
export type HeardPart = 'praise' | 'hard'

export interface Quote {
  reflectionId: string
  field: HeardField
  part: HeardPart
}

export const LONGEST_OPENING = 1000
export const LONGEST_REPLY = 1000

/** More would not fit on the sheet that is hung up. */
export const MOST_QUOTES = 4
export const MOST_CHANGES = 5
/** Of a lead’s own words, the texts, and what will change. */
export const MOST_CHARACTERS = 2400

/** The measures staff can do something with, by key. */
export const HEARD_MEASURES = ['valued', 'addressed', 'escalation', 'promise_kept', 'right_warm'] as const

/** The months of "2026-Q3"; `startMonth` is the first month of the fiscal year, which is named after the year it ends in. */
export function monthsOfQuarter(name: string, startMonth: number): Month[] {
  const [, year = '', quarter = ''] = /^(\d{4})-Q([1-4])$/.exec(name) ?? []
  if (year === '') throw new RangeError(`${name} is no quarter`)
  const begins = startMonth === 1 ? Number(year) : Number(year) - 1
  const first = addMonths(`${begins}-${String(startMonth).padStart(2, '0')}`, (Number(quarter) - 1) * 3)

  return [0, 1, 2].map((n) => addMonths(first, n))
}

/** How a form names a quote: the reflection and the field, parted by what stands in no id. */
export function quoteKey({ reflectionId, field }: Pick<Quote, 'reflectionId' | 'field'>): string {
  return `${reflectionId}.${field}`
}

export function readQuote(key: string, part: HeardPart): Quote | undefined {
  const [, reflectionId, field] = /^([\w-]{1,60})\.(well_done|story|phrase)$/.exec(key) ?? []

  // The pattern lets no other field through.
  return reflectionId && field ? { reflectionId, field: field as HeardField, part } : undefined
}
