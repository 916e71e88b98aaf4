import { type Context, inTransaction } from '../../context.ts'
import type { WeeklyHours } from '../../lib/days.ts'
import { changedMeanwhile, Invalid } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { absenceComplaint, hoursToKeep } from './absence.ts'
import { deleteAbsence, insertAbsence, listAbsences, updateHours } from './absence_store.ts'
import { getMember } from './store.ts'

/** Somebody is away from one day to another; gives the id. The audit says that it changed, not when anybody is away. */
export function addAbsence(
  ctx: Context,
  memberId: string,
  days: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): string {
  return inTransaction(ctx, (ctx) => {
    getMember(ctx, memberId)
    const wrong = absenceComplaint(days, listAbsences(ctx, memberId, '0000-01-01'))
    if (wrong) throw new Invalid({ ...wrong })
    const id = ctx.newId()
    insertAbsence(ctx, { id, memberId, fromDay: days.from.toString(), toDay: days.to.toString() })
    record(ctx, 'added an absence of', 'member', memberId)

    return id
  })
}

/** Twice is once. */
export function removeAbsence(ctx: Context, memberId: string, id: string): void {
  inTransaction(ctx, (ctx) => {
    getMember(ctx, memberId)
    if (deleteAbsence(ctx, memberId, id)) record(ctx, 'removed an absence of', 'member', memberId)
  })
}

/** When a leader can make contacts, in their own zone, week by week. */
export function changeHours(ctx: Context, memberId: string, version: number, weekly: WeeklyHours): void {
  inTransaction(ctx, (ctx) => {
    getMember(ctx, memberId)
    if (!updateHours(ctx, memberId, version, hoursToKeep(weekly))) throw changedMeanwhile()
    record(ctx, 'changed the hours of', 'member', memberId)
  })
}
