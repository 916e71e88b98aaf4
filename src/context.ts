import { randomBytes } from 'node:crypto'
import type { Db } from './platform/db/open.ts'

/** Who acts: a member, or Plainclothes itself (jobs, the command line, set-up). */
export interface Actor {
  id: string | null
  name: string
  roles: readonly Role[]
}

export type Role = 'leader' | 'lead' | 'owner' | 'reviewer' | 'admin'

/** Passed by hand to every action and store call. Time is given: nothing below reads a clock. */
export interface Context {
  db: Db
  now: Temporal.Instant
  actor: Actor
  /** A random id, not ordered by time; seeded where history is replayed. */
  newId: () => string
  /** How much had changed when a page was asked for: it is read as of then. Whoever may change anything has none, and looks anew. */
  asOf?: string
}

export const PLAINCLOTHES: Actor = { id: null, name: 'Plainclothes', roles: [] }

/** 96 bits, URL-safe, not ordered by time (PRODUCT.md §3: an id must not tell when). */
export function randomId(): string {
  return randomBytes(12).toString('base64url')
}

/** A share from 0 to 1, by chance: for pauses that must not all end together. */
export function randomShare(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32
}

/** Does the work and undoes it again: what would come of it is known, and nothing has changed. Whatever it throws is thrown. */
export function rehearsed<T>(ctx: Context, work: (ctx: Context) => T): T {
  const outcome: T[] = []
  try {
    inTransaction(ctx, (ctx) => {
      outcome.push(work(ctx))
      throw UNDONE
    })
  } catch (error) {
    if (error !== UNDONE) throw error
  }

  return outcome[0] as T
}

const UNDONE = new Error('rehearsed, so undone')

/**
 * One write = one action = one transaction; better-sqlite3 is synchronous, so nothing inside may be otherwise. There is one connection, so
 * what was prepared before serves within; one inside another can be undone by itself.
 */
export function inTransaction<T>(ctx: Context, work: (ctx: Context) => T): T {
  return ctx.db.$client.transaction(() => work(ctx)).immediate()
}
