/** The exports: one row a measure, span and level, the numbers of the page with all their digits (PRODUCT.md §6). */
import type { Cell } from '../../lib/csv.ts'
import type { Month } from '../../lib/periods.ts'
import { WITHHELD } from '../../lib/shares.ts'
import type { Slice } from './breakdowns.ts'
import { type Signal, signalSaid } from './control.ts'
import { PRIDE } from './measures.ts'
import { type Overview, PRIDE_LEVELS } from './overview.ts'
import type { Result, Series } from './results.ts'
import type { Count } from './tally.ts'
import { type Change, shareOf } from './verdict.ts'

export type SliceNamed = Pick<Slice, 'breakdown' | 'key' | 'name'>

export interface ResultRow {
  measure: string
  kind: string
  span: string
  months: readonly Month[]
  /** Null: all contacts. */
  slice: SliceNamed | null
  /** Which standard, or which level of a distribution; else empty. */
  level: string
  /** As people read it. */
  levelName: string
  withheld: boolean
  count: number | null
  of: number | null
  value: number | null
  low: number | null
  high: number | null
  target: number | null
  /** Against the span before; null where nothing is compared. */
  change: Change | null
  /** The span it is compared with. */
  since: string | null
  /** Of the change. */
  confidence: number
  /** What the control chart says of a month, where there is one. */
  signal: Signal | null
}

export function resultRows(overview: Overview, slice: SliceNamed | null): ResultRow[] {
  const { shares, tookPart, gap, standards, seriesOf, spans } = overview
  const ofSeries = (series: Series, level = NO_LEVEL) => [
    ...series.months.map((result, i) =>
      rowOf(series, result, { slice, ...level, since: (series.months[i - 1]?.span ?? spans.before.month).name }),
    ),
    ...series.quarters.map((result, i) =>
      rowOf(series, result, { slice, ...level, since: (series.quarters[i - 1]?.span ?? spans.before.quarter).name }),
    ),
  ]

  return [
    ...shares.flatMap((series) => ofSeries(series)),
    ...prideRows(overview, slice),
    ...ofSeries(gap),
    ...standards.flatMap((each) => ofSeries(seriesOf(each), levelOf(each.standard))),
    ...ofSeries(tookPart),
  ]
}

type Level = Pick<ResultRow, 'level' | 'levelName' | 'target'>

const NO_LEVEL: Level = { level: '', levelName: '', target: null }

function levelOf({ id, touchpoint, statement, target }: Overview['standards'][number]['standard']): Level {
  return { level: id, levelName: `${touchpoint}: ${statement}`, target }
}

function rowOf(
  { measure: { key: measure, kind }, control, confidence }: Series,
  { span, figure, change }: Result,
  whose: Level & Pick<ResultRow, 'slice' | 'since'>,
): ResultRow {
  const numbers = figure
    ? { count: figure.count, of: figure.of, ...finiteInterval(figure.value) }
    : { count: null, of: null, ...finiteInterval(null) }
  const charted = control?.find(({ month }) => month === span.name)

  return {
    ...{ measure, kind, span: span.name, months: span.months, ...whose, withheld: figure === null, ...numbers },
    ...{ change, confidence, signal: charted ? signalSaid(charted) : null },
  }
}

function prideRows({ pride }: Overview, slice: SliceNamed | null): ResultRow[] {
  const { key: measure, kind } = PRIDE

  return pride.flatMap(({ span, levels }) =>
    levels.map((level: Count, i) => ({
      ...{ measure, kind, span: span.name, months: span.months, slice },
      ...{ level: PRIDE_LEVELS[i] ?? '', levelName: PRIDE_LEVELS[i] ?? '', target: null, withheld: false },
      ...{ ...level, ...finiteInterval(shareOf(level)), change: null, since: null, confidence: 0, signal: null },
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

export function csvCells({ measure, kind, span, slice, level, levelName, withheld, ...numbers }: ResultRow): Cell[] {
  const { count, of, value, low, high } = numbers
  const whose = [slice?.breakdown ?? '', slice?.name ?? '']

  return [measure, kind, span, ...whose, levelName || level, count, of, withheld ? WITHHELD : value, low, high]
}

/**
 * The cells of the same rows, one after the other, for a file that is written while it is sent: of forty touchpoints the rows alone would
 * be most of what the server leaves to be swept, and verdicts and control charts, which CSV has no columns for, the rest.
 */
export function* eachResultCells(overview: Overview, slice: SliceNamed | null): Generator<Cell[]> {
  const { shares, tookPart, gap, standards, seriesOf } = overview
  for (const series of shares) yield* cellsOf(series, slice, '')
  for (const row of prideRows(overview, slice)) yield csvCells(row)
  yield* cellsOf(gap, slice, '')
  for (const each of standards) yield* cellsOf(seriesOf(each), slice, levelOf(each.standard).levelName)
  yield* cellsOf(tookPart, slice, '')
}

function* cellsOf({ measure, months, quarters }: Series, slice: SliceNamed | null, level: string): Generator<Cell[]> {
  const [breakdown, name] = [slice?.breakdown ?? '', slice?.name ?? '']
  for (const results of [months, quarters])
    for (const { span, figure } of results) {
      const { value, low, high } = finiteInterval(figure?.value ?? null)
      const [count, of] = [figure?.count ?? null, figure?.of ?? null]
      yield [
        measure.key,
        measure.kind,
        span.name,
        breakdown,
        name,
        level,
        count,
        of,
        figure ? value : WITHHELD,
        low,
        high,
      ]
    }
}

/** What an export says of itself, or of a span and slice of it, as a row of its own kind so that the columns stay what they are. */
export function noteCells(note: string, { span, breakdown, slice } = { span: '', breakdown: '', slice: '' }): Cell[] {
  return ['note', 'note', span, breakdown, slice, note, null, null, null, null, null]
}
