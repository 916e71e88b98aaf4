import type { Context } from '../../context.ts'
import { onceForEach, onceForText } from '../../lib/once_for_each.ts'
import { isOpenMonth, lastDay, lastOpenDay, type Month, monthOf, monthsUpTo } from '../../lib/periods.ts'
import { dayInWords, counted as inWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, today } from '../members/store.ts'
import { type Asked, askedFor, hrefOf, overviewOfAsked } from './asked_pages.ts'
import { BREAKDOWN_NAMES, BREAKDOWNS, type Slice } from './breakdowns.ts'
import { listSlices } from './breakdowns_store.ts'
import { EVERY_MEASURE, howCounted } from './every_measure.ts'
import { SHARES } from './measures.ts'
import { monthNamer } from './month_words.ts'
import type { MonthsQuery } from './spans.ts'
import { dataAsOf } from './store.ts'
import { LUCK_ALONE } from './verdict.ts'
import { monthsView } from './view_pages.ts'

/** The months as leads read them: live. */
export function monthsPage(ctx: Context, query: MonthsQuery, form?: Form): View {
  const asked = askedFor(ctx, query)
  const { organisation, month, first, slice } = asked
  const reading = { locale: organisation.locale, enough: organisation.smallestGroup }
  const view = monthsView(overviewOfAsked(ctx, asked), { ...asked, ...reading })
  // A sentence read aloud says of whom it is: of one touchpoint it is not of the company.
  const ofWhose = (words: string) => (slice ? `${slice.name}, ${words}` : words)

  return {
    template: 'months/show',
    title: ofWhose(monthNamer(organisation.locale)(month).full),
    at: '/months',
    ...view,
    headline: ofWhose(view.headline),
    pager: pagerOf(asked),
    closes: closingWords(asked),
    ofWhom: ofWhom(ctx, asked),
    exports: { csv: hrefOf('/months.csv', asked, slice), json: hrefOf('/months.json', asked, slice) },
    rebases: slice?.breakdown === 'touchpoint' ? `/months/rebases?touchpoint=${slice.key}` : '/months/rebases',
    nothing: first === null,
    method: methodWords(ctx),
    form: form ?? emptyForm({ measure: organisation.primaryMeasure }),
    measures: SHARES.map(({ key, name }) => ({ value: key, label: name })),
  }
}

/** What the months are made from has not changed while this has not: neither the data nor the day. */
export function monthsAsOf(ctx: Context): string {
  return `${dataAsOf(ctx)} ${today(ctx)}`
}

/** How the numbers are made and how they are to be read: for everybody. */
export function methodPage(ctx: Context): View {
  return {
    template: 'months/method',
    title: 'How the numbers are read',
    width: 'narrow',
    method: methodWords(ctx),
    measures: definitions(),
  }
}

/** Every measure in the words its figures are explained with. */
function definitions() {
  return EVERY_MEASURE.map((measure) => ({ key: measure.key, name: measure.name, counted: howCounted(measure) }))
}

/** What months/_method.eta needs, wherever it is shown. */
export function methodWords(ctx: Context): { enough: number; closesAfter: string; luckAlone: string } {
  const { smallestGroup, monthClosesAfterDays } = getOrganisation(ctx)

  return { enough: smallestGroup, closesAfter: inWords(monthClosesAfterDays, 'day'), luckAlone: LUCK_ALONE }
}

function pagerOf(asked: Asked) {
  const { organisation, month, current, first, slice } = asked
  const name = monthNamer(organisation.locale)
  const link = (to: Month) => ({
    href: hrefOf('/months', { ...asked, month: to }, slice),
    label: name(to).long,
  })
  const [before, after] = [monthsUpTo(month, 2)[0] ?? month, monthsUpTo(current, 1)[0] ?? current]
  const next = month < after ? nextMonth(month) : null

  return {
    previous: first !== null && before >= first ? link(before) : null,
    current: name(month).full,
    next: next === null ? null : link(next),
  }
}

function nextMonth(month: Month): Month {
  return monthOf(lastDay(month).add({ days: 1 }))
}

/** The same all day: the calendar would take as long as a chart. */
function closingWords(asked: Asked): string {
  const { organisation, today, month, current, closings } = asked
  const as = JSON.stringify([organisation.locale, today, month, current, closings])

  return closingSaid(as, () => whenItCloses(asked))
}

const closingSaid = onceForText<string>(100)

function whenItCloses({ organisation, today, month, current, closings }: Asked): string {
  const { locale } = organisation
  const until = `late reflections count until ${dayInWords(lastOpenDay(month, closings), locale, 'short')}`
  // Closed ahead of its time: the clock was set back.
  if (month <= (closings.closedThrough ?? '') && month >= current) return 'Closed already'
  if (month === current) return `Still running; ${until}`
  if (isOpenMonth(month, today, closings)) return `Over; ${until}`

  const wasOpen = lastOpenDay(month, { ...closings, closedThrough: null })

  return `Complete since ${dayInWords(wasOpen.add({ days: 1 }), locale, 'short')}`
}

/** Everything the months can be looked at by, one at a time: a field with a heading for each breakdown. */
function ofWhom(ctx: Context, asked: Asked) {
  const { month, current, slice } = asked
  const lists = BREAKDOWNS.map((breakdown) => listSlices(ctx, breakdown)).filter((slices) => slices.length > 0)

  return {
    month: month === current ? null : month,
    groups: lists.map((slices) =>
      slices[0]?.breakdown === slice?.breakdown ? groupOf(slices, slice) : unchosen(slices),
    ),
    words: slice ? `${BREAKDOWN_NAMES[slice.breakdown]}: ${slice.name}` : '',
    all: slice ? hrefOf('/months', asked, null) : null,
    matrix: hrefOf('/months/touchpoints', asked, null),
  }
}

/** The very same group while nobody renamed any of them, which is drawn once. */
const unchosen = onceForEach((slices: readonly Slice[]) => groupOf(slices, null))

function groupOf(slices: readonly Slice[], chosen: Slice | null) {
  return {
    label: slices[0] ? BREAKDOWN_NAMES[slices[0].breakdown] : '',
    options: slices.map(({ breakdown, key, name }) => ({
      ...{ value: `${breakdown}:${key}`, label: name, chosen: key === chosen?.key },
    })),
  }
}
