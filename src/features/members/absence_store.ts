import { and, asc, eq, gte } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { WeeklyHours } from '../../lib/days.ts'
import { absences, members } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import type { Absence } from './absence.ts'

/** A member's absences that end on a day or after it, in order. */
export function listAbsences(ctx: Context, memberId: string, from: string): Absence[] {
  return ctx.db
    .select({ id: absences.id, fromDay: absences.fromDay, toDay: absences.toDay })
    .from(absences)
    .where(and(eq(absences.memberId, memberId), gte(absences.toDay, from)))
    .orderBy(asc(absences.fromDay))
    .all()
}

export function insertAbsence(ctx: Context, absence: Absence & { memberId: string }): void {
  ctx.db.insert(absences).values(absence).run()
}

/** Takes one of this member's absences away; says whether it was there. */
export function deleteAbsence(ctx: Context, memberId: string, id: string): boolean {
  return (
    ctx.db
      .delete(absences)
      .where(and(eq(absences.id, id), eq(absences.memberId, memberId)))
      .run().changes === 1
  )
}

/** Saves if nobody else saved the member since `version` was shown; says whether it did. */
export function updateHours(ctx: Context, id: string, shown: number, hours: WeeklyHours | null): boolean {
  return saveShown(ctx.db, members, { id, version: shown }, { contactableHours: hours })
}
