import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { letters, memberRoles, members, organisation } from '../../src/platform/db/tables.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'

let mail: Reminding
beforeEach(async () => {
  mail = await openReminding({ now: '2026-06-08T09:00:00Z' })
  mail.house.db.delete(memberRoles).where(eq(memberRoles.role, 'lead')).run()
})
afterEach(() => mail.close())

/** Tuesday 9 to Friday 19 June: eleven days, half-way on Monday 15 June. */
describe('a leader with a contact to make', () => {
  it('hears when it opens, half-way and on the last day, once each', async () => {
    mail.give()
    await mail.at('2026-06-08T12:00:00Z')
    expect(mail.written()).toEqual([])
    for (let hour = 0; hour < 24 * 12; hour++) await mail.at(`${mail.house.now.add({ hours: 1 })}`)
    expect(mail.written()).toEqual(['opens sent', 'half_way sent', 'last_day sent'])
    expect(mail.arrived()).toEqual(['nora@northwind.example', 'nora@northwind.example', 'nora@northwind.example'])
    expect(mail.house.db.select().from(letters).all()).toMatchObject([
      { sentOn: '2026-06-09' },
      { sentOn: '2026-06-15' },
      { sentOn: '2026-06-19' },
    ])
  })

  it('hears nothing before it is published, and nothing of what was handed over, declined, excused or cancelled', async () => {
    for (const state of ['planned', 'handed_over', 'declined', 'excused', 'cancelled', 'missed', 'reflected'] as const)
      mail.give({ id: state, state })
    await mail.at('2026-06-10T09:00:00Z')
    expect(mail.written()).toEqual([])
  })

  it('gets the newest letter only, after days without a server', async () => {
    mail.give()
    await mail.at('2026-06-16T09:00:00Z')
    expect(mail.written()).toEqual(['half_way sent'])
    await mail.at('2026-06-19T09:00:00Z')
    expect(mail.written()).toEqual(['half_way sent', 'last_day sent'])
  })

  it('gets nothing once the window is over', async () => {
    mail.give()
    await mail.at('2026-06-20T09:00:00Z')
    expect(mail.written()).toEqual([])
  })

  it('gets one letter for a window of one day', async () => {
    mail.give({ toDay: '2026-06-09' })
    await mail.at('2026-06-09T09:00:00Z')
    expect(mail.written()).toEqual(['last_day sent'])
  })

  it('who left, or leads no more, gets none', async () => {
    mail.give()
    mail.give({ id: 'other', leaderId: 'viktor' })
    mail.house.db.update(members).set({ retiredOn: '2026-06-01' }).where(eq(members.id, 'nora')).run()
    mail.house.db.delete(memberRoles).where(eq(memberRoles.memberId, 'viktor')).run()
    await mail.at('2026-06-10T09:00:00Z')
    expect(mail.written()).toEqual([])
  })

  it('hears of days at the touchpoint, in another zone than their own', async () => {
    mail.house.db.update(members).set({ timeZone: 'Australia/Sydney' }).where(eq(members.id, 'nora')).run()
    mail.give()
    // 23:30 on 8 June in London: the window has not begun. In Sydney it is the morning of the 9th.
    await mail.at('2026-06-08T22:30:00Z')
    expect(mail.written()).toEqual([])
    // 00:30 in London, 9:30 in Sydney.
    await mail.at('2026-06-08T23:30:00Z')
    expect(mail.written()).toEqual(['opens sent'])
  })
})

describe('a leader who made the contact', () => {
  it('hears the day after that the reflection is missing, once', async () => {
    mail.give({ state: 'contacted', contactedOn: '2026-06-10' })
    await mail.at('2026-06-10T18:00:00Z')
    expect(mail.written()).toEqual([])
    await mail.at('2026-06-11T09:00:00Z')
    await mail.at('2026-06-12T09:00:00Z')
    expect(mail.written()).toEqual(['reflect sent'])
  })

  it('by mail hears when the promised answer is due', async () => {
    mail.give({ touchpointId: 'mailbox', state: 'contacted', contactedOn: '2026-06-08' })
    await mail.at('2026-06-10T09:00:00Z')
    expect(mail.written()).toEqual([])
    await mail.at('2026-06-11T09:00:00Z')
    expect(mail.written()).toEqual(['reflect sent'])
  })

  it('hears of a contact nobody planned too, and of none a month later', async () => {
    const own = { origin: 'own_initiative', roundId: null, programId: null, state: 'contacted' } as const
    mail.give({ ...own, id: 'own', contactedOn: '2026-06-08' })
    mail.give({ ...own, id: 'old', contactedOn: '2026-04-08' })
    await mail.at('2026-06-09T09:00:00Z')
    expect(mail.written()).toEqual(['reflect sent'])
  })
})

