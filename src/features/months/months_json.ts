/** months.json: what months_schema.ts describes. A withheld figure has no number at all. */
import type { Month } from '../../lib/periods.ts'
import type { Slice } from './breakdowns.ts'
import { GAP, type Measure, PRIDE, SHARES, standardMeasure, TOOK_PART } from './measures.ts'
import type { Overview } from './overview.ts'
import { finite, type ResultRow, resultRows } from './result_rows.ts'
import type { Series } from './results.ts'
import { CAVEAT, confidenceFor } from './verdict.ts'

/** Moves when a reader of the document would have to change. */
export const MONTHS_JSON_VERSION = 1

export function jsonHead({ organisation, month, current }: { organisation: string; month: Month; current: Month }) {
  return {
    version: MONTHS_JSON_VERSION,
    caveat: CAVEAT,
    organisation,
    month,
    running: month === current,
    measures: [...SHARES, PRIDE, GAP, TOOK_PART, ANY_STANDARD].map(definition),
  }
}

/** Each standard is a measure of its own, told apart by the level of its results. */
const ANY_STANDARD: Measure = standardMeasure({ id: '', statement: 'Standard met' })

function definition({ key, name, kind, of, counted, improvement }: Measure) {
  return { key, name, kind, of, counted, improvement }
}

export function jsonSlice(overview: Overview, slice: Slice | null) {
  const { primary, shares, tookPart, gap, standards } = overview
  const charts = [...shares, tookPart, gap].map((series) => chartOf(series, ''))
  const ofStandards = standards.map(({ standard, series }) =>
    chartOf(series, `${standard.touchpoint}: ${standard.statement}`),
  )

  return {
    breakdown: slice?.breakdown ?? null,
    slice: slice?.key ?? null,
    name: slice?.name ?? null,
    results: resultRows(overview, slice).map((row) => resultOf(row, primary.key)),
    control_charts: [...charts, ...ofStandards].filter((chart) => chart.points.length > 0),
  }
}

function resultOf({ slice: _, change, measure, ...row }: ResultRow, primaryKey: string) {
  const compared = row.withheld ? null : change

  return {
    measure,
    ...row,
    verdict: compared?.verdict ?? null,
    confidence: compared ? confidenceFor({ key: measure }, primaryKey) : null,
    difference: finite(compared?.difference?.difference),
    difference_low: finite(compared?.difference?.low),
    difference_high: finite(compared?.difference?.high),
  }
}

function chartOf({ measure, control }: Series, level: string) {
  const points = (control ?? []).map(({ month, value, of, mean, lower, upper, signal, cause, rebase }) => ({
    ...{ month, value, of, mean, lower, upper, signal },
    rule: cause?.rule ?? null,
    rebased_for: rebase?.reason ?? null,
  }))

  return { measure: measure.key, level, improvement: measure.improvement, points }
}
