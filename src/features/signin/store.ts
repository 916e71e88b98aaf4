import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { memberRoles, members, sessions } from '../../platform/db/tables.ts'

export type Session = typeof sessions.$inferSelect

export function findSessionByHash(
  ctx: Context,
  tokenHash: string,
): (Session & { name: string; roles: string[] }) | undefined {
  const rows = sessionByHash(ctx.db).all({ tokenHash })
  const first = rows[0]

  return first && { ...first.session, name: first.name, roles: rows.flatMap((row) => row.role ?? []) }
}

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

export function deleteSession(ctx: Context, id: string): void {
  ctx.db.delete(sessions).where(eq(sessions.id, id)).run()
}
