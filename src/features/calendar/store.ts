import { and, asc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { assignments, calendarEntries, calendarFeeds, memberRoles, members } from '../../platform/db/tables.ts'
import type { Entry, Given } from './entry.ts'

export type Feed = typeof calendarFeeds.$inferSelect

/** A member's feeds by name. */
export function listFeeds(ctx: Context, memberId: string): Feed[] {
  return ctx.db
    .select()
    .from(calendarFeeds)
    .where(eq(calendarFeeds.memberId, memberId))
    .orderBy(asc(sql`lower(${calendarFeeds.name})`))
    .all()
}

/** The feed of an address, while its member is here and a leader. */
export function findFeedByHash(ctx: Context, tokenHash: string): Feed | undefined {
  return ctx.db
    .select({ feed: calendarFeeds })
    .from(calendarFeeds)
    .innerJoin(members, and(eq(members.id, calendarFeeds.memberId), isNull(members.retiredOn)))
    .innerJoin(memberRoles, and(eq(memberRoles.memberId, members.id), eq(memberRoles.role, 'leader')))
    .where(eq(calendarFeeds.tokenHash, tokenHash))
    .get()?.feed
}

export function insertFeed(ctx: Context, feed: Feed): void {
  ctx.db.insert(calendarFeeds).values(feed).run()
}

export function updateFeed(ctx: Context, id: string, change: Partial<Feed>): void {
  ctx.db.update(calendarFeeds).set(change).where(eq(calendarFeeds.id, id)).run()
}

/** Of this member's own; says whether there was one. */
export function deleteFeed(ctx: Context, memberId: string, id: string): boolean {
  return (
    ctx.db
      .delete(calendarFeeds)
      .where(and(eq(calendarFeeds.id, id), eq(calendarFeeds.memberId, memberId)))
      .run().changes === 1
  )
}

/**
 * What a leader was given and told of, with windows that end on a day or later. Contacts nobody planned are left out: their day is
 * the day of the contact.
 */
export function listGiven(ctx: Context, leaderId: string, endsFrom: string): Given[] {
  return ctx.db
    .select({ id: assignments.id, state: assignments.state, fromDay: assignments.fromDay, toDay: assignments.toDay })
    .from(assignments)
    .where(
      and(
        eq(assignments.leaderId, leaderId),
        ne(assignments.state, 'planned'),
        ne(assignments.origin, 'own_initiative'),
        gte(assignments.toDay, endsFrom),
      ),
    )
    .orderBy(asc(assignments.fromDay), asc(assignments.id))
    .all()
}

export function listEntries(ctx: Context, assignmentIds: readonly string[]): Map<string, Entry> {
  const rows = ctx.db
    .select()
    .from(calendarEntries)
    .where(inArray(calendarEntries.assignmentId, [...assignmentIds]))
    .all()

  return new Map(rows.map((row) => [row.assignmentId, row]))
}

export function saveEntry(ctx: Context, entry: Entry): void {
  const { assignmentId, uid: _, ...change } = entry
  ctx.db
    .insert(calendarEntries)
    .values(entry)
    .onConflictDoUpdate({ target: calendarEntries.assignmentId, set: change })
    .run()
}
