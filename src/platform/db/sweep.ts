import type { Db } from './open.ts'

/**
 * Empties the log beside the database. secure_delete overwrites what is taken out of the file itself, but pages as they were before
 * stand in the log until it is written over: words that were masked, and the minute a sign-in letter ran out. Nobody is waited for:
 * while a copy is being made the log stays, and the next time it is emptied.
 */
export function sweepLog({ $client: sqlite }: Db): void {
  const patience = sqlite.pragma('busy_timeout', { simple: true }) as number
  sqlite.pragma('busy_timeout = 0')
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.pragma(`busy_timeout = ${patience}`)
  }
}
