import { and, count, desc, eq, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { type LetterState, letters } from '../../platform/db/tables.ts'

/** A letter as the outbox lists it: never its words. */
export type ListedLetter = Omit<typeof letters.$inferSelect, 'text' | 'html'>

const listed = {
  id: letters.id,
  occasion: letters.occasion,
  memberId: letters.memberId,
  kind: letters.kind,
  toName: letters.toName,
  toAddress: letters.toAddress,
  subject: letters.subject,
  secret: letters.secret,
  state: letters.state,
  attempts: letters.attempts,
  dueAt: letters.dueAt,
  expiresAt: letters.expiresAt,
  writtenOn: letters.writtenOn,
  sentOn: letters.sentOn,
  trouble: letters.trouble,
}

/** Newest first. */
export function listLetters(ctx: Context, { from, most }: { from: number; most: number }): ListedLetter[] {
  return ctx.db
    .select(listed)
    .from(letters)
    .orderBy(desc(letters.writtenOn), desc(sql`${letters}.rowid`))
    .limit(most)
    .offset(from)
    .all()
}

/** Sign-in letters are not counted: they run out by themselves. */
export function countByState(ctx: Context): Partial<Record<LetterState, number>> {
  const rows = ctx.db
    .select({ state: letters.state, n: count() })
    .from(letters)
    .where(eq(letters.secret, false))
    .groupBy(letters.state)
    .all()

  return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
}

/** A kept letter with its words. A secret one is not there for anybody. */
export function getKeptLetter(ctx: Context, id: string): typeof letters.$inferSelect {
  const isReadable = and(eq(letters.id, id), eq(letters.state, 'kept'), ne(letters.secret, true))
  const found = ctx.db.select().from(letters).where(isReadable).get()
  if (!found) throw new Problem('not_found', 'There is no such letter to read.')

  return found
}

/** Waits again, if it was given up and still has its words; says whether it did. */
export function retryGivenUp(ctx: Context, id: string): boolean {
  return (
    ctx.db
      .update(letters)
      .set({ state: 'waiting', attempts: 0, dueAt: ctx.now.epochMilliseconds, trouble: '' })
      .where(and(eq(letters.id, id), eq(letters.state, 'given_up'), eq(letters.secret, false)))
      .run().changes === 1
  )
}

export function discardGivenUp(ctx: Context, id: string): boolean {
  return (
    ctx.db
      .update(letters)
      .set({ state: 'discarded', dueAt: null })
      .where(and(eq(letters.id, id), eq(letters.state, 'given_up')))
      .run().changes === 1
  )
}
