import type { Context } from '../../context.ts'
import type { View } from '../../platform/web/render.ts'
import { getOrganisation } from '../members/store.ts'
import { stateOn } from './assignment.ts'
import { overWords, waitWords } from './briefing.ts'
import { pagesToKeep, what, whom } from './briefing_pages.ts'
import { hasStopwatch, keysOf, liveTitle, readyWords } from './live_log.ts'
import { contactPage } from './pages.ts'
import { assignmentOf, type Briefed, getOwn, hasDraft, todayAt, windowOf } from './store.ts'
import { placeOf } from './window.ts'

/**
 * The live log while the contact goes on. It can be opened before it is started too, so that the device has it where there is no
 * connection; outside its window the page of the contact says what is next.
 */
export function livePage(ctx: Context, id: string): View {
  const briefed = getOwn(ctx, id)
  const today = todayAt(ctx, briefed)
  const state = stateOn(assignmentOf(briefed.assignment), today)
  const opens = state === 'open' && placeOf(windowOf(briefed.assignment), today) === 'now'

  return state === 'contacted' || opens ? live(ctx, briefed, state === 'contacted') : contactPage(ctx, id)
}

function live(ctx: Context, briefed: Briefed, started: boolean): View {
  const { assignment, touchpoint, errand } = briefed
  const { channel, answerDays } = touchpoint
  const contactedOn = Temporal.PlainDate.from(assignment.contactedOn ?? todayAt(ctx, briefed).toString())

  return {
    template: 'assignments/live',
    title: liveTitle(channel),
    at: '/today',
    width: 'narrow',
    id: assignment.id,
    ...whom(ctx, briefed),
    ...what(errand),
    started,
    ready: readyWords(channel),
    keys: keysOf(channel),
    stopwatch: hasStopwatch(channel),
    tempo: hasStopwatch(channel) ? 'live' : 'written',
    over: hasDraft(ctx, assignment.id) ? 'Go on with your reflection' : overWords(channel),
    wait: waitWords({ channel, answerDays, contactedOn }, getOrganisation(ctx).locale),
    sheet: 'phone.css',
    keep: pagesToKeep(assignment.id),
    scripts: ['live_log.js', 'live_facts.js', 'kept.js'],
  }
}
