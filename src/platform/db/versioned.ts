import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Db } from './open.ts'
import { preparedOnce, stored } from './prepared.ts'

/** A table whose rows count how often they were saved, so that of two people who change what both were shown, the second is told. */
type Versioned = SQLiteTable & { id: SQLiteColumn; version: SQLiteColumn }

/** The row that is changed, and its version when it was shown. */
interface Shown {
  id: string | number
  version: number
}

/** Saves if nobody else saved the row since it was shown, and says whether it did. What a change does not name stays. */
export function saveShown<Table extends Versioned>(
  db: Db,
  table: Table,
  { id, version }: Shown,
  change: Partial<Omit<Table['$inferSelect'], 'id' | 'version'>>,
): boolean {
  const given: Record<string, unknown> = { ...change, version: version + 1 }
  const changed = Object.entries<SQLiteColumn>(getTableColumns(table)).filter(([key]) => key in given)
  const names = changed.map(([, { name }]) => `"${name}" = ?`)
  const values = changed.map(([key, column]) => stored(column, given[key]))
  const update = updates(db)(`update "${getTableName(table)}" set ${names} where "id" = ? and "version" = ?`)

  return update.run(...values, id, version).changes === 1
}

/** Few sets of columns are changed together, so all their statements are kept. */
const updates = preparedOnce((db) => {
  const kept = new Map<string, ReturnType<typeof db.$client.prepare>>()

  return (text: string) => {
    const statement = kept.get(text) ?? db.$client.prepare(text)
    kept.set(text, statement)

    return statement
  }
})
