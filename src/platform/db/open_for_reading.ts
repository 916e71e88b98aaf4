import { Problem } from '../../lib/problem.ts'
import { appliedMigrations, knownMigrations } from './migrate.ts'
import { openDatabase, type Sqlite } from './open.ts'

/**
 * For commands that read, beside a running server: everything they read stands as it was at one moment. Throws a Problem where there is
 * no database, or one that this version has not yet brought up to date.
 */
export function readAt<T>(path: string, read: (sqlite: Sqlite) => T): T {
  const sqlite = openDatabase(path, { readonly: true })
  try {
    const [applied, known] = [appliedMigrations(sqlite), knownMigrations()]
    if (applied !== known)
      throw new Problem(
        'unavailable',
        `${path} has ${applied} of ${known} migrations. Start this version of Plainclothes once, then export.`,
      )

    return sqlite.transaction(() => read(sqlite)).deferred()
  } finally {
    sqlite.close()
  }
}
