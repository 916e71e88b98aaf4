/** When months close, what closing them withheld, and what was wrong with a published number: for leads. */
import type { Context } from '../../context.ts'
import { lastOpenDay, type Month, monthOf, monthsUpTo } from '../../lib/periods.ts'
import { dayInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { closingsOf } from '../assignments/open_months_store.ts'
import { getOrganisation, listMembers, today } from '../members/store.ts'
import { findFirstMonthOfAll, listDelays } from './closing_store.ts'
import { FIGURE_MEASURES } from './every_measure.ts'
import { PRIDE } from './measures.ts'
import { monthNamer } from './month_words.ts'
import { WITHHELD_WORDS } from './published.ts'
import {
  type ClosedMonth,
  listAllErrata,
  listClosedMonths,
  listMonthsShown,
  listPublishedSlices,
} from './published_store.ts'
import { spanNamed } from './span_pages.ts'

export function closingPage(ctx: Context, form?: Form): View {
  const { locale } = getOrganisation(ctx)
  const name = monthNamer(locale)
  const closed = listClosedMonths(ctx).reverse()
  const shown = listMonthsShown(ctx)
  const which = form?.typed.words === undefined ? 'delay' : 'erratum'

  return {
    ...{ template: 'months/closing', title: 'Closing months', at: '/months', width: 'narrow' },
    open: openMonths(ctx).map((month) => ({ value: month, label: name(month).full, closes: closesOn(ctx, month) })),
    delays: delaysInWords(ctx),
    closed: closed.map((month) => ({
      name: name(month.month).full,
      said: closedWords(month, shown.has(month.month), locale),
    })),
    withheld: WITHHELD_WORDS,
    errata: errataInWords(ctx),
    ...erratumChoices(ctx),
    form: form && which === 'delay' ? form : emptyForm(),
    erratum: form && which === 'erratum' ? form : emptyForm(),
  }
}

/** What an erratum may be about; the values are those its form accepts. */
export function erratumChoices(ctx: Context) {
  const slices = listPublishedSlices(ctx)
  const spans = [...new Set(slices.map(({ span }) => span))].sort().reverse()
  const abouts = new Map(slices.map(({ breakdown, slice, sliceName }) => [`${breakdown}:${slice}`, sliceName]))
  const named = [...abouts].filter(([about]) => about !== 'all:').map(([value, label]) => ({ value, label }))
  const measures = [...FIGURE_MEASURES, PRIDE].map(({ key, name }) => ({ value: key, label: name }))

  return {
    spans: spans.map((span) => ({ value: span, label: spanNamed(ctx, span) })),
    abouts: [{ value: ':', label: 'All figures' }, { value: 'all:', label: 'The totals' }, ...named],
    measures: [{ value: '', label: 'All measures' }, ...measures],
  }
}

/** Those a delay can still be for: begun, and not closed. */
function openMonths(ctx: Context): Month[] {
  const first = findFirstMonthOfAll(ctx)
  const { closedThrough } = closingsOf(ctx)

  return monthsUpTo(monthOf(today(ctx)), 12).filter(
    (month) => month > (closedThrough ?? '') && month >= (first ?? '9999'),
  )
}

function closesOn(ctx: Context, month: Month): string {
  const { locale } = getOrganisation(ctx)

  return dayInWords(lastOpenDay(month, closingsOf(ctx)).add({ days: 1 }), locale)
}

function delaysInWords(ctx: Context) {
  const { locale } = getOrganisation(ctx)
  const names = namesOf(ctx)
  const open = openMonths(ctx)

  return listDelays(ctx).map(({ month, untilDay, reason, decidedBy, decidedOn }) => ({
    month: monthNamer(locale)(month).full,
    stays: open.includes(month) ? 'stays' : 'stayed',
    until: dayInWords(untilDay, locale),
    reason,
    decided: `Decided by ${names.get(decidedBy) ?? 'a lead'} on ${dayInWords(decidedOn, locale)}`,
  }))
}

function closedWords(month: ClosedMonth, anyShown: boolean, locale: string): string {
  const { closedOn, contactsHidden, contactsHiddenAtLeast } = month
  const on = `Closed on ${dayInWords(closedOn, locale)}.`
  if (contactsHidden === 0 && !anyShown) return `${on} No figure has enough leaders behind it, so none is shown.`
  if (contactsHidden === 0) return `${on} Every figure that enough leaders stand behind is shown.`
  const whole = (count: number) => count.toLocaleString(locale)
  const near =
    contactsHidden === contactsHiddenAtLeast
      ? 'No choice could have withheld less.'
      : `Any choice had to withhold at least ${whole(contactsHiddenAtLeast)}, as far as that could be proven.`

  return `${on} Beyond figures with too few leaders, figures over ${whole(contactsHidden)} contacts in all are withheld, counting a contact once for each figure. ${near}`
}

function errataInWords(ctx: Context) {
  const { locale } = getOrganisation(ctx)
  const names = namesOf(ctx)
  const { abouts, measures } = erratumChoices(ctx)
  const label = (choices: readonly { value: string; label: string }[], value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? ''

  return listAllErrata(ctx).map(({ span, breakdown, slice, measure, words, publishedBy, publishedOn }) => ({
    about: `${spanNamed(ctx, span)}: ${label(abouts, `${breakdown}:${slice}`)}, ${label(measures, measure)}`,
    words,
    published: `Published by ${names.get(publishedBy) ?? 'a lead'} on ${dayInWords(publishedOn, locale)}`,
  }))
}

function namesOf(ctx: Context): Map<string, string> {
  return new Map(listMembers(ctx, { retired: true }).map(({ id, name }) => [id, name]))
}
