/** The months for machines: written slice by slice as they are read, so that the first line is there before the last is counted. */
import type { Context } from '../../context.ts'
import { csvLine, TIDY_COLUMNS } from '../../lib/csv.ts'
import type { Pieces } from '../../platform/web/pieces.ts'
import { type Asked, askedFor, overviewsOf } from './asked_pages.ts'
import type { Breakdown, Slice } from './breakdowns.ts'
import { listSlices } from './breakdowns_store.ts'
import { chartsIn, jsonHead, jsonSlice } from './months_json.ts'
import type { Overview } from './overview.ts'
import { listAllErrata, listClosedMonths } from './published_store.ts'
import { eachResultCells, noteCells, resultRows } from './result_rows.ts'
import type { MonthsQuery } from './spans.ts'
import { CAVEAT } from './verdict.ts'

/** One slice as it was asked for, or every slice of a breakdown. Throws before the first piece where that cannot be. */
export function monthsCsv(ctx: Context, query: MonthsQuery, breakdown: Breakdown | null): Pieces {
  const asked = askedFor(ctx, query)

  return { name: `${fileName(asked, breakdown)}.csv`, pieces: csvPieces(overviewsIn(ctx, asked, breakdown)) }
}

export function monthsJson(ctx: Context, query: MonthsQuery, breakdown: Breakdown | null): Pieces {
  const asked = askedFor(ctx, query)
  const head = jsonHead({
    ...{
      organisation: asked.organisation.name,
      month: asked.month,
      live: true,
      running: asked.month === asked.current,
    },
    ...{ closed: listClosedMonths(ctx), errata: listAllErrata(ctx) },
  })

  return { name: `${fileName(asked, breakdown)}.json`, pieces: jsonPieces(head, overviewsIn(ctx, asked, breakdown)) }
}

function fileName({ month }: Asked, breakdown: Breakdown | null): string {
  return breakdown ? `months-${month}-by-${breakdown}` : `months-${month}`
}

type Part = [Slice | null, Overview]

function* overviewsIn(ctx: Context, asked: Asked, breakdown: Breakdown | null): Generator<Part> {
  const overviewOf = overviewsOf(ctx, asked, 'read_once')
  for (const slice of breakdown ? listSlices(ctx, breakdown) : [asked.slice]) yield [slice, overviewOf(slice)]
}

function* csvPieces(parts: Iterable<Part>): Generator<string> {
  yield csvLine(TIDY_COLUMNS)
  for (const [slice, overview] of parts) {
    let lines = ''
    for (const cells of eachResultCells(overview, slice)) lines += csvLine(cells)
    yield lines
  }
  yield csvLine(noteCells(CAVEAT))
}

/** One document; its two lists grow together, so results of a slice come with its control charts. */
function* jsonPieces(head: Record<string, unknown>, parts: Iterable<Part>): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"slices":[`
  let separator = ''
  for (const [slice, overview] of parts) {
    yield separator + JSON.stringify(jsonSlice(slice, resultRows(overview, slice), chartsIn(overview)))
    separator = ','
  }
  yield ']}\n'
}
