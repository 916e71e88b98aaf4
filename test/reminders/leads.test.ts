import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letters, memberRoles, rounds } from '../../src/platform/db/tables.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'

let mail: Reminding
beforeEach(async () => {
  mail = await openReminding({ now: '2026-06-08T09:00:00Z' })
})
afterEach(() => mail.close())

const ofKind = (kind: string) => mail.house.db.select().from(letters).where(eq(letters.kind, kind)).all()

describe('a lead’s weekly digest', () => {
  beforeEach(() => {
    mail.choose('nora', { declined: ['opens', 'half_way', 'last_day', 'reflect'] })
    mail.give({ id: 'one', fromDay: '2026-06-05', toDay: '2026-06-12' })
    mail.give({ id: 'two', fromDay: '2026-06-05', toDay: '2026-06-26' })
    mail.give({ id: 'three', fromDay: '2026-06-15', toDay: '2026-06-26' })
    mail.give({ id: 'four', state: 'contacted', contactedOn: '2026-06-05' })
    mail.give({ id: 'five', state: 'missed', fromDay: '2026-06-01', toDay: '2026-06-05' })
    mail.give({ id: 'six', state: 'missed', fromDay: '2026-05-01', toDay: '2026-05-29' })
  })

  it('comes on Monday morning, once a week, with counts and nothing else', async () => {
    await mail.at('2026-06-08T05:30:00Z')
    expect(mail.written()).toEqual(['digest waiting'])
    for (const hour of ['06', '09', '12']) await mail.at(`2026-06-08T${hour}:00:00Z`)
    await mail.at('2026-06-10T09:00:00Z')
    const [letter, ...others] = ofKind('digest')
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      memberId: 'maud',
      state: 'sent',
      sentOn: '2026-06-08',
      subject: 'Customer hour: the week',
    })
    expect(letter?.text.split('\n').slice(0, 7)).toEqual([
      'How things stand on Monday 8 June.',
      '',
      '- 2 contacts are open.',
      '- 1 of them ends this week.',
      '- 1 contact waits for its reflection.',
      '- 1 contact was missed last week.',
      '',
    ])
    expect(letter?.text).not.toMatch(/billing|nora|customer hours|doubled/i)
    await mail.at('2026-06-15T09:00:00Z')
    expect(ofKind('digest')).toHaveLength(2)
  })

  it('after weeks without a server is one digest, of this week', async () => {
    await mail.at('2026-06-24T09:00:00Z')
    expect(ofKind('digest').map(({ occasion, state }) => [occasion, state])).toEqual([
      ['digest 2026-06-22 maud', 'sent'],
    ])
  })

  it('is put away when the week it speaks of is over before it can leave', async () => {
    mail.server.mood = (line) => (line === 'connect' ? '421 not now' : undefined)
    await mail.at('2026-06-08T09:00:00Z')
    mail.server.mood = () => undefined
    await mail.at('2026-06-16T09:00:00Z')
    expect(mail.written().filter((kind) => kind.startsWith('digest'))).toEqual(['digest discarded', 'digest sent'])
  })

  it('does not come to whoever declined it, or leads no more', async () => {
    mail.choose('maud', { declined: ['digest'] })
    await mail.at('2026-06-08T09:00:00Z')
    expect(mail.written()).toEqual([])
  })
})

describe('where nothing is going on', () => {
  it('no digest is written', async () => {
    await mail.at('2026-06-08T09:00:00Z')
    expect(mail.written()).toEqual([])
  })
})

describe('when a round is planned', () => {
  beforeEach(() => {
    mail.house.db
      .insert(rounds)
      .values({
        ...{ id: 'july', programId: 'hours', period: '2026-07', number: 7, state: 'planned', gaps: [] },
        ...{ startsOn: '2026-07-01', endsOn: '2026-07-31', plannedOn: '2026-06-17' },
      })
      .run()
  })

  it('each lead hears of it once, however often it is drawn', async () => {
    mail.house.db.insert(memberRoles).values({ memberId: 'rhea', role: 'lead' }).run()
    await mail.at('2026-06-17T09:00:00Z')
    mail.house.db.update(rounds).set({ version: 7, plannedOn: '2026-06-18' }).where(eq(rounds.id, 'july')).run()
    await mail.at('2026-06-18T09:00:00Z')
    expect(ofKind('round_planned').map(({ memberId, state }) => [memberId, state])).toEqual([
      ['maud', 'sent'],
      ['rhea', 'sent'],
    ])
    expect(ofKind('round_planned')[0]?.text).not.toMatch(/july|customer hours/i)
  })

  it('nobody hears of it once it is published, or gone', async () => {
    await mail.at('2026-06-17T03:00:00Z')
    expect(mail.written()).toEqual(['round_planned waiting'])
    mail.house.db.update(rounds).set({ state: 'published' }).where(eq(rounds.id, 'july')).run()
    await mail.at('2026-06-17T09:00:00Z')
    expect(mail.written()).toEqual(['round_planned discarded'])
  })
})
