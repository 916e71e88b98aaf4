import { existsSync, readFileSync, rmSync } from 'node:fs'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { Problem } from '../../lib/problem.ts'
import { drizzleOver, type Sqlite } from './open.ts'

const FOLDER = new URL('../../../migrations', import.meta.url).pathname

/**
 * Brings the schema up to date, with a copy of the file taken before (PATH.before-migration-N).
 * drizzle's migrator works inside a transaction, where foreign_keys=OFF does nothing and a rebuilt table cascades its deletes
 * (STACK.md): so foreign keys go off on the connection first, and rows and references are checked before they come on again.
 * Throws a Problem, nothing changed, if the file is from a newer version.
 */
export function migrateDatabase(sqlite: Sqlite, path?: string): { applied: number } {
  const known = knownMigrations()
  const applied = appliedMigrations(sqlite)
  if (applied > known)
    throw new Problem(
      'unavailable',
      `This database was written by a newer version of Plainclothes (${applied} migrations, ${known} known here). Nothing was changed.`,
    )
  if (applied === known) return { applied: 0 }
  if (applied > 0 && path) copyBefore(sqlite, `${path}.before-migration-${applied}`)

  sqlite.pragma('foreign_keys = OFF')
  migrate(drizzleOver(sqlite), { migrationsFolder: FOLDER })
  const broken = sqlite.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new Error(
      `a migration left ${broken.length} broken references; the copy taken before stands beside the database`,
    )
  sqlite.pragma('foreign_keys = ON')

  return { applied: known - applied }
}

/** How many migrations the code knows. */
export function knownMigrations(): number {
  const journal = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8')) as { entries: unknown[] }

  return journal.entries.length
}

/** How many migrations the file has seen. */
export function appliedMigrations(sqlite: Sqlite): number {
  const table = sqlite.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get()

  return table ? (sqlite.prepare('select count(*) from __drizzle_migrations').pluck().get() as number) : 0
}

/** VACUUM INTO is a complete copy even under load; its target must not exist. */
function copyBefore(sqlite: Sqlite, target: string): void {
  if (existsSync(target)) rmSync(target)
  sqlite.prepare('vacuum into ?').run(target)
}
