import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { listRetestsToPlan } from '../../src/features/programs/retest_store.ts'
import { carries } from '../../src/features/programs/retests.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import { assignments, retestAnswers, retests, touchpoints } from '../../src/platform/db/tables.ts'
import { assign } from '../support/errands.ts'
import type { House } from '../support/house.ts'
import { FORM, openHouseAfterContact } from '../support/reflection_form.ts'
import { openRotatingHouse, programDetails, TOUCHPOINTS } from '../support/rotating.ts'
import { handInNora, raise } from './raised.ts'

const QUESTION = 'Were you told by when they would come back to you?'

describe('a question that waits', () => {
  const waiting = { touchpointId: 'billing', fromDay: '2026-06-10', ownerId: 'otto' }
  const contact = { touchpointId: 'billing', leaderId: 'nora', day: '2026-06-10' }

  it('is carried by any contact there from its day on, but not by whoever answers for the change', () => {
    expect(carries(waiting, contact)).toBe(true)
    expect(carries(waiting, { ...contact, day: '2026-06-09' })).toBe(false)
    expect(carries(waiting, { ...contact, touchpointId: 'mailbox' })).toBe(false)
    expect(carries(waiting, { ...contact, leaderId: 'otto' })).toBe(false)
  })
})

describe('asking a contact whether it held', () => {
  let house: House
  let followup: string
  beforeEach(async () => {
    house = await openHouseAfterContact()
    followup = await raise(house)
  })

  const ask = (differs: Record<string, string> = {}) =>
    house.post('maud', `/followups/${followup}/retest`, {
      touchpoint: 'billing',
      question: QUESTION,
      from: '2026-06-10',
      ...differs,
    })
  const waiting = () => house.db.select().from(retests).all()
  const field = () => `retest_${waiting()[0]?.id}`
  const answers = () => house.db.select().from(retestAnswers).all()

  it('puts one question after all the others, and the leader may leave it', async () => {
    expect((await house.get('nora', '/assignments/bill/reflection')).body).not.toContain('retest_')
    expect((await ask()).statusCode).toBe(303)
    expect((await house.get('nora', '/assignments/bill/reflection')).body).toContain(QUESTION)
    await handInNora(house)
    expect(answers()).toEqual([])
    expect(waiting()[0]?.endedOn).toBeNull()
  })

  it('lets only a later contact say that it held, and tells others once the month is closed', async () => {
    await ask()
    const reflection = await handInNora(house, { [field()]: 'yes' })
    expect(waiting()[0]?.endedOn).toBe('2026-06-10')
    const lead = (await house.get('maud', `/followups/${followup}`)).body
    expect(lead).toContain('Held in 1 of 1 re-tests')
    expect(lead).toContain('Asked for by Maud Bergström on 10 June 2026. Answered: yes in June 2026.')
    expect((await house.get('nora', `/reflections/${reflection}`)).body).toContain(QUESTION)
    expect((await house.get('otto', `/followups/${followup}`)).body).not.toContain('re-tests')
    house.now = Temporal.Instant.from('2026-07-08T09:00:00Z')
    expect((await house.get('otto', `/followups/${followup}`)).body).toContain(
      'Held in 1 of 1 re-tests: June 2026 1 of 1.</dd><dd class="small soft">A re-test is a later contact whose leader was asked about it afterwards. Only “yes” is held;',
    )
  })

  it('goes on waiting where the contact could not tell, or blew its cover', async () => {
    await ask()
    await handInNora(house, { [field()]: 'could_not_tell' })
    expect(answers()).toHaveLength(1)
    expect(waiting()[0]?.endedOn).toBeNull()
    expect((await house.get('maud', `/followups/${followup}`)).body).not.toContain('re-tests:')
  })

  it('counts no contact whose cover was blown', async () => {
    await ask()
    await handInNora(house, { [field()]: 'yes', cover: 'blown', cover_reason: 'They knew my voice.' })
    expect(waiting()[0]?.endedOn).toBeNull()
    expect((await house.get('maud', `/followups/${followup}`)).body).not.toContain('Held in')
  })

  it('is not answered at another touchpoint, before its day, twice, or with other words', async () => {
    await ask({ from: '2026-06-11' })
    await handInNora(house, { [field()]: 'yes', retest_nonsense: 'yes' })
    expect(answers()).toEqual([])
    expect((await house.get('nora', '/assignments/bill/reflection')).statusCode).toBe(303)
  })

  it('is never asked of the follow-up’s own owner', async () => {
    const own = await raise(house, { owner: 'nora', commitment: 'Nora changes the letter.' })
    await house.post('maud', `/followups/${own}/retest`, {
      touchpoint: 'billing',
      question: 'Did it?',
      from: '2026-06-10',
    })
    expect((await house.get('nora', '/assignments/bill/reflection')).body).not.toContain('Did it?')
  })

  it('keeps the answer in a draft', async () => {
    await ask()
    await house.post('nora', '/assignments/bill/draft', { ...FORM, version: '0', [field()]: 'partly' })
    expect((await house.get('nora', '/assignments/bill/reflection')).body).toMatch(
      new RegExp(`name="${field()}" value="partly" checked`),
    )
  })

  it('tells leads who is asked, and owners nothing', async () => {
    await ask()
    house.db.update(touchpoints).set({ ownerId: 'otto' }).where(eq(touchpoints.id, 'billing')).run()
    const lead = (await house.get('maud', `/followups/${followup}`)).body
    expect(lead).toContain('Next there: Nora Lindqvist')
    const owner = (await house.get('otto', `/followups/${followup}`)).body
    expect(owner).not.toContain('Nora')
    expect(owner).not.toContain(QUESTION)
  })

  it('is asked once, taken back, and refused where it cannot be', async () => {
    await ask()
    await ask()
    expect(waiting()).toHaveLength(1)
    await house.post('maud', `/followups/${followup}/retests/${waiting()[0]?.id}/withdrawal`)
    expect(waiting()[0]?.endedOn).toBe('2026-06-10')
    expect((await house.get('maud', `/followups/${followup}`)).body).toContain(
      'Taken back before a contact answered it.',
    )
    expect((await house.get('nora', '/assignments/bill/reflection')).body).not.toContain(QUESTION)
    expect((await ask({ from: '2026-06-01' })).statusCode).toBe(422)
    expect((await ask({ touchpoint: 'nowhere' })).statusCode).toBe(422)
    expect((await ask({ touchpoint: 'mailbox' })).body).toContain('No program that is running')
    expect((await ask({ question: '' })).statusCode).toBe(422)
    expect((await house.post('otto', `/followups/${followup}/retest`)).statusCode).toBe(403)
  })
})

