/** Changes that were noted, so that control charts begin anew: leads write them down with their reason, and can take them back. */
import type { Context } from '../../context.ts'
import { monthOf, monthsUpTo } from '../../lib/periods.ts'
import { dayInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation, today } from '../members/store.ts'
import { listSlices } from './breakdowns_store.ts'
import { MOST_MONTHS } from './control.ts'
import { FIGURE_MEASURES } from './every_measure.ts'
import { rebaseKeyOf, standardMeasure } from './measures.ts'
import { monthNamer } from './month_words.ts'
import { listRebases } from './rebases_store.ts'
import { findFirstMonth, listStandardRows } from './store.ts'

/** `typed` is what a form nobody filled in yet begins with. */
export function rebasesPage(ctx: Context, typed: { touchpointId?: string }, form?: Form): View {
  const { locale } = getOrganisation(ctx)
  const name = monthNamer(locale)
  const [measures, places] = [rebaseChoices(ctx), rebasePlaces(ctx)]
  const noted = listRebases(ctx).map(({ id, measure, month, touchpointId, reason, notedOn, notedBy }) => ({
    id,
    reason,
    measure: measures.find(({ value }) => value === measure)?.label ?? 'A measure no longer kept',
    place: placeWords(places, touchpointId),
    month: name(month).full,
    noted: `Noted by ${notedBy} on ${dayInWords(notedOn, locale)}`,
  }))

  return {
    template: 'months/rebases',
    title: 'Where control charts begin anew',
    at: '/months',
    width: 'narrow',
    noted: noted.reverse(),
    measures,
    places: places.map(({ value, label }) => ({ value, label: `Only at ${label}` })),
    months: monthChoices(ctx).map((month) => ({ value: month, label: name(month).full })),
    form: form ?? emptyForm({ measure: getOrganisation(ctx).primaryMeasure, ...typed }),
  }
}

function placeWords(places: readonly { value: string; label: string }[], touchpointId: string | null): string {
  const place = places.find(({ value }) => value === touchpointId)

  return place ? `only at ${place.label}` : ''
}

/** Every measure that has a chart, by the key its changes are noted under. */
export function rebaseChoices(ctx: Context): { value: string; label: string }[] {
  const measures = FIGURE_MEASURES.map((measure) => ({ value: rebaseKeyOf(measure), label: measure.name }))
  const standards = listStandardRows(ctx).map((standard) => ({
    value: rebaseKeyOf(standardMeasure(standard)),
    label: `${standard.touchpoint}: ${standard.statement}`,
  }))

  return [...measures, ...standards]
}

/** Where a change can be noted for alone. */
export function rebasePlaces(ctx: Context): { value: string; label: string }[] {
  return listSlices(ctx, 'touchpoint').map(({ key, name }) => ({ value: key, label: name }))
}

/** The months a change can be noted for, newest first: all that a chart shows but the first one counted. */
function monthChoices(ctx: Context): string[] {
  const first = findFirstMonth(ctx)
  if (first === null) return []

  return monthsUpTo(monthOf(today(ctx)), MOST_MONTHS)
    .filter((month) => month > first)
    .reverse()
}
