import { beforeEach, describe, expect, it } from 'vitest'
import { startSession } from '../../src/features/signin/actions.ts'
import { storageTrouble } from '../../src/platform/web/storage_trouble.ts'
import { encode, type House, openHouse } from '../support/house.ts'

let house: House
let session: string
beforeEach(async () => {
  house = await openHouse()
  session = startSession(house.as(), 'alva', 'Test')
})

const NAME = 'Operations of the northern grid'
/** A form that passes, could it be written. */
const rename = () =>
  house.app.inject({
    method: 'POST',
    url: '/departments/operations',
    cookies: { plainclothes: session },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: encode({ name: NAME, version: '1' }),
  })
const pragma = (words: string) => house.db.$client.pragma(words)

describe('a disk that fails', () => {
  it('says so, loses no word, and takes the same form once it works again', async () => {
    pragma('query_only = on')
    const answer = await rename()
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toContain('The database cannot be read or written just now. Nothing was changed')
    expect(answer.body).toContain(`<input type="hidden" name="name" value="${NAME}">`)
    expect(answer.body).toContain('Send it again')
    pragma('query_only = off')
    expect((await rename()).statusCode).toBe(303)
  })

  it.each([
    ['SQLITE_FULL', 'The disk is full.'],
    ['SQLITE_BUSY', 'Another program holds the database just now.'],
    ['SQLITE_BUSY_SNAPSHOT', 'Another program holds the database just now.'],
    ['SQLITE_IOERR_WRITE', 'The database cannot be read or written just now.'],
  ])('%s has a sentence', (code, sentence) => {
    expect(storageTrouble(Object.assign(new Error('x'), { code }))).toContain(sentence)
  })

  it('is told from a bug', () => {
    expect(storageTrouble(Object.assign(new Error('x'), { code: 'SQLITE_CONSTRAINT' }))).toBeUndefined()
    expect(storageTrouble(null)).toBeUndefined()
  })
})

describe('a bug', () => {
  it('is noted in the log under the id the page says', async () => {
    const lines: string[] = []
    const broken = await openHouse({ log: { write: (line) => lines.push(line) } })
    broken.db.$client.exec('alter table departments rename to nowhere')
    const cookies = { plainclothes: startSession(broken.as(), 'alva', 'Test') }
    const answer = await broken.app.inject({ url: '/departments', cookies, headers: { accept: 'text/html' } })
    expect(answer.statusCode).toBe(500)
    const [, id] = /noted under (\S+);/.exec(answer.body) ?? []
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ id, route: '/departments', msg: 'a bug' }),
    ])
  })
})
