/** What a review is written from: published cells and chosen words, as plain values. Nothing here is live. */
import type { Month } from '../../lib/periods.ts'
import type { Rebase } from '../months/control.ts'
import type { SectionKey } from './review.ts'

export interface Cell {
  measure: string
  level: string
  levelName: string
  span: string
  firstMonth: Month
  lastMonth: Month
  slice: string
  sliceName: string
  shown: boolean
  count: number | null
  of: number | null
  sum: number | null
  squares: number | null
  value: number | null
  low: number | null
  high: number | null
  target: number | null
}

export interface Promised {
  does: 'fix' | 'coach' | 'celebrate'
  what: string
  owner: string
  dueOn: string | null
  stands: string
  held: string
  lines: string[]
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
  /** Totals by month. */
  totals: readonly Cell[]
  /** Of spans that end in the quarter. */
  touchpoints: readonly Cell[]
  rebases: readonly (Rebase & { measure: string })[]
  stories: readonly { words: string; touchpoint: string }[]
  followups: readonly Promised[]
  errata: readonly { words: string; on: string }[]
  summary: string
  decisions: readonly string[]
  sections: readonly SectionKey[]
}
