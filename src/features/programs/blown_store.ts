import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { members, reflectionReadings, reflections, touchpoints } from '../../platform/db/tables.ts'

/** Covers that were blown and that this lead has not read about yet, the oldest first: rotation and desk may have to change. */
export function listBlownUnread(ctx: Context): { id: string; leader: string; touchpoint: string; on: string }[] {
  const readByMe = and(
    eq(reflectionReadings.reflectionId, reflections.id),
    eq(reflectionReadings.memberId, ctx.actor.id ?? ''),
  )

  return ctx.db
    .select({ id: reflections.id, leader: members.name, touchpoint: touchpoints.name, on: reflections.contactedOn })
    .from(reflections)
    .innerJoin(members, eq(members.id, reflections.leaderId))
    .innerJoin(touchpoints, eq(touchpoints.id, reflections.touchpointId))
    .leftJoin(reflectionReadings, readByMe)
    .where(and(eq(reflections.cover, 'blown'), isNull(reflectionReadings.readOn)))
    .orderBy(asc(reflections.contactedOn), asc(reflections.id))
    .all()
}
