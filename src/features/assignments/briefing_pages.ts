import type { Context } from '../../context.ts'
import { monthOf } from '../../lib/periods.ts'
import { hoursInWords } from '../../lib/weekly_hours.ts'
import { dayInWords, monthInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getMember, getOrganisation } from '../members/store.ts'
import { addressInWords, addressLink } from '../touchpoints/address.ts'
import { coverAdvice, IF_RECOGNISED, NEVER_ON_ANY_ERRAND } from '../touchpoints/cover.ts'
import { isOpenAt, OPEN_ALWAYS, openNowInWords } from '../touchpoints/opening_hours.ts'
import { listStandards, openingHoursOf } from '../touchpoints/store.ts'
import { isLive } from '../touchpoints/touchpoint.ts'
import { mayMove } from './assignment.ts'
import { beforeWords, goWords, headlined, overWords, waitWords } from './briefing.ts'
import { handoverNote } from './handover_pages.ts'
import { predictionKeys } from './prediction.ts'
import {
  assignmentOf,
  type Briefed,
  findPrediction,
  getOwn,
  hasDraft,
  type TouchpointRow,
  todayAt,
  windowOf,
} from './store.ts'
import { when } from './window_pages.ts'

/** The briefing on one screen, with the prediction to seal. */
export function briefingPage(ctx: Context, id: string, form?: Form): View {
  return briefing(ctx, getOwn(ctx, id), form ?? emptyForm())
}

/** What to do, when, and what to expect, with the prediction to seal. */
export function briefing(ctx: Context, briefed: Briefed, form: Form): View {
  const { assignment, errand } = briefed
  const month = monthInWords(monthOf(windowOf(assignment).fromDay), getOrganisation(ctx).locale, false)

  return {
    ...{ template: 'assignments/briefing', title: `Your contact in ${month}`, at: '/today', width: 'narrow' },
    id: assignment.id,
    kicker: `${month} · ${briefed.touchpoint.name}`,
    heading: errand?.errand ?? briefed.touchpoint.name,
    ...when(ctx, briefed),
    ...whom(ctx, briefed),
    ...what(errand),
    predictFirst: 'Predict first. It stands on the next screen too.',
    standards: listStandards(ctx, briefed.touchpoint.id).map(({ statement }) => statement),
    ...{ why: assignment.why, handover: handoverNote(ctx, briefed) },
    before: beforeWords(briefed.touchpoint.channel),
    questions: predictionKeys(),
    started: ['contacted', 'reflected'].includes(assignment.state),
    form,
    sheet: 'phone.css',
    keep: pagesToKeep(assignment.id),
    scripts: ['posting.js', 'outbox.js', 'kept.js', 'form_words.js'],
  }
}

/** The address again, and the way to the reflection. */
export function contact(ctx: Context, briefed: Briefed): View {
  const { assignment, touchpoint, errand } = briefed
  const { locale } = getOrganisation(ctx)
  const startedOn = Temporal.PlainDate.from(assignment.contactedOn ?? todayAt(ctx, briefed).toString())

  return {
    template: 'assignments/contact',
    title: 'Your contact',
    at: '/today',
    width: 'narrow',
    id: assignment.id,
    kicker: `${touchpoint.name} · started ${dayInWords(startedOn, locale, 'weekday')}`,
    heading: errand?.errand ?? touchpoint.name,
    ...whom(ctx, briefed),
    ...what(errand),
    over: hasDraft(ctx, assignment.id) ? 'Go on with your reflection' : overWords(touchpoint.channel),
    wait: waitWords({ channel: touchpoint.channel, answerDays: touchpoint.answerDays, contactedOn: startedOn }, locale),
    sealed: findPrediction(ctx, assignment.id) !== null,
    sheet: 'phone.css',
    keep: pagesToKeep(assignment.id),
    logs: assignment.origin !== 'own_initiative',
    mayWithdraw: mayMove(assignmentOf(assignment), 'withdraw', ctx.actor, todayAt(ctx, briefed)),
  }
}

/** What comes next, for a device that will have no connection then. */
export function pagesToKeep(id: string): string[] {
  return ['/today', `/assignments/${id}/live`, `/assignments/${id}/reflection`]
}

/** The errand, and what never to do on it. */
export function what(errand: Briefed['errand']) {
  const never = [...NEVER_ON_ANY_ERRAND, ...(errand?.never ? [errand.never] : [])]

  return { errand, ifRecognised: IF_RECOGNISED, never }
}

/** Whom to contact: the address to dial or open, open now or when, and how to stay a customer. */
export function whom(ctx: Context, { touchpoint }: Briefed) {
  const member = getMember(ctx, ctx.actor.id ?? '')
  const address = addressInWords(touchpoint.channel, touchpoint.address, member.country)
  const [headline = '', ...advice] = coverAdvice(touchpoint.channel, touchpoint.address)

  return {
    address,
    isLong: address.length > 18,
    link: addressLink(touchpoint.channel, touchpoint.address),
    isPhone: touchpoint.channel === 'phone',
    go: goWords(touchpoint.channel),
    openNow: isLive(touchpoint.channel) ? openNow(ctx, touchpoint, member.timeZone) : null,
    advice: { headline, rest: advice.join(' ') },
  }
}

function openNow(ctx: Context, touchpoint: TouchpointRow, zone: string) {
  const hours = openingHoursOf(ctx, touchpoint)

  const sentence = openNowInWords(hours, ctx.now, zone)

  return {
    ...headlined(sentence),
    mark: isOpenAt(hours, ctx.now) ? 'open' : 'published',
    week: sentence === OPEN_ALWAYS ? null : hoursInWords(touchpoint.openingHours),
  }
}