describe('the rotation', () => {
  let house: House
  let program: string
  beforeEach(async () => {
    house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
    // So light that a round of six leaves it out.
    house.db.update(touchpoints).set({ weight: 0.01 }).where(eq(touchpoints.id, 'chat')).run()
    program = addProgram(house.as('maud'), programDetails())
  })

  const at = (round: string, touchpointId: string) =>
    listDuties(house.as(), [round]).filter((duty) => duty.touchpointId === touchpointId)
  const toPlan = () =>
    listRetestsToPlan(
      house.as('maud'),
      TOUCHPOINTS.map((id) => ({ id })),
      '2026-05-20',
    )
  const ask = async (touchpoint: string, owner = 'otto') => {
    const id = await raise(house, { touchpoint, owner, commitment: `About ${touchpoint}.` })
    await house.post('maud', `/followups/${id}/retest`, { touchpoint, question: QUESTION, from: '2026-05-20' })
    return id
  }

  it('plans a contact for the question in the next round it draws, as one of those that are owed', async () => {
    await ask('chat')
    const round = planRound(house.as('maud'), program)
    expect(at(round, 'chat').length).toBeGreaterThan(0)
    const leaders = listDuties(house.as(), [round]).map(({ leaderId }) => leaderId)
    expect(leaders.toSorted()).toEqual(['amara', 'devika', 'ingrid', 'nora', 'tomas', 'viktor'])
  })

  it('draws a draft again that had none, and leaves one alone that has', async () => {
    const round = planRound(house.as('maud'), program)
    expect(at(round, 'chat')).toEqual([])
    const before = listDuties(house.as(), [round]).map(({ id }) => id)
    await ask('billing')
    expect(listDuties(house.as(), [round]).map(({ id }) => id)).toEqual(before)
    await ask('chat')
    expect(at(round, 'chat').length).toBeGreaterThan(0)
  })

  it('does not move what is published, and uses a window that is there', async () => {
    const round = planRound(house.as('maud'), program)
    publishRound(house.as('maud'), round)
    const before = listDuties(house.as(), [round]).map(({ id, fromDay }) => `${id} ${fromDay}`)
    await ask('chat')
    expect(listDuties(house.as(), [round]).map(({ id, fromDay }) => `${id} ${fromDay}`)).toEqual(before)
    expect(toPlan()).toHaveLength(1)
    const next = planRound(house.as('maud'), program)
    expect(at(next, 'chat').length).toBeGreaterThan(0)
    expect(toPlan()).toEqual([])
  })

  it('never sends the one who answers for the change', async () => {
    for (const owner of ['nora', 'viktor', 'amara']) {
      await ask('chat', owner)
    }
    const round = planRound(house.as('maud'), program)
    const sent = at(round, 'chat').map(({ leaderId }) => leaderId)
    expect(sent.some((leaderId) => !['nora'].includes(leaderId))).toBe(true)
  })

  it('keeps the hard rules: where nobody may go, nobody is sent', async () => {
    house.db
      .update(touchpoints)
      .set({ languages: ['fi'] })
      .where(eq(touchpoints.id, 'chat'))
      .run()
    await ask('chat')
    const round = planRound(house.as('maud'), program)
    expect(at(round, 'chat')).toEqual([])
    const page = await house.get('maud', '/followups')
    expect(page.statusCode).toBe(200)
    expect(
      house.db
        .select()
        .from(assignments)
        .where(and(eq(assignments.roundId, round), eq(assignments.origin, 'by_hand')))
        .all(),
    ).toEqual([])
  })

  it('is the same plan where no question waits', async () => {
    const told = (round: string) => listDuties(house.as(), [round]).map((duty) => `${duty.leaderId} ${duty.fromDay}`)
    const plain = told(planRound(house.as('maud'), program))
    const other = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
    other.db.update(touchpoints).set({ weight: 0.01 }).where(eq(touchpoints.id, 'chat')).run()
    const twin = addProgram(other.as('maud'), programDetails())
    const round = planRound(other.as('maud'), twin)
    expect(listDuties(other.as(), [round]).map((duty) => `${duty.leaderId} ${duty.fromDay}`)).toEqual(plain)
  })
})

it('carries the question to whoever takes a contact over', async () => {
  const house = await openHouseAfterContact()
  const followup = await raise(house)
  await house.post('maud', `/followups/${followup}/retest`, {
    touchpoint: 'billing',
    question: QUESTION,
    from: '2026-06-10',
  })
  assign(house, { id: 'taken', leaderId: 'viktor', state: 'contacted', contactedOn: '2026-06-10' })
  expect((await house.get('viktor', '/assignments/taken/reflection')).body).toContain(QUESTION)
})
