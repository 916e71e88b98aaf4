import { beforeEach, describe, expect, it } from 'vitest'
import { type Db, drizzleOver, openDatabase, type Sqlite } from '../../src/platform/db/open.ts'
import { inSharedCommit } from '../../src/platform/db/shared_commit.ts'
import { ownFolder } from '../support/own_folder.ts'

const inFolder = ownFolder('test')
let sqlite: Sqlite
let db: Db
let beside: Sqlite
beforeEach(() => {
  sqlite = openDatabase(inFolder('plainclothes.db'))
  db = drizzleOver(sqlite)
  sqlite.exec('create table words (word text primary key, of text references words) strict')
  beside = openDatabase(inFolder('plainclothes.db'), { readonly: true })

  return () => {
    sqlite.close()
    beside.close()
  }
})

/** Writes in one action; gives how many words somebody else can read meanwhile. */
const write = (word: string, after: () => void = () => {}) =>
  inSharedCommit(db, () =>
    sqlite.transaction(() => {
      sqlite.prepare('insert into words (word) values (?)').run(word)
      after()

      return onDisk().length
    })(),
  )
const onDisk = () => beside.prepare<[], string>('select word from words order by word').pluck().all()
const outcomes = async (works: Promise<number>[]) =>
  (await Promise.allSettled(works)).map((work) => (work.status === 'fulfilled' ? work.value : work.reason.message))

const fail = (words: string) => () => {
  throw new Error(words)
}

describe('what came in together', () => {
  it('is on disk together, and nobody is answered before', async () => {
    const first = write('first').then(() => onDisk())

    expect(await outcomes([write('second'), write('third')])).toEqual([0, 0])
    expect(await first).toEqual(['first', 'second', 'third'])
  })

  it('is undone alone where it fails', async () => {
    const works = [write('first'), write('second', fail('not this one')), write('third')]

    expect(await outcomes(works)).toEqual([0, 'not this one', 0])
    expect(onDisk()).toEqual(['first', 'third'])
  })

  it('is all refused where its commit is, and what comes next is taken', async () => {
    const owes = () => sqlite.exec("pragma defer_foreign_keys = on; insert into words values ('owing', 'nobody')")

    expect(await outcomes([write('first'), write('second', owes)])).toEqual(
      Array(2).fill('FOREIGN KEY constraint failed'),
    )
    expect(onDisk()).toEqual([])
    await write('later')
    expect(onDisk()).toEqual(['later'])
  })

  it('is all refused where one of them ends everybody’s transaction, as a full disk does', async () => {
    const full = () => {
      sqlite.exec('rollback')
      fail('the disk is full')()
    }

    expect(await outcomes([write('first'), write('second', full), write('third')])).toEqual(
      Array(3).fill('the disk is full'),
    )
    expect(onDisk()).toEqual([])
  })
})
