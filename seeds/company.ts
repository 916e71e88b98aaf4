import { type Actor, type Context, PLAINCLOTHES } from '../src/context.ts'
import type { Db } from '../src/platform/db/open.ts'
import { LEADERS, OTHERS, type Person } from './cast.ts'
import type { Dice } from './dice.ts'

/** Northwind Energy at any moment of its year: whoever acts, and when, is given; ids and chance come from the dice. */
export interface Company {
  db: Db
  dice: Dice
  /** The moment the demo is for: nothing happens after it. */
  now: Temporal.Instant
  /** Acting as a member by id, or as Plainclothes itself. */
  as: (who: string | null, at: Temporal.Instant) => Context
}

const PEOPLE: readonly Person[] = [...OTHERS, ...LEADERS]

export function companyOver(db: Db, dice: Dice, now: Temporal.Instant): Company {
  const actors = new Map(PEOPLE.map(({ id, name, roles }): [string, Actor] => [id, { id, name, roles }]))
  const actorOf = (who: string): Actor => {
    const actor = actors.get(who)
    if (!actor) throw new RangeError(`nobody is called ${who}`)

    return actor
  }

  return { db, dice, now, as: (who, at) => ({ db, now: at, actor: who ? actorOf(who) : PLAINCLOTHES, newId: dice.id }) }
}

/** The same context, whose first new id is this one: so that people and places have ids one can read. */
export function naming(ctx: Context, id: string): Context {
  const ids = [id]

  return { ...ctx, newId: () => ids.pop() ?? ctx.newId() }
}
