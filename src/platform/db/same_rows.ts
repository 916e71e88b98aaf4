import type { Db } from './open.ts'
import { preparedOnce } from './prepared.ts'

/**
 * The rows of a small table that hardly anybody changes, read as one text of JSON: while it says the same they are the very same rows, and
 * whatever was made of them still holds. In a transaction too, because the text itself is compared. Read row by row and put together for
 * every page they took longer than its charts. `select` gives one value, a json_group_array; its numbers keep fifteen digits.
 */
export function sameRows<Row>(select: string): (db: Db) => readonly Row[] {
  const textOf = preparedOnce((db) => db.$client.prepare<[], string>(select).pluck())
  const known = new WeakMap<Db, { text: string; rows: readonly Row[] }>()

  return (db) => {
    const text = textOf(db).get() ?? '[]'
    const found = known.get(db)
    if (found?.text === text) return found.rows
    const rows: readonly Row[] = JSON.parse(text)
    known.set(db, { text, rows })

    return rows
  }
}
