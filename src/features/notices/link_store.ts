import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { members, publicLinks } from '../../platform/db/tables.ts'
import { hashToken } from '../signin/session.ts'

export type LinkRow = typeof publicLinks.$inferSelect

/** Links of a page, or of the staff notice (null), that still lead there, the newest first. */
export function listLinks(ctx: Context, heardId: string | null) {
  return ctx.db
    .select({ id: publicLinks.id, madeOn: publicLinks.madeOn, by: members.name })
    .from(publicLinks)
    .innerJoin(members, eq(members.id, publicLinks.madeBy))
    .where(
      and(
        heardId === null ? isNull(publicLinks.heardId) : eq(publicLinks.heardId, heardId),
        isNull(publicLinks.revokedOn),
      ),
    )
    .orderBy(desc(publicLinks.madeOn), desc(publicLinks.id))
    .all()
}

function findLiveLink(ctx: Context, tokenHash: string): LinkRow | undefined {
  return ctx.db
    .select()
    .from(publicLinks)
    .where(and(eq(publicLinks.tokenHash, tokenHash), isNull(publicLinks.revokedOn)))
    .get()
}

export function insertLink(ctx: Context, row: typeof publicLinks.$inferInsert): void {
  ctx.db.insert(publicLinks).values(row).run()
}

/** The link an address is of; throws as if there were no such page where it was revoked or never was. */
export function getLinkOf(ctx: Context, token: string): LinkRow {
  const link = findLiveLink(ctx, hashToken(token))
  if (!link) throw new Problem('not_found', 'The address may be mistyped, or the link was ended.')

  return link
}

/** Says whether there was one to revoke: a link of another page is not this one’s. */
export function revoke(ctx: Context, id: string, heardId: string | null, revokedOn: string): boolean {
  return (
    ctx.db
      .update(publicLinks)
      .set({ revokedOn })
      .where(
        and(
          eq(publicLinks.id, id),
          heardId === null ? isNull(publicLinks.heardId) : eq(publicLinks.heardId, heardId),
          isNull(publicLinks.revokedOn),
        ),
      )
      .run().changes === 1
  )
}
