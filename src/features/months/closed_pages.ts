/** The months as everybody but leads reads them: closed, and only what was published of them. */
import type { Context } from '../../context.ts'
import { addMonths, type Month, monthsUpTo } from '../../lib/periods.ts'
import { dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { type AskedClosed, askedClosed, type MayRead, mayReadSlices } from './asked_closed_pages.ts'
import { BREAKDOWN_NAMES, BREAKDOWNS } from './breakdowns.ts'
import { rebasesAt } from './closed_charts.ts'
import type { ClosedReading } from './closed_reading.ts'
import { listDelaysOf, listNotedRebases, listSmallPrograms } from './closed_store.ts'
import { closedView, NONE_RUNS } from './closed_view_pages.ts'
import { MOST_MONTHS } from './control.ts'
import { erratumWords } from './errata_pages.ts'
import { leadingMeasure } from './every_measure.ts'
import { numbersIn } from './figure_words.ts'
import { PRIDE } from './measures.ts'
import { monthNamer } from './month_words.ts'
import { methodWords } from './pages.ts'
import { type Erratum, listErrata, listPublishedCells, listPublishedSpans } from './published_store.ts'
import type { ReadCell } from './read_cells.ts'
import { spansUpTo } from './spans.ts'

export function closedPage(ctx: Context, month: Month | null): View {
  const asked = askedClosed(ctx, month)
  const shared = {
    template: 'months/closed',
    at: '/months',
    method: methodWords(ctx),
    smallPrograms: listSmallPrograms(ctx),
  }

  return asked
    ? { ...shared, nothing: false, ...closedMonth(ctx, asked) }
    : { ...shared, title: 'Months', nothing: true }
}

function closedMonth(ctx: Context, asked: AskedClosed) {
  const { organisation, month } = asked
  const cells = totalsOf(ctx, asked)
  const errata = listErrata(ctx, monthsUpTo(month.month, 13))
  const levels = Map.groupBy(
    cells.filter(({ measure }) => measure === PRIDE.key),
    ({ span }) => span,
  )

  return {
    title: monthNamer(organisation.locale)(month.month).full,
    isShown: isAnyShown(cells, monthsUpTo(month.month, 12)),
    ...closedView(leadingMeasure(month.primaryMeasure), levels, readingOf(ctx, asked, { cells, errata })),
    pager: pagerOf(asked),
    closes: `Closed on ${dayInWords(month.closedOn, organisation.locale)}`,
    remarks: remarksOf(ctx, asked, errata),
    breakdowns: breakdownLinks(ctx, mayReadSlices(ctx)),
  }
}

/** Where every figure is withheld this is said once. */
function isAnyShown(cells: readonly ReadCell[], months: readonly Month[]): boolean {
  return cells.some(({ shown, span }) => shown && months.includes(span))
}

/** The breakdowns something was published of that this reader may read. */
export function breakdownLinks(ctx: Context, mayRead: MayRead): { href: string; label: string }[] {
  return BREAKDOWNS.filter((breakdown) => listPublishedSpans(ctx, breakdown).length > 0)
    .filter((breakdown) => breakdown === 'touchpoint' || mayRead({ breakdown, slice: '' }))
    .map((breakdown) => ({ href: `/months?breakdown=${breakdown}`, label: BREAKDOWN_NAMES[breakdown] }))
}

/** The totals that the twelve months, a year before and the control charts are read from. */
function totalsOf(ctx: Context, { month }: AskedClosed): ReadCell[] {
  return listPublishedCells(ctx, { breakdown: 'all', spans: monthsUpTo(month.month, MOST_MONTHS + 12) })
}

function readingOf(
  ctx: Context,
  { organisation, closed, month }: AskedClosed,
  { cells, errata }: { cells: readonly ReadCell[]; errata: readonly Erratum[] },
): ClosedReading {
  const { locale, smallestGroup: enough } = organisation
  const byMeasure = Map.groupBy(cells, ({ measure }) => measure)
  const totals = new Map([...byMeasure].map(([key, ofOne]) => [key, new Map(ofOne.map((cell) => [cell.span, cell]))]))
  const spans = spansUpTo(month.month, month.fiscalYearStart)

  return {
    words: {
      ...{ name: monthNamer(locale), numbers: numbersIn(locale) },
      reading: {
        ...{ locale, enough, month: month.month },
        ...{ current: NONE_RUNS, first: closed[0]?.month ?? null },
      },
    },
    months: spans.months.map((span) => span.name),
    quarters: spans.quarters,
    cells: (measure) => totals.get(measure) ?? new Map(),
    rebases: rebasesAt(closed, listNotedRebases(ctx)),
    errata: (measure) => errata.filter((one) => one.measure === measure).map((one) => erratumWords(ctx, one)),
  }
}

function pagerOf({ organisation, closed, month }: AskedClosed) {
  const name = monthNamer(organisation.locale)
  const link = (to: Month) =>
    closed.some((each) => each.month === to)
      ? { href: to === closed.at(-1)?.month ? '/months' : `/months?month=${to}`, label: name(to).long }
      : null

  return {
    previous: link(addMonths(month.month, -1)),
    current: name(month.month).full,
    next: link(addMonths(month.month, 1)),
  }
}

/** Why it closed when it did, and what was put right since of any month whose figures stand on the page. */
function remarksOf(ctx: Context, { organisation, month }: AskedClosed, errata: readonly Erratum[]): string[] {
  const delays = listDelaysOf(ctx, month.month).map(
    ({ untilDay, reason }) => `Its closing was put off to ${dayInWords(untilDay, organisation.locale)}: ${reason}`,
  )
  const toAll = errata.filter(({ measure }) => measure === '')

  return [...delays, ...toAll.map((erratum) => erratumWords(ctx, erratum))]
}
