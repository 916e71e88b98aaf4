import { count, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { departments, members, touchpoints } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { type Department, listDepartments } from './store.ts'

export function getDepartment(ctx: Context, id: string): Department {
  const found = ctx.db.select().from(departments).where(eq(departments.id, id)).get()
  if (!found) throw new Problem('not_found', 'There is no such department.')

  return found
}

/** Saves if nobody else saved since `version` was shown; says whether it did. */
export function updateDepartment(
  ctx: Context,
  id: string,
  shown: number,
  change: { name?: string; retiredOn?: string | null },
): boolean {
  return saveShown(ctx.db, departments, { id, version: shown }, change)
}

/** What belongs to each department now: members and touchpoints in use. */
export function countByDepartment(ctx: Context): Map<string, { members: number; touchpoints: number }> {
  const inMembers = ctx.db
    .select({ id: members.departmentId, n: count() })
    .from(members)
    .where(isNull(members.retiredOn))
    .groupBy(members.departmentId)
    .all()
  const inTouchpoints = ctx.db
    .select({ id: touchpoints.departmentId, n: count() })
    .from(touchpoints)
    .where(isNull(touchpoints.retiredOn))
    .groupBy(touchpoints.departmentId)
    .all()
  const countIn = (rows: { id: string | null; n: number }[], id: string) => rows.find((row) => row.id === id)?.n ?? 0

  return new Map(
    listDepartments(ctx).map(({ id }) => [
      id,
      { members: countIn(inMembers, id), touchpoints: countIn(inTouchpoints, id) },
    ]),
  )
}
