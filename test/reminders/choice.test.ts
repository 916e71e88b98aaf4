import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letterChoices, letters } from '../../src/platform/db/tables.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'

let mail: Reminding
beforeEach(async () => {
  mail = await openReminding({ now: '2026-06-08T09:00:00Z' })
})
afterEach(() => mail.close())

const NOTES = ['moved', 'handover', 'nudge', 'followup']
const ALL = ['opens', 'half_way', 'last_day', 'reflect', ...NOTES]
const FORM = { version: '0', wanted: ALL, quietFrom: '20:00', quietUntil: '07:00' }
const save = (form: Record<string, string | string[]> = {}, who: 'nora' | 'maud' = 'nora') =>
  mail.house.post(who, '/you/letters', { ...FORM, ...form })
const kept = () => mail.house.db.select().from(letterChoices).all()

describe('the page of one’s letters', () => {
  it('has every kind on that one can get, and the usual night', async () => {
    const { body } = await mail.house.get('nora', '/you/letters')
    expect([...body.matchAll(/value="(\w+)" checked/g)].map(([, kind]) => kind)).toEqual(ALL)
    expect([...body.matchAll(/value="([\d:]+)" selected/g)].map(([, hour]) => hour)).toEqual(['20:00', '07:00'])
    expect(body).toContain('Hours in Europe/London')
    const lead = await mail.house.get('maud', '/you/letters')
    expect([...lead.body.matchAll(/value="(\w+)" checked/g)].map(([, kind]) => kind)).toEqual([
      'followup',
      'digest',
      'round_planned',
      'declined',
    ])
  })

  it('says so where there is nothing to choose, and sends others to sign in', async () => {
    expect((await mail.house.get('alva', '/you/letters')).body).toContain('None but the ones you sign in with')
    expect((await mail.house.get(null, '/you/letters')).headers.location).toContain('/sign-in')
  })

  it('keeps a choice', async () => {
    const answer = await save({
      wanted: ['opens', 'reflect'],
      quietFrom: '18:00',
      quietUntil: '09:00',
      weekends: 'yes',
    })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/you/letters?saved=yes'])
    expect(kept()).toMatchObject([
      {
        memberId: 'nora',
        declined: ['half_way', 'last_day', ...NOTES],
        quietFrom: '18:00',
        quietUntil: '09:00',
        weekends: true,
      },
    ])
    const { body } = await mail.house.get('nora', '/you/letters?saved=yes')
    expect(body).toContain('Saved.')
    expect([...body.matchAll(/value="(\w+)" checked/g)].map(([, kind]) => kind)).toEqual(['opens', 'reflect', 'yes'])
  })

  it('shows what was chosen again with its complaint, and works once', async () => {
    const wrong = await save({ wanted: ['opens'], quietFrom: '25:00' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Choose one of the hours shown.')
    expect([...wrong.body.matchAll(/value="(\w+)" checked/g)].map(([, kind]) => kind)).toEqual(['opens'])
    expect((await save({ wanted: ['postcards'] })).statusCode).toBe(422)
    expect((await save({ wanted: ['opens'] })).statusCode).toBe(303)
    const again = await save({ wanted: ['reflect'] })
    expect(again.statusCode).toBe(409)
    expect(again.body).toContain('name="version" value="1"')
    expect(kept()).toMatchObject([{ declined: ['half_way', 'last_day', 'reflect', ...NOTES], version: 1 }])
  })

  it('changes one’s own choice only', async () => {
    await save({ wanted: [] })
    await save({ wanted: ['digest'] }, 'maud')
    expect(kept().map(({ memberId, declined }) => [memberId, declined])).toEqual([
      ['nora', ALL],
      ['maud', ['followup', 'round_planned', 'declined']],
    ])
  })
})

describe('a choice', () => {
  beforeEach(() => mail.choose('maud', { declined: ['digest'] }))

  it('is kept by every letter, also by one that waits already', async () => {
    mail.give()
    await mail.at('2026-06-09T03:00:00Z')
    expect(mail.written()).toEqual(['opens waiting'])
    await save({ wanted: ['half_way', 'last_day', 'reflect'] })
    await mail.at('2026-06-09T06:30:00Z')
    await mail.at('2026-06-15T09:00:00Z')
    expect(mail.written()).toEqual(['opens discarded', 'half_way sent'])
  })

  it('moves a letter that waits to the new morning', async () => {
    mail.give()
    await mail.at('2026-06-09T03:00:00Z')
    await save({ quietUntil: '10:00' })
    await mail.at('2026-06-09T07:00:00Z')
    expect(mail.written()).toEqual(['opens waiting'])
    await mail.at('2026-06-09T09:00:00Z')
    expect(mail.written()).toEqual(['opens sent'])
  })

  it('of one kind only falls back on it where the newer is not wanted', async () => {
    await save({ wanted: ['opens'] })
    mail.give({ toDay: '2026-06-09' })
    await mail.at('2026-06-09T09:00:00Z')
    expect(mail.written()).toEqual(['opens sent'])
  })
})

describe('at weekends', () => {
  beforeEach(() => mail.choose('maud', { declined: ['digest'] }))

  it('a window that ends on a Sunday is reminded of on Friday', async () => {
    mail.give({ fromDay: '2026-06-08', toDay: '2026-06-14' })
    for (const day of ['08', '09', '10', '11', '12', '13', '14']) await mail.at(`2026-06-${day}T09:00:00Z`)
    expect(mail.written()).toEqual(['opens sent', 'half_way sent', 'last_day sent'])
    expect(mail.house.db.select().from(letters).all()).toMatchObject([
      { sentOn: '2026-06-08' },
      { sentOn: '2026-06-11' },
      { sentOn: '2026-06-12' },
    ])
  })

  it('a window of a weekend only is reminded of all the same', async () => {
    mail.give({ fromDay: '2026-06-13', toDay: '2026-06-14' })
    await mail.at('2026-06-13T09:00:00Z')
    expect(mail.written()).toEqual(['opens sent'])
  })

  it('a letter that falls on Saturday comes on Monday', async () => {
    mail.give({ fromDay: '2026-06-13', toDay: '2026-06-26' })
    for (const day of ['13', '14']) await mail.at(`2026-06-${day}T12:00:00Z`)
    expect(mail.server.received).toEqual([])
    await mail.at('2026-06-15T06:00:00Z')
    expect(mail.written()).toEqual(['opens sent'])
  })
})
