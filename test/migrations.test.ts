import { existsSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { migrateDatabase } from '../src/platform/db/migrate.ts'
import * as tables from '../src/platform/db/tables.ts'
import { ROOT } from './support/sources.ts'

// drizzle-kit hangs a word on every array, which breaks other libraries that run in the same process.
Reflect.deleteProperty(Array.prototype, 'random')

const FOLDER = `${ROOT}migrations`
const journal = readJson(`${FOLDER}/meta/_journal.json`) as { entries: { idx: number; when: number; tag: string }[] }
const drawn = Object.values(tables)
  .filter((one) => is(one, SQLiteTable))
  .map((table) => getTableConfig(table as SQLiteTable))

const sqlite = new Database(':memory:')
migrateDatabase(sqlite)

describe('the migrations', () => {
  it('are in the order they were made, none missing', () => {
    expect(journal.entries.map(({ idx }) => idx)).toEqual(journal.entries.map((_, at) => at))
    for (const [at, { tag, when }] of journal.entries.entries()) {
      expect(tag.slice(0, 4)).toBe(String(at).padStart(4, '0'))
      expect(existsSync(`${FOLDER}/${tag}.sql`), `${tag}.sql`).toBe(true)
      // drizzle skips a migration that claims to be older than the last one applied.
      expect(when, tag).toBeGreaterThan(journal.entries[at - 1]?.when ?? 0)
    }
  })

  it('leave nothing for the next one: the tables are as drawn', async () => {
    const before = readJson(`${FOLDER}/meta/${String(journal.entries.length - 1).padStart(4, '0')}_snapshot.json`)
    const now = await generateSQLiteDrizzleJson(tables)
    expect(await generateSQLiteMigration(before as typeof now, now)).toEqual([])
  })

  it.each(drawn.map((table) => [table.name, table] as const))(
    'give %s its columns, checks and indexes',
    (name, table) => {
      const columns = sqlite.pragma(`table_info(${name})`) as { name: string; type: string; notnull: number }[]
      const there = columns.map((column) => `${column.name} ${column.type.toLowerCase()}`)
      const words = sqlite.prepare('select group_concat(sql) from sqlite_schema where tbl_name = ?').pluck().get(name)
      expect(there.toSorted()).toEqual(
        table.columns.map((column) => `${column.name} ${column.getSQLType()}`).toSorted(),
      )
      for (const one of [...table.checks, ...table.indexes.map(({ config }) => config)])
        expect(words).toContain(one.name)
      for (const key of table.foreignKeys) expect(words).toContain(getTableConfig(key.reference().foreignTable).name)
    },
  )

  it('make every table strict', () => {
    const lax = (sqlite.pragma('table_list') as { name: string; schema: string; strict: number }[])
      .filter(({ schema, strict }) => schema === 'main' && strict === 0)
      .map(({ name }) => name)
    expect(lax.filter((name) => !/^(?:sqlite_|__drizzle_migrations$)/.test(name))).toEqual([])
  })

  it('number no rows of what is written when somebody signs in, makes a contact or hands in', () => {
    const unnumbered = (sqlite.pragma('table_list') as { name: string; wr: number }[]).filter(({ wr }) => wr === 1)
    const names = unnumbered.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['sessions', 'assignments', 'predictions', 'reflection_drafts']))
    expect(names).toEqual(expect.arrayContaining(['reflections', 'reflection_standards', 'own_answers']))
    expect(names).toEqual(expect.arrayContaining(['reflection_releases', 'reflection_versions']))
    expect(names).toEqual(expect.arrayContaining(['answer_counts', 'audit_entries', 'retest_answers', 'heard_replies']))
    expect(names).toEqual(expect.arrayContaining(['participation_counts', 'count_versions', 'standard_turns']))
  })

  it('hold nothing that is not drawn', () => {
    const there = sqlite.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
    const strangers = there.filter((name) => !drawn.some((table) => table.name === name))
    expect(strangers.filter((name) => !/^(?:sqlite_|__drizzle_migrations$)/.test(name))).toEqual([])
  })
})

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
