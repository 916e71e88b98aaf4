import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../src/platform/db/backup.ts'
import { exportEverything } from '../src/platform/db/everything.ts'
import { reflections } from '../src/platform/db/tables.ts'
import { momentsIn, momentsInFile, type Stretch } from './support/clock_times.ts'
import { crawl } from './support/crawl.ts'
import { CAST, type CastName } from './support/house.ts'
import { type Afternoon, contactAndReflect, on10June, openAfternoon } from './support/live_contact.ts'

/** From the sign-in before the contact to the last look at it; nothing else that is kept says one of these minutes. */
const STRETCH: Stretch = { from: on10June('14:11'), until: on10June('14:48'), zones: ['Europe/London'] }

let one: Afternoon
let before: Map<string, number>
beforeAll(async () => {
  one = await openAfternoon()
  await one.tick()
  before = numberedRows()
  await contactAndReflect(one)
  one.house.now = on10June('14:50')
  await one.tick()
})
afterAll(() => one.close())

describe('a contact that was logged live at 14:17', () => {
  it('is handed in with what the log knows', () => {
    expect(one.house.db.select().from(reflections).get()).toMatchObject({
      ...{ contactedOn: '2026-06-10', daypart: 'afternoon', handedInOn: '2026-06-10', promise: 'still_open' },
      ...{ wait: '3_to_10', waitHalfMinutes: 6, holds: 1, durationMinutes: 9, version: 2 },
    })
  })

  it('leaves no clock time in the database, its free pages and its log', () => {
    expect(momentsOfFiles('house.db*')).toEqual([])
  })

  it('nor an order of rows: whatever was written has no row number, but the letters that anybody can ask for', () => {
    const grown = [...numberedRows()].filter(([name, rows]) => rows > (before.get(name) ?? 0))
    expect(grown.map(([name]) => name)).toEqual(['letters'])
  })

  it('nor in a backup, nor in an export of everything', () => {
    backUp(join(one.folder, 'house.db'), join(one.folder, 'backup.db'))
    exportEverything(join(one.folder, 'house.db'), join(one.folder, 'everything.jsonl'), '2026-06-10')
    expect(momentsOfFiles('{backup.db,everything}*')).toEqual([])
  })

  it('nor in anything that was answered on the way, headers and cookies too', () => {
    expect(one.answers.length).toBeGreaterThan(15)
    for (const answer of one.answers)
      expect(momentsIn(Buffer.from(headersOf(answer) + answer.body), STRETCH), answer.body.slice(0, 80)).toEqual([])
  })

  it('nor on a page, in an export or in a calendar, whoever asks', async () => {
    const feed = (await one.nora.post('/you/calendar', { name: 'Phone' })).body
    const address = /\/calendar\/[\w-]+\.ics/.exec(feed)?.[0] ?? ''
    expect((await one.nora.get(address)).body).toContain('BEGIN:VEVENT')
    expect(momentsIn((await one.nora.get(address)).rawPayload, STRETCH)).toEqual([])
    for (const who of Object.keys(CAST) as CastName[])
      for (const { url, html } of await crawl(one.house, who))
        expect(momentsIn(Buffer.from(html), STRETCH), `${who} at ${url}`).toEqual([])
  })

  it('nor in a letter, days later', async () => {
    one.house.now = on10June('14:50').add({ hours: 24 * 6 })
    await one.tick()
    expect(one.mail.received.map(({ to }) => to)).toContainEqual(['maud@northwind.example'])
    for (const { source } of one.mail.received) {
      // When it went is said by the machine's own clock, which may show any minute while this runs.
      const said = source.replace(/^Date: .*$/im, '')
      expect(said).not.toBe(source)
      expect(momentsIn(Buffer.from(said), STRETCH)).toEqual([])
    }
    expect(momentsOfFiles('house.db*')).toEqual([])
  })

  it('nor in the name of a file, nor in what the server tells of a held file or a bug', async () => {
    one.house.now = on10June('14:18')
    const form = { version: '0', predicted_valued: '4', predicted_addressed: 'yes', mood: 'calm' }
    const predict = async () => (await one.nora.post('/assignments/bill/prediction', form)).statusCode
    const other = new Database(join(one.folder, 'house.db'))
    other.exec('BEGIN EXCLUSIVE')
    one.house.db.$client.pragma('busy_timeout = 0')
    expect(await predict()).toBe(503)
    other.close()
    one.house.db.$client.exec('ALTER TABLE predictions RENAME TO gone')
    expect(await predict()).toBe(500)
    expect(one.log.join('')).toContain('"route":"/assignments/:id/prediction"')
    expect(one.log.join('')).toContain('"day":"2026-06-10"')
    expect(momentsIn(Buffer.from(one.log.join('')), STRETCH)).toEqual([])
    expect(momentsIn(Buffer.from(globSync('*', { cwd: one.folder }).join(' ')), STRETCH)).toEqual([])
  })
})

