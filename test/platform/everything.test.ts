import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { startSession } from '../../src/features/signin/actions.ts'
import { backUp } from '../../src/platform/db/backup.ts'
import { exportEverything, exportedTables, LEFT_OUT } from '../../src/platform/db/everything.ts'
import { openDatabase } from '../../src/platform/db/open.ts'
import { openForWriting } from '../../src/platform/db/open_for_writing.ts'
import { openDemo } from '../support/demo.ts'
import { ownFolder } from '../support/own_folder.ts'
import { readSources } from '../support/sources.ts'

interface First {
  plainclothes: string
  version: number
  tables: Record<string, { rows: number; columns: Record<string, string> }>
  left_out: Record<string, string>
}
interface Line {
  table: string
  row: Record<string, unknown>
}

const inFolder = ownFolder('file')
let path: string
let first: First
let lines: Line[]
beforeAll(async () => {
  path = inFolder('house.db')
  const demo = await openDemo()
  startSession(demo.as(), 'maud', 'Test')
  demo.db.$client.prepare('update letters set secret = 1 where id = (select id from letters limit 1)').run()
  demo.db.$client.prepare('vacuum into ?').run(path)
  exportEverything(path, inFolder('everything.jsonl'), '2026-06-10')
  const [head = '', ...rest] = readFileSync(inFolder('everything.jsonl'), 'utf8').trimEnd().split('\n')
  first = JSON.parse(head) as First
  lines = rest.map((line) => JSON.parse(line) as Line)
})

const tablesOf = (at: string) => {
  const sqlite = openDatabase(at, { readonly: true })
  const names = sqlite
    .prepare(
      "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]
  const found = names.map((name) => ({
    name,
    columns: sqlite.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[],
    rows: sqlite.prepare(`select * from "${name}"`).all() as Record<string, unknown>[],
  }))
  sqlite.close()

  return found
}

describe('the export of everything', () => {
  it('holds every row and column of every table the database has, or says why not', () => {
    for (const { name, columns, rows } of tablesOf(path)) {
      const exported = lines.filter(({ table }) => table === name)
      if (name in LEFT_OUT) {
        expect(exported, name).toEqual([])
        expect(first.left_out[name]).toBeTruthy()
        continue
      }
      expect(exported.length, name).toBe(rows.filter((row) => name !== 'letters' || row.secret === 0).length)
      expect(first.tables[name]?.rows, name).toBe(exported.length)
      const kept = columns.filter((column) => !(`${name}.${column}` in LEFT_OUT))
      expect(Object.keys(first.tables[name]?.columns ?? {}).sort(), name).toEqual(kept.toSorted())
      for (const { row } of exported) expect(Object.keys(row).sort(), name).toEqual(kept.toSorted())
    }
    expect(lines.length).toBeGreaterThan(1000)
  })

  it('gives back what was written: lists as lists, flags as flags, nothing as null', () => {
    const stored = tablesOf(path).find(({ name }) => name === 'members')?.rows ?? []
    const members = lines.filter(({ table }) => table === 'members').map(({ row }) => row)
    for (const row of stored)
      expect(members.find(({ id }) => id === row.id)).toMatchObject({
        name: row.name,
        languages: JSON.parse(row.languages as string),
        department_id: row.department_id,
      })
    expect(typeof lines.find(({ table }) => table === 'reflections')?.row.counts).toBe('boolean')
  })

  it('leaves nothing behind that opens a door', () => {
    const harmless = ['letters.secret']
    const columns = exportedTables().flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
    expect(
      columns.filter((name) => /hash|token|secret|password|credential|_at$/.test(name) && !harmless.includes(name)),
    ).toEqual([])
    expect(lines.some(({ table, row }) => table === 'letters' && row.secret)).toBe(false)
    const known = tablesOf(path).flatMap(({ name, columns }) => [name, ...columns.map((column) => `${name}.${column}`)])
    expect(Object.keys(LEFT_OUT).filter((name) => !known.includes(name))).toEqual([])
  })

  it('tells nothing by its order', () => {
    for (const { name, key } of exportedTables()) {
      expect(key.length, name).toBeGreaterThan(0)
      const ids = lines
        .filter(({ table }) => table === name)
        .map(({ row }) => JSON.stringify(key.map((one) => row[one])))
      expect(new Set(ids).size, name).toBe(ids.length)
    }
    const ids = lines.filter(({ table }) => table === 'reflections').map(({ row }) => row.id as string)
    expect(ids).toEqual(ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))))
  })

  it('is its owner’s only, overwrites nothing, and leaves no half a file', () => {
    const target = inFolder('precious.jsonl')
    writeFileSync(target, 'precious')
    expect(() => exportEverything(path, target, '2026-06-10')).toThrow('exists already. Name a file that does not.')
    expect(readFileSync(target, 'utf8')).toBe('precious')
    expect(statSync(inFolder('everything.jsonl')).mode & 0o077).toBe(0)
    expect(() => exportEverything(inFolder('none.db'), inFolder('none.jsonl'), '2026-06-10')).toThrow(
      'There is no database',
    )
  })

  it('works beside a running server, and refuses a database of an older version', () => {
    const copy = inFolder('copy.db')
    backUp(path, copy)
    const { sqlite, close } = openForWriting(copy)
    const rows = exportEverything(copy, inFolder('beside.jsonl'), '2026-06-10')
    expect(rows).toBe(lines.length)
    sqlite.prepare('delete from __drizzle_migrations where rowid = (select max(rowid) from __drizzle_migrations)').run()
    close()
    expect(() => exportEverything(copy, inFolder('older.jsonl'), '2026-06-10')).toThrow(
      /Start this version of Plainclothes once/,
    )
  })

  it('knows every table that is in the one map of the data', () => {
    const named = readSources('src/platform/db/tables.ts').flatMap(({ text }) =>
      [...text.matchAll(/sqliteTable\(\s*'([a-z_]+)'/g)].map(([, name]) => name ?? ''),
    )
    const known = [...exportedTables().map(({ name }) => name), ...Object.keys(LEFT_OUT)]
    expect(named.filter((name) => !known.includes(name))).toEqual([])
    expect(named.length).toBeGreaterThan(30)
  })
})
