import type { Db } from './open.ts'

/**
 * A statement that is prepared once per database, for what every request asks: built anew each time drizzle costs up to fifteen times
 * as much. Within a transaction it is prepared again.
 */
export function preparedOnce<Statement>(prepare: (db: Db) => Statement): (db: Db) => Statement {
  const kept = new WeakMap<Db, Statement>()

  return (db) => {
    const found = kept.get(db) ?? prepare(db)
    kept.set(db, found)

    return found
  }
}
