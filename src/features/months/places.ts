/** Where contacts stand: in which slice of each breakdown, and over which closed months a slice is shared (PRODUCT.md §4). */
import { type Month, quarterOf } from '../../lib/periods.ts'
import type { Breakdown } from './breakdowns.ts'
import type { PublishedBreakdown } from './published.ts'

/** Who contacted what for what: where a contact, or an assignment, stands in every breakdown. */
export interface Placed {
  id: string
  month: Month
  leaderId: string
  touchpointId: string
  channel: string
  purpose: string
  departmentId: string
  programId: string
}

/** In the order they are decided and written down in. */
export const BREAKDOWNS_IN_TURN = [
  'touchpoint',
  'channel',
  'purpose',
  'department',
  'program',
] as const satisfies readonly Breakdown[]

export interface Place {
  breakdown: PublishedBreakdown
  slice: string
  /** Rising. */
  months: readonly Month[]
}

export function sliceOf(placed: Omit<Placed, 'id' | 'leaderId'>, breakdown: PublishedBreakdown): string {
  return breakdown === 'all' ? '' : placed[SLICES[breakdown]]
}

const SLICES = {
  ...{ touchpoint: 'touchpointId', channel: 'channel', purpose: 'purpose' },
  ...{ department: 'departmentId', program: 'programId' },
} as const satisfies Record<Breakdown, keyof Placed>

export function isAt({ breakdown, slice, months }: Place, placed: Omit<Placed, 'id' | 'leaderId'>): boolean {
  return months.includes(placed.month) && sliceOf(placed, breakdown) === slice
}

/** "2026-06", "2026-Q2", or the first and the last quarter of a run. */
export function spanName({ breakdown, months }: Place, fiscalYearStart: number): string {
  const [first = '', last = first] = [months[0], months.at(-1)]
  if (breakdown === 'all') return first
  const [from, to] = [quarterOf(first, fiscalYearStart).name, quarterOf(last, fiscalYearStart).name]

  return from === to ? from : `${from}/${to}`
}

/** So many quarters are added up at most; a way in with less than that in two years keeps its numbers for leads. */
export const LONGEST_RUN = 8

/**
 * The run of closed quarters that ends with this one: the shortest in which enough leaders stand, or this quarter alone where none
 * does. It never reaches back into what was shown of the slice.
 */
export function shortestRun(
  quarters: readonly (readonly Month[])[],
  shownThrough: Month | null,
  suffices: (months: readonly Month[]) => boolean,
): readonly Month[] {
  const latest = quarters.at(-1) ?? []
  const runs = Array.from({ length: Math.min(LONGEST_RUN, quarters.length) }, (_, i) => quarters.slice(-1 - i).flat())
  const free = runs.filter((months) => (months[0] ?? '') > (shownThrough ?? ''))

  return free.find(suffices) ?? latest
}
