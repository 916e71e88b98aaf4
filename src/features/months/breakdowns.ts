/** What the months can be looked at by, one at a time (PRODUCT.md §4). */
export const BREAKDOWNS = ['program', 'touchpoint', 'channel', 'purpose', 'department'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

export const BREAKDOWN_NAMES: Readonly<Record<Breakdown, string>> = {
  program: 'Program',
  touchpoint: 'Touchpoint',
  channel: 'Channel',
  purpose: 'Purpose',
  department: 'Owning department',
}

/** Where the counts of a slice are kept: channel and owning department follow from touchpoints, purpose from scenarios. */
export interface CountedIn {
  breakdown: 'all' | 'program' | 'touchpoint' | 'scenario'
  /** Their ids; one empty text for all. */
  slices: readonly string[]
}

export interface Slice {
  breakdown: Breakdown
  key: string
  name: string
  counted: CountedIn
}

export const EVERYTHING: CountedIn = { breakdown: 'all', slices: [''] }
