import { and, eq, gte, inArray, lt, notInArray, or } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { letters } from '../../platform/db/tables.ts'
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

/** A range instead of LIKE: it can use the index. */
function startsWith(prefix: string) {
  return and(gte(letters.occasion, prefix), lt(letters.occasion, `${prefix}~`))
}
