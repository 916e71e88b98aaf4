import type { House } from './house.ts'

/** Everything of one house into an empty one. */
export function copyInto(from: House, to: House): void {
  const source = from.db.$client
  const target = to.db.$client
  target.pragma('foreign_keys = OFF')
  const names = source
    .prepare(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]
  for (const name of names)
    for (const row of source.prepare(`select * from "${name}"`).all() as Record<string, unknown>[]) {
      const columns = Object.keys(row)
      target
        .prepare(`insert into "${name}" (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`)
        .run(...Object.values(row))
    }
  target.pragma('foreign_keys = ON')
}
