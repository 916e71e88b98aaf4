import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './open.ts'

/**
 * A statement that is prepared once per database, for what every request asks: built anew each time drizzle costs up to fifteen times
 * as much.
 */
export function preparedOnce<Statement>(prepare: (db: Db) => Statement): (db: Db) => Statement {
  const kept = new WeakMap<Db, Statement>()

  return (db) => {
    const found = kept.get(db) ?? prepare(db)
    kept.set(db, found)

    return found
  }
}

/** An insert of whole rows, prepared once: what a row leaves out is its column's default. */
export function insertInto<Table extends SQLiteTable>(table: Table): (db: Db, row: Table['$inferInsert']) => void {
  const columns: [string, SQLiteColumn][] = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`)
  const insert = preparedOnce((db) =>
    db.$client.prepare(`insert into "${getTableName(table)}" (${names}) values (${names.map(() => '?')})`),
  )

  return (db, row: Record<string, unknown>) => {
    insert(db).run(columns.map(([key, column]) => stored(column, key in row ? row[key] : column.default)))
  }
}

/** As drizzle would store it; its prepared inserts write the word null where a list is missing. */
export function stored(column: SQLiteColumn, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value)
}
