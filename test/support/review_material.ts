import { GAP } from '../../src/features/months/measures.ts'
import { monthNamer } from '../../src/features/months/month_words.ts'
import type { ReadCell } from '../../src/features/months/read_cells.ts'
import type { Material } from '../../src/features/reviews/material.ts'
import type { Reading } from '../../src/features/reviews/reading.ts'
import { SECTION_KEYS } from '../../src/features/reviews/review.ts'
import { meanInterval, wilson } from '../../src/lib/statistics.ts'

/** A month of a measure as it was published: `count` of `of` contacts; tests say what else differs. */
export function shareCell(
  measure: string,
  span: string,
  [count, of]: [number, number],
  differs: Partial<ReadCell> = {},
) {
  return { ...bare(measure, span), count, of, value: count / of, ...wilson(count, of), ...differs } satisfies ReadCell
}

export function gapCell(span: string, moments: { of: number; sum: number; squares: number }): ReadCell {
  const { mean: value, low, high } = meanInterval(moments)

  return { ...bare(GAP.key, span), ...moments, value, low, high }
}

export function hiddenCell(measure: string, span: string): ReadCell {
  return { ...bare(measure, span), shown: false }
}

function bare(measure: string, span: string): ReadCell {
  return {
    ...{ span, firstMonth: span, lastMonth: span, breakdown: 'all', slice: '', sliceName: '', measure },
    ...{ level: '', levelName: '', shown: true, count: null, of: null, sum: null, squares: null },
    ...{ value: null, low: null, high: null, comparedWith: null, verdict: null, difference: null },
    ...{ differenceLow: null, differenceHigh: null, confidence: 0.99, target: null },
  }
}

/** The second quarter of 2026 with nothing in it; tests say what there is. */
export function reading(differs: Partial<Material> = {}): Reading {
  const months = ['2026-04', '2026-05', '2026-06']

  return {
    ...{ organisation: 'Northwind Energy', locale: 'en-GB', quarter: '2026-Q2', edition: 1, corrects: '' },
    ...{ months, charted: months, before: [], primaryMeasure: 'valued', smallestGroup: 5 },
    ...{ totals: [], touchpoints: [], noted: [], closedOn: new Map(), stories: [], followups: [], errata: [] },
    ...{ summary: 'A quarter.', decisions: [], sections: SECTION_KEYS },
    ...{ name: monthNamer('en-GB'), span: 'April to June 2026' },
    ...differs,
  }
}
