/** Which months are to be closed, and over which spans their breakdowns are shared (PRODUCT.md §4). */
import { addMonths, type Closings, isOpenMonth, type Month, quarterOf } from '../../lib/periods.ts'
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

export const BREAKDOWNS = [
  'touchpoint',
  'channel',
  'purpose',
  'department',
  'program',
] as const satisfies readonly PublishedBreakdown[]

export interface Place {
  breakdown: PublishedBreakdown
  slice: string
  /** Rising. */
  months: readonly Month[]
}

/** The oldest first, because what is published of a month depends on all before it. */
export function monthsDue(first: Month | null, today: Temporal.PlainDate, closings: Closings): Month[] {
  const due: Month[] = []
  const start = closings.closedThrough === null ? first : addMonths(closings.closedThrough, 1)
  for (let month = start; month !== null && !isOpenMonth(month, today, closings); month = addMonths(month, 1))
    due.push(month)

  return due
}

export function sliceOf(placed: Omit<Placed, 'id' | 'leaderId'>, breakdown: PublishedBreakdown): string {
  if (breakdown === 'all') return ''
  const columns = { touchpoint: 'touchpointId', department: 'departmentId', program: 'programId' } as const

  return placed[breakdown === 'channel' || breakdown === 'purpose' ? breakdown : columns[breakdown]]
}

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

/** PRODUCT.md §4, a cell: enough different leaders stand in its denominator, and none of them makes more than half of it. */
export function hasEnoughLeaders(group: Iterable<{ leader: string | number; times: number }>, enough: number): boolean {
  const counts = new Map<string | number, number>()
  let all = 0
  for (const { leader, times } of group) {
    counts.set(leader, (counts.get(leader) ?? 0) + times)
    all += times
  }

  return counts.size >= enough && counts.values().every((times) => times * 2 <= all)
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
