/** The same addresses for everybody who reads months: live for leads, closed and published for everybody else. */
import type { Context } from '../../context.ts'
import type { Pieces } from '../../platform/web/pieces.ts'
import type { View } from '../../platform/web/render.ts'
import { may } from '../members/member.ts'
import { askedClosed, mayReadSlices, readSlice, refuseOthers } from './asked_closed_pages.ts'
import type { Breakdown } from './breakdowns.ts'
import { closedBreakdownPage } from './closed_breakdown_pages.ts'
import { closedPage } from './closed_pages.ts'
import { closedSlicePage } from './closed_slice_pages.ts'
import { monthsCsv, monthsJson } from './export_pages.ts'
import { MONTHS_SCHEMA } from './months_schema.ts'
import { monthsPage } from './pages.ts'
import { publishedMonths } from './published_export_pages.ts'
import type { PublishedCell } from './published_store.ts'
import type { MonthsQuery } from './spans.ts'

export interface ReaderQuery extends MonthsQuery {
  /** Every slice of it, side by side. */
  breakdown: Breakdown | null
  /** Which measure of them; null: the one that leads. */
  measure: string | null
}

export function readersPage(ctx: Context, query: ReaderQuery): View {
  if (may(ctx.actor, 'read_live_months')) return monthsPage(ctx, query)
  if (query.of) return closedSlicePage(ctx, query.of)
  if (query.breakdown) return closedBreakdownPage(ctx, query.breakdown, query.measure)

  return closedPage(ctx, query.month)
}

export function readersExport(ctx: Context, format: 'csv' | 'json', query: ReaderQuery): Pieces {
  if (may(ctx.actor, 'read_live_months'))
    return (format === 'csv' ? monthsCsv : monthsJson)(ctx, query, query.breakdown)

  if (query.of) readSlice(ctx, query.of)
  if (query.breakdown) refuseOthers(ctx, query.breakdown)
  const month = askedClosed(ctx, query.month) && query.month
  const written = publishedMonths(ctx, format, { month, mayRead: askedFor(query, mayReadSlices(ctx)) })

  return { name: month ? `months-${month}.${format}` : `months.${format}`, pieces: [written] }
}

/** What months.json is, for programs that read it. */
export function monthsSchema(): typeof MONTHS_SCHEMA {
  return MONTHS_SCHEMA
}

/** What was asked for, out of what may be read. */
function askedFor(query: ReaderQuery, mayRead: (cell: PublishedCell) => boolean): (cell: PublishedCell) => boolean {
  const { of, breakdown } = query

  return (cell) =>
    mayRead(cell) &&
    (of === null || (cell.breakdown === of.breakdown && cell.slice === of.key)) &&
    (breakdown === null || cell.breakdown === breakdown)
}
