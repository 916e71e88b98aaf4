import { describe, expect, it } from 'vitest'
import { isAt, LONGEST_RUN, type Placed, shortestRun, sliceOf, spanName } from '../../src/features/months/places.ts'
import { addMonths, type Month, quarterOf } from '../../src/lib/periods.ts'

/** So many quarters up to the second of 2026, oldest first. */
const quarters = (n: number): Month[][] =>
  Array.from({ length: n }, (_, i) => quarterOf(addMonths('2026-04', 3 * (i - n + 1))).months)

const placed: Omit<Placed, 'id' | 'leaderId'> = {
  ...{ month: '2026-05', touchpointId: 'billing', channel: 'phone', purpose: 'ask' },
  ...{ departmentId: 'sales', programId: '' },
}

describe('the run of quarters a slice is shared over', () => {
  it('is the quarter alone where enough leaders stand in it', () => {
    expect(shortestRun(quarters(4), null, () => true)).toEqual(['2026-04', '2026-05', '2026-06'])
  })

  it('is the shortest that suffices, with the closed quarters right before', () => {
    const run = shortestRun(quarters(4), null, (months) => months.length >= 6)
    expect(run).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
  })

  it('never reaches back into what was shown of the slice: spans do not overlap', () => {
    const suffices = (months: readonly Month[]) => months.length >= 6
    expect(shortestRun(quarters(4), '2025-12', suffices)).toHaveLength(6)
    expect(shortestRun(quarters(4), '2026-03', suffices)).toEqual(['2026-04', '2026-05', '2026-06'])
  })

  it('is the quarter alone, to be withheld, where no run suffices, and looks no further back than two years', () => {
    expect(shortestRun(quarters(4), null, () => false)).toEqual(['2026-04', '2026-05', '2026-06'])
    const whole = (months: readonly Month[]) => months.length > 3 * LONGEST_RUN
    expect(shortestRun(quarters(12), null, whole)).toHaveLength(3)
  })
})

describe('a place', () => {
  it('holds the contacts of its months and slice, and the totals hold all of a month', () => {
    expect(isAt({ breakdown: 'channel', slice: 'phone', months: ['2026-04', '2026-05'] }, placed)).toBe(true)
    expect(isAt({ breakdown: 'channel', slice: 'chat', months: ['2026-05'] }, placed)).toBe(false)
    expect(isAt({ breakdown: 'channel', slice: 'phone', months: ['2026-06'] }, placed)).toBe(false)
    expect(isAt({ breakdown: 'all', slice: '', months: ['2026-05'] }, placed)).toBe(true)
  })

  it('is found in every breakdown by what the contact was of', () => {
    const breakdowns = ['touchpoint', 'channel', 'purpose', 'department', 'program', 'all'] as const
    expect(breakdowns.map((each) => sliceOf(placed, each))).toEqual(['billing', 'phone', 'ask', 'sales', '', ''])
  })

  it('is named by its month, its fiscal quarter, or the first and last of a run', () => {
    const named = (months: Month[], start = 1) => spanName({ breakdown: 'touchpoint', slice: 'billing', months }, start)
    expect(spanName({ breakdown: 'all', slice: '', months: ['2026-05'] }, 4)).toBe('2026-05')
    expect(named(['2026-04', '2026-05', '2026-06'])).toBe('2026-Q2')
    expect(named(['2026-04', '2026-05', '2026-06'], 4)).toBe('2027-Q1')
    expect(named(quarters(3).flat())).toBe('2025-Q4/2026-Q2')
  })
})
