/** Touchpoints by quarter, and by month: one measure at a time, in the order of their names and never ranked. */
import { cellBar } from '../../charts/matrix.ts'
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { counted } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { type Asked, askedFor, hrefOf } from './asked_pages.ts'
import { listSlices } from './breakdowns_store.ts'
import { leadingMeasure } from './every_measure.ts'
import { numbersIn, shareWords } from './figure_words.ts'
import { SHARES, type ShareMeasure } from './measures.ts'
import { monthNamer, monthsInWords, monthsOfYears } from './month_words.ts'
import { monthsOf, type Span, spansUpTo } from './spans.ts'
import { listTouchpointTallies } from './store.ts'
import { type Count, countOf, type Tally, together } from './tally.ts'
import { shareOf } from './verdict.ts'

type Names = ReturnType<typeof monthNamer>
type Write = { whole: (count: number) => string }

export function touchpointMatrixPage(ctx: Context, asking: { month: string | null; measure: string | null }): View {
  const asked = askedFor(ctx, { month: asking.month, of: null })
  const { locale, primaryMeasure } = asked.organisation
  const measure = leadingMeasure(asking.measure ?? primaryMeasure)
  const name = monthNamer(locale)
  const spans = spansUpTo(asked.month, asked.organisation.fiscalYearStart)
  const rows = rowsOf(ctx, asked, measure, monthsOf(spans))
  const table = tableOf(measure, rows, numbersIn(locale))

  return {
    template: 'months/touchpoints',
    title: `${measure.name} by touchpoint`,
    at: '/months',
    ...{ heading: measure.name, of: measure.of, counted: measure.counted, month: asking.month },
    lead: leadOf(measure, rows, spans.quarters.at(-1), name),
    quarters: table(spans.quarters, (months) => quarterHead(months, name)),
    months: table(spans.months, ([month = '']) => name(month).brief),
    measures: SHARES.map(({ key, name }) => ({ value: key, label: name, chosen: key === measure.key })),
    back: hrefOf('/months', asked, null),
  }
}

/** "Oct to Dec 2025": a year of quarters begins and ends in the same season. */
function quarterHead(months: readonly Month[], name: Names): string {
  return `${monthsInWords(months, (month) => name(month).short)} ${months.at(-1)?.slice(0, 4)}`
}

function tableOf(measure: ShareMeasure, rows: readonly Row[], numbers: Write) {
  return (columns: readonly Span[], head: (months: readonly Month[]) => string) => ({
    heads: columns.map(({ months }) => head(months)),
    rows: rows.map(({ label, href, tallies }) => ({
      ...{ label, href },
      cells: columns.map((span) => cellOf(measure, span, tallies, numbers)),
    })),
  })
}

interface Row {
  label: string
  href: string
  tallies: ReadonlyMap<Month, Tally>
}

/** Touchpoints nobody contacted in all these months have no row. */
function rowsOf(ctx: Context, asked: Asked, measure: ShareMeasure, months: readonly Month[]): Row[] {
  const byTouchpoint = listTouchpointTallies(ctx, months, measure.question)

  return listSlices(ctx, 'touchpoint').flatMap((slice) => {
    const tallies = byTouchpoint.get(slice.key)

    return tallies ? [{ label: slice.name, href: hrefOf('/months', asked, slice), tallies }] : []
  })
}

function cellOf(measure: ShareMeasure, span: Span, tallies: Row['tallies'], { whole }: Write) {
  const figure = figureIn(measure, span, tallies)
  if (figure.of === 0) return { strong: '–', rest: '', below: '', picture: '' }
  const share = shareBeyondStories(figure)

  return {
    ...{ strong: whole(figure.count), rest: `of ${whole(figure.of)}` },
    below: share ? shareWords(share) : '',
    picture: share ? cellBar(share.value) : '',
  }
}

/** One contact is a story, two are two stories: no share is made of them. */
function shareBeyondStories(figure: Count) {
  return figure.of > 2 ? shareOf(figure) : null
}

function figureIn(measure: ShareMeasure, { months }: Span, tallies: Row['tallies']): Count {
  return countOf(measure, together(months.flatMap((month) => tallies.get(month) ?? [])))
}

/** What can be said of all that have an interval: how many of these overlap, and that this is no ranking. */
function leadOf(measure: ShareMeasure, rows: readonly Row[], latest: Span | undefined, name: Names): string {
  const shares = latest
    ? rows.flatMap(({ tallies }) => shareBeyondStories(figureIn(measure, latest, tallies)) ?? [])
    : []
  if (shares.length < 2) return 'There is nothing to compare yet.'

  const pairs = shares.flatMap((one, i) => shares.slice(i + 1).map((other) => [one, other] as const))
  const apart = pairs.filter(([one, other]) => one.low > other.high || other.low > one.high).length
  const span = monthsOfYears(latest?.months ?? [], name)
  const order = 'They stand in the order of their names: this is no ranking'
  if (apart === 0) return `In ${span} the intervals of all of them overlap. ${order}.`

  return `In ${span} ${apart} of ${counted(pairs.length, 'pair')} ${apart === 1 ? 'has' : 'have'} intervals that do not overlap. ${order}, and the more pairs there are, the more lie apart by luck.`
}
