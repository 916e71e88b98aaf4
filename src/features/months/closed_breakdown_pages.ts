/** One measure over the slices of a breakdown and its closed quarters: never ranked, in the order of their names. */
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { mayReadSlices, refuseOthers } from './asked_closed_pages.ts'
import { BREAKDOWN_NAMES, type Breakdown } from './breakdowns.ts'
import { comparedWords } from './closed_block_pages.ts'
import { breakdownLinks } from './closed_pages.ts'
import { explained } from './closed_slice_pages.ts'
import { erratumWords } from './errata_pages.ts'
import { FIGURE_MEASURES, leadingMeasure } from './every_measure.ts'
import { figureWords, type Numbers, numbersIn } from './figure_words.ts'
import type { Measure } from './measures.ts'
import { type MonthNames, monthNamer, monthsInWords, spanInWords } from './month_words.ts'
import { methodWords } from './pages.ts'
import { listClosedMonths, listClosedQuarters, listErrata, listPublishedCells } from './published_store.ts'
import { changeOfCell, figureOfCell, type ReadCell } from './read_cells.ts'
import { spanMonths } from './span_words.ts'

/** So many quarters stand side by side: one of each season, and the same one a year before. */
const QUARTERS = 5

export function closedBreakdownPage(ctx: Context, breakdown: Breakdown, measureKey: string | null): View {
  const measure = measureAsked(ctx, measureKey)
  const mayRead = mayReadSlices(ctx)
  refuseOthers(ctx, breakdown)
  const cells = listPublishedCells(ctx, { breakdown, measures: [measure.key] }).filter(mayRead)
  const quarters = publishedIn(cells, listClosedQuarters(ctx)).slice(-QUARTERS)
  const { locale } = getOrganisation(ctx)
  const rows = rowsOf(cells, breakdown, quarters, locale)

  return {
    template: 'months/closed_breakdown',
    title: `By ${BREAKDOWN_NAMES[breakdown].toLowerCase()}`,
    at: '/months',
    breakdown,
    by: BREAKDOWN_NAMES[breakdown],
    measure: { name: measure.name, explained: explained(measure, cells) },
    measures: FIGURE_MEASURES.map(({ key, name }) => ({ value: key, label: name, chosen: key === measure.key })),
    breakdowns: breakdownLinks(ctx, mayRead),
    heads: headsOf(quarters, locale),
    rows,
    dashes: rows.some((row) => row.cells.some(({ figure }) => figure.strong === '–')),
    remarks: errataOf(ctx, cells, { breakdown, measure }),
    method: methodWords(ctx),
  }
}

type Quarters = ReturnType<typeof listClosedQuarters>

/** Those at whose end anything was: where the fiscal year was moved some have no breakdown at all. */
function publishedIn(cells: readonly ReadCell[], quarters: Quarters): Quarters {
  const ends = new Set(cells.map(({ lastMonth }) => lastMonth))

  return quarters.filter(({ months }) => ends.has(months.at(-1) ?? ''))
}

function headsOf(quarters: Quarters, locale: string) {
  const month = monthNamer(locale)

  return quarters.map(({ name, months }) => ({
    name: spanInWords(name, month),
    months: monthsInWords(months, (each) => month(each).short),
  }))
}

function measureAsked(ctx: Context, key: string | null): Measure {
  if (key === null) return leadingMeasure(listClosedMonths(ctx).at(-1)?.primaryMeasure)
  const found = FIGURE_MEASURES.find((measure) => measure.key === key)
  if (!found) throw new Problem('not_found', 'There is no such measure.')

  return found
}

function rowsOf(cells: readonly ReadCell[], breakdown: Breakdown, quarters: Quarters, locale: string) {
  const reading = { numbers: numbersIn(locale), month: monthNamer(locale) }

  return [...Map.groupBy(cells, ({ slice }) => slice)]
    .map(([slice, own]) => ({
      name: own.at(-1)?.sliceName || slice,
      href: `/months?${new URLSearchParams({ [breakdown]: slice })}`,
      cells: quarters.map((quarter) =>
        inQuarter(
          own.find(({ lastMonth }) => lastMonth === quarter.months.at(-1)),
          quarter,
          reading,
        ),
      ),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, locale))
}

/**
 * A run of several quarters stands in its last one. Of a slice nobody contacted, or was to, nothing was published (release_store.ts), and
 * so there is nothing withheld. On a phone there is no heading: each figure says its months.
 */
function inQuarter(
  cell: ReadCell | undefined,
  { name, months }: { name: string; months: readonly Month[] },
  { numbers, month }: { numbers: Numbers; month: (month: Month) => MonthNames },
) {
  const figure = figureOfCell(cell)

  return {
    head: monthsInWords(months, (each) => (each === months.at(-1) ? month(each).brief : month(each).short)),
    figure: figureWords(figure, numbers),
    change: cell?.verdict ? comparedWords(figure, changeOfCell(cell), { numbers }) : null,
    together: cell?.shown && cell.span !== name ? spanMonths(cell, { month }) : '',
  }
}

function errataOf(
  ctx: Context,
  cells: readonly ReadCell[],
  about: { breakdown: Breakdown; measure: Measure },
): string[] {
  const slices = new Set(cells.map(({ slice }) => slice))

  return listErrata(ctx, [...new Set(cells.map(({ span }) => span))])
    .filter(({ breakdown }) => breakdown === '' || breakdown === about.breakdown)
    .filter(({ slice }) => slice === '' || slices.has(slice))
    .filter(({ measure }) => measure === '' || measure === about.measure.key)
    .map((erratum) => erratumWords(ctx, erratum))
}