describe('the search for it', () => {
  const moment = on10June('14:17:20').epochMilliseconds
  const seconds = moment / 1000
  const hex = moment.toString(16).padStart(12, '0')
  const planted: readonly (readonly [what: string, words: string | Buffer])[] = [
    ['hours and minutes', 'rang at 14:17, waited'],
    ['hours and minutes with a point', 'at 14.17'],
    ['the clock of another zone', '13:17'],
    ['twelve hours', '2:17 pm'],
    ['ISO 8601', '2026-06-10T13:17:20Z'],
    ['its basic form', '20260610T131720Z'],
    ['seconds', `{"at":${seconds}}`],
    ['milliseconds', `at ${moment}`],
    ['hexadecimal', `ref ${seconds.toString(16)} end`],
    ['a UUID of version 7', `${hex.slice(0, 8)}-${hex.slice(8)}-7abc-8def-0123456789ab`],
    ['an id in base 36', `c${moment.toString(36)}abcdefghij`],
    [
      'an id of random bytes behind the moment',
      Buffer.concat([bytes(6, moment), Buffer.alloc(6, 7)]).toString('base64url'),
    ],
    ['four bytes', bytes(4, seconds)],
    ['six bytes', bytes(6, moment)],
    ['a floating number', double(moment)],
    ['a Julian day', double(moment / 86_400_000 + 2_440_587.5)],
  ]

  it.each(planted)('finds %s', (_, words) => {
    const hidden = Buffer.concat([Buffer.alloc(99), Buffer.from(words), Buffer.alloc(99)])
    expect(momentsInFile(hidden, STRETCH)).not.toEqual([])
  })

  it('finds nothing where nothing is', () => {
    const words = 'Open 08:00–18:00 on 2026-06-10; 14 of 17; 0808 157 0342; id-00017; 9:26 min'
    expect(momentsInFile(Buffer.from(words), STRETCH)).toEqual([])
  })
})

/** Tables whose rows SQLite numbers as they are written, with how many they have. */
function numberedRows(): Map<string, number> {
  const sqlite = one.house.db.$client
  const tables = sqlite.pragma('table_list') as { schema: string; name: string; wr: number }[]
  const numbered = tables.filter(({ schema, wr, name }) => schema === 'main' && wr === 0 && !name.startsWith('sqlite_'))
  const rowsOf = (name: string) => sqlite.prepare(`select count(*) from "${name}"`).pluck().get() as number

  return new Map(numbered.map(({ name }) => [name, rowsOf(name)]))
}

function momentsOfFiles(pattern: string): string[] {
  const files = globSync(pattern, { cwd: one.folder })
  expect(files.length).toBeGreaterThan(0)
  const momentsOf = (file: string) => momentsInFile(readFileSync(join(one.folder, file)), STRETCH)

  return files.flatMap((file) => momentsOf(file).map((found) => `${file}: ${found}`))
}

/** All but the date of the answer itself: it tells its reader the time of day, and is kept by nobody. */
function headersOf({ headers }: LightMyRequestResponse): string {
  return JSON.stringify({ ...headers, date: undefined })
}

function bytes(length: number, number: number): Buffer {
  const made = Buffer.alloc(length)
  made.writeUIntBE(number, 0, length)

  return made
}

function double(number: number): Buffer {
  const made = Buffer.alloc(8)
  made.writeDoubleBE(number)

  return made
}