describe('a letter that waits', () => {
  it('is put away, and never sent, when its reader has done it meanwhile', async () => {
    mail.give()
    await mail.at('2026-06-09T03:00:00Z')
    expect(mail.written()).toEqual(['opens waiting'])
    mail.change('bill', { state: 'reflected', contactedOn: '2026-06-09' })
    await mail.at('2026-06-09T06:30:00Z')
    expect(mail.written()).toEqual(['opens discarded'])
    expect(mail.server.received).toEqual([])
  })

  it('gives way to the newer one, when the mail server was down for days', async () => {
    mail.give()
    mail.server.mood = (line) => (line === 'connect' ? '421 not now' : undefined)
    for (const day of ['09', '11', '13', '15', '17']) await mail.at(`2026-06-${day}T09:00:00Z`)
    expect(mail.written()).toEqual(['opens waiting', 'half_way waiting'])
    mail.server.mood = () => undefined
    await mail.at('2026-06-17T12:00:00Z')
    expect(mail.written()).toEqual(['opens discarded', 'half_way sent'])
    expect(mail.server.received).toHaveLength(1)
  })

  it('is put away when the contact went to somebody else, who hears of it', async () => {
    mail.give()
    await mail.at('2026-06-09T03:00:00Z')
    mail.change('bill', { leaderId: 'viktor' })
    await mail.at('2026-06-09T06:30:00Z')
    expect(mail.written()).toEqual(['opens discarded', 'opens sent'])
    expect(mail.arrived()).toEqual(['viktor@northwind.example'])
  })

  it('is decided once by two ticks at once', async () => {
    mail.give()
    mail.house.now = Temporal.Instant.from('2026-06-09T09:00:00Z')
    await Promise.all([mail.tick(), mail.tick(), mail.tick()])
    expect(mail.server.received).toHaveLength(1)
  })

  it.each([
    ['an hour back', '2026-06-09T08:00:00Z', 'opens sent'],
    ['a year ahead', '2027-06-09T09:00:00Z', 'opens sent'],
    ['a year back', '2025-06-09T09:00:00Z', 'opens sent'],
  ])('does nothing twice when the clock jumps %s and home again', async (_jump, there, was) => {
    mail.give()
    await mail.at('2026-06-09T09:00:00Z')
    await mail.at(there)
    await mail.at('2026-06-09T10:00:00Z')
    expect(mail.written()).toEqual([was])
    expect(mail.server.received).toHaveLength(1)
  })
})

describe('a letter to a leader', () => {
  it('says nothing but that something waits, with the neutral title and two links', async () => {
    mail.house.db.update(organisation).set({ neutralTitle: 'Tea & cake' }).run()
    mail.give()
    await mail.at('2026-06-09T09:00:00Z')
    const [letter] = mail.house.db.select().from(letters).all()
    expect(letter?.subject).toBe('Tea & cake')
    expect(letter?.text).toBe(
      [
        'Something waits for you.',
        '',
        'Sign in and have a look:',
        'https://hours.northwind.example/',
        '',
        'Which letters you get, and when, is your choice:',
        'https://hours.northwind.example/you/letters',
        '',
      ].join('\n'),
    )
    expect(letter?.html).toContain('Tea &amp; cake')
    expect(letter?.html.match(/https?:[^"<]*/g)).toEqual([
      'https://hours.northwind.example/',
      'https://hours.northwind.example/you/letters',
    ])
    expect(`${letter?.text}${letter?.html}`).not.toMatch(
      /billing|hours\b(?!\.)|Nora|Maud|doubled|contact|plainclothes/i,
    )
  })

  it('begins, in a phone’s preview, with its one sentence and nothing after it', async () => {
    mail.give()
    await mail.at('2026-06-09T09:00:00Z')
    const html = mail.house.db.select().from(letters).get()?.html ?? ''
    const seen = html.slice(html.indexOf('<body')).replace(/<[^>]*>/g, '')
    expect(
      seen
        .trim()
        .slice(0, 150)
        .replace(/(?:\u2007|\u034f|\s)+$/, ''),
    ).toBe('Something waits for you.')
  })

  it('keeps days only once it is sent', async () => {
    mail.give({ state: 'contacted', contactedOn: '2026-06-10' })
    await mail.at('2026-06-11T09:17:23Z')
    const [letter] = mail.house.db.select().from(letters).all()
    expect(letter).toMatchObject({ dueAt: null, expiresAt: null, writtenOn: '2026-06-11', sentOn: '2026-06-11' })
    const { id, ...kept } = letter ?? { id: '' }
    expect(JSON.stringify(kept)).not.toMatch(/09:17|10:17/)
  })
})
