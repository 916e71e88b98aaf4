import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { holdDatabase } from '../../src/platform/db/lock.ts'
import { knownMigrations, migrateDatabase } from '../../src/platform/db/migrate.ts'
import { APPLICATION_ID, openDatabase } from '../../src/platform/db/open.ts'
import { openForWriting } from '../../src/platform/db/open_for_writing.ts'
import { secretBeside } from '../../src/platform/db/secret.ts'
import { departmentsOf, fingerprint, furnish } from '../support/database_file.ts'
import { ownFolder } from '../support/own_folder.ts'
import { ROOT } from '../support/sources.ts'

const inFolder = ownFolder('test')
let path: string
beforeEach(() => {
  path = inFolder('house.db')
})

describe('a file that is not ours to write', () => {
  const refusals: [string, () => void, RegExp][] = [
    ['a damaged one', () => damage(), /is damaged .* restore a backup\.$/],
    ['half of one', () => writeFileSync(path, readFileSync(path).subarray(0, 30_000)), /is damaged/],
    ['something else entirely', () => writeFileSync(path, 'Dear diary,\n'.repeat(1000)), /is damaged/],
    ['another program’s database', () => another(), /is a database of another program\. Nothing was changed\.$/],
    ['one from a newer version', () => newer(), /written by a newer version of Plainclothes .* Nothing was changed\.$/],
  ]
  it.each(refusals)('%s is refused in a sentence and left untouched', (_what, spoil, sentence) => {
    furnish(path)
    spoil()
    const before = fingerprint(path)
    expect(() => openForWriting(path)).toThrow(sentence)
    expect(fingerprint(path)).toBe(before)
    expect(() => openForWriting(path)).toThrow(sentence)
  })

  const damage = () => {
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 8192, 20_480)
    writeFileSync(path, bytes)
  }
  const another = () => {
    rmSync(path)
    const sqlite = new Database(path)
    sqlite.exec('create table recipes (name text)')
    sqlite.close()
  }
  const newer = () => {
    const sqlite = new Database(path)
    sqlite.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('from tomorrow', 9e12)
    sqlite.close()
  }
})

describe('every connection', () => {
  it('loses nothing it has acknowledged, and keeps references', () => {
    const { sqlite, close } = openForWriting(path)
    const set = (name: string) => sqlite.pragma(name, { simple: true })
    expect(set('journal_mode')).toBe('wal')
    expect(set('synchronous')).toBe(2)
    expect(set('foreign_keys')).toBe(1)
    expect(set('busy_timeout')).toBe(5000)
    expect(set('trusted_schema')).toBe(0)
    expect(set('secure_delete')).toBe(1)
    expect(set('temp_store'), 'nothing that was written stands in a file beside it').toBe(2)
    expect(set('application_id')).toBe(APPLICATION_ID)
    close()
  })

  it('finds every table strict', () => {
    const { sqlite, close } = openForWriting(path)
    const tables = sqlite.pragma('table_list') as { name: string; type: string; strict: number; schema: string }[]
    const ours = tables.filter(({ name, type }) => type === 'table' && !/^(sqlite_|__drizzle)/.test(name))
    expect(ours.length).toBeGreaterThan(20)
    expect(ours.filter(({ strict }) => !strict)).toEqual([])
    close()
  })
})

describe('a second process', () => {
  it('is refused at once, and let in when the first has gone', () => {
    const held = holdDatabase(path)
    expect(() => openForWriting(path)).toThrow(`Another Plainclothes already uses ${path}. Stop it first.`)
    held.release()
    openForWriting(path).close()
  })

  it('holds nothing back after a refusal', () => {
    writeFileSync(path, 'not a database')
    expect(() => openForWriting(path)).toThrow(/is damaged/)
    rmSync(path)
    openForWriting(path).close()
  })
})

