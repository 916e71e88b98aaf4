import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { type Db, drizzleOver, openDatabase, type Sqlite } from '../../src/platform/db/open.ts'
import { departments } from '../../src/platform/db/tables.ts'
import { changeCount, keptUntilChange } from '../../src/platform/db/unchanged.ts'
import { ownFolder } from '../support/own_folder.ts'

const inFolder = ownFolder('file')
let sqlite: Sqlite
let db: Db
let asked: string[]
let names: ReturnType<typeof keptUntilChange<string | undefined>>

beforeAll(() => {
  sqlite = openDatabase(inFolder('house.db'))
  migrateDatabase(sqlite)
  db = drizzleOver(sqlite)
})
afterAll(() => {
  sqlite.close()
})
beforeEach(() => {
  db.delete(departments).run()
  asked = []
  names = keptUntilChange((db, key) => {
    asked.push(key)
    const rows = db.select().from(departments).all()

    return rows.length === 0 ? undefined : `${key}: ${rows.map(({ name }) => name).join()}`
  })
})

function add(name: string, into = db): void {
  into.insert(departments).values({ id: name, name }).run()
}

describe('what is kept until something changes', () => {
  it('is read once a key', () => {
    add('Finance')
    expect([names({ db }, 'a'), names({ db }, 'b'), names({ db }, 'a')]).toEqual([
      'a: Finance',
      'b: Finance',
      'a: Finance',
    ])
    expect(asked).toEqual(['a', 'b'])
  })

  it('is read anew after a change, also after one by another connection', () => {
    add('Finance')
    names({ db }, 'a')
    add('Service')
    expect(names({ db }, 'a')).toBe('a: Finance,Service')
    const other = openDatabase(inFolder('house.db'))
    add('Sales', drizzleOver(other))
    other.close()
    expect(names({ db }, 'a')).toBe('a: Finance,Service,Sales')
  })

  it('is read once for a page, as of when it was asked for, and never given to the next', () => {
    add('Finance')
    const page = { db, asOf: changeCount(db) }
    names(page, 'a')
    add('Service')
    expect(names(page, 'a')).toBe('a: Finance')
    expect(names({ db, asOf: changeCount(db) }, 'a')).toBe('a: Finance,Service')
    expect(names({ db }, 'a')).toBe('a: Finance,Service')
    expect(asked).toEqual(['a', 'a'])
  })

  it('is never what a transaction undid', () => {
    add('Finance')
    const undone = db.$client.transaction(() => {
      add('Service')
      expect(names({ db }, 'a')).toBe('a: Finance,Service')
      throw new Error('undone')
    })
    expect(undone).toThrow('undone')
    expect(names({ db }, 'a')).toBe('a: Finance')
  })

  it('never holds what is nothing, nor more than a thousand answers', () => {
    expect([names({ db }, 'a'), names({ db }, 'a')]).toEqual([undefined, undefined])
    expect(asked).toEqual(['a', 'a'])
    add('Finance')
    for (let nth = 0; nth <= 1000; nth++) names({ db }, String(nth))
    names({ db }, '0')
    expect(asked.filter((key) => key === '0')).toHaveLength(2)
  })
})
