import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { backUp, checkDatabase, restore } from '../../src/platform/db/backup.ts'
import { holdDatabase } from '../../src/platform/db/lock.ts'
import { knownMigrations } from '../../src/platform/db/migrate.ts'
import { openDatabase } from '../../src/platform/db/open.ts'
import { openForWriting } from '../../src/platform/db/open_for_writing.ts'
import { departmentsOf, fingerprint, furnish } from '../support/database_file.ts'
import { ownFolder } from '../support/own_folder.ts'

const inFolder = ownFolder('test')
let path: string
beforeEach(() => {
  path = inFolder('house.db')
})

describe('a backup', () => {
  const target = () => inFolder('copy.db')

  it('is whole, taken beside a server at work', () => {
    const { sqlite, close } = openForWriting(path)
    sqlite.prepare("insert into departments (id, name) values ('a', 'Finance')").run()
    backUp(path, target())
    sqlite.prepare("insert into departments (id, name) values ('b', 'Sales')").run()
    close()
    expect(departmentsOf(target())).toEqual(['Finance'])
    expect(checkDatabase(target()).migrations).toBe(knownMigrations())
  })

  it('overwrites nothing', () => {
    furnish(path)
    writeFileSync(target(), 'precious')
    expect(() => backUp(path, target())).toThrow('exists already. Name a file that does not.')
    expect(readFileSync(target(), 'utf8')).toBe('precious')
  })

  it('of nothing is refused', () => {
    expect(() => backUp(path, target())).toThrow(`There is no database at ${path}.`)
    expect(existsSync(target())).toBe(false)
  })

  it('comes back in the database’s place, which is kept aside', () => {
    furnish(path, 'Before')
    backUp(path, target())
    furnish(path, 'After')
    const aside = restore(path, target(), '2026-06-10')
    expect(departmentsOf(path)).toEqual(['Before'])
    expect(departmentsOf(aside ?? '')).toEqual(['After', 'Before'])
    expect(restore(path, target(), '2026-06-10')).toBe(`${path}.replaced-2026-06-10-2`)
  })

  it('is not put back over a running server, nor if it is damaged, newer or not ours', () => {
    furnish(path)
    backUp(path, target())
    const held = holdDatabase(path)
    expect(() => restore(path, target(), '2026-06-10')).toThrow(/already uses/)
    held.release()
    const before = fingerprint(path)
    writeFileSync(target(), readFileSync(target()).fill(7, 4096, 9000))
    expect(() => restore(path, target(), '2026-06-10')).toThrow(/is damaged/)
    const other = new Database(inFolder('other.db'))
    other.exec('create table recipes (name text)')
    other.close()
    expect(() => restore(path, inFolder('other.db'), '2026-06-10')).toThrow(/another program/)
    expect(() => restore(path, inFolder('none.db'), '2026-06-10')).toThrow(/There is no file/)
    expect(fingerprint(path)).toBe(before)
  })

  it('replaces a damaged database', () => {
    furnish(path)
    backUp(path, target())
    writeFileSync(path, 'not a database')
    const aside = restore(path, target(), '2026-06-10')
    expect(departmentsOf(path)).toEqual(['Operations'])
    expect(readFileSync(aside ?? '', 'utf8')).toBe('not a database')
  })
})

describe('the check', () => {
  it('finds rows that refer to nothing', () => {
    furnish(path)
    const sqlite = openDatabase(path)
    sqlite.pragma('foreign_keys = OFF')
    sqlite.exec(
      "insert into absences (id, member_id, from_day, to_day) values ('a', 'nobody', '2026-01-01', '2026-01-01')",
    )
    sqlite.close()
    expect(() => checkDatabase(path)).toThrow('has 1 rows that refer to rows that are not there.')
  })
})
