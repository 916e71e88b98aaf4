import { and, desc, eq, isNotNull, isNull, lt, lte, ne, or } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { members, oneTimeLinks } from '../../platform/db/tables.ts'
import { findMember } from '../members/store.ts'
import { isOpen } from './link.ts'

export type OneTimeLink = typeof oneTimeLinks.$inferSelect

export function insertLink(ctx: Context, link: OneTimeLink): void {
  ctx.db.insert(oneTimeLinks).values(link).run()
}

/** The link of a token, while it opens something for somebody. Throws a Problem once it is used, has run out, or the member has left. */
export function getOpenLink(ctx: Context, tokenHash: string): { id: string; memberId: string; name: string } {
  const link = findLinkByHash(ctx, tokenHash)
  const member = link?.memberId ? findMember(ctx, link.memberId) : undefined
  if (!link || !isOpen(link, ctx.now) || !member || member.retiredOn)
    throw new Problem('gone', 'This link has been used, or its time has run out. Ask an admin for a new one.')

  return { id: link.id, memberId: member.id, name: member.name }
}

/** The set-up link of a token, while it opens something. Throws a Problem once it is used or has run out. */
export function getOpenSetUpLink(ctx: Context, tokenHash: string): { id: string } {
  const link = findLinkByHash(ctx, tokenHash)
  if (!link || link.memberId !== null || !isOpen(link, ctx.now))
    throw new Problem(
      'gone',
      'This set-up link has been used, or its time has run out. If Plainclothes is set up, sign in; if not, start it again for a new link.',
    )

  return { id: link.id }
}

function findLinkByHash(ctx: Context, tokenHash: string): OneTimeLink | undefined {
  return ctx.db.select().from(oneTimeLinks).where(eq(oneTimeLinks.tokenHash, tokenHash)).get()
}

/** Saves that a link was used, if it was not before; says whether it did. */
export function markLinkUsed(ctx: Context, id: string, change: { usedOn: string; memberId: string }): boolean {
  return (
    ctx.db
      .update(oneTimeLinks)
      .set({ ...change, expiresAt: null })
      .where(and(eq(oneTimeLinks.id, id), isNull(oneTimeLinks.usedOn)))
      .run().changes === 1
  )
}

/** Earlier links for the same member, or earlier set-up links, open nothing any more. */
export function endUnusedLinks(ctx: Context, memberId: string | null): void {
  const same = memberId === null ? isNull(oneTimeLinks.memberId) : eq(oneTimeLinks.memberId, memberId)
  ctx.db
    .update(oneTimeLinks)
    .set({ expiresAt: null })
    .where(and(same, isNull(oneTimeLinks.usedOn)))
    .run()
}

export function endLinksExpired(ctx: Context): void {
  ctx.db
    .update(oneTimeLinks)
    .set({ expiresAt: null })
    .where(lte(oneTimeLinks.expiresAt, ctx.now.epochMilliseconds))
    .run()
}

/** Links somebody issued for this member, newest first, with the name of who did; null for the command line. */
export function listLinksFor(ctx: Context, memberId: string): (OneTimeLink & { issuer: string | null })[] {
  return ctx.db
    .select({ link: oneTimeLinks, issuer: members.name })
    .from(oneTimeLinks)
    .leftJoin(members, eq(members.id, oneTimeLinks.issuedBy))
    .where(eq(oneTimeLinks.memberId, memberId))
    .orderBy(desc(oneTimeLinks.issuedOn), oneTimeLinks.id)
    .all()
    .map(({ link, issuer }) => ({ ...link, issuer }))
}

/** Marks a member's links as told, but for the one that opened this very session. */
export function markLinksTold(ctx: Context, memberId: string, butLink: string | null, toldOn: string): void {
  const others = butLink === null ? isNotNull(oneTimeLinks.id) : ne(oneTimeLinks.id, butLink)
  ctx.db
    .update(oneTimeLinks)
    .set({ toldOn })
    .where(and(eq(oneTimeLinks.memberId, memberId), isNull(oneTimeLinks.toldOn), others))
    .run()
}

/** Links issued before a day are history nobody asks for; set-up links that never led anywhere need no history at all. */
export function deleteLinksIssued(ctx: Context, before: string): void {
  ctx.db
    .delete(oneTimeLinks)
    .where(or(lt(oneTimeLinks.issuedOn, before), and(isNull(oneTimeLinks.memberId), isNull(oneTimeLinks.expiresAt))))
    .run()
}
