import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Problem } from '../../lib/problem.ts'

/**
 * One writing process per database: an exclusive transaction on a file beside it. The operating system drops it with the
 * process, so a start after kill -9 succeeds. Throws a Problem at once while another process holds it.
 */
export function holdDatabase(path: string): { release: () => void } {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const lock = new Database(`${path}.lock`, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw new Problem('unavailable', `Another Plainclothes already uses ${path}. Stop it first.`)
  }

  return { release: () => lock.close() }
}
