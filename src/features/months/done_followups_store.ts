import { and, asc, eq, lte } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { followups } from '../../platform/db/tables.ts'

export interface DoneFollowup {
  id: string
  kind: 'fix' | 'coach' | 'celebrate'
  commitment: string
  doneOn: string
  /** What it was raised from, where it was a figure: the key of a measure, or a standard. */
  measure: string | null
  standardId: string | null
}

/** What was promised about a touchpoint and is done, said by its owner up to a day; the first done first. Never whose it was. */
export function listDoneFollowups(ctx: Context, touchpointId: string, until: string): DoneFollowup[] {
  const { id, kind, commitment, doneOn, measure, standardId } = followups

  return ctx.db
    .select({ id, kind, commitment, doneOn, measure, standardId })
    .from(followups)
    .where(and(eq(followups.touchpointId, touchpointId), eq(followups.state, 'done'), lte(doneOn, until)))
    .orderBy(asc(doneOn), asc(id))
    .all()
    .map((row) => ({ ...row, doneOn: row.doneOn ?? until }))
}
