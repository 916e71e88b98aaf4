import { and, desc, eq, lt, ne, or } from 'drizzle-orm'
import type { Context, Role } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { sessions } from '../../platform/db/tables.ts'
import { keptUntilChange } from '../../platform/db/unchanged.ts'

export type Session = typeof sessions.$inferSelect

export function findSessionByHash(
  ctx: Context,
  tokenHash: string,
): (Session & { name: string; roles: Role[] }) | undefined {
  return sessionOfHash(ctx, tokenHash)
}

/** Asked by every request of everybody who is signed in. */
const sessionOfHash = keptUntilChange((db, tokenHash) => {
  const found = sessionByHash(db).get(tokenHash)

  // The table's check lets no other role in.
  return found && { ...found, roles: JSON.parse(found.roles) as Role[] }
})

/** Its row as it comes: nothing in it is stored otherwise than it is read. */
const sessionByHash = preparedOnce((db) =>
  db.$client.prepare<[string], Session & { name: string; roles: string }>(
    `select sessions.id, token_hash as tokenHash, sessions.member_id as memberId, device, link_id as linkId,
      started_on as startedOn, seen_on as seenOn, expires_on as expiresOn, name,
      (select json_group_array(role) from member_roles where member_roles.member_id = members.id) as roles
    from sessions join members on members.id = sessions.member_id and retired_on is null where token_hash = +?`,
  ),
)

export function insertSession(ctx: Context, session: Session): void {
  ctx.db.insert(sessions).values(session).run()
}

export function touchSession(ctx: Context, id: string, seenOn: string): void {
  ctx.db.update(sessions).set({ seenOn }).where(eq(sessions.id, id)).run()
}

export function findSessionRow(ctx: Context, id: string): Session | undefined {
  return ctx.db.select().from(sessions).where(eq(sessions.id, id)).get()
}

/** A member's sessions, the one seen last first. */
export function listSessions(ctx: Context, memberId: string): Session[] {
  return ctx.db
    .select()
    .from(sessions)
    .where(eq(sessions.memberId, memberId))
    .orderBy(desc(sessions.seenOn), desc(sessions.startedOn), sessions.id)
    .all()
}

/** Ends a session of this member's; says whether there was one. */
export function deleteSession(ctx: Context, memberId: string, id: string): boolean {
  return (
    ctx.db
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.memberId, memberId)))
      .run().changes === 1
  )
}

export function deleteSessionsBut(ctx: Context, memberId: string, kept: string): number {
  return ctx.db
    .delete(sessions)
    .where(and(eq(sessions.memberId, memberId), ne(sessions.id, kept)))
    .run().changes
}

/** Sessions idle since before one day, or begun before another. */
export function deleteSessionsOlder(ctx: Context, seenBefore: string, startedBefore: string): void {
  ctx.db
    .delete(sessions)
    .where(or(lt(sessions.seenOn, seenBefore), lt(sessions.startedOn, startedBefore)))
    .run()
}
