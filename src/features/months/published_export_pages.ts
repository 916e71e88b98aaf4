/** What was published of closed months, as a file: the cells that readers see, and nothing else. */
import type { Context } from '../../context.ts'
import { csv, TIDY_COLUMNS } from '../../lib/csv.ts'
import { type Month, monthsBetween } from '../../lib/periods.ts'
import { getOrganisation } from '../members/store.ts'
import { chartAsClosed, type RebasesAt, rebasesAt } from './closed_charts.ts'
import { listNotedRebases } from './closed_store.ts'
import { signalSaid } from './control.ts'
import { erratumNote } from './erratum.ts'
import { GAP, type Measure, PRIDE, SHARES, TOOK_PART } from './measures.ts'
import { type Chart, jsonHead, jsonSlice } from './months_json.ts'
import { BREAKDOWNS_IN_TURN } from './places.ts'
import {
  type Erratum,
  listClosedMonths,
  listErrata,
  listPublishedCells,
  type PublishedCell,
} from './published_store.ts'
import { changeOfCell } from './read_cells.ts'
import { csvCells, noteCells, type ResultRow, type SliceNamed } from './result_rows.ts'
import { CAVEAT } from './verdict.ts'

/** Which of what was published; nothing said: all of it. */
export interface Published {
  mayRead?: (cell: PublishedCell) => boolean
  /** The last month of it. */
  month?: Month | null
}

export function publishedMonths(
  ctx: Context,
  format: 'csv' | 'json',
  { mayRead = () => true, month = null }: Published = {},
): string {
  const cells = (['all', ...BREAKDOWNS_IN_TURN] as const).flatMap((breakdown) =>
    listPublishedCells(ctx, { breakdown })
      .filter((cell) => mayRead(cell) && (month === null || cell.lastMonth <= month))
      .sort(byName),
  )
  if (format === 'json') return json(ctx, cells, month)

  const notes = errataOf(ctx, cells).map((erratum) => erratumCells(erratum, cells))

  return csv(TIDY_COLUMNS, [...cells.map((cell) => csvCells(rowOf(cell))), ...notes, noteCells(CAVEAT)])
}

/** A number that was published stays as it is; what is wrong with it is said beside it, in this file too. */
function erratumCells(
  { span, breakdown, slice, measure, words, publishedOn }: Erratum,
  cells: readonly PublishedCell[],
) {
  const named = cells.find((cell) => cell.breakdown === breakdown && cell.slice === slice)
  const whose = slice === '' ? { breakdown: '', slice: '' } : { breakdown, slice: named?.sliceName ?? '' }

  return noteCells(erratumNote({ on: publishedOn, measure, words }), { span, ...whose })
}

function byName(a: PublishedCell, b: PublishedCell): number {
  const name = ({ sliceName, slice, measure, level, span }: PublishedCell) => [sliceName, slice, measure, level, span]
  const [one, other] = [JSON.stringify(name(a)), JSON.stringify(name(b))]
  if (one === other) return 0

  return one < other ? -1 : 1
}

function rowOf(cell: PublishedCell): ResultRow {
  const { measure, span, level, levelName, shown, target, confidence, comparedWith } = cell
  const { count, of, value, low, high } = shown ? cell : NO_NUMBERS

  return {
    ...{
      measure,
      kind: kindOf(measure),
      span,
      months: monthsBetween(cell.firstMonth, cell.lastMonth),
      slice: sliceOf(cell),
      level,
      levelName,
    },
    ...{ withheld: !shown, count, of, value, low, high, target, confidence },
    ...{ change: changeOfCell(cell), since: comparedWith, signal: null },
  }
}

const NO_NUMBERS = { count: null, of: null, value: null, low: null, high: null }

function sliceOf({ breakdown, slice, sliceName }: PublishedCell): SliceNamed | null {
  return breakdown === 'all' ? null : { breakdown, key: slice, name: sliceName }
}

function kindOf(measure: string): Measure['kind'] {
  if (measure === GAP.key) return 'mean'

  return measure === PRIDE.key ? 'distribution' : 'share'
}

function json(ctx: Context, cells: readonly PublishedCell[], asked: Month | null): string {
  const closed = listClosedMonths(ctx)
  const month = asked ?? closed.at(-1)?.month ?? null
  const head = jsonHead({
    ...{ organisation: getOrganisation(ctx).name, month, live: false, running: false },
    ...{ closed, errata: errataOf(ctx, cells) },
  })
  const rebases = rebasesAt(closed, listNotedRebases(ctx))
  const slices = [...Map.groupBy(cells, (cell) => JSON.stringify(sliceOf(cell))).values()]

  return `${JSON.stringify({ ...head, slices: slices.map((own) => sliceInJson(own, month, rebases)) })}\n`
}

/** Slices have quarters, of which there is no control chart; all contacts have months. */
function sliceInJson(cells: readonly PublishedCell[], month: Month | null, rebases: RebasesAt) {
  const slice = cells[0] ? sliceOf(cells[0]) : null
  if (slice || month === null) return jsonSlice(slice, cells.map(rowOf), [])
  const byMeasure = Map.groupBy(cells, ({ measure }) => measure)
  const chartAt = (measure: Measure, at: Month) => chartAsClosed(measure, byMeasure.get(measure.key) ?? [], at, rebases)
  const charts = CHARTED.map(
    (measure): Chart => ({
      ...{ measure, level: '', levelName: '', control: chartAt(measure, month) },
    }),
  )

  return jsonSlice(
    null,
    cells.map((cell) => ({ ...rowOf(cell), signal: signalOf(cell, chartAt) })),
    charts,
  )
}

const CHARTED: readonly Measure[] = [...SHARES, TOOK_PART, GAP]

/** As it was said when the month closed. */
function signalOf({ measure, span }: PublishedCell, chartAt: (measure: Measure, at: Month) => Chart['control']) {
  const charted = CHARTED.filter(({ key }) => key === measure).flatMap((one) => chartAt(one, span) ?? [])
  const own = charted.find(({ month }) => month === span)

  return own ? signalSaid(own) : null
}

function errataOf(ctx: Context, cells: readonly PublishedCell[]): Erratum[] {
  const spans = [...new Set(cells.map(({ span }) => span))]
  const read = new Set(cells.flatMap(({ breakdown, slice }) => [breakdown, `${breakdown} ${slice}`]))

  return listErrata(ctx, spans).filter(
    ({ breakdown, slice }) => breakdown === '' || read.has(slice === '' ? breakdown : `${breakdown} ${slice}`),
  )
}
