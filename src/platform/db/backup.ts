import { existsSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { messageOf, Problem } from '../../lib/problem.ts'
import { makeFolderOf } from './folder.ts'
import { holdDatabase } from './lock.ts'
import { appliedMigrations, knownMigrations } from './migrate.ts'
import { openDatabase, type Sqlite } from './open.ts'

/** A whole copy of the database, as it stands, beside a server at work. Throws a Problem if the target exists. */
export function backUp(path: string, target: string): void {
  refuseExisting(target)
  const sqlite = openDatabase(path, { readonly: true })
  try {
    makeFolderOf(target)
    sqlite.prepare('vacuum into ?').run(target)
  } catch (error) {
    throw new Problem('unavailable', `The copy could not be written to ${target} (${messageOf(error)}).`)
  } finally {
    sqlite.close()
  }
}

/**
 * Puts a backup in the database's place. The backup is checked first; what it replaces is kept aside; gives where. Throws a
 * Problem, nothing changed, while a server holds the database or the backup is not sound.
 */
export function restore(path: string, source: string, day: string): string | undefined {
  if (!existsSync(source)) throw new Problem('not_found', `There is no file ${source}.`)
  checkDatabase(source)
  const held = holdDatabase(path)
  try {
    const fresh = `${path}.restoring`
    for (const old of [fresh, `${fresh}-wal`, `${fresh}-shm`]) rmSync(old, { force: true })
    backUp(source, fresh)
    const aside = existsSync(path) ? freeName(`${path}.replaced-${day}`) : undefined
    if (aside) setAside(path, aside)
    renameSync(fresh, path)

    return aside
  } finally {
    held.release()
  }
}

export interface Soundness {
  migrations: number
  known: number
}

/** Reads the whole file: its pages, its references, its owner. Throws a Problem in a sentence if something is wrong. */
export function checkDatabase(path: string): Soundness {
  const sqlite = openDatabase(path, { readonly: true })
  try {
    const found = sqlite.pragma('integrity_check(1)', { simple: true })
    if (found !== 'ok')
      throw new Problem(
        'unavailable',
        `${path} is damaged (${String(found)
          .replace(/[*\s]+/g, ' ')
          .trim()}).`,
      )
    const broken = (sqlite.pragma('foreign_key_check') as unknown[]).length
    if (broken > 0)
      throw new Problem('unavailable', `${path} has ${broken} rows that refer to rows that are not there.`)

    return notNewer(path, sqlite)
  } finally {
    sqlite.close()
  }
}

function notNewer(path: string, sqlite: Sqlite): Soundness {
  const [migrations, known] = [appliedMigrations(sqlite), knownMigrations()]
  if (migrations === 0) throw new Problem('unavailable', `${path} holds nothing of Plainclothes.`)
  if (migrations > known)
    throw new Problem('unavailable', `${path} was written by a newer version of Plainclothes. Nothing was changed.`)

  return { migrations, known }
}

/** Folded into one file first, so that nothing of it stays behind in a log beside it. A damaged one is moved as it is. */
function setAside(path: string, aside: string): void {
  try {
    const sqlite = new Database(path)
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    sqlite.close()
  } catch {
    // What cannot be opened cannot be folded; its parts move together below.
  }
  for (const part of ['', '-wal', '-shm']) if (existsSync(path + part)) renameSync(path + part, aside + part)
}

function freeName(wanted: string): string {
  let name = wanted
  for (let n = 2; existsSync(name); n++) name = `${wanted}-${n}`

  return name
}

function refuseExisting(target: string): void {
  if (existsSync(target)) throw new Problem('conflict', `${target} exists already. Name a file that does not.`)
}
