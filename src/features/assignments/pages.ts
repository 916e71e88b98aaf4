import type { Context } from '../../context.ts'
import { monthOf } from '../../lib/periods.ts'
import { hoursInWords } from '../../lib/weekly_hours.ts'
import { dayInWords, monthInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getMember, getOrganisation } from '../members/store.ts'
import { addressInWords, addressLink } from '../touchpoints/address.ts'
import { coverAdvice, IF_RECOGNISED, NEVER_ON_ANY_ERRAND } from '../touchpoints/cover.ts'
import { isOpenAt, openNowInWords, spansOn } from '../touchpoints/opening_hours.ts'
import { isLive } from '../touchpoints/touchpoint.ts'
import { getOwn, getVisible, todayAt } from './actions.ts'
import { mayMove, STATE_WORDS, stateOn } from './assignment.ts'
import {
  beforeWords,
  dayCell,
  goWords,
  headlined,
  overWords,
  timeLeftWords,
  waitWords,
  windowWords,
} from './briefing.ts'
import { predictionKeys } from './prediction.ts'
import { REFUSALS, type Refusal } from './reason.ts'
import {
  assignmentOf,
  type Briefed,
  findPrediction,
  listLatelyMissed,
  listStandards,
  listWaiting,
  openingHoursOf,
  type TouchpointRow,
  windowOf,
} from './store.ts'
import { listWindowDays, placeOf } from './window.ts'

/** A leader's start page: the one thing to do next, and what comes after it. */
export function todayPage(ctx: Context): View {
  const waiting = listWaiting(ctx, ctx.actor.id ?? '')
  const [next, ...later] = inOrderOfDoing(ctx, waiting)
  const view = next ? nextPage(ctx, next) : nothingPage()
  const missed = [...waiting.filter((each) => isOver(ctx, each)), ...listLatelyMissed(ctx, ctx.actor.id ?? '')]

  return {
    ...view,
    at: '/today',
    later: later.map((each) => line(ctx, each)),
    missed: missed.map((each) => line(ctx, each)),
    own: true,
  }
}

/** The briefing on one screen, with the prediction to seal. */
export function briefingPage(ctx: Context, id: string, form?: Form): View {
  return briefing(ctx, getOwn(ctx, id), form ?? emptyForm())
}

/** While the contact goes on: where to reach them again, and the way to the reflection. */
export function contactPage(ctx: Context, id: string): View {
  return contact(ctx, getOwn(ctx, id))
}

/** Asks why, before it is declined, excused or cancelled. */
export function reasonPage(ctx: Context, id: string, which: Refusal, form: Form = emptyForm()): View {
  const briefed = which === 'decline' ? getOwn(ctx, id) : getVisible(ctx, id)

  return {
    template: 'assignments/reason',
    width: 'narrow',
    ...REFUSALS[which],
    id,
    what: briefed.errand?.errand ?? briefed.touchpoint.name,
    form,
  }
}

/** What a lead sees of an assignment; its leader sees the briefing or the contact. */
export function assignmentPage(ctx: Context, id: string): View {
  const briefed = getVisible(ctx, id)
  if (briefed.assignment.leaderId === ctx.actor.id && briefed.assignment.state !== 'planned')
    return ownPage(ctx, briefed)
  const rule = assignmentOf(briefed.assignment)
  const today = todayAt(ctx, briefed)
  const state = stateOn(rule, today)

  return {
    template: 'assignments/show',
    title: briefed.errand?.errand ?? briefed.touchpoint.name,
    width: 'narrow',
    id,
    leader: getMember(ctx, briefed.assignment.leaderId).name,
    touchpoint: briefed.touchpoint.name,
    window: windowWords(windowOf(briefed.assignment), getOrganisation(ctx).locale),
    state: STATE_WORDS[state],
    why: briefed.assignment.why,
    reason: briefed.assignment.reason,
    errand: briefed.errand,
    ifRecognised: IF_RECOGNISED,
    mayExcuse: mayMove(rule, 'excuse', ctx.actor, today),
    mayCancel: mayMove(rule, 'cancel', ctx.actor, today),
  }
}

function ownPage(ctx: Context, briefed: Briefed): View {
  const state = stateOn(assignmentOf(briefed.assignment), todayAt(ctx, briefed))
  if (state === 'contacted') return contact(ctx, briefed)
  if (state === 'open' || state === 'missed') return briefing(ctx, briefed, emptyForm())

  return {
    template: 'assignments/done',
    title: briefed.errand?.errand ?? briefed.touchpoint.name,
    width: 'narrow',
    words: `This contact is ${STATE_WORDS[state]}.`,
    reflected: state === 'reflected',
    id: briefed.assignment.id,
  }
}

