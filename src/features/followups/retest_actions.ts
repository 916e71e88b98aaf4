import { type Context, inTransaction } from '../../context.ts'
import { type Complaints, Problem, refuseIfAny } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { today } from '../members/store.ts'
import { findDraftFor, listWindowsTo } from '../programs/retest_store.ts'
import { type WaitingRetest, withoutWindow } from '../programs/retests.ts'
import { drawAgain } from '../programs/round_actions.ts'
import { endRetest } from '../reflections/retest_store.ts'
import { findTouchpoint } from '../touchpoints/store.ts'
import { refuseMove } from './followup.ts'
import { refuseNames } from './naming_store.ts'
import { getFollowup, insertRetest, listRetests } from './store.ts'

export interface RetestDetails {
  touchpointId: string
  /** To be answered yes, partly or no. */
  question: string
  fromDay: Temporal.PlainDate
  settled: boolean
}

/**
 * Asks for a later contact that says whether it held. The next window there carries the question; where none is on its way, the draft
 * that is there is drawn again with one, or the next round is. Asked twice while one waits, it is one.
 */
export function askForRetest(ctx: Context, id: string, details: RetestDetails): void {
  inTransaction(ctx, (ctx) => {
    const followup = getFollowup(ctx, id)
    refuseMove(followup, 'retest', ctx.actor)
    refuseUnfit(ctx, details)
    const { touchpointId, question } = details
    if (listRetests(ctx, id).some((one) => one.endedOn === null && one.touchpointId === touchpointId)) return
    const [retestId, fromDay] = [ctx.newId(), details.fromDay.toString()]
    const asked = { askedBy: ctx.actor.id ?? '', askedOn: today(ctx).toString() }
    insertRetest(ctx, { id: retestId, followupId: id, touchpointId, question, fromDay, ...asked })
    planOne(ctx, { id: retestId, touchpointId, question, fromDay, ownerId: followup.ownerId })
    record(ctx, 'asked for a re-test of', 'follow-up', id)
  })
}

/** Nobody is asked any more; what was answered stays. */
export function withdrawRetest(ctx: Context, id: string, retestId: string): void {
  inTransaction(ctx, (ctx) => {
    const followup = getFollowup(ctx, id)
    if (!ctx.actor.roles.includes('lead')) throw new Problem('forbidden', 'Only a lead can do this.')
    const retest = listRetests(ctx, followup.id).find((one) => one.id === retestId)
    if (!retest) throw new Problem('not_found', 'There is no such re-test.')
    if (retest.endedOn !== null) return
    endRetest(ctx, retestId, today(ctx).toString())
    record(ctx, 'withdrew a re-test of', 'follow-up', id)
  })
}

/** A draft is nobody’s promise yet, so it may be drawn again. */
function planOne(ctx: Context, retest: WaitingRetest): void {
  const windows = listWindowsTo(ctx, retest.touchpointId, today(ctx).toString())
  const { draftId } = findDraftFor(ctx, retest.touchpointId)
  if (draftId !== null && withoutWindow([retest], windows).length > 0) drawAgain(ctx, draftId)
}

/** Now, or in rounds to come. */
function isContacted(ctx: Context, touchpointId: string): boolean {
  const windows = listWindowsTo(ctx, touchpointId, today(ctx).toString())

  return windows.length > 0 || findDraftFor(ctx, touchpointId).planned
}

function refuseUnfit(ctx: Context, { touchpointId, question, fromDay, settled }: RetestDetails): void {
  const complaints: Complaints = {}
  const touchpoint = findTouchpoint(ctx, touchpointId)
  if (!touchpoint || touchpoint.retiredOn) complaints.touchpoint = 'Choose one of the touchpoints shown.'
  else if (!isContacted(ctx, touchpointId))
    complaints.touchpoint = 'No program that is running contacts this touchpoint. Add it to one first.'
  if (Temporal.PlainDate.compare(fromDay, today(ctx)) < 0) complaints.from = 'That day is over. Choose one to come.'
  refuseIfAny(complaints)
  refuseNames(ctx, { question }, settled)
}
