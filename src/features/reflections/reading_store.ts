import { and, asc, count, desc, eq, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import {
  members,
  predictions,
  reflectionReadings,
  reflectionReleases,
  reflections,
  touchpoints,
} from '../../platform/db/tables.ts'
import type { ReleaseState } from './release.ts'
import type { ReflectionRow } from './store.ts'

/** A leader's own, newest first, each with what they had expected. */
export function listOwnReflections(ctx: Context, leaderId: string) {
  return ctx.db
    .select({
      reflection: reflections,
      touchpoint: touchpoints.name,
      prediction: predictions,
      release: reflectionReleases,
    })
    .from(reflections)
    .innerJoin(reflectionReleases, eq(reflectionReleases.reflectionId, reflections.id))
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
  state: ReleaseState
}

/** For a lead: what they have not read, and whose texts nobody has decided about; the oldest first. Or everything, the newest first. */
export type Which = 'unread' | 'unreleased' | 'all'

export function listHandedIn(ctx: Context, which: Which, page: { from: number; size: number }): HandedIn[] {
  return handedIn(ctx)
    .where(among(ctx, which))
    .orderBy(which === 'all' ? desc(reflections.handedInOn) : asc(reflections.handedInOn), asc(reflections.id))
    .limit(page.size)
    .offset(page.from)
    .all()
}

export function countHandedIn(ctx: Context, which: Which): number {
  const [row] = ctx.db
    .select({ all: count(reflections.id) })
    .from(reflections)
    .innerJoin(reflectionReleases, eq(reflectionReleases.reflectionId, reflections.id))
    .leftJoin(reflectionReadings, readBy(ctx))
    .where(among(ctx, which))
    .all()

  return row?.all ?? 0
}

/** The oldest this lead has not read. */
export function findNextUnread(ctx: Context): string | undefined {
  return nextUnread(ctx.db).get({ leadId: ctx.actor.id ?? '' })?.id
}

const nextUnread = preparedOnce((db) =>
  db
    .select({ id: reflections.id })
    .from(reflections)
    .leftJoin(
      reflectionReadings,
      and(
        eq(reflectionReadings.reflectionId, reflections.id),
        eq(reflectionReadings.memberId, sql.placeholder('leadId')),
      ),
    )
    .where(sql`${reflectionReadings.readOn} is null`)
    .orderBy(asc(reflections.handedInOn), asc(reflections.id))
    .limit(1)
    .prepare(),
)

/** Blown covers this lead has not read about: shown at once. */
export function listBlown(ctx: Context): HandedIn[] {
  return handedIn(ctx)
    .where(and(eq(reflections.cover, 'blown'), sql`${reflectionReadings.readOn} is null`))
    .orderBy(asc(reflections.handedInOn))
    .all()
}

export function insertReading(ctx: Context, row: typeof reflectionReadings.$inferInsert): void {
  readOnce(ctx.db).run(row)
}

const readOnce = preparedOnce((db) =>
  db
    .insert(reflectionReadings)
    .values({
      reflectionId: sql.placeholder('reflectionId'),
      memberId: sql.placeholder('memberId'),
      readOn: sql.placeholder('readOn'),
    })
    .onConflictDoNothing()
    .prepare(),
)

function handedIn(ctx: Context) {
  return ctx.db
    .select({
      reflection: reflections,
      touchpoint: touchpoints.name,
      leader: members.name,
      readOn: reflectionReadings.readOn,
      state: reflectionReleases.state,
    })
    .from(reflections)
    .innerJoin(reflectionReleases, eq(reflectionReleases.reflectionId, reflections.id))
    .innerJoin(touchpoints, eq(touchpoints.id, reflections.touchpointId))
    .innerJoin(members, eq(members.id, reflections.leaderId))
    .leftJoin(reflectionReadings, readBy(ctx))
}

/** Nobody decides about their own: another lead finds it in their list. */
function among(ctx: Context, which: Which) {
  if (which === 'unread') return sql`${reflectionReadings.readOn} is null`
  if (which === 'all') return undefined

  return and(eq(reflectionReleases.state, 'unreleased'), ne(reflections.leaderId, ctx.actor.id ?? ''))
}

function readBy(ctx: Context) {
  return and(eq(reflectionReadings.reflectionId, reflections.id), eq(reflectionReadings.memberId, ctx.actor.id ?? ''))
}
