import type { House } from './house.ts'

/** Everything of one house into an empty one. */
export function copyInto(from: House, to: House): void {
  const source = from.db.$client
  const target = to.db.$client
  target.pragma('foreign_keys = OFF')
  // What triggers keep is copied like everything else; they would keep it a second time.
  const triggers = target.prepare("select name, sql from sqlite_schema where type = 'trigger'").all() as Trigger[]
  for (const { name } of triggers) target.exec(`drop trigger "${name}"`)
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
  for (const { sql } of triggers) target.exec(sql)
  target.pragma('foreign_keys = ON')
}

interface Trigger {
  name: string
  sql: string
}
