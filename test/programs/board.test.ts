import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { retireMember } from '../../src/features/members/actions.ts'
import { addProgram } from '../../src/features/programs/actions.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import { assignments, letterChoices, letters, memberRoles } from '../../src/platform/db/tables.ts'
import { postLetter } from '../../src/platform/mail/outbox.ts'
import type { House } from '../support/house.ts'
import { openHouseWithProgram, programDetails } from '../support/rotating.ts'

let house: House
let program: string
let round: string
beforeEach(async () => {
  ;({ house, program } = await openHouseWithProgram())
  round = planRound(house.as('maud'), program)
  publishRound(house.as('maud'), round)
})

const duties = () => listDuties(house.as(), [round])
const of = (leaderId: string) => duties().find((duty) => duty.leaderId === leaderId)
const board = async () => (await house.get('maud', '/programs')).body
const nudges = () => house.db.select().from(letters).where(eq(letters.kind, 'nudge')).all()
/** What a row of the board says, without its tags. */
const row = (html: string, leader: string) =>
  new RegExp(`<(tr|li)>(?:(?!</\\1>).)*${leader}</a>.*?</\\1>`, 's').exec(html)?.[0].replace(/<[^>]+>/g, ' ') ?? ''
const change = (id: string, columns: Partial<typeof assignments.$inferInsert>) =>
  house.db.update(assignments).set(columns).where(eq(assignments.id, id)).run()
const at = (moment: string) => {
  house.now = Temporal.Instant.from(moment)
}

describe('the board', () => {
  it('lists everybody who still has something to do, in good time too', async () => {
    const html = await board()
    expect(html).toContain('Everybody is in good time.')
    for (const { leader, touchpoint } of duties()) {
      expect(row(html, leader)).toContain(touchpoint)
      expect(row(html, leader)).toContain('Begins on')
    }
  })

  it('says who owes since when, and how often they were reminded', async () => {
    const nora = of('nora')
    change(nora?.id ?? '', { fromDay: '2026-06-02', toDay: '2026-06-09' })
    at('2026-06-12T09:00:00Z')
    const kinds = ['opens', 'half_way', 'last_day']
    for (const kind of kinds) postLetter(house.as(), letter(`${kind} ${nora?.id} nora`, kind))
    postLetter(house.as(), letter(`half_way ${of('viktor')?.id} viktor`, 'half_way'))
    const html = await board()
    expect(row(html, 'Nora Lindqvist')).toContain('Window over since 9 June, nothing written')
    expect(row(html, 'Nora Lindqvist')).toContain('since 2 June')
    expect(row(html, 'Nora Lindqvist')).toContain('2 letters, last on 12 June')
    expect(row(html, 'Amara Osei')).toContain('no letter yet')
  })

  it('leaves out what is done', async () => {
    change(of('nora')?.id ?? '', { state: 'reflected', contactedOn: '2026-06-05' })
    expect(row(await board(), 'Nora Lindqvist')).not.toContain('Begins')
  })

  it('shows this round and the next side by side, each state as a mark and a word', async () => {
    planRound(house.as('maud'), program)
    const html = await board()
    expect(html).toContain('This round and the next')
    expect(html).toContain('class="matrix two"')
    expect(html).toMatch(/June 2026[\s\S]*July 2026/)
    for (const word of [', Published', ', Draft']) expect(html).toContain(word)
  })

  it('draws a page of the list at a time', async () => {
    const [one] = duties()
    for (let i = 0; i < 60; i += 1)
      house.db
        .insert(assignments)
        .values({ ...(one as typeof assignments.$inferInsert), id: `more-${i}` })
        .run()
    const html = await board()
    expect(html.match(/Begins on/g)).toHaveLength(25)
    expect(html).toContain('/programs?owed=3#owed')
    expect((await house.get('maud', '/programs?owed=3')).body.match(/Begins on/g)).toHaveLength(16)
    expect((await house.get('maud', '/programs?owed=99')).statusCode).toBe(200)
    expect((await house.get('maud', '/programs?owed=-1')).statusCode).toBe(200)
  })
})

