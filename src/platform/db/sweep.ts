import type { Db } from './open.ts'

/**
 * Empties the log beside the database. secure_delete overwrites what is taken out of the file itself, but pages as they were before
 * stand in the log until it is written over: after words were masked it is emptied at once.
 */
export function sweepLog(db: Db): void {
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
}
