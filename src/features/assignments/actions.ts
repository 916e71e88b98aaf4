import { type Context, inTransaction } from '../../context.ts'
import { Invalid, Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { getMember } from '../members/store.ts'
import { tellMoved } from '../programs/moved_actions.ts'
import { isOpenAt, openNowInWords } from '../touchpoints/opening_hours.ts'
import { findTouchpoint, openingHoursOf } from '../touchpoints/store.ts'
import { isLive } from '../touchpoints/touchpoint.ts'
import { type Move, moved } from './assignment.ts'
import { findUnreflected, standingOf } from './own_initiative_store.ts'
import { type Prediction, refuseSecondPrediction } from './prediction.ts'
import { REFUSALS, type Refusal, reasonComplaint } from './reason.ts'
import {
  type AssignmentRow,
  assignmentOf,
  type Briefed,
  findPrediction,
  getOwn,
  getVisible,
  insertAssignment,
  insertPrediction,
  todayAt,
  updateAssignment,
} from './store.ts'

/**
 * "I am starting now": seals the prediction and keeps the day, never the time. Throws a conflict before and after the window, when
 * it was sealed already, and while the line is closed unless the leader knows better.
 */
export function startContact(ctx: Context, id: string, prediction: Prediction, evenIfClosed = false): void {
  inTransaction(ctx, (ctx) => {
    const briefed = getOwn(ctx, id)
    refuseSecondPrediction(findPrediction(ctx, id))
    moved(assignmentOf(briefed.assignment), 'start', ctx.actor, todayAt(ctx, briefed))
    if (!evenIfClosed) refuseClosedLine(ctx, briefed)
    move(ctx, briefed, 'start', { contactedOn: todayAt(ctx, briefed).toString() })
    insertPrediction(ctx, id, prediction)
    record(ctx, 'started', 'assignment', id)
  })
}

/**
 * Declined by its leader, excused or cancelled by a lead; with a reason, which leads can read. A leader who was waited for is told;
 * nobody where `baseUrl` is null, because it is long ago.
 */
export function refuseAssignment(
  ctx: Context,
  id: string,
  which: Refusal,
  reason: string,
  baseUrl: string | null,
): void {
  inTransaction(ctx, (ctx) => {
    const briefed = getVisible(ctx, id)
    moved(assignmentOf(briefed.assignment), which, ctx.actor, todayAt(ctx, briefed))
    const complaint = reasonComplaint(reason)
    if (complaint) throw new Invalid({ reason: complaint })
    move(ctx, briefed, which, { reason: reason.trim() })
    const { state, leaderId } = briefed.assignment
    if (state !== 'planned' && state !== 'declined') tellMoved(ctx, [leaderId], baseUrl)
    record(ctx, REFUSALS[which].done, 'assignment', id)
  })
}

/**
 * A contact nobody planned, made today: it waits for its reflection, and it is decided now whether it counts. The day can be put
 * right in the reflection. Logged twice (a double click) it is one.
 */
export function logOwnContact(ctx: Context, touchpointId: string): string {
  return inTransaction(ctx, (ctx) => {
    const touchpoint = findTouchpoint(ctx, touchpointId)
    if (!touchpoint || touchpoint.retiredOn) throw new Invalid({ touchpoint: 'Choose one of the touchpoints shown.' })
    const leaderId = ctx.actor.id ?? ''
    const day = todayAt(ctx, { touchpoint })
    const already = findUnreflected(ctx, { leaderId, touchpointId, day })
    if (already) return already
    const id = ctx.newId()
    const { counts, words: why } = standingOf(ctx, { leaderId, touchpointId, day })
    insertAssignment(ctx, { id, leaderId, touchpointId, counts, why, ...OWN, ...on(day) })
    record(ctx, 'logged', 'assignment', id)

    return id
  })
}

/** A contact of one's own that was logged by mistake. */
export function withdrawContact(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    move(ctx, getOwn(ctx, id), 'withdraw')
    record(ctx, 'withdrew', 'assignment', id)
  })
}

/** Applies one move of the life cycle and saves what goes with it. Throws a conflict if it was moved meanwhile. */
export function move(ctx: Context, briefed: Briefed, move: Move, change: Partial<AssignmentRow> = {}): void {
  const state = moved(assignmentOf(briefed.assignment), move, ctx.actor, todayAt(ctx, briefed))
  if (!updateAssignment(ctx, briefed.assignment, { ...change, state })) {
    throw new Problem('conflict', 'Somebody else changed this contact meanwhile. Look again, then decide.')
  }
}

const OWN = { origin: 'own_initiative', state: 'contacted' } as const

function on(day: Temporal.PlainDate) {
  const text = day.toString()

  return { fromDay: text, toDay: text, contactedOn: text }
}

/** Only where somebody answers while one waits: mail and forms take what comes at any time. */
function refuseClosedLine(ctx: Context, { touchpoint }: Briefed): void {
  const hours = openingHoursOf(ctx, touchpoint)
  if (!isLive(touchpoint.channel) || isOpenAt(hours, ctx.now)) return
  const zone = ctx.actor.id ? getMember(ctx, ctx.actor.id).timeZone : touchpoint.timeZone
  const opens = openNowInWords(hours, ctx.now, zone)

  throw new Problem('conflict', `${touchpoint.name}: ${opens} Nothing is sealed yet; your answers are kept below.`)
}
