import { and, count, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { memberRoles, members, programs, scenarios, touchpoints } from '../../platform/db/tables.ts'

export interface Begun {
  touchpoints: number
  scenarios: number
  leaders: number
  programs: number
}

/** How much of a first program is there. */
export function countBegun(ctx: Context): Begun {
  const inUse = (table: typeof touchpoints | typeof scenarios | typeof programs) =>
    ctx.db.select({ n: count() }).from(table).where(isNull(table.retiredOn)).get()?.n ?? 0
  const leaders = ctx.db
    .select({ n: count() })
    .from(members)
    .innerJoin(memberRoles, and(eq(memberRoles.memberId, members.id), eq(memberRoles.role, 'leader')))
    .where(isNull(members.retiredOn))
    .get()

  return {
    touchpoints: inUse(touchpoints),
    scenarios: inUse(scenarios),
    leaders: leaders?.n ?? 0,
    programs: inUse(programs),
  }
}
