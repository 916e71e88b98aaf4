import { and, desc, eq, isNull, lt, ne, or, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { memberRoles, members, sessions } from '../../platform/db/tables.ts'
import { keptUntilChange } from '../../platform/db/unchanged.ts'

export type Session = typeof sessions.$inferSelect

export function findSessionByHash(
  ctx: Context,
  tokenHash: string,
): (Session & { name: string; roles: string[] }) | undefined {
  return sessionOfHash(ctx.db, tokenHash)
}

/** Asked by every request of everybody who is signed in. */
const sessionOfHash = keptUntilChange((db, tokenHash) => {
  const rows = sessionByHash(db).all({ tokenHash })
  const first = rows[0]

  return first && { ...first.session, name: first.name, roles: rows.flatMap((row) => row.role ?? []) }
})

const sessionByHash = preparedOnce((db) =>
  db
    .select({ session: sessions, name: members.name, role: memberRoles.role })
    .from(sessions)
    .innerJoin(members, and(eq(members.id, sessions.memberId), isNull(members.retiredOn)))
    .leftJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .where(eq(sessions.tokenHash, sql.placeholder('tokenHash')))
    .prepare(),
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
