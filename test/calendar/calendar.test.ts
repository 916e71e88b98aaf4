import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { assignments, organisation } from '../../src/platform/db/tables.ts'
import { lineComplaints, readCalendar } from '../support/calendar_reader.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { feedAddress } from '../support/feed_address.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ settings: { BASE_URL: 'http://hours.northwind.example' } })
  setUpErrands(house)
})

const read = async (path: string) => readCalendar((await house.get(null, path)).body)
const change = (id: string, columns: Partial<typeof assignments.$inferInsert>) =>
  house.db.update(assignments).set(columns).where(eq(assignments.id, id)).run()
const OWN = { roundId: null, origin: 'own_initiative', state: 'contacted', contactedOn: '2026-06-10' } as const

describe('a private feed', () => {
  it('shows one’s windows as days, under the neutral title, and nothing else', async () => {
    assign(house)
    const answer = await house.get(null, await feedAddress(house))
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    expect(lineComplaints(answer.body)).toEqual([])
    expect(readCalendar(answer.body)).toMatchObject({
      name: 'Customer hour',
      method: null,
      entries: [
        {
          ...{ summary: 'Customer hour', starts: '2026-06-09', ends: '2026-06-20', isDays: true, sequence: 0 },
          ...{ status: 'CONFIRMED', class: 'PRIVATE', transp: 'TRANSPARENT' },
        },
      ],
    })
    const { names } = readCalendar(answer.body).entries[0] ?? { names: [] }
    expect(names.filter((name) => /location|description|url|geo|organizer|attendee|comment|alarm/.test(name))).toEqual(
      [],
    )
    expect(answer.body).not.toMatch(/bill|448081570342|northwind|nora|lindqvist|plainclothes|doubled|contact/i)
  })

  it('has neither drafts, nor what others have, nor contacts nobody planned', async () => {
    assign(house, { id: 'draft', state: 'planned' })
    assign(house, { id: 'other', leaderId: 'viktor' })
    assign(house, { id: 'own', ...OWN })
    expect((await read(await feedAddress(house))).entries).toEqual([])
  })

  it('does not change when the contact is made, so nobody learns when that was', async () => {
    assign(house)
    const path = await feedAddress(house)
    const before = await house.get(null, path)
    house.now = Temporal.Instant.from('2026-06-11T13:37:42Z')
    change('bill', { state: 'contacted', contactedOn: '2026-06-11', version: 5 })
    expect((await house.get(null, path)).body).toBe(before.body)
    change('bill', { state: 'reflected', version: 9 })
    const after = await house.get(null, path)
    expect([after.body, after.headers.etag]).toEqual([before.body, before.headers.etag])
  })

  it('moves an entry when its window moves, and takes it out when it is gone; under one id', async () => {
    assign(house)
    const path = await feedAddress(house)
    const [first] = (await read(path)).entries
    house.now = Temporal.Instant.from('2026-06-11T13:37:42Z')
    change('bill', { toDay: '2026-06-24' })
    const [moved] = (await read(path)).entries
    expect(moved).toMatchObject({ uid: first?.uid, sequence: 1, ends: '2026-06-25', stamp: '2026-06-11T00:00:00Z' })
    expect(first?.uid).not.toContain('bill')
    change('bill', { state: 'cancelled' })
    expect((await read(path)).entries).toMatchObject([{ uid: first?.uid, sequence: 2, status: 'CANCELLED' }])
    change('bill', { state: 'open' })
    expect((await read(path)).entries).toMatchObject([{ uid: first?.uid, sequence: 3, status: 'CONFIRMED' }])
  })

  it('follows the neutral title', async () => {
    assign(house)
    const path = await feedAddress(house)
    await read(path)
    house.db.update(organisation).set({ neutralTitle: 'Tea, cake; more' }).run()
    expect(await read(path)).toMatchObject({
      name: 'Tea, cake; more',
      entries: [{ summary: 'Tea, cake; more', sequence: 1 }],
    })
  })

  it('forgets what ended a season ago', async () => {
    assign(house, { fromDay: '2026-02-02', toDay: '2026-02-13', state: 'reflected' })
    assign(house, { id: 'later', fromDay: '2026-04-02', toDay: '2026-04-13', state: 'missed' })
    expect((await read(await feedAddress(house))).entries).toMatchObject([{ starts: '2026-04-02' }])
  })

  it('loses a contact that goes to somebody else, whose feed gains it', async () => {
    assign(house)
    const [nora, viktor] = [await feedAddress(house), await feedAddress(house, 'Phone', 'viktor')]
    await read(nora)
    change('bill', { state: 'handed_over' })
    assign(house, { id: 'taken', leaderId: 'viktor' })
    expect((await read(nora)).entries).toMatchObject([{ status: 'CANCELLED' }])
    expect((await read(viktor)).entries).toMatchObject([{ status: 'CONFIRMED', starts: '2026-06-09' }])
  })
})

describe('the file of one assignment', () => {
  it('is its leader’s only', async () => {
    assign(house)
    assign(house, { id: 'draft', state: 'planned' })
    const own = await house.get('nora', '/assignments/bill/calendar.ics')
    expect(own.statusCode).toBe(200)
    expect(lineComplaints(own.body)).toEqual([])
    const strangers = [
      ['viktor', 'bill'],
      ['nora', 'draft'],
      ['nora', 'nothing'],
    ] as const
    for (const [who, id] of strangers)
      expect((await house.get(who, `/assignments/${id}/calendar.ics`)).statusCode).toBe(404)
    expect((await house.get('maud', '/assignments/bill/calendar.ics')).statusCode).toBe(403)
    expect((await house.get(null, '/assignments/bill/calendar.ics')).headers.location).toContain('/sign-in')
  })

  it('is the entry of the feed, and takes it out again once it is cancelled', async () => {
    assign(house)
    const [inFeed] = (await read(await feedAddress(house))).entries
    const file = () => house.get('nora', '/assignments/bill/calendar.ics')
    expect(readCalendar((await file()).body).entries).toEqual([inFeed])
    change('bill', { state: 'cancelled' })
    expect(readCalendar((await file()).body)).toMatchObject({
      method: 'CANCEL',
      entries: [{ uid: inFeed?.uid, sequence: 1, status: 'CANCELLED' }],
    })
  })

  it('is offered with the briefing, and taken back once the contact is not theirs any more', async () => {
    assign(house)
    const link = 'href="/assignments/bill/calendar.ics"'
    const page = async () => (await house.get('nora', '/assignments/bill')).body
    expect(await page()).toContain(link)
    change('bill', { state: 'cancelled' })
    expect(await page()).toContain(`Is it in your calendar? <a ${link}`)
    change('bill', { state: 'reflected' })
    expect(await page()).not.toContain(link)
  })

  it('is not there for a contact nobody planned, nor for one that was cancelled before any calendar knew', async () => {
    assign(house, { id: 'own', ...OWN })
    assign(house, { id: 'gone', state: 'cancelled' })
    for (const id of ['own', 'gone'])
      expect((await house.get('nora', `/assignments/${id}/calendar.ics`)).statusCode).toBe(404)
  })
})
