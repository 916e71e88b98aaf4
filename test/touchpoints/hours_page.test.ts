import { beforeEach, describe, expect, it } from 'vitest'
import { getTouchpoint, listBlockedDays, listExceptions, openingHoursOf } from '../../src/features/touchpoints/store.ts'
import { listEntries } from '../support/audit.ts'
import { addBillingLine } from '../support/billing_line.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'

let house: House
let id: string
beforeEach(async () => {
  house = await openHouse()
  id = addBillingLine(house)
})

const HOURS = {
  mon: '09:00–12:00, 13:00–17:00',
  sat: '9-13',
  morning: '60',
  afternoon: '40',
  exceptionFrom: ['2026-12-24', '2026-12-25', ''],
  exceptionUntil: ['', '2026-12-26', ''],
  exceptionHours: ['9-12', '', ''],
  exceptionReason: ['Christmas Eve', 'Christmas', ''],
  blockedFrom: ['2026-07-06', ''],
  blockedUntil: ['', ''],
  blockedReason: ['New system', ''],
  version: '1',
}
const post = (form: Record<string, string | string[]>, who: 'maud' | 'alva' = 'maud') =>
  house.post(who, `/touchpoints/${id}/hours`, form)

describe('the hours of a touchpoint', () => {
  it('are kept with the days that differ and the way traffic falls', async () => {
    expect((await post(HOURS)).statusCode).toBe(303)
    expect(getTouchpoint(house.as(), id)).toMatchObject({
      openingHours: {
        mon: [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
        sat: [['09:00', '13:00']],
      },
      dayparts: { morning: 0.6, afternoon: 0.4 },
    })
    expect(listExceptions(house.as(), id)).toEqual([
      { day: '2026-12-24', spans: [['09:00', '12:00']], reason: 'Christmas Eve' },
      { day: '2026-12-25', spans: [], reason: 'Christmas' },
      { day: '2026-12-26', spans: [], reason: 'Christmas' },
    ])
    expect(listBlockedDays(house.as(), id)).toEqual([{ day: '2026-07-06', reason: 'New system' }])
    const page = await textOf(house, 'maud', `/touchpoints/${id}`)
    for (const words of ['Monday 9–12 and 13–17', '25–26 December 2026', 'Morning 60%, afternoon 40%', 'New system'])
      expect(page).toContain(words)
  })

  it('are read by the rules as they were typed', async () => {
    await post(HOURS)
    const { zone, exceptions } = openingHoursOf(house.as(), getTouchpoint(house.as(), id))
    expect(zone).toBe('Europe/London')
    expect(exceptions.map(({ day }) => day.toString())).toEqual(['2026-12-24', '2026-12-25', '2026-12-26'])
  })

  it('stand in the form again as rows', async () => {
    await post(HOURS)
    const page = await house.get('maud', `/touchpoints/${id}/hours`)
    for (const words of [
      'value="09:00–12:00, 13:00–17:00"',
      'value="2026-12-26"',
      'value="60"',
      'name="version" value="2"',
    ])
      expect(page.body).toContain(words)
  })

  it('keep every typed word, each complaint at its row', async () => {
    const answer = await post({
      ...HOURS,
      tue: '9-5',
      exceptionFrom: ['2026-06-09', '24 Dec', '2026-08-01', '2026-08-02'],
      exceptionUntil: ['', '', '2026-07-01', ''],
      exceptionHours: ['9-12', '', '', 'sometimes'],
      exceptionReason: ['Yesterday', 'Christmas', '', ''],
      blockedFrom: ['', '2026-07-01', '2026-07-02'],
      blockedUntil: ['', '2026-07-03', ''],
      blockedReason: ['No day', '', ''],
    })
    expect(answer.statusCode).toBe(422)
    for (const words of [
      'Did you mean 09:00–17:00?',
      '9 June 2026 is past.',
      '“24 Dec” is not a day. Write it like 2026-12-24.',
      '1 July 2026 comes before 1 August 2026.',
      '“sometimes” cannot be read as hours.',
      'Say which day.',
      '2 July 2026 stands twice.',
      'value="24 Dec"',
      'value="sometimes"',
      'value="Yesterday"',
    ])
      expect(answer.body).toContain(words)
    expect(getTouchpoint(house.as(), id).version).toBe(1)
  })

  it('say where traffic cannot fall', async () => {
    const answer = await post({ ...HOURS, morning: '50', afternoon: '', evening: '50' })
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining('It is never open then')])
  })

  it('leave past days as they were, and lose rows that were emptied', async () => {
    const dated = {
      exceptionFrom: ['2026-06-11', '2026-06-13'],
      exceptionUntil: [],
      exceptionHours: [],
      exceptionReason: [],
    }
    await post({ ...HOURS, ...dated })
    house.now = Temporal.Instant.from('2026-06-12T10:00:00Z')
    const answer = await post({
      ...HOURS,
      ...dated,
      exceptionFrom: '2026-06-14',
      blockedFrom: [],
      blockedReason: [],
      version: '2',
    })
    expect(answer.statusCode).toBe(303)
    expect(listExceptions(house.as(), id).map(({ day }) => day)).toEqual(['2026-06-11', '2026-06-14'])
    expect(listBlockedDays(house.as(), id)).toEqual([])
  })

  it('show both texts when somebody else was faster, and work once', async () => {
    await post(HOURS)
    expect((await post(HOURS)).statusCode).toBe(303)
    expect(listEntries(house).filter(({ action }) => action === 'hours changed')).toHaveLength(1)
    const theirs = { exceptionFrom: '2026-12-27', exceptionUntil: '', exceptionHours: '', exceptionReason: '' }
    const stale = await post({ ...HOURS, ...theirs, mon: '10-16' }, 'alva')
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('value="10-16"')
    expect(stale.body).toContain('<dt>Monday</dt><dd>09:00–12:00, 13:00–17:00</dd>')
    expect(stale.body).toContain('2026-12-25 to 2026-12-26 closed Christmas')
    expect(stale.body).toContain('value="2026-12-27"')
    expect(stale.body).not.toContain('<dt>Days kept free')
  })

  it('answer a flood of rows with a sentence', async () => {
    expect((await post({ ...HOURS, exceptionFrom: Array(500).fill('2026-12-24') })).statusCode).toBe(422)
    expect((await post({ ...HOURS, exceptionFrom: '2026-12-24', exceptionUntil: '2999-12-31' })).statusCode).toBe(422)
  })
})
