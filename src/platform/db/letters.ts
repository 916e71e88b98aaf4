import { and, asc, eq, gt, gte, isNotNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { preparedOnce } from './prepared.ts'
import { letters, members } from './tables.ts'

export type LetterRow = typeof letters.$inferSelect

/** Says whether it was written: not where its occasion has a letter already. */
export function insertLetter(ctx: Context, letter: NewLetter): boolean {
  return inserting(ctx.db).run(letter).changes === 1
}

/** A letter as it begins; the rest is as the table says. */
export type NewLetter = Omit<LetterRow, 'attempts' | 'sentOn' | 'trouble'>

const inserting = preparedOnce((db) =>
  db
    .insert(letters)
    .values({
      ...{ id: sql.placeholder('id'), occasion: sql.placeholder('occasion'), memberId: sql.placeholder('memberId') },
      ...{ kind: sql.placeholder('kind'), toName: sql.placeholder('toName'), toAddress: sql.placeholder('toAddress') },
      ...{ subject: sql.placeholder('subject'), text: sql.placeholder('text'), html: sql.placeholder('html') },
      ...{ secret: sql.placeholder('secret'), state: sql.placeholder('state'), dueAt: sql.placeholder('dueAt') },
      ...{ expiresAt: sql.placeholder('expiresAt'), writtenOn: sql.placeholder('writtenOn') },
    })
    .onConflictDoNothing({ target: letters.occasion })
    .prepare(),
)

/**
 * Takes the due letter that has waited longest and moves its next try behind the lease, in one statement, so that no other
 * run sends it meanwhile. It goes to the address the member has now; a secret one only to the address it was written for.
 */
export function claimDueLetter(ctx: Context, leaseUntil: Temporal.Instant): LetterRow | undefined {
  const letter = claimOldest(ctx, leaseUntil)
  if (!letter?.memberId || letter.secret) return letter

  return { ...letter, ...addressee(ctx.db).get({ id: letter.memberId }) }
}

const addressee = preparedOnce((db) =>
  db
    .select({ toName: members.name, toAddress: members.email })
    .from(members)
    .where(eq(members.id, sql.placeholder('id')))
    .prepare(),
)

function claimOldest(ctx: Context, leaseUntil: Temporal.Instant): LetterRow | undefined {
  return claiming(ctx.db).get({ now: ctx.now.epochMilliseconds, until: leaseUntil.epochMilliseconds })
}

const claiming = preparedOnce((db) => {
  const isDueNow = and(eq(letters.state, 'waiting'), lte(letters.dueAt, sql.placeholder('now')))
  const oldest = db.select({ id: letters.id }).from(letters).where(isDueNow).orderBy(asc(letters.dueAt)).limit(1)

  return db
    .update(letters)
    .set({ dueAt: sql`${sql.placeholder('until')}`, attempts: sql`${letters.attempts} + 1` })
    .where(eq(letters.id, oldest))
    .returning()
    .prepare()
})

export function markSent(ctx: Context, letter: LetterRow): void {
  settle(ctx, letter, { ...done(letter.secret), state: 'sent', sentOn: dayOf(ctx), trouble: '' })
}

export function markGivenUp(ctx: Context, letter: LetterRow, trouble: string): void {
  settle(ctx, letter, { ...done(letter.secret), state: 'given_up', trouble })
}

export function tryLetterLater(ctx: Context, letter: LetterRow, dueAt: Temporal.Instant, trouble: string): void {
  settle(ctx, letter, { dueAt: dueAt.epochMilliseconds, trouble })
}

/** Not its time after all, or nobody's fault: it waits, and this was no try. */
export function postpone(ctx: Context, letter: LetterRow, dueAt: Temporal.Instant): void {
  settle(ctx, letter, { dueAt: dueAt.epochMilliseconds, attempts: letter.attempts - 1 })
}

/** What it says is not true any more. */
export function discardStale(ctx: Context, letter: LetterRow, why: string): void {
  settle(ctx, letter, { ...done(letter.secret), state: 'discarded', trouble: why })
}

/** Says of every letter that is due why it has not left yet. */
export function noteTrouble(ctx: Context, trouble: string): void {
  ctx.db
    .update(letters)
    .set({ trouble })
    .where(and(isDue(ctx), ne(letters.trouble, trouble)))
    .run()
}

/**
 * No letter waits for more than a few days: one that would was stamped by a clock that has been set back since. It is due now, and
 * whether it still makes sense is looked at when it is sent.
 */
export function wakeStranded(ctx: Context, longestDays: number): void {
  const furthest = ctx.now.add({ hours: 24 * longestDays }).epochMilliseconds
  ctx.db
    .update(letters)
    .set({ dueAt: ctx.now.epochMilliseconds })
    .where(and(eq(letters.state, 'waiting'), gt(letters.dueAt, furthest)))
    .run()
}

/** Gives up every waiting letter that is of no use any more. */
export function giveUpExpired(ctx: Context): void {
  const expired = and(isNotNull(letters.expiresAt), lte(letters.expiresAt, ctx.now.epochMilliseconds))
  endWaiting(ctx, expired, { state: 'given_up' }, 'It was of no use any more, so it was not sent.')
}

/** Where there is no mail server: letters are kept to be read, but the secret ones. */
export function keepDue(ctx: Context): void {
  endWaiting(ctx, and(isDue(ctx), eq(letters.secret, true)), { state: 'given_up' }, 'There is no mail server.')
  endWaiting(ctx, isDue(ctx), { state: 'kept' }, '')
}

/** True while letters do not get out: one is stuck, or one was given up since yesterday. */
export function isMailFailing(ctx: Context): boolean {
  const yesterday = dayIn('UTC', ctx.now).subtract({ days: 1 }).toString()
  const stuck = and(eq(letters.state, 'waiting'), ne(letters.trouble, ''))
  const lost = and(eq(letters.state, 'given_up'), gte(letters.writtenOn, yesterday))

  return ctx.db.select({ id: letters.id }).from(letters).where(or(stuck, lost)).get() !== undefined
}

function isDue(ctx: Context) {
  return and(eq(letters.state, 'waiting'), lte(letters.dueAt, ctx.now.epochMilliseconds))
}

function settle(ctx: Context, letter: LetterRow, columns: Partial<LetterRow>): void {
  const isHeld = and(eq(letters.id, letter.id), eq(letters.state, 'waiting'))
  ctx.db.update(letters).set(columns).where(isHeld).run()
}

function endWaiting(ctx: Context, which: ReturnType<typeof and>, columns: Partial<LetterRow>, said: string): void {
  const trouble = sql`trim(${letters.trouble} || ' ' || ${said})`
  for (const secret of [true, false])
    ctx.db
      .update(letters)
      .set({ ...done(secret), ...columns, trouble })
      .where(and(eq(letters.state, 'waiting'), which, eq(letters.secret, secret)))
      .run()
}

/** What a letter loses when it is done: its moments, and its words if they were for one pair of eyes. */
function done(secret: boolean): Partial<LetterRow> {
  return { dueAt: null, expiresAt: null, ...(secret && { text: '', html: '' }) }
}

function dayOf(ctx: Context): string {
  return dayIn('UTC', ctx.now).toString()
}
