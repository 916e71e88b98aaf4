import { holdDatabase } from './lock.ts'
import { migrateDatabase, refuseNewerFile } from './migrate.ts'
import { type Db, drizzleOver, openDatabase, type Sqlite } from './open.ts'

export interface WritableDatabase {
  sqlite: Sqlite
  db: Db
  close: () => void
}

/** Held, opened and brought up to date, for the server and for every command that writes. Throws a Problem, nothing held, if one of the three cannot be. */
export function openForWriting(path: string): WritableDatabase {
  const held = holdDatabase(path)
  try {
    refuseNewerFile(path)
    const sqlite = openDatabase(path)
    try {
      migrateDatabase(sqlite, path)
    } catch (error) {
      sqlite.close()
      throw error
    }

    return { sqlite, db: drizzleOver(sqlite), close: () => closeBoth(sqlite, held) }
  } catch (error) {
    held.release()
    throw error
  }
}

function closeBoth(sqlite: Sqlite, held: { release: () => void }): void {
  sqlite.close()
  held.release()
}