function nextPage(ctx: Context, next: Briefed): View {
  return next.assignment.state === 'contacted' ? contact(ctx, next) : briefing(ctx, next, emptyForm())
}

function nothingPage(): View {
  return { template: 'assignments/nothing', title: 'Today', width: 'narrow' }
}

function briefing(ctx: Context, briefed: Briefed, form: Form): View {
  const { assignment, errand } = briefed
  const { locale } = getOrganisation(ctx)
  const window = windowOf(assignment)
  const today = todayAt(ctx, briefed)

  return {
    template: 'assignments/briefing',
    title: `Your contact in ${monthInWords(monthOf(window.fromDay), locale, false)}`,
    at: '/today',
    width: 'narrow',
    id: assignment.id,
    kicker: `${monthInWords(monthOf(window.fromDay), locale, false)} · ${briefed.touchpoint.name}`,
    heading: errand?.errand ?? briefed.touchpoint.name,
    window: windowWords(window, locale),
    timeLeft: timeLeftWords(window, today, locale),
    place: placeOf(window, today),
    days: daysOf(ctx, briefed, locale),
    ...whom(ctx, briefed),
    errand,
    ifRecognised: IF_RECOGNISED,
    predictFirst: 'Predict first. It stands on the next screen too.',
    standards: listStandards(ctx, briefed.touchpoint.id).map(({ statement }) => statement),
    never: [...NEVER_ON_ANY_ERRAND, ...(errand?.never ? [errand.never] : [])],
    why: assignment.why,
    before: beforeWords(briefed.touchpoint.channel),
    questions: predictionKeys(),
    form,
    sealed: findPrediction(ctx, assignment.id) !== null,
  }
}

function contact(ctx: Context, briefed: Briefed): View {
  const { assignment, touchpoint, errand } = briefed
  const { locale } = getOrganisation(ctx)
  const startedOn = Temporal.PlainDate.from(assignment.contactedOn ?? todayAt(ctx, briefed).toString())

  return {
    template: 'assignments/contact',
    title: 'Your contact',
    at: '/today',
    width: 'narrow',
    id: assignment.id,
    kicker: `${touchpoint.name} · since ${dayInWords(startedOn, locale, 'weekday')}`,
    heading: errand?.errand ?? touchpoint.name,
    ...whom(ctx, briefed),
    errand,
    ifRecognised: IF_RECOGNISED,
    never: [...NEVER_ON_ANY_ERRAND, ...(errand?.never ? [errand.never] : [])],
    over: overWords(touchpoint.channel),
    wait: waitWords({ channel: touchpoint.channel, answerDays: touchpoint.answerDays, contactedOn: startedOn }, locale),
    sealed: findPrediction(ctx, assignment.id) !== null,
    mayWithdraw: mayMove(assignmentOf(assignment), 'withdraw', ctx.actor, todayAt(ctx, briefed)),
  }
}

/** Whom to contact: the address to dial or open, open now or when, and how to stay a customer. */
function whom(ctx: Context, { touchpoint }: Briefed) {
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

  return {
    ...headlined(openNowInWords(hours, ctx.now, zone)),
    mark: isOpenAt(hours, ctx.now) ? 'open' : 'published',
    week: hoursInWords(touchpoint.openingHours),
  }
}

/** Started ones first: their reflection waits. Then what is open today, then what is to come. */
function inOrderOfDoing(ctx: Context, waiting: readonly Briefed[]): Briefed[] {
  const rank = (each: Briefed) => {
    if (each.assignment.state === 'contacted') return 0

    return placeOf(windowOf(each.assignment), todayAt(ctx, each)) === 'now' ? 1 : 2
  }

  return waiting.filter((each) => !isOver(ctx, each)).toSorted((a, b) => rank(a) - rank(b))
}

function isOver(ctx: Context, each: Briefed): boolean {
  return stateOn(assignmentOf(each.assignment), todayAt(ctx, each)) === 'missed'
}

function line(ctx: Context, { assignment, touchpoint, errand }: Briefed) {
  const { locale } = getOrganisation(ctx)

  return {
    id: assignment.id,
    words: errand?.errand ?? touchpoint.name,
    when: windowWords(windowOf(assignment), locale),
    state: assignment.state,
  }
}

/** The open days of the window: on closed ones nobody can do anything. */
function daysOf(ctx: Context, briefed: Briefed, locale: string) {
  const hours = openingHoursOf(ctx, briefed.touchpoint)
  const isOpen = (day: Temporal.PlainDate) => spansOn(hours, day).length > 0
  const days = listWindowDays(windowOf(briefed.assignment), todayAt(ctx, briefed), isOpen)

  return days.filter((each) => each.open).map((each) => dayCell(each, locale))
}
