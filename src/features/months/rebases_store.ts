import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { members, rebases } from '../../platform/db/tables.ts'

export interface NotedRebase {
  id: string
  measure: string
  month: Month
  /** Null: everywhere. */
  touchpointId: string | null
  reason: string
  notedOn: string
  notedBy: string
}

/** Every change that was noted and not taken back, oldest month first; of a month, what changed everywhere first. */
export function listRebases(ctx: Context): NotedRebase[] {
  return standingRebases(ctx.db).all()
}

const standingRebases = preparedOnce((db) =>
  db
    .select({
      id: rebases.id,
      measure: rebases.measure,
      month: rebases.month,
      touchpointId: rebases.touchpointId,
      reason: rebases.reason,
      notedOn: rebases.notedOn,
      notedBy: members.name,
    })
    .from(rebases)
    .innerJoin(members, eq(members.id, rebases.notedBy))
    .where(isNull(rebases.withdrawnOn))
    .orderBy(asc(rebases.month), asc(rebases.measure), asc(rebases.touchpointId))
    .prepare(),
)

/** The change that stands noted for the same measure, month and place. */
export function findRebase(
  ctx: Context,
  { measure, month, touchpointId }: Pick<NotedRebase, 'measure' | 'month' | 'touchpointId'>,
): { reason: string } | undefined {
  const there = touchpointId === null ? isNull(rebases.touchpointId) : eq(rebases.touchpointId, touchpointId)

  return ctx.db
    .select({ reason: rebases.reason })
    .from(rebases)
    .where(and(eq(rebases.measure, measure), eq(rebases.month, month), there, isNull(rebases.withdrawnOn)))
    .get()
}

export function insertRebase(ctx: Context, rebase: typeof rebases.$inferInsert): void {
  ctx.db.insert(rebases).values(rebase).run()
}

/** Takes a noted change back; says whether there was one. */
export function withdrawRebase(ctx: Context, id: string, withdrawnOn: string): boolean {
  const standing = and(eq(rebases.id, id), isNull(rebases.withdrawnOn))

  return ctx.db.update(rebases).set({ withdrawnOn }).where(standing).run().changes === 1
}
