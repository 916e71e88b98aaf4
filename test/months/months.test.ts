import { gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { startSession } from '../../src/features/signin/actions.ts'
import { answerCounts, auditEntries, organisation } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { inhabited, textOf } from '../support/months.ts'
import { reflect } from '../support/reflected.ts'

describe('the months', () => {
  let house: House
  beforeAll(async () => {
    house = await inhabited()
  })

  it('open with the quarter so far against the one before, then with the month, and say a figure once', async () => {
    const page = await textOf(house, 'maud', '/months')
    expect(page).toContain('July: 0 of 6 contacts felt valued. A clear fall since April to June.')
    expect(page).toContain('The quarter so far, against 9 of 12 in April to June. A clear fall since June.')
    expect(page).not.toContain('July so far: 0 of 6')
    expect(page).toContain('Leaders’ own contacts: stories with numbers, not a measurement of the contact centre.')
  })

  it('give every measure its line, its numbers and how it is counted', async () => {
    const { body } = await house.get('maud', '/months')
    for (const name of ['Felt valued', 'Concern addressed', 'Escalation path offered', 'Reached a person', 'Took part'])
      expect(body).toContain(`<h3>${name}</h3>`)
    expect(body).toContain('<title>June 2026: 4 of 6, 95% interval 30–90%</title>')
    expect(body).toContain('“Partly” is not counted')
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('say of a standard how it stands against its target, and no more than that', async () => {
    expect(await textOf(house, 'maud', '/months?month=2026-06')).toMatch(
      /A person answers within 3 minutes Billing line 0 of 6 0%, 0–39% – No clear|A person answers within 3 minutes Billing line 0 of 6 0%, 0–39%.*80% Clearly below it/,
    )
  })

  it('speak of a quarter as running only while it runs', async () => {
    expect(await textOf(house, 'maud', '/months')).toContain('The quarter so far: July 2026')
    const page = await textOf(house, 'maud', '/months?month=2026-05')
    expect(page).toContain('The quarter up to May: April and May 2026')
    for (const closed of ['2026-05', '2026-06'])
      expect(await textOf(house, 'maud', `/months?month=${closed}`)).not.toContain('so far')
  })

  it('page back to where counting began, and no further', async () => {
    const page = await house.get('maud', '/months?month=2026-06')
    expect(page.body).toContain('June: 4 of 6 contacts felt valued. No clear change since May.')
    expect(page.body).toContain('href="/months?month=2026-05" rel="prev"')
    expect(page.body).toContain('href="/months" rel="next"')
    expect((await house.get('maud', '/months?month=2026-05')).body).toContain('It is the first month.')
    expect((await house.get('maud', '/months?month=2026-04')).statusCode).toBe(404)
    expect((await house.get('maud', '/months?month=2026-08')).statusCode).toBe(404)
  })

  it('say whether a month is still running, still open or complete', async () => {
    expect(await textOf(house, 'maud', '/months')).toContain('Still running; late reflections count until 7 August')
    expect(await textOf(house, 'maud', '/months?month=2026-06')).toContain('Complete since 8 July')
  })

  it('show one program alone', async () => {
    const page = await textOf(house, 'maud', '/months?month=2026-06&program=after_hours')
    expect(page).toContain('After hours, April to June: 4 of 6 contacts felt valued.')
    expect(page).toContain('June: 4 of 6 contacts felt valued. There is nothing in May to compare it with.')
    expect(await textOf(house, 'maud', '/months?month=2026-06&program=first_hand')).toContain(
      'June: no contacts were counted.',
    )
    expect((await house.get('maud', '/months?program=nobody-knows-this')).statusCode).toBe(404)
  })

  it.each([
    'month=2026-13',
    'month=June',
    'month=2026-06&month=2026-05',
    'program=a&program=b',
    `program=${'x'.repeat(101)}`,
  ])('refuse to guess what ?%s means', async (query) => {
    expect((await house.get('maud', `/months?${query}`)).statusCode).toBe(422)
    expect((await house.get('maud', `/months.csv?${query}`)).statusCode).toBe(422)
  })

  it('are for leads only while they are open; other readers find nothing before one is closed', async () => {
    expect((await house.get('alva', '/months')).statusCode).toBe(403)
    for (const who of ['nora', 'otto', 'rhea'] as const) {
      expect(await textOf(house, who, '/months')).toContain('No month is closed yet.')
      const { body } = await house.get(who, '/months.csv')
      expect(body.trim().split('\r\n'), 'the header and the caveat').toHaveLength(2)
    }
  })

  it('explain themselves to everybody', async () => {
    for (const who of ['nora', 'maud', 'otto', 'rhea', 'alva'] as const)
      expect(await textOf(house, who, '/method')).toContain('One contact is a story, two are two stories.')
  })
})

describe('the measure that leads', () => {
  it('is chosen by leads, makes the headline, and is recorded once', async () => {
    const house = await inhabited()
    for (const measure of ['addressed', 'addressed']) {
      const answer = await house.post('maud', '/months/primary-measure', { measure })
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/months'])
    }
    expect(await textOf(house, 'maud', '/months')).toContain('July: 6 of 6 contacts had their concern addressed.')
    const recorded = house.db.select().from(auditEntries).where(eq(auditEntries.subject, 'organisation')).all()
    expect(recorded.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      ['maud', { before: 'valued', after: 'addressed' }],
    ])
  })

  it.each([{}, { measure: 'mood' }, { measure: ['valued', 'addressed'] }, { measure: '' }])(
    'is refused where there is none of that name: %o',
    async (form: Record<string, string | string[]>) => {
      const house = await inhabited()
      const answer = await house.post('maud', '/months/primary-measure', form)
      expect(answer.statusCode).toBe(422)
      expect(answer.body).toContain('Choose one of the measures shown.')
    },
  )

  it('is not for others to choose', async () => {
    const house = await inhabited()
    for (const who of ['nora', 'otto', 'rhea', 'alva'] as const)
      expect((await house.post(who, '/months/primary-measure', { measure: 'addressed' })).statusCode).toBe(403)
  })
})

describe('a page that is kept', () => {
  it('is never stale: not after a reflection, a name or a night', async () => {
    const house = await inhabited()
    const first = await textOf(house, 'maud', '/months')
    expect(await textOf(house, 'maud', '/months')).toBe(first)

    reflect(house.as(), { month: '2026-07', leaderId: 'nora', valued: 5 })
    expect(await textOf(house, 'maud', '/months')).toContain('July: 1 of 7 contacts felt valued.')
    house.db.update(organisation).set({ primaryMeasure: 'addressed' }).run()
    expect(await textOf(house, 'maud', '/months')).toContain('July: 7 of 7 contacts had their concern addressed.')
    house.now = Temporal.Instant.from('2026-08-01T09:00:00Z')
    expect(await textOf(house, 'maud', '/months')).toContain('August so far: no contacts counted yet.')
  })

  it('comes small to whoever takes it small, and is the same', async () => {
    const house = await inhabited()
    const whole = await house.get('maud', '/months')
    const cookies = { plainclothes: startSession(house.as(), 'maud', 'Test') }
    const small = await house.app.inject({ url: '/months', cookies, headers: { 'accept-encoding': 'gzip, br' } })
    expect(small.headers['content-encoding']).toBe('gzip')
    expect(small.rawPayload.length).toBeLessThan(60 * 1024)
    expect(gunzipSync(small.rawPayload).toString()).toBe(whole.body)
    const refused = await house.app.inject({ url: '/months', cookies, headers: { 'accept-encoding': 'gzip;q=0' } })
    expect(refused.headers['content-encoding']).toBeUndefined()
  })
})

describe('before anything is counted', () => {
  it('the months say so, and how they will be read', async () => {
    const house = await openHouse()
    const page = await textOf(house, 'maud', '/months')
    expect(page).toContain('Nothing is counted yet.')
    expect(page).toContain('“Clear” is said rarely.')
    expect((await house.get('maud', '/months.csv')).statusCode).toBe(200)
  })
})

it('reads a million reflections as fast as ten: from counts alone', async () => {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  const count = (answer: string, contacts: number) => ({
    month: '2026-07',
    breakdown: 'all' as const,
    slice: '',
    question: 'valued',
    answer,
    contacts,
  })
  house.db
    .insert(answerCounts)
    .values([count('5', 700_000), count('1', 300_000)])
    .run()
  expect(await textOf(house, 'maud', '/months')).toContain('700,000 of 1,000,000 contacts felt valued.')
})