describe('a migration', () => {
  const next = (sql: string) => {
    const migrations = inFolder('migrations')
    cpSync(`${ROOT}migrations`, migrations, { recursive: true })
    const journal = JSON.parse(readFileSync(`${migrations}/meta/_journal.json`, 'utf8'))
    journal.entries.push({ idx: 9999, version: '6', when: 9e12, tag: '9999_next', breakpoints: true })
    writeFileSync(`${migrations}/meta/_journal.json`, JSON.stringify(journal))
    writeFileSync(`${migrations}/9999_next.sql`, sql)

    return migrations
  }

  it('takes a copy of the file before', () => {
    furnish(path)
    const sqlite = openDatabase(path)
    expect(migrateDatabase(sqlite, path, next('create table extras (id text) strict;'))).toEqual({ applied: 1 })
    sqlite.close()
    const copy = `${path}.before-migration-${knownMigrations()}`
    expect(departmentsOf(copy)).toEqual(['Operations'])
  })

  it.each([
    ['loses rows', 'delete from departments;'],
    [
      'breaks references',
      "insert into absences (id, member_id, from_day, to_day) values ('a', 'nobody', '2026-01-01', '2026-01-01');",
    ],
    [
      'fails half-way',
      'create table extras (id text) strict;--> statement-breakpoint\ncreate table extras (id text) strict;',
    ],
  ])('that %s is undone, and says so', (_how, sql) => {
    furnish(path)
    const sqlite = openDatabase(path)
    expect(() => migrateDatabase(sqlite, path, next(sql))).toThrow(/could not be brought up to date, and is as it was/)
    expect(departmentsOf(path)).toEqual(['Operations'])
    openForWriting(path).close()
  })

  it('does not fire ON DELETE CASCADE when it rebuilds a table', () => {
    furnish(path)
    const sqlite = openDatabase(path)
    sqlite.exec(`insert into members (id, name, email, country, time_zone, languages, joined_on)
      values ('nora', 'Nora', 'n@x.example', 'GB', 'Europe/London', '[]', '2026-01-01');
      insert into member_roles (member_id, role) values ('nora', 'leader');`)
    const { sql } = sqlite.prepare("select sql from sqlite_schema where name = 'members'").get() as { sql: string }
    const rebuilt = sql.replace(/`members`|"members"/, '`new_members`')
    migrateDatabase(
      sqlite,
      path,
      next(
        [
          rebuilt,
          'insert into new_members select * from members',
          'drop table members',
          'alter table new_members rename to members',
        ].join(';--> statement-breakpoint\n'),
      ),
    )
    expect(sqlite.prepare('select count(*) from member_roles').pluck().get()).toBe(1)
    sqlite.close()
  })
})

describe('a place where nothing can be kept', () => {
  it('is refused with a sentence, and nothing is left there', () => {
    mkdirSync(path)
    for (const open of [() => secretBeside(path), () => openForWriting(path)])
      expect(open).toThrow('house.db is a folder. Set DATABASE_PATH to a file in it.')
    expect(existsSync(`${path}.secret`) || existsSync(`${path}.lock`)).toBe(false)
  })

  it('is refused where the disk takes no byte', () => {
    expect(() => openDatabase('/dev/full')).toThrow('/dev/full cannot be written (SQLITE_FULL).')
  })
})

describe('the session secret', () => {
  it('is made once beside the database, for its owner only', () => {
    const secret = secretBeside(path)
    expect(secret.length).toBeGreaterThanOrEqual(32)
    expect(secretBeside(path)).toBe(secret)
    expect(statSync(`${path}.secret`).mode & 0o777).toBe(0o600)
  })

  it('that is too short or cannot be read is refused', () => {
    writeFileSync(`${path}.secret`, 'short')
    expect(() => secretBeside(path)).toThrow('holds no session secret of at least 32 characters')
    rmSync(`${path}.secret`)
    mkdirSync(`${path}.secret`)
    expect(() => secretBeside(path)).toThrow('cannot be read')
  })
})
