import { and, eq, isNull, lt, lte, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { letters, signInRequests } from '../../platform/db/tables.ts'

export type SignInRequest = typeof signInRequests.$inferSelect

export function insertRequest(ctx: Context, request: SignInRequest): void {
  ctx.db.insert(signInRequests).values(request).run()
}

export function findRequestByBrowser(ctx: Context, browserHash: string): SignInRequest | undefined {
  return ctx.db.select().from(signInRequests).where(eq(signInRequests.browserHash, browserHash)).get()
}

export function findRequestByLink(ctx: Context, linkHash: string): SignInRequest | undefined {
  return ctx.db.select().from(signInRequests).where(eq(signInRequests.linkHash, linkHash)).get()
}

export function countAttempt(ctx: Context, id: string): void {
  ctx.db
    .update(signInRequests)
    .set({ attempts: sql`${signInRequests.attempts} + 1` })
    .where(eq(signInRequests.id, id))
    .run()
}

export function deleteRequestsOfBrowser(ctx: Context, browserHash: string): void {
  ctx.db.delete(signInRequests).where(eq(signInRequests.browserHash, browserHash)).run()
}

export function deleteRequestsExpired(ctx: Context): void {
  ctx.db.delete(signInRequests).where(lte(signInRequests.expiresAt, ctx.now.epochMilliseconds)).run()
}

/** A letter to nobody is written and taken back in one transaction, so that no address is answered faster than another. */
export function deleteLettersToNobody(ctx: Context, occasion: string): void {
  ctx.db
    .delete(letters)
    .where(and(eq(letters.occasion, occasion), isNull(letters.memberId)))
    .run()
}

export function deleteSignInLetters(ctx: Context, before: string): void {
  ctx.db
    .delete(letters)
    .where(and(eq(letters.kind, 'sign_in'), ne(letters.state, 'waiting'), lt(letters.writtenOn, before)))
    .run()
}
