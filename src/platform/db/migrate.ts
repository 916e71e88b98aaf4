import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { messageOf, Problem } from '../../lib/problem.ts'
import { drizzleOver, openDatabase, type Sqlite } from './open.ts'

const FOLDER = new URL('../../../migrations', import.meta.url).pathname

/**
 * Brings the schema up to date, with a copy of the file taken before (PATH.before-migration-N).
 * drizzle's migrator works inside a transaction, where foreign_keys=OFF does nothing and a rebuilt table cascades its
 * deletes: so foreign keys go off on the connection first, and rows and references are checked before they come on again.
 * A migration that fails or loses something is undone by putting the copy back; then, and for a newer file, it throws a Problem.
 */
export function migrateDatabase(sqlite: Sqlite, path?: string, folder = FOLDER): { applied: number } {
  const [applied, known] = [appliedMigrations(sqlite), knownMigrations(folder)]
  refuseNewer(applied, known)
  if (applied === known) return { applied: 0 }
  const copy = applied > 0 && path ? `${path}.before-migration-${applied}` : undefined
  if (copy) copyBefore(sqlite, copy)
  const before = countRows(sqlite)

  sqlite.pragma('foreign_keys = OFF')
  try {
    migrate(drizzleOver(sqlite), { migrationsFolder: folder })
    refuseLosses(sqlite, before)
  } catch (error) {
    if (!copy || !path) throw error
    putBack(sqlite, copy, path)
    throw new Problem(
      'unavailable',
      `The database could not be brought up to date, and is as it was: ${messageOf(error)}`,
    )
  }
  sqlite.pragma('foreign_keys = ON')

  return { applied: known - applied }
}

/** Throws a Problem if the file at a path was written by a newer version. Reads only. */
export function refuseNewerFile(path: string): void {
  if (!existsSync(path)) return
  const sqlite = openDatabase(path, { readonly: true })
  try {
    refuseNewer(appliedMigrations(sqlite), knownMigrations())
  } finally {
    sqlite.close()
  }
}

/** How many migrations the code knows. */
export function knownMigrations(folder = FOLDER): number {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: unknown[] }

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

function refuseNewer(applied: number, known: number): void {
  if (applied > known)
    throw new Problem(
      'unavailable',
      `This database was written by a newer version of Plainclothes (${applied} migrations, ${known} known here). Nothing was changed.`,
    )
}

function countRows(sqlite: Sqlite): Map<string, number> {
  const names = sqlite
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]

  return new Map(names.map((name) => [name, sqlite.prepare(`select count(*) from "${name}"`).pluck().get() as number]))
}

/** A table may go as a whole, by intent; rows of one that stays may not. */
function refuseLosses(sqlite: Sqlite, before: Map<string, number>): void {
  const broken = sqlite.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0) throw new Error(`it would leave ${broken.length} rows that refer to rows that are not there.`)
  for (const [name, rows] of countRows(sqlite))
    if (rows < (before.get(name) ?? 0))
      throw new Error(`it would lose ${(before.get(name) ?? 0) - rows} rows of ${name}.`)
}

function putBack(sqlite: Sqlite, copy: string, path: string): void {
  sqlite.close()
  for (const log of [`${path}-wal`, `${path}-shm`]) rmSync(log, { force: true })
  copyFileSync(copy, path)
}
