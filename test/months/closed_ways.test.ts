import { describe, expect, it } from 'vitest'
import type { ClosedReading } from '../../src/features/months/closed_reading.ts'
import { closedGapChart, closedMovement, closedThrough } from '../../src/features/months/closed_way_pages.ts'
import { numbersIn } from '../../src/features/months/figure_words.ts'
import { monthNamer } from '../../src/features/months/month_words.ts'
import type { ReadCell } from '../../src/features/months/read_cells.ts'
import { spansUpTo } from '../../src/features/months/spans.ts'

/** Counts by measure and month; null: withheld. */
type Counts = Record<string, Record<string, [number, number] | null>>

/** A page of closed months as its pictures read it. */
function readingOf(month: string, counts: Counts): ClosedReading {
  const { months, quarters } = spansUpTo(month, 1)
  const reading = { locale: 'en-GB', month, current: '', first: '2026-01', enough: 5 }

  return {
    words: { name: monthNamer('en-GB'), numbers: numbersIn('en-GB'), reading },
    months: months.map(({ name }) => name),
    quarters,
    cells: (measure) =>
      new Map(Object.entries(counts[measure] ?? {}).map(([span, count]) => [span, cellOf(measure, span, count)])),
    rebases: () => [],
    errata: () => [],
  }
}

function cellOf(measure: string, span: string, counted: [number, number] | null): ReadCell {
  const [count, of] = counted ?? [null, null]
  const mean = measure === 'expectation_gap' && count !== null ? { count: null, sum: count, squares: count ** 2 } : {}
  const value = count !== null && of !== null ? { value: count / of, low: -0.9, high: 0.1 } : NO_VALUE

  return {
    ...{ span, firstMonth: span, lastMonth: span, breakdown: 'all', slice: '', sliceName: '', measure },
    ...{ level: '', levelName: '', shown: counted !== null, count, of, sum: null, squares: null, ...value, ...mean },
    ...{ comparedWith: null, verdict: null, difference: null, differenceLow: null, differenceHigh: null },
    ...{ confidence: 0.99, target: null },
  }
}

const NO_VALUE = { value: null, low: null, high: null }

/** The same in each of some months. */
function each(months: readonly string[], count: [number, number]): Record<string, [number, number] | null> {
  return Object.fromEntries(months.map((month) => [month, count]))
}

const [FIRST, SECOND] = [
  ['2026-01', '2026-02', '2026-03'],
  ['2026-04', '2026-05', '2026-06'],
] as const

describe('getting through, of closed months', () => {
  it('is the quarter up to the month, without a word of what answered that was no person', () => {
    const reached = each(['2026-04', '2026-05'], [9, 10])
    const way = closedThrough(readingOf('2026-05', { reached, addressed: each(['2026-04', '2026-05'], [4, 10]) }))
    expect(way.chart).toContain('Tried: 20. Reached a person: 18 of 20. Concern addressed: 8 of 20.')
    expect(way.span).toBe('April and May 2026')
    expect(way.rows).toEqual([
      { label: 'April and May 2026', cells: ['20', '18', '8'] },
      { label: 'May 2026', cells: ['10', '9', '4'] },
    ])
    expect(JSON.stringify(way)).not.toMatch(/\bbot\b/i)
  })

  it('is the month alone where another of its quarter is withheld', () => {
    const reached = { ...each(SECOND, [9, 10]), '2026-04': null }
    const way = closedThrough(readingOf('2026-06', { reached, addressed: each(SECOND, [4, 10]) }))
    expect(way.span).toBe('June 2026')
    expect(way.rows[0]).toEqual({ label: 'April to June 2026', cells: ['30', 'withheld', '12'] })
  })

  it('is not drawn where the month is withheld too', () => {
    const way = closedThrough(readingOf('2026-06', { reached: each(SECOND, [9, 10]), addressed: { '2026-06': null } }))
    expect([way.chart, way.nothing]).toEqual(['', 'Withheld for April to June 2026.'])
  })
})

describe('right and warm as movement, of closed quarters', () => {
  const corners = {
    right_warm: { ...each(FIRST, [2, 10]), ...each(SECOND, [5, 10]) },
    right_cold: { ...each(FIRST, [3, 10]), ...each(SECOND, [1, 10]) },
    wrong_warm: { ...each(FIRST, [1, 10]), ...each(SECOND, [2, 10]) },
  }

  it('adds up the months of a quarter', () => {
    const moved = closedMovement(readingOf('2026-06', corners))
    expect(moved.chart).toContain(
      'January to March 2026: 15 of 30 right (50%, 33–67%), 9 warm (30%, 17–48%). April to June 2026: 18 of 30 right (60%, 42–75%), 21 warm (70%, 52–83%).',
    )
  })

  it('leaves a quarter out in which any corner of any month is withheld', () => {
    const hidden = { ...corners, wrong_warm: { ...corners.wrong_warm, '2026-02': null } }
    const moved = closedMovement(readingOf('2026-06', hidden))
    expect([moved.chart, moved.leftOut]).toEqual([
      '',
      'Quarters that are withheld, and those with fewer than 5 such contacts, are left out.',
    ])
    expect(moved.rows.find(({ label }) => label === 'January to March 2026')?.cells).toEqual(['15', 'withheld', '30'])
  })
})

describe('the expectation gap, of closed months', () => {
  it('is drawn month by month with its interval, and is withheld in a word', () => {
    const drawn = closedGapChart(readingOf('2026-06', { expectation_gap: { '2026-05': [-4, 10], '2026-06': null } }))
    expect(drawn).toContain('May 2026: −0.4 over 10, 95% interval −0.9 to +0.1. June 2026: withheld.')
    expect(drawn.match(/<circle/g)).toHaveLength(1)
  })

  it('is not drawn where no month of it is shown', () => {
    expect(closedGapChart(readingOf('2026-06', { expectation_gap: { '2026-06': null } }))).toBe('')
  })
})
