import type { Context } from '../../context.ts'
import { dayInWords, daysInWords } from '../../lib/words.ts'
import { emptyForm, type Form } from '../../platform/web/forms.ts'
import type { View } from '../../platform/web/render.ts'
import { getMember, getOrganisation, today } from '../members/store.ts'
import { swapComplaint } from '../programs/swap.ts'
import { IF_RECOGNISED } from '../touchpoints/cover.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import { CHANNEL_NAMES } from '../touchpoints/touchpoint.ts'
import { mayMove, STATE_WORDS, stateOn } from './assignment.ts'
import { windowWords } from './briefing.ts'
import { briefing, contact } from './briefing_pages.ts'
import { askedLines, handoverHistory } from './handover_pages.ts'
import { isOpen } from './open_months_store.ts'
import { isPromiseDue } from './promise.ts'
import { REFUSALS, type Refusal } from './reason.ts'
import {
  assignmentOf,
  type Briefed,
  getOwn,
  getVisible,
  listLatelyMissed,
  listOpenPromises,
  listWaiting,
  todayAt,
  windowOf,
} from './store.ts'
import { placeOf } from './window.ts'

/** A leader's start page: the one thing to do next, and what comes after it. */
export function todayPage(ctx: Context): View {
  const waiting = listWaiting(ctx, ctx.actor.id ?? '')
  const [next, ...later] = inOrderOfDoing(ctx, waiting)
  const asked = askedLines(ctx)
  const view = next
    ? nextPage(ctx, next)
    : nothingPage(asked.length > 0 ? 'A question waits for you.' : 'Nothing waits for you.')
  const missed = [...waiting.filter((each) => isOver(ctx, each)), ...listLatelyMissed(ctx, ctx.actor.id ?? '')]

  return {
    ...view,
    at: '/today',
    later: later.map((each) => line(ctx, each)),
    missed: missed.map((each) => line(ctx, each)),
    promises: promisesDue(ctx),
    asked,
    own: true,
  }
}

/** A contact nobody planned, in two taps: which touchpoint it was; the rest is the reflection. */
export function ownContactPage(ctx: Context, form: Form = emptyForm()): View {
  return {
    template: 'assignments/own',
    title: 'Log a contact of your own',
    at: '/contacts',
    width: 'narrow',
    form,
    touchpoints: listTouchpoints(ctx).map(({ id, name, channel }) => ({ id, name, channel: CHANNEL_NAMES[channel] })),
  }
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
    whose: which === 'decline' ? null : whoseInWords(ctx, briefed),
    form,
  }
}

/** "Henrik Falk at Kundenservice, 23–24 November." */
function whoseInWords(ctx: Context, { assignment, touchpoint }: Briefed): string {
  const days = daysInWords(assignment.fromDay, assignment.toDay, getOrganisation(ctx).locale)

  return `${getMember(ctx, assignment.leaderId).name} at ${touchpoint.name}, ${days}.`
}

/** While the contact goes on: where to reach them again, and the way to the reflection. */
export function contactPage(ctx: Context, id: string): View {
  return ownPage(ctx, getOwn(ctx, id))
}

/** What a lead sees of an assignment; its leader sees the briefing or the contact. */
export function assignmentPage(ctx: Context, id: string): View {
  const briefed = getVisible(ctx, id)
  if (briefed.assignment.leaderId === ctx.actor.id && briefed.assignment.state !== 'planned')
    return ownPage(ctx, briefed)
  const state = stateOn(assignmentOf(briefed.assignment), todayAt(ctx, briefed))

  return {
    template: 'assignments/show',
    title: briefed.errand?.errand ?? briefed.touchpoint.name,
    width: 'narrow',
    at: '/programs',
    id,
    roundId: briefed.assignment.roundId,
    leader: getMember(ctx, briefed.assignment.leaderId).name,
    touchpoint: briefed.touchpoint.name,
    window: windowWords(windowOf(briefed.assignment), getOrganisation(ctx).locale),
    state: STATE_WORDS[state],
    why: briefed.assignment.why,
    reason: briefed.assignment.reason,
    handovers: handoverHistory(ctx, briefed),
    errand: briefed.errand,
    ifRecognised: IF_RECOGNISED,
    ...leadsHand(ctx, briefed),
  }
}

/** What a lead may still do with it. */
function leadsHand(ctx: Context, briefed: Briefed) {
  const rule = assignmentOf(briefed.assignment)
  const day = todayAt(ctx, briefed)

  return {
    maySwap: swapComplaint(briefed.assignment, day) === null,
    mayExcuse: mayMove(rule, 'excuse', ctx.actor, day),
    mayCancel: mayMove(rule, 'cancel', ctx.actor, day),
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

/** Asked from the day it is due until the month is closed: did they come back? */
function promisesDue(ctx: Context) {
  const { locale } = getOrganisation(ctx)

  return listOpenPromises(ctx, ctx.actor.id ?? '')
    .filter(({ month }) => isOpen(ctx, month))
    .filter((promise) => isPromiseDue(promise, today(ctx)))
    .map(({ id, touchpoint, contactedOn }) => ({
      id,
      touchpoint,
      on: dayInWords(contactedOn, locale, 'short'),
    }))
}

function nextPage(ctx: Context, next: Briefed): View {
  return next.assignment.state === 'contacted' ? contact(ctx, next) : briefing(ctx, next, emptyForm())
}

function nothingPage(heading: string): View {
  return { template: 'assignments/nothing', title: 'Today', width: 'narrow', heading }
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
