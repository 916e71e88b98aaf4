/** The exports: one row a measure, span and level, the numbers of the page with all their digits (PRODUCT.md §6). */
import type { Cell } from '../../lib/csv.ts'
import type { Month } from '../../lib/periods.ts'
import type { Slice } from './breakdowns.ts'
import { PRIDE } from './measures.ts'
import { type Overview, PRIDE_LEVELS } from './overview.ts'
import type { Result, Series } from './results.ts'
import type { Count } from './tally.ts'
import { type Change, shareOf } from './verdict.ts'

export interface ResultRow {
  measure: string
  kind: string
  span: string
  months: readonly Month[]
  /** Null: all contacts. */
  slice: Slice | null
  /** Which standard, or which level of a distribution; else empty. */
  level: string
  withheld: boolean
  count: number | null
  of: number | null
  value: number | null
  low: number | null
  high: number | null
  /** Against the span before; null where nothing is compared. */
  change: Change | null
}

export function resultRows(overview: Overview, slice: Slice | null): ResultRow[] {
  const { shares, tookPart, gap, standards } = overview
  const ofSeries = (series: Series, level = '') =>
    [...series.months, ...series.quarters].map((result) => rowOf(series, result, { slice, level }))

  return [
    ...shares.flatMap((series) => ofSeries(series)),
    ...prideRows(overview, slice),
    ...ofSeries(gap),
    ...standards.flatMap(({ standard, series }) => ofSeries(series, `${standard.touchpoint}: ${standard.statement}`)),
    ...ofSeries(tookPart),
  ]
}

function rowOf(
  { measure }: Series,
  { span, figure, change }: Result,
  whose: { slice: Slice | null; level: string },
): ResultRow {
  const { key, kind } = measure
  const { name, months } = span
  const numbers = figure
    ? { count: figure.count, of: figure.of, ...finiteInterval(figure.value) }
    : { count: null, of: null, ...finiteInterval(null) }

  return { measure: key, kind, span: name, months, ...whose, withheld: figure === null, ...numbers, change }
}

function prideRows({ pride }: Overview, slice: Slice | null): ResultRow[] {
  return pride.flatMap(({ span, levels }) =>
    levels.map((level: Count, i) => ({
      ...{ measure: PRIDE.key, kind: PRIDE.kind, span: span.name, months: span.months, slice },
      ...{ level: PRIDE_LEVELS[i] ?? '', withheld: false, ...level, ...finiteInterval(shareOf(level)), change: null },
    })),
  )
}

function finiteInterval(value: { value: number; low: number; high: number } | null) {
  return { value: finite(value?.value), low: finite(value?.low), high: finite(value?.high) }
}

/** One value alone has an interval without end, which has no digits. */
export function finite(number: number | undefined): number | null {
  return number !== undefined && Number.isFinite(number) ? number : null
}

export const CSV_HEADER = [
  'measure',
  'kind',
  'span',
  'breakdown',
  'slice',
  'level',
  'count',
  'of',
  'value',
  'low',
  'high',
] as const

export function csvCells({ measure, kind, span, slice, level, withheld, ...numbers }: ResultRow): Cell[] {
  const { count, of, value, low, high } = numbers
  const whose = [slice?.breakdown ?? '', slice?.name ?? '']

  return [measure, kind, span, ...whose, level, count, of, withheld ? 'withheld' : value, low, high]
}

/** What every export says of itself, as a row of its own kind so that the columns stay what they are. */
export function noteCells(note: string): Cell[] {
  return ['note', 'note', '', '', '', note, null, null, null, null, null]
}
