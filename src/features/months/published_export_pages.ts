/** What was published of closed months, as a file: the cells that readers see, and nothing else. */
import type { Context } from '../../context.ts'
import { type Cell, csv } from '../../lib/csv.ts'
import { GAP, PRIDE } from './measures.ts'
import { MONTHS_VERSION } from './published_schema.ts'
import {
  type Erratum,
  listClosedMonths,
  listErrata,
  listPublishedCells,
  type PublishedCell,
} from './published_store.ts'
import { CSV_HEADER, noteCells } from './result_rows.ts'
import { CAVEAT } from './verdict.ts'

const BREAKDOWNS = ['all', 'touchpoint', 'channel', 'purpose', 'department', 'program'] as const

/** All that was published, or what somebody may read of it. */
export function publishedMonths(
  ctx: Context,
  format: 'csv' | 'json',
  mayRead: (cell: PublishedCell) => boolean = () => true,
): string {
  const cells = BREAKDOWNS.flatMap((breakdown) => listPublishedCells(ctx, { breakdown }).filter(mayRead).sort(byName))

  return format === 'csv' ? csv(CSV_HEADER, [...cells.map(row), noteCells(CAVEAT)]) : json(ctx, cells)
}

function byName(a: PublishedCell, b: PublishedCell): number {
  const name = ({ sliceName, slice, measure, level, span }: PublishedCell) => [sliceName, slice, measure, level, span]
  const [one, other] = [JSON.stringify(name(a)), JSON.stringify(name(b))]
  if (one === other) return 0

  return one < other ? -1 : 1
}

function row(cell: PublishedCell): Cell[] {
  const { measure, span, sliceName, level, levelName, count, of, value, low, high } = cell
  const breakdown = cell.breakdown === 'all' ? '' : cell.breakdown
  const names = [measure, kindOf(measure), span, breakdown, sliceName, levelName || level]

  return cell.shown ? [...names, count, of, value, low, high] : [...names, null, null, 'withheld', null, null]
}

function kindOf(measure: string): 'share' | 'mean' | 'distribution' {
  if (measure === GAP.key) return 'mean'

  return measure === PRIDE.key ? 'distribution' : 'share'
}

function json(ctx: Context, cells: readonly PublishedCell[]): string {
  const spans = [...new Set(cells.map(({ span }) => span))]
  const read = new Set(cells.flatMap(({ breakdown, slice }) => [breakdown, `${breakdown} ${slice}`]))
  const concerns = ({ breakdown, slice }: Erratum) =>
    breakdown === '' || read.has(slice === '' ? breakdown : `${breakdown} ${slice}`)
  const written = {
    format: 'plainclothes-months',
    version: MONTHS_VERSION,
    caveat: CAVEAT,
    closed: listClosedMonths(ctx).map(({ month, closedOn }) => ({ month, closed_on: closedOn })),
    cells: cells.map(asJson),
    errata: listErrata(ctx, spans)
      .filter(concerns)
      .map(({ publishedOn, span, breakdown, slice, measure, words }) => {
        return { published_on: publishedOn, span, breakdown, slice, measure, words }
      }),
  }

  return `${JSON.stringify(written, null, 2)}\n`
}

function asJson(cell: PublishedCell) {
  const { measure, span, breakdown, slice, sliceName, level, levelName, shown } = cell
  const name = {
    measure,
    kind: kindOf(measure),
    span,
    breakdown,
    slice,
    slice_name: sliceName,
    level,
    level_name: levelName,
  }
  if (!shown) return { ...name, withheld: true }
  const { count, of, value, low, high, comparedWith, verdict, difference, differenceLow, differenceHigh } = cell

  return {
    ...{ ...name, withheld: false, count, of, value, low, high, target: cell.target, confidence: cell.confidence },
    change:
      verdict === null ? null : { since: comparedWith, verdict, difference, low: differenceLow, high: differenceHigh },
  }
}
