import { and, count, countDistinct, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import {
  memberRoles,
  members,
  programs,
  scenarios,
  scenarioTouchpoints,
  touchpoints,
} from '../../platform/db/tables.ts'

export interface Begun {
  touchpoints: number
  /** Those that fit a touchpoint in use: no other can be given to anybody. */
  scenarios: number
  scenariosAtAll: number
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
    scenarios: countFitting(ctx),
    scenariosAtAll: inUse(scenarios),
    leaders: leaders?.n ?? 0,
    programs: inUse(programs),
  }
}

function countFitting(ctx: Context): number {
  const fitting = ctx.db
    .select({ n: countDistinct(scenarios.id) })
    .from(scenarios)
    .innerJoin(scenarioTouchpoints, eq(scenarioTouchpoints.scenarioId, scenarios.id))
    .innerJoin(touchpoints, eq(touchpoints.id, scenarioTouchpoints.touchpointId))
    .where(and(isNull(scenarios.retiredOn), isNull(touchpoints.retiredOn)))
    .get()

  return fitting?.n ?? 0
}
