/** What we heard: a page for the people who serve customers at a touchpoint, about a closed quarter. */

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

/** How a form names a quote: the reflection and the field, parted by what stands in no id. */
export function quoteKey({ reflectionId, field }: Pick<Quote, 'reflectionId' | 'field'>): string {
  return `${reflectionId}.${field}`
}

export function readQuote(key: string, part: HeardPart): Quote | undefined {
  const [, reflectionId, field] = /^([\w-]{1,60})\.(well_done|story|phrase)$/.exec(key) ?? []

  // The pattern lets no other field through.
  return reflectionId && field ? { reflectionId, field: field as HeardField, part } : undefined
}
