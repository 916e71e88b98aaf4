import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { Problem } from '../../lib/problem.ts'
import { makeFolderOf, unwritable } from './folder.ts'
import * as tables from './tables.ts'

/** What features see: drizzle over one synchronous SQLite connection. */
export type Db = ReturnType<typeof drizzleOver>
export type Sqlite = Database.Database

/** 'PLCL': written into the header, so that no other program's file is taken for ours. */
export const APPLICATION_ID = 0x504c434c

export function drizzleOver(sqlite: Sqlite) {
  return Object.assign(drizzle(rememberingStatements(sqlite), { schema: tables }), { $client: sqlite })
}

/** SQL texts SQLite keeps ready; more than all pages together use. */
const REMEMBERED = 400

/**
 * The connection as drizzle sees it: the same SQL is compiled once, which took a quarter of each query's time. Only for drizzle, which
 * reads a statement to its end before it goes on: what iterates over rows needs one of its own.
 */
function rememberingStatements(sqlite: Sqlite): Sqlite {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? sqlite.prepare(compiledOnce(sql))
    statements.delete(sql)
    statements.set(sql, statement)
    const [longestUnused] = statements.keys()
    if (statements.size > REMEMBERED && longestUnused !== undefined) statements.delete(longestUnused)

    return statement
  }

  return Object.create(sqlite, { prepare: { value: prepare } })
}

/**
 * A join is compiled anew each time another value is bound that its plan might depend on, which takes ten times as long as to find one
 * row (SQLite is built with STAT4). Of a value with a plus before it the plan is independent; nothing else about it changes.
 */
function compiledOnce(sql: string): string {
  return sql.replaceAll(/([=<>]) \?/g, '$1 +?')
}

/**
 * Opens (or begins) the database file. Throws a Problem, the file untouched, if it is damaged or not ours. Who reads it through `once`
 * keeps less of it at hand.
 */
export function openDatabase(path: string, options: { readonly?: boolean; once?: boolean } = {}): Sqlite {
  const begun = existsSync(path)
  if (begun) refuseDamaged(path)
  if (!begun && options.readonly) throw new Problem('unavailable', `There is no database at ${path}.`)
  if (!begun) makeFolderOf(path)
  const sqlite = new Database(path, { readonly: options.readonly ?? false })
  if (options.readonly) return sqlite
  try {
    return prepare(sqlite, options.once ? 8_000 : AT_HAND)
  } catch (error) {
    sqlite.close()
    throw unwritable(path, error)
  }
}

/** Kilobytes of the file that are kept in memory. */
const AT_HAND = 32_000

/** In WAL mode synchronous=NORMAL lost acknowledged rows when the power was cut; FULL lost none. */
export function prepare(sqlite: Sqlite, atHand = AT_HAND): Sqlite {
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('secure_delete = ON')
  sqlite.pragma(`cache_size = -${atHand}`)
  // What a statement needs to undo itself went to a file beyond 64 KB: of 117 writes for one reflection handed in, 47 are left.
  sqlite.pragma('temp_store = MEMORY')
  // A log of 16 MB: whoever hands in as it is copied into the file waits for it, and most pages in it are written over till then.
  sqlite.pragma('wal_autocheckpoint = 4000')
  if (sqlite.pragma('application_id', { simple: true }) === 0) sqlite.pragma(`application_id = ${APPLICATION_ID}`)

  return sqlite
}

/** Throws unless the database answers. */
export function readAnything(db: Db): void {
  db.get('select 1')
}

/** A corrupt file opens happily, so it is read through before anything is written. */
function refuseDamaged(path: string): void {
  let sqlite: Sqlite | undefined
  try {
    sqlite = new Database(path, { readonly: true })
    const owner = sqlite.pragma('application_id', { simple: true })
    const empty = sqlite.prepare('select count(*) as n from sqlite_schema').pluck().get() === 0
    if (owner !== APPLICATION_ID && !(owner === 0 && empty))
      throw new Problem('unavailable', `${path} is a database of another program. Nothing was changed.`)
    const found = sqlite.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw damaged(path, String(found))
  } catch (error) {
    throw error instanceof Problem ? error : damaged(path, error instanceof Error ? error.message : String(error))
  } finally {
    sqlite?.close()
  }
}

function damaged(path: string, found: string): Problem {
  return new Problem(
    'unavailable',
    `${path} is damaged (${found.replace(/[*\s]+/g, ' ').trim()}). Nothing was changed; restore a backup.`,
  )
}
