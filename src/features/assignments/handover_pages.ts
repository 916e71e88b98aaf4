import type { Context } from '../../context.ts'
import { dayInWords } from '../../lib/words.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { mayMove } from './assignment.ts'
import { windowWords } from './briefing.ts'
import { isWaiting, standInWords } from './handover.ts'
import { getAskedOf, listAskedOf, listHandovers } from './handover_store.ts'
import { assignmentOf, type Briefed, getBriefed, getOwn, todayAt, windowOf } from './store.ts'
import { timeLeft } from './window_pages.ts'

/** Before it is asked: what it means. After: how it stands. */
export function handoverPage(ctx: Context, id: string, refusal?: string): View {
  const briefed = getOwn(ctx, id)
  const all = listHandovers(ctx, id)
  const day = todayAt(ctx, briefed)

  return {
    template: 'assignments/handover',
    title: 'Hand this contact over',
    at: '/today',
    width: 'narrow',
    id,
    what: briefed.errand?.errand ?? briefed.touchpoint.name,
    refusal,
    stands: standInWords(all, day),
    waiting: all.some((one) => isWaiting(one, day)),
    mayAsk: mayMove(assignmentOf(briefed.assignment), 'hand_over', ctx.actor, day),
  }
}

/** What a colleague is asked: where, when and what; not by whom, and not why. */
export function askedPage(ctx: Context, handoverId: string, refusal?: string): View {
  const handover = getAskedOf(ctx, handoverId, ctx.actor.id ?? '')
  const briefed = getBriefed(ctx, handover.assignmentId)
  const { locale } = getOrganisation(ctx)
  const window = windowOf(briefed.assignment)
  const day = todayAt(ctx, briefed)

  return {
    template: 'assignments/asked',
    title: 'Can you take a contact over?',
    at: '/today',
    width: 'narrow',
    id: handoverId,
    refusal,
    takenAsId: handover.takenAsId,
    waiting: isWaiting({ ...handover, assignment: briefed.assignment }, day),
    touchpoint: briefed.touchpoint.name,
    errand: briefed.errand?.errand ?? '',
    window: windowWords(window, locale),
    timeLeft: timeLeft(ctx, briefed),
  }
}

/** What waits for this leader's answer, for their start page. */
export function askedLines(ctx: Context) {
  const { locale } = getOrganisation(ctx)

  return listAskedOf(ctx, ctx.actor.id ?? '').map((one) => ({
    id: one.handoverId,
    touchpoint: one.touchpoint.name,
    when: windowWords(windowOf(one.assignment), locale),
  }))
}

/** What the asker reads in the briefing; null where nobody was asked. */
export function handoverNote(ctx: Context, briefed: Briefed): string | null {
  return standInWords(listHandovers(ctx, briefed.assignment.id), todayAt(ctx, briefed))
}

/** What a lead reads: whom was asked, and what they said. */
export function handoverHistory(ctx: Context, briefed: Briefed): string[] {
  const { locale } = getOrganisation(ctx)
  const day = (text: string) => dayInWords(text, locale, 'short')
  const said = (one: ReturnType<typeof listHandovers>[number]) => {
    if (one.state === 'accepted') return `took it over on ${day(one.answeredOn ?? one.askedOn)}`
    if (one.state === 'refused') return 'said no'
    if (one.state === 'withdrawn') return 'was asked; it was kept after all'

    return isWaiting(one, todayAt(ctx, briefed)) ? `was asked on ${day(one.askedOn)}` : 'was asked, no answer in time'
  }

  return listHandovers(ctx, briefed.assignment.id).map((one) => `${one.asked} ${said(one)}`)
}
