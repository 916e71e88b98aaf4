/** What a review is written from: published cells and chosen words, as plain values. Nothing here is live. */
import type { Month } from '../../lib/periods.ts'
import type { NotedChange } from '../months/control.ts'
import type { ReadCell } from '../months/read_cells.ts'
import type { SectionKey } from './review.ts'

export interface Promised {
  does: 'fix' | 'coach' | 'celebrate'
  what: string
  owner: string
  dueOn: string | null
  stands: string
  held: string
  lines: string[]
}

/** An erratum to a figure the review shows. */
export interface PutRight {
  span: string
  months: readonly Month[]
  /** Empty: the totals, or all figures of these months. */
  breakdown: string
  /** The name of a touchpoint; empty as above. */
  slice: string
  /** Its key; empty: all of them. */
  measure: string
  words: string
  on: string
}

export interface Material {
  organisation: string
  locale: string
  quarter: string
  edition: number
  corrects: string
  /** The three months of the quarter. */
  months: readonly Month[]
  /** Closed months up to the end of the quarter, oldest first: those the charts show. */
  charted: readonly Month[]
  /** The three months of the quarter before, where these are closed. */
  before: readonly Month[]
  primaryMeasure: string
  smallestGroup: number
  /** Totals by month, up to the end of the quarter. */
  totals: readonly ReadCell[]
  /** Of spans that end in the quarter. */
  touchpoints: readonly ReadCell[]
  /** Changes that were noted on control charts, with the days they stood. */
  noted: readonly NotedChange[]
  /** The day each month was closed on. */
  closedOn: ReadonlyMap<Month, string>
  stories: readonly { words: string; touchpoint: string; reflectionId: string }[]
  followups: readonly Promised[]
  errata: readonly PutRight[]
  summary: string
  decisions: readonly string[]
  sections: readonly SectionKey[]
}
