import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { type Db, drizzleOver } from '../../src/platform/db/open.ts'
import { departments } from '../../src/platform/db/tables.ts'
import { saveShown } from '../../src/platform/db/versioned.ts'

let db: Db
const shown = { id: 'grid', version: 1 }
const row = () => db.select().from(departments).get()

beforeEach(() => {
  const sqlite = new Database(':memory:')
  migrateDatabase(sqlite)
  db = drizzleOver(sqlite)
  db.insert(departments).values({ id: 'grid', name: 'Grid' }).run()
})

describe('a row that was shown', () => {
  it('is saved once, and counts that it was', () => {
    expect(saveShown(db, departments, shown, { name: 'Networks' })).toBe(true)
    expect(row()).toEqual({ id: 'grid', name: 'Networks', retiredOn: null, version: 2 })
  })

  it('stays as somebody else saved it meanwhile', () => {
    saveShown(db, departments, shown, { name: 'Networks' })
    expect(saveShown(db, departments, shown, { name: 'Wires' })).toBe(false)
    expect(row()).toMatchObject({ name: 'Networks', version: 2 })
  })

  it('keeps what a change does not name, and loses what it names as nothing', () => {
    saveShown(db, departments, shown, { retiredOn: '2026-06-10' })
    saveShown(db, departments, { ...shown, version: 2 }, { name: 'Wires' })
    expect(row()).toMatchObject({ name: 'Wires', retiredOn: '2026-06-10' })
    saveShown(db, departments, { ...shown, version: 3 }, { retiredOn: null })
    expect(row()).toMatchObject({ name: 'Wires', retiredOn: null })
  })

  it('that is gone is not saved', () => {
    expect(saveShown(db, departments, { id: 'nobody', version: 1 }, { name: 'Wires' })).toBe(false)
  })
})
