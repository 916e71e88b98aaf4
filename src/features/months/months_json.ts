/** months.json, live for leads and closed for everybody else: what months_schema.ts describes. A withheld figure has no number at all. */
import type { Month } from '../../lib/periods.ts'
import type { ChartedMonth } from './control.ts'
import { EVERY_MEASURE } from './every_measure.ts'
import type { Measure } from './measures.ts'
import type { Overview } from './overview.ts'
import { finite, type ResultRow, type SliceNamed } from './result_rows.ts'
import { CAVEAT } from './verdict.ts'

/** Moves when a reader of the document would have to change. */
export const MONTHS_JSON_VERSION = 2

export interface Head {
  organisation: string
  /** The month asked for; null before any is closed. */
  month: Month | null
  /** True: counted as it stands now. False: as it was published when the months closed. */
  live: boolean
  running: boolean
  closed: readonly { month: Month; closedOn: string }[]
  errata: readonly PutRight[]
}

interface PutRight {
  publishedOn: string
  span: string
  breakdown: string
  slice: string
  measure: string
  words: string
}

export function jsonHead({ organisation, month, live, running, closed, errata }: Head) {
  return {
    ...{ format: 'plainclothes-months', version: MONTHS_JSON_VERSION, caveat: CAVEAT },
    ...{ organisation, month, live, running },
    // Each standard is a measure of its own, told apart by the level of its results.
    measures: EVERY_MEASURE.map(definition),
    closed: closed.map((each) => ({ month: each.month, closed_on: each.closedOn })),
    errata: errata.map(({ publishedOn, span, breakdown, slice, measure, words }) => {
      return { published_on: publishedOn, span, breakdown, slice, measure, words }
    }),
  }
}

function definition({ key, name, kind, of, counted, improvement }: Measure) {
  return { key, name, kind, of, counted, improvement }
}

export interface Chart {
  measure: Measure
  level: string
  levelName: string
  control: readonly ChartedMonth[] | null
}

export function jsonSlice(slice: SliceNamed | null, rows: readonly ResultRow[], charts: readonly Chart[]) {
  return {
    breakdown: slice?.breakdown ?? null,
    slice: slice?.key ?? null,
    name: slice?.name ?? null,
    results: rows.map(resultOf),
    control_charts: charts.filter(({ control }) => control !== null && control.length > 0).map(chartOf),
  }
}

/** Every control chart of what a lead looks at. */
export function chartsIn({ shares, tookPart, gap, standards, seriesOf }: Overview): Chart[] {
  const ofAll = [...shares, tookPart, gap].map(({ measure, control }) => ({
    ...{ measure, level: '', levelName: '', control },
  }))
  const ofStandards = standards.map(({ standard: { id, touchpoint, statement }, measure }) => ({
    ...{ measure, level: id, levelName: `${touchpoint}: ${statement}`, control: seriesOf({ measure }).control },
  }))

  return [...ofAll, ...ofStandards]
}

function resultOf({ slice: _, change, levelName, since, confidence, target, signal, ...row }: ResultRow) {
  const compared = row.withheld ? null : change

  return {
    ...row,
    level_name: levelName,
    target: row.withheld ? null : target,
    since: compared ? since : null,
    verdict: compared?.verdict ?? null,
    confidence: compared ? confidence : null,
    difference: finite(compared?.difference?.difference),
    difference_low: finite(compared?.difference?.low),
    difference_high: finite(compared?.difference?.high),
    signal: row.withheld ? null : signal,
  }
}

function chartOf({ measure, level, levelName, control }: Chart) {
  const points = (control ?? []).map(({ month, value, of, mean, lower, upper, signal, cause, rebase }) => ({
    ...{ month, value, of, mean, lower, upper, signal },
    rule: cause?.rule ?? null,
    rebased_for: rebase?.reason ?? null,
  }))

  return { measure: measure.key, level, level_name: levelName, improvement: measure.improvement, points }
}
