import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { members, predictions, reflectionReadings, reflections, touchpoints } from '../../platform/db/tables.ts'
import type { ReflectionRow } from './store.ts'

/** A leader's own, newest first, each with what they had expected. */
export function listOwnReflections(ctx: Context, leaderId: string) {
  return ctx.db
    .select({ reflection: reflections, touchpoint: touchpoints.name, prediction: predictions })
    .from(reflections)
    .innerJoin(touchpoints, eq(touchpoints.id, reflections.touchpointId))
    .leftJoin(predictions, eq(predictions.assignmentId, reflections.assignmentId))
    .where(eq(reflections.leaderId, leaderId))
    .orderBy(desc(reflections.contactedOn), desc(reflections.handedInOn))
    .all()
}

export interface HandedIn {
  reflection: ReflectionRow
  touchpoint: string
  leader: string
  readOn: string | null
}

/** For a lead: what they have not read, the oldest first, or everything, the newest first. */
export function listHandedIn(ctx: Context, which: 'unread' | 'all', page: { from: number; size: number }): HandedIn[] {
  const unread = which === 'unread'

  return handedIn(ctx)
    .where(unread ? sql`${reflectionReadings.readOn} is null` : undefined)
    .orderBy(...(unread ? [asc(reflections.handedInOn)] : [desc(reflections.handedInOn)]), asc(reflections.id))
    .limit(page.size)
    .offset(page.from)
    .all()
}

export function countHandedIn(ctx: Context, which: 'unread' | 'all'): number {
  const [row] = ctx.db
    .select({ all: count(reflections.id), read: count(reflectionReadings.readOn) })
    .from(reflections)
    .leftJoin(reflectionReadings, readBy(ctx))
    .all()

  return row ? row.all - (which === 'unread' ? row.read : 0) : 0
}

/** The oldest this lead has not read. */
export function findNextUnread(ctx: Context): string | undefined {
  return listHandedIn(ctx, 'unread', { from: 0, size: 1 })[0]?.reflection.id
}

/** Blown covers this lead has not read about: shown at once. */
export function listBlown(ctx: Context): HandedIn[] {
  return handedIn(ctx)
    .where(and(eq(reflections.cover, 'blown'), sql`${reflectionReadings.readOn} is null`))
    .orderBy(asc(reflections.handedInOn))
    .all()
}

export function insertReading(ctx: Context, row: typeof reflectionReadings.$inferInsert): void {
  ctx.db.insert(reflectionReadings).values(row).onConflictDoNothing().run()
}

function handedIn(ctx: Context) {
  return ctx.db
    .select({
      reflection: reflections,
      touchpoint: touchpoints.name,
      leader: members.name,
      readOn: reflectionReadings.readOn,
    })
    .from(reflections)
    .innerJoin(touchpoints, eq(touchpoints.id, reflections.touchpointId))
    .innerJoin(members, eq(members.id, reflections.leaderId))
    .leftJoin(reflectionReadings, readBy(ctx))
}

function readBy(ctx: Context) {
  return and(eq(reflectionReadings.reflectionId, reflections.id), eq(reflectionReadings.memberId, ctx.actor.id ?? ''))
}
