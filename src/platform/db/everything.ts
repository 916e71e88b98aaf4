import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { appliedMigrations } from './migrate.ts'
import { writeNewFile } from './new_file.ts'
import type { Sqlite } from './open.ts'
import { readAt } from './open_for_reading.ts'
import * as tables from './tables.ts'

/** Moves when a reader of the lines would have to change; a new table or column alone does not move it. */
const EVERYTHING_VERSION = 1

/** What belongs to this installation and its doors rather than to the organisation: a table, or a column of one, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  count_versions: 'How often counts have changed here; elsewhere they are counted anew.',
  sign_in_requests: 'Sign-in letters under way, gone within minutes.',
  one_time_links: 'Links that sign somebody in.',
  sessions: 'Who is signed in on which device.',
  'calendar_feeds.token_hash': 'Opens a private calendar.',
  'public_links.token_hash': 'Opens a page without signing in.',
  'letters.due_at': 'A moment; everything else is kept by day.',
  'letters.expires_at': 'A moment; everything else is kept by day.',
}

/** Rows that stay behind: sign-in letters hold a code. */
const ROWS: Readonly<Record<string, string>> = { letters: 'secret = 0' }

type Column = ReturnType<typeof getTableConfig>['columns'][number]

interface ExportedTable {
  name: string
  columns: readonly Column[]
  /** What rows are read in the order of: never the order they came in, which would be an order of time. */
  key: readonly string[]
}

/** Every table of tables.ts that is not left out, by name, so that a new one is exported without being listed here. */
export function exportedTables(): ExportedTable[] {
  return (Object.values(tables) as unknown[])
    .filter((one): one is SQLiteTable => is(one, SQLiteTable))
    .filter((table) => !(getTableName(table) in LEFT_OUT))
    .map((table) => {
      const { name, columns, primaryKeys } = getTableConfig(table)
      const keys = [...columns.filter(({ primary }) => primary), ...primaryKeys.flatMap((key) => key.columns)]

      return {
        name,
        columns: columns.filter((column) => !(`${name}.${column.name}` in LEFT_OUT)),
        key: keys.map((column) => column.name),
      }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * All of the organisation's data as JSON lines, as it stands at one moment, beside a running server: a first line that says what follows,
 * then a line for each row. Gives how many rows. Throws a Problem if the file exists or the database is not up to date.
 */
export function exportEverything(path: string, target: string, day: string): number {
  return readAt(path, (sqlite) =>
    writeNewFile(target, (write) => writeLines(sqlite, (line) => write(`${line}\n`), day)),
  )
}

function writeLines(sqlite: Sqlite, write: (line: string) => void, day: string): number {
  const exported = exportedTables()
  const counts = new Map(exported.map(({ name }) => [name, countOf(sqlite, name)]))
  write(JSON.stringify(firstLine(exported, counts, { day, migrations: appliedMigrations(sqlite) })))
  for (const table of exported)
    for (const row of rowsOf(sqlite, table)) write(JSON.stringify({ table: table.name, row }))

  return [...counts.values()].reduce((sum, rows) => sum + rows, 0)
}

function firstLine(
  exported: readonly ExportedTable[],
  counts: ReadonlyMap<string, number>,
  { day, migrations }: { day: string; migrations: number },
): object {
  const described = exported.map(({ name, columns }) => [
    name,
    { rows: counts.get(name), columns: Object.fromEntries(columns.map((column) => [column.name, typeOf(column)])) },
  ])

  return {
    plainclothes: 'everything',
    version: EVERYTHING_VERSION,
    migrations,
    exported_on: day,
    tables: Object.fromEntries(described),
    left_out: LEFT_OUT,
  }
}

/** "text", "integer or null" */
function typeOf({ columnType, notNull, primary }: Column): string {
  const type = { SQLiteTextJson: 'json', SQLiteBoolean: 'boolean', SQLiteInteger: 'integer', SQLiteReal: 'real' }

  return `${type[columnType as keyof typeof type] ?? 'text'}${notNull || primary ? '' : ' or null'}`
}

function* rowsOf(sqlite: Sqlite, { name, columns, key }: ExportedTable): Iterable<object> {
  const wanted = columns.map((column) => `"${column.name}"`).join(', ')
  const order = key.map((column) => `"${column}"`).join(', ')
  const rows = sqlite.prepare(`select ${wanted} from "${name}" where ${ROWS[name] ?? 'true'} order by ${order}`)
  for (const values of rows.raw().iterate() as Iterable<unknown[]>)
    yield Object.fromEntries(columns.map((column, i) => [column.name, asValue(column, values[i])]))
}

function asValue(column: Column, value: unknown): unknown {
  return value === null ? null : column.mapFromDriverValue(value)
}

function countOf(sqlite: Sqlite, name: string): number {
  return sqlite
    .prepare(`select count(*) from "${name}" where ${ROWS[name] ?? 'true'}`)
    .pluck()
    .get() as number
}
