import Database from 'better-sqlite3'
import { codeOf, Problem } from '../../lib/problem.ts'
import { makeFolderOf, unwritable } from './folder.ts'

/**
 * One writing process per database: an exclusive transaction on a file beside it. The operating system drops it with the
 * process, so a start after kill -9 succeeds. Throws a Problem at once while another process holds it.
 */
export function holdDatabase(path: string): { release: () => void } {
  makeFolderOf(path)
  const lock = openLock(path)
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (codeOf(error) !== 'SQLITE_BUSY') throw unwritable(path, error)
    throw new Problem('unavailable', `Another Plainclothes already uses ${path}. Stop it first.`)
  }

  return { release: () => lock.close() }
}

function openLock(path: string): Database.Database {
  try {
    return new Database(`${path}.lock`, { timeout: 0 })
  } catch (error) {
    throw unwritable(path, error)
  }
}
