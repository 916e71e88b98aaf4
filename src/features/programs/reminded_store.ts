import { and, eq, gte, inArray, lt, notInArray, or } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { letterChoices, letters } from '../../platform/db/tables.ts'
import { findMember } from '../members/store.ts'
import { nudgesOf, reminderOccasions } from './owed.ts'

export interface Reminded {
  letters: number
  /** The day the last one was written. */
  last: string
}

/** How often each contact was reminded of. Asked by occasion, which is indexed, and only for the contacts that are shown. */
export function listReminded(ctx: Context, duties: readonly { id: string; leaderId: string }[]): Map<string, Reminded> {
  if (duties.length === 0) return new Map()
  const reminders = inArray(letters.occasion, duties.flatMap(reminderOccasions))
  const nudges = duties.map((duty) => startsWith(nudgesOf(duty)))
  const rows = ctx.db
    .select({ occasion: letters.occasion, writtenOn: letters.writtenOn })
    .from(letters)
    .where(and(or(reminders, ...nudges), notInArray(letters.state, ['discarded', 'given_up'])))
    .all()

  return new Map(
    [...Map.groupBy(rows, ({ occasion }) => occasion.split(' ')[1] ?? '')].map(([id, about]) => [
      id,
      {
        letters: about.length,
        last:
          about
            .map(({ writtenOn }) => writtenOn)
            .sort()
            .at(-1) ?? '',
      },
    ]),
  )
}

/** Of these, who is told of a change: not whoever makes it, has left, or wants no such letters. */
export function listToTell(ctx: Context, leaderIds: Iterable<string>): string[] {
  const unwilling = listUnwilling(ctx, 'moved')

  return [...new Set(leaderIds)].filter(
    (id) => id !== ctx.actor.id && !unwilling.has(id) && findMember(ctx, id)?.retiredOn === null,
  )
}

/** Members who want no letters of this kind. */
export function listUnwilling(ctx: Context, kind: 'moved' | 'nudge'): Set<string> {
  const choices = ctx.db.select().from(letterChoices).all()

  return new Set(choices.filter(({ declined }) => declined.includes(kind)).map(({ memberId }) => memberId))
}

/** A letter that says that something changed waits to leave, and has not been tried: it says so of this change too. */
export function isToldAnyway(ctx: Context, memberId: string): boolean {
  const waiting = and(
    eq(letters.state, 'waiting'),
    eq(letters.memberId, memberId),
    eq(letters.kind, 'moved'),
    eq(letters.attempts, 0),
  )

  return ctx.db.select({ id: letters.id }).from(letters).where(waiting).get() !== undefined
}

/** A nudge about this contact waits to leave, for instance for the end of their weekend. */
export function isNudgeWaiting(ctx: Context, duty: { id: string; leaderId: string }): boolean {
  const waiting = and(eq(letters.state, 'waiting'), startsWith(nudgesOf(duty)))

  return ctx.db.select({ id: letters.id }).from(letters).where(waiting).get() !== undefined
}

/** A range instead of LIKE: it can use the index. */
function startsWith(prefix: string) {
  return and(gte(letters.occasion, prefix), lt(letters.occasion, `${prefix}~`))
}
