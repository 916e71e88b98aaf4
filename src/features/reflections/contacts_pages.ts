import type { Context } from '../../context.ts'
import { counted, dayInWords, monthInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { isPromiseDue } from '../assignments/promise.ts'
import { getOrganisation, today } from '../members/store.ts'
import { isCounted } from './counts.ts'
import { calibrationOf, calibrationRange, calibrationWords } from './expectation.ts'
import { outcomeInWords } from './outcome.ts'
import { listOutcomes } from './outcome_store.ts'
import { listOwnReflections } from './reading_store.ts'
import { fateOf } from './release_pages.ts'
import { isMonthOpen } from './store.ts'

type Own = ReturnType<typeof listOwnReflections>[number]

/** A leader's own contacts: their months, their stories, and how well they expect. Nobody else sees this page. */
export function contactsPage(ctx: Context): View {
  const own = listOwnReflections(ctx, ctx.actor.id ?? '')
  const { locale } = getOrganisation(ctx)
  const months = Map.groupBy(own, ({ reflection }) => reflection.contactedOn.slice(0, 7))

  return {
    template: 'reflections/contacts',
    title: 'Your contacts',
    at: '/contacts',
    width: 'narrow',
    heading: own.length === 0 ? 'You have not made a contact yet.' : `You have made ${counted(own.length, 'contact')}.`,
    ...calibrated(own, locale),
    outcomes: outcomesOf(ctx, own, locale),
    promises: own.filter((each) => isPromiseAsked(ctx, each)).map((each) => line(each, locale)),
    months: [...months].map(([month, contacts]) => ({
      name: monthInWords(month, locale),
      contacts: contacts.map((each) => line(each, locale)),
    })),
  }
}

/** How well they expect, and how sure that is; empty where there is nothing to say yet. */
function calibrated(own: readonly Own[], locale: string): { calibration: string; range: string } {
  const pairs = own.flatMap(({ reflection, prediction }) =>
    prediction && isCounted(reflection)
      ? [{ valued: reflection.valued, predictedValued: prediction.predictedValued }]
      : [],
  )
  const found = calibrationOf(pairs)
  if (found) return { calibration: calibrationWords(found, locale), range: calibrationRange(found, locale) }

  return {
    calibration: own.length > 0 ? 'From three contacts on, this page tells you how well you expect.' : '',
    range: '',
  }
}

/** What became of what they reported; the reflections it came from, the latest first. */
function outcomesOf(ctx: Context, own: readonly Own[], locale: string) {
  const outcomes = listOutcomes(
    ctx,
    own.map(({ reflection }) => reflection.id),
  )

  return own.flatMap(({ reflection, touchpoint }) =>
    (outcomes.get(reflection.id) ?? []).map((outcome) => ({
      id: reflection.id,
      touchpoint,
      ...outcomeInWords(outcome, locale),
    })),
  )
}

/** Asked from the day it is due until the month freezes. */
function isPromiseAsked(ctx: Context, { reflection }: Own): boolean {
  return reflection.promise === 'still_open' && isMonthOpen(ctx, reflection) && isPromiseDue(reflection, today(ctx))
}

function line({ reflection, touchpoint, prediction, release }: Own, locale: string) {
  return {
    id: reflection.id,
    touchpoint,
    on: dayInWords(reflection.contactedOn, locale, 'short'),
    story: reflection.story,
    felt: reflection.valued,
    expected: prediction?.predictedValued ?? null,
    fate: fateOf(release),
    aside: reflection.cover === 'blown' ? 'cover blown' : reflection.counts ? '' : 'a story, not counted',
  }
}