describe('a nudge', () => {
  it('writes one letter that says nothing, once a day at most', async () => {
    const nora = of('nora')
    at(`${nora?.fromDay}T09:00:00Z`)
    await house.post('maud', `/assignments/${nora?.id}/nudges`)
    await house.post('maud', `/assignments/${nora?.id}/nudges`)
    expect(nudges()).toHaveLength(1)
    const [written] = nudges()
    expect(written).toMatchObject({ memberId: 'nora', subject: 'Customer hour' })
    expect(`${written?.subject}${written?.text}`).not.toContain(nora?.touchpoint)
    expect(row(await board(), 'Nora Lindqvist')).toMatch(/1 letter, last on .*Reminded today/s)
    house.now = house.now.add({ hours: 24 })
    await house.post('maud', `/assignments/${nora?.id}/nudges`)
    expect(nudges(), 'the first still waits for their morning').toHaveLength(1)
    house.db.update(letters).set({ state: 'sent' }).run()
    await house.post('maud', `/assignments/${nora?.id}/nudges`)
    expect(nudges()).toHaveLength(2)
  })

  it('is refused before the window begins and once it is done', async () => {
    const nora = of('nora')
    expect((await house.post('maud', `/assignments/${nora?.id}/nudges`)).statusCode).toBe(409)
    change(nora?.id ?? '', { state: 'reflected', contactedOn: '2026-06-05' })
    at(`${nora?.fromDay}T09:00:00Z`)
    expect((await house.post('maud', `/assignments/${nora?.id}/nudges`)).statusCode).toBe(409)
    expect(nudges()).toEqual([])
  })

  it('is refused where they want none by letter', async () => {
    const nora = of('nora')
    const choice = { declined: ['nudge'], quietFrom: '20:00', quietUntil: '07:00', weekends: false }
    house.db
      .insert(letterChoices)
      .values({ memberId: 'nora', ...choice })
      .run()
    at(`${nora?.fromDay}T09:00:00Z`)
    const answer = await house.post('maud', `/assignments/${nora?.id}/nudges`)
    expect([answer.statusCode, answer.body.includes('A word in person')]).toEqual([409, true])
    expect(nudges()).toEqual([])
  })

  it('is not written to somebody who has left or leads no more; the board asks the lead to settle the contact', async () => {
    const [nora, viktor] = [of('nora'), of('viktor')]
    for (const { id, leaderId } of duties())
      change(id, /nora|viktor/.test(leaderId) ? { fromDay: '2026-06-02', toDay: '2026-06-09' } : { state: 'excused' })
    at('2026-06-12T09:00:00Z')
    expect(await board()).toContain('Two leaders owe something.')
    retireMember(house.as('alva'), 'nora')
    house.db.delete(memberRoles).where(eq(memberRoles.memberId, 'viktor')).run()
    for (const duty of [nora, viktor]) {
      const answer = await house.post('maud', `/assignments/${duty?.id}/nudges`)
      expect([answer.statusCode, answer.body.includes('no leader here any more')]).toEqual([409, true])
      expect(row(await board(), duty?.leader ?? '')).toMatch(/No leader any more\..*Settle it/s)
    }
    expect(nudges()).toEqual([])
    expect(await board()).not.toMatch(/leaders? owes? something/)
  })

  it('is for leads', async () => {
    expect((await house.post('nora', `/assignments/${of('nora')?.id}/nudges`)).statusCode).toBe(403)
    expect((await house.post('maud', '/assignments/nobody-knows-this/nudges')).statusCode).toBe(404)
  })
})

describe('holding from the board', () => {
  it('is offered for a draft that would publish itself, and taken back there', async () => {
    const runs = addProgram(house.as('maud'), programDetails({ name: 'Runs', runsItself: true }))
    const draft = planRound(house.as('maud'), runs)
    expect(await board()).toContain(`action="/rounds/${draft}/hold"`)
    expect(await board()).toContain('Draft, publishes itself on 29 May')
    const page = async () => (await house.get('maud', `/rounds/${draft}`)).body
    const itself = 'It publishes itself on 29 May, unless a lead holds it, and closes 7 days after its last window.'
    expect(await page()).toContain(`${itself} Drawn on 20 May.`)
    await house.post('maud', `/rounds/${draft}/hold`)
    expect(await board()).toContain(`action="/rounds/${draft}/release"`)
    expect(await board()).toContain('Draft, held')
    expect(await page()).not.toContain('publishes itself on')
    await house.post('maud', `/rounds/${draft}/release`)
    house.now = Temporal.Instant.from('2026-05-29T09:00:00Z')
    expect(await page(), 'its day has come: if it is still a draft, it waits for a lead').not.toContain(
      'publishes itself',
    )
  })
})

function letter(occasion: string, kind: string) {
  return {
    ...{ occasion, kind, memberId: occasion.split(' ')[2] ?? '', toName: 'A leader', toAddress: 'a@northwind.example' },
    ...{ subject: 'Customer hour', text: 'Something waits.', html: 'Something waits.' },
  }
}
