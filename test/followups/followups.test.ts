import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { listFollowups, listNotes } from '../../src/features/followups/store.ts'
import { followups, members, touchpoints } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { openHouseAfterContact } from '../support/reflection_form.ts'
import { handInNora, RAISED, raise } from './raised.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

const row = (id: string) => house.db.select().from(followups).where(eq(followups.id, id)).get()
const NAMED = 'Sarah Whitcombe calls people back on the same day.'

describe('raising a follow-up', () => {
  it('begins with a button on a reflection and ends on its own page', async () => {
    const reflection = await handInNora(house)
    expect((await house.get('maud', `/reflections/${reflection}`)).body).toContain(
      `/followups/new?reflection=${reflection}`,
    )
    const page = await house.get('maud', `/followups/new?reflection=${reflection}`)
    expect(page.body).toContain('Thanked three times')
    expect(page.body).toContain('<option value="otto" selected')
    const id = await raise(house, { reflection })
    expect(row(id)).toMatchObject({ reflectionId: reflection, ownerId: 'otto', state: 'open', raisedOn: '2026-06-10' })
    expect((await house.get('maud', `/followups/${id}`)).body).toContain(`/reflections/${reflection}`)
  })

  it('begins with a figure: a measure of a month, or a standard', async () => {
    await handInNora(house)
    expect((await house.get('maud', '/months')).body).toContain('/followups/new?measure=addressed&amp;month=2026-06')
    const page = await house.get('maud', '/followups/new?measure=addressed&month=2026-05')
    expect(page.body).toContain('Concern addressed')
    const id = await raise(house, { measure: 'addressed', month: '2026-05' })
    expect(row(id)).toMatchObject({ measure: 'addressed', month: '2026-05', reflectionId: null })
    const standard = await raise(house, { standard: 'standard-0', touchpoint: 'billing' })
    expect((await house.get('maud', `/followups/${standard}`)).body).toContain('answers within three minutes')
    expect((await house.get('maud', '/followups/new?measure=nothing')).statusCode).toBe(404)
    expect((await house.get('maud', '/followups/new?reflection=nothing')).statusCode).toBe(404)
  })

  it('is for leads', async () => {
    for (const who of ['nora', 'otto', 'rhea', 'alva'] as const)
      expect((await house.post(who, '/followups', RAISED)).statusCode).toBe(403)
  })

  it('keeps every word beside each complaint', async () => {
    const answer = await house.post('maud', '/followups', {
      ...RAISED,
      cause: '',
      due: '2026-06-01',
      note: 'Begin with the evening shift.',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('A person never does')
    expect(answer.body).toContain('That day is over')
    expect(answer.body).toContain('Begin with the evening shift.')
    expect(answer.body).toContain('Every caller is told by when')
  })

  it('asks about words that may name a colleague, and takes them once somebody has looked', async () => {
    const asked = await house.post('maud', '/followups', { ...RAISED, commitment: NAMED })
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('“Sarah Whitcombe”')
    expect(asked.body).toContain('nobody who serves customers is named here')
    expect(listFollowups(house.as('maud'))).toEqual([])
    await raise(house, { commitment: NAMED, settled: 'yes' })
    expect(listFollowups(house.as('maud'))).toHaveLength(1)
  })

  it('does not ask about members and touchpoints: they are no agents', async () => {
    await raise(house, { commitment: 'Otto Fuchs and the Billing line agree on one wording.' })
  })

  it('is not given to those who only sign or administer, nor to whoever left', async () => {
    for (const owner of ['rhea', 'alva', 'nobody', ''])
      expect((await house.post('maud', '/followups', { ...RAISED, owner })).statusCode).toBe(422)
    house.db.update(members).set({ retiredOn: '2026-06-01' }).where(eq(members.id, 'otto')).run()
    expect((await house.post('maud', '/followups', RAISED)).statusCode).toBe(422)
  })

  it('happens once, however often the button is pressed', async () => {
    const first = await raise(house)
    expect(await raise(house)).toBe(first)
    expect(listFollowups(house.as('maud'))).toHaveLength(1)
  })
})

describe('what becomes of it', () => {
  it('is said by its owner, with a line each on what it means', async () => {
    const id = await raise(house)
    expect((await house.get('otto', `/followups/${id}/completion`)).body).toContain('for customers')
    const done = { version: '1', for_customers: 'They know when to expect us.', for_company: '', for_colleagues: '' }
    expect((await house.post('maud', `/followups/${id}/completion`, done)).statusCode).toBe(403)
    expect((await house.post('otto', `/followups/${id}/completion`, done)).statusCode).toBe(303)
    expect(row(id)).toMatchObject({ state: 'done', doneOn: '2026-06-10', forCustomers: 'They know when to expect us.' })
    expect((await house.get('otto', `/followups/${id}`)).body).toContain('Not re-tested yet.')
    expect((await house.post('otto', `/followups/${id}/completion`, { ...done, version: '2' })).statusCode).toBe(409)
  })

  it('is dropped with a reason, and opened again with what stood in the notes', async () => {
    const id = await raise(house)
    expect((await house.post('maud', `/followups/${id}/dropping`, { version: '1', reason: '' })).statusCode).toBe(422)
    await house.post('maud', `/followups/${id}/dropping`, { version: '1', reason: 'The line closes in July.' })
    expect(row(id)).toMatchObject({ state: 'dropped', droppedReason: 'The line closes in July.' })
    await house.post('maud', `/followups/${id}/reopening`, { version: '2' })
    expect(row(id)).toMatchObject({ state: 'open', droppedOn: null })
    expect(listNotes(house.as('maud'), id)[0]?.words).toContain('The line closes in July.')
  })

  it('is told to the leader who reported it, and to no other leader', async () => {
    const reflection = await handInNora(house)
    const id = await raise(house, { reflection })
    for (const url of ['/contacts', `/reflections/${reflection}`]) {
      const page = await house.get('nora', url)
      expect(page.body).toContain('What became of it')
      expect(page.body).toContain('Otto Fuchs answers for it, until 30 June 2026.')
    }
    expect((await house.get('nora', `/followups/${id}`)).statusCode).toBe(404)
    expect((await house.get('viktor', '/contacts')).body).not.toContain('What became of it')
    await house.post('otto', `/followups/${id}/completion`, { version: '1' })
    expect((await house.get('nora', '/contacts')).body).toContain('Otto Fuchs says it is done, since 10 June 2026.')
  })

  it('moves a due day in front of everybody', async () => {
    const id = await raise(house)
    await house.post('maud', `/followups/${id}`, { ...RAISED, version: '1', due: '2026-07-31' })
    expect((await house.get('otto', `/followups/${id}`)).body).toContain('moved from 2026-06-30 to 2026-07-31')
  })

  it('tells the second of two who change it at once, and keeps their words', async () => {
    const id = await raise(house)
    await house.post('maud', `/followups/${id}`, { ...RAISED, version: '1', commitment: 'One.' })
    const second = await house.post('maud', `/followups/${id}`, { ...RAISED, version: '1', commitment: 'Two.' })
    expect(second.statusCode).toBe(409)
    expect(second.body).toContain('Two.')
    expect(row(id)?.commitment).toBe('One.')
  })

  it('takes notes from those it concerns, each once', async () => {
    const id = await raise(house)
    for (const _ of [1, 2]) await house.post('otto', `/followups/${id}/notes`, { words: 'We begin on Monday.' })
    expect(listNotes(house.as('maud'), id)).toHaveLength(1)
    expect((await house.post('otto', `/followups/${id}/notes`, { words: '' })).statusCode).toBe(422)
    expect((await house.post('otto', `/followups/${id}/notes`, { words: NAMED })).statusCode).toBe(422)
    expect((await house.post('nora', `/followups/${id}/notes`, { words: 'Me too.' })).statusCode).toBe(404)
  })
})

describe('the boards', () => {
  it('show leads everything by owner and by touchpoint, and what is overdue plainly', async () => {
    await raise(house)
    await raise(house, { kind: 'celebrate', cause: '', commitment: 'Thank the evening shift.', owner: 'viktor' })
    house.now = Temporal.Instant.from('2026-07-03T09:00:00Z')
    const board = (await house.get('maud', '/followups')).body
    expect(board).toContain('2 follow-ups are open, 2 of them overdue.')
    expect(board).toContain('1 to fix, 1 to celebrate.')
    expect(board).toContain('3 days overdue')
    expect((await house.get('maud', '/followups?by=touchpoint')).body).toContain('<h2>Billing line')
    expect((await house.get('maud', '/followups?by=closed')).body).toContain('Nothing is done or dropped yet.')
  })

  it('show others what they own and what is about their touchpoints, and never when it was raised', async () => {
    house.db.update(touchpoints).set({ ownerId: 'otto' }).where(eq(touchpoints.id, 'billing')).run()
    const reflection = await handInNora(house)
    const theirs = await raise(house, { reflection, owner: 'viktor' })
    await raise(house, { touchpoint: 'mailbox', owner: 'maud', commitment: 'Not for Otto.' })
    const board = (await house.get('otto', '/followups')).body
    expect(board).toContain('Every caller is told')
    expect(board).not.toContain('Not for Otto.')
    const page = (await house.get('otto', `/followups/${theirs}`)).body
    expect(page).not.toContain('Raised')
    expect(page).not.toContain(reflection)
    expect((await house.get('rhea', '/followups')).statusCode).toBe(403)
  })

  it('says when an owner has left', async () => {
    const id = await raise(house, { owner: 'viktor' })
    house.db.update(members).set({ retiredOn: '2026-06-10' }).where(eq(members.id, 'viktor')).run()
    expect((await house.get('maud', '/followups')).body).toContain('has left')
    expect((await house.get('maud', `/followups/${id}`)).body).toContain('Give it to somebody else')
  })

  it('greets its owner at home', async () => {
    const id = await raise(house)
    expect((await house.get('otto', '/touchpoints/own')).body).toContain(`/followups/${id}`)
    expect((await house.get('nora', '/today')).body).not.toContain(`/followups/${id}`)
    await raise(house, { owner: 'nora', commitment: 'Nora tells the board.' })
    expect((await house.get('nora', '/today')).body).toContain('Nora tells the board.')
  })
})
