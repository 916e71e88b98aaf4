import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { assignments, calendarEntries, calendarFeeds, memberRoles, members } from '../../src/platform/db/tables.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { feedAddress } from '../support/feed_address.ts'
import { type CastName, type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse({ settings: { BASE_URL: 'http://hours.northwind.example' } })
  setUpErrands(house)
})

const makeFeed = (name?: string, who?: CastName) => feedAddress(house, name, who)
const status = async (path: string) => (await house.get(null, path)).statusCode

describe('the address of a feed', () => {
  it('is kept as a hash, is another one for each device, and is shown once', async () => {
    const [phone, laptop] = [await makeFeed('Phone'), await makeFeed('Laptop')]
    expect(phone).not.toBe(laptop)
    const kept = JSON.stringify(house.db.select().from(calendarFeeds).all())
    for (const path of [phone, laptop]) expect(kept).not.toContain(path.slice(10, -4))
    const page = await house.get('nora', '/you/calendar')
    expect(page.body).toContain('Laptop')
    expect(page.body).not.toContain(phone)
  })

  it('leads nowhere once it is ended, exactly as one that never was', async () => {
    assign(house)
    const path = await makeFeed()
    const feed = house.db.select().from(calendarFeeds).get()
    await house.post('nora', `/you/calendar/${feed?.id}/end`)
    await house.post('nora', `/you/calendar/${feed?.id}/end`)
    const [ended, never] = [await house.get(null, path), await house.get(null, '/calendar/nobody-knows-this.ics')]
    const nowhere = await house.get(null, '/no-such-page')
    expect([ended.statusCode, ended.body]).toEqual([404, never.body])
    expect(ended.body).toBe(nowhere.body)
    expect(ended.headers['content-type']).toBe(nowhere.headers['content-type'])
  })

  it('cannot be ended by somebody else', async () => {
    const path = await makeFeed()
    const feed = house.db.select().from(calendarFeeds).get()
    await house.post('viktor', `/you/calendar/${feed?.id}/end`)
    expect(await status(path)).toBe(200)
  })

  it('leads nowhere once its member has left, or leads no more', async () => {
    const path = await makeFeed()
    house.db.update(members).set({ retiredOn: '2026-06-10' }).where(eq(members.id, 'nora')).run()
    expect(await status(path)).toBe(404)
    house.db.update(members).set({ retiredOn: null }).where(eq(members.id, 'nora')).run()
    house.db.delete(memberRoles).where(eq(memberRoles.memberId, 'nora')).run()
    expect(await status(path)).toBe(404)
  })
})

describe('a calendar that asks again and again', () => {
  it('is told that all is as it was', async () => {
    assign(house)
    const path = await makeFeed()
    const { headers } = await house.get(null, path)
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = await house.get(null, path, { 'if-none-match': `"other", W/${headers.etag}` })
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', headers.etag])
    house.db.update(assignments).set({ toDay: '2026-06-24' }).run()
    expect((await house.get(null, path, { 'if-none-match': String(headers.etag) })).statusCode).toBe(200)
  })

  it('a thousand times in a row is asked to wait, writes nothing, and is heard again later', async () => {
    assign(house)
    const [path, other] = [await makeFeed(), await makeFeed('Laptop')]
    const answers: number[] = []
    for (let i = 0; i < 1000; i++) answers.push(await status(path))
    expect(answers.filter((one) => one === 200)).toHaveLength(60)
    expect(answers.at(-1)).toBe(429)
    expect(house.db.select().from(calendarEntries).all()).toMatchObject([{ sequence: 0 }])
    expect(await status(other)).toBe(200)
    house.now = house.now.add({ minutes: 10 })
    expect(await status(path)).toBe(200)
  })

  it('is heard again when the clock is set back by a year', async () => {
    assign(house)
    const path = await makeFeed()
    for (let i = 0; i < 61; i++) await status(path)
    expect(await status(path)).toBe(429)
    house.now = house.now.subtract({ hours: 365 * 24 })
    expect(await status(path)).toBe(200)
  })
})

describe('the page of one’s calendars', () => {
  it('lists them with days only, and refuses those without contacts', async () => {
    const path = await makeFeed()
    expect((await house.get('nora', '/you/calendar')).body).toContain('made 10 June 2026, not read yet')
    await house.get(null, path)
    expect((await house.get('nora', '/you/calendar')).body).toContain('last read 10 June 2026')
    expect((await house.get('viktor', '/you/calendar')).body).not.toContain('Phone</strong>')
    expect((await house.get('maud', '/you/calendar')).statusCode).toBe(403)
  })

  it('keeps the words of a name that will not do', async () => {
    const answer = await house.post('nora', '/you/calendar', { name: 'x'.repeat(61) })
    expect([answer.statusCode, answer.body.includes('x'.repeat(61))]).toEqual([422, true])
    expect((await house.post('nora', '/you/calendar', { name: ' ' })).body).toContain('Write which device it is for')
  })

  it('makes one feed of a name, however often it is asked; its newest address works', async () => {
    const [first, second] = [await makeFeed('Phone'), await makeFeed('phone')]
    expect(house.db.select().from(calendarFeeds).all()).toHaveLength(1)
    expect([await status(first), await status(second)]).toEqual([404, 200])
  })

  it('has an end', async () => {
    for (let i = 0; i < 10; i++) await makeFeed(`Device ${i}`)
    const answer = await house.post('nora', '/you/calendar', { name: 'Device 11' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('There are 10 calendars already')
  })
})
