import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { acceptHandover, askForHandover, refuseHandover } from '../../src/features/assignments/handover_actions.ts'
import { addProgram } from '../../src/features/programs/actions.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import { absences, assignments, handovers, letters } from '../../src/platform/db/tables.ts'
import { getAssignment } from '../support/assignments.ts'
import type { House } from '../support/house.ts'
import { LEADERS, openRotatingHouse, programDetails } from '../support/rotating.ts'

const BASE = 'https://plainclothes.example'

let house: House
let round: string
/** Nora's contact, open. */
let contact: string
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
  const program = addProgram(house.as('maud'), programDetails())
  round = planRound(house.as('maud'), program)
  publishRound(house.as('maud'), round)
  contact = duties().find(({ leaderId }) => leaderId === 'nora')?.id ?? ''
})

const duties = () => listDuties(house.as(), [round])
const asked = () => house.db.select().from(handovers).all()
const waiting = () => asked().find(({ state }) => state === 'asked')
const lettersTo = (memberId: string) => house.db.select().from(letters).where(eq(letters.memberId, memberId)).all()
/** Anybody in the house, the cast or not. */
const acting = (id: string): Context => ({ ...house.as(), actor: { id, name: id, roles: ['leader'] } })
const ask = () => askForHandover(house.as('nora'), contact, BASE)

describe('asking', () => {
  it('asks one colleague whom the rules allow, by a letter that says nothing', () => {
    ask()
    const one = waiting()
    expect(one?.askedId).not.toBe('nora')
    const [letter] = lettersTo(one?.askedId ?? '')
    expect(letter).toMatchObject({ subject: 'Customer hour' })
    expect(letter?.text).toContain(`${BASE}/today`)
    expect(`${letter?.text}${letter?.html}`).not.toMatch(/Nora|Billing|Outage|chat|contact/)
  })

  it('twice is once: a double click, two tabs', async () => {
    await house.post('nora', `/assignments/${contact}/handover`)
    await house.post('nora', `/assignments/${contact}/handover`)
    expect(asked()).toHaveLength(1)
    expect(lettersTo(waiting()?.askedId ?? '')).toHaveLength(1)
  })

  it('leaves the contact with whoever asked until somebody says yes', async () => {
    ask()
    expect(getAssignment(house, contact)).toMatchObject({ state: 'open', leaderId: 'nora' })
    house.now = Temporal.Instant.from('2026-06-15T09:00:00Z')
    const page = await house.get('nora', `/assignments/${contact}/handover`)
    expect(page.body).toContain('A colleague has been asked.')
    for (const name of ['Viktor', 'Amara', 'Tomás', 'Ingrid', 'Devika']) expect(page.body).not.toContain(name)
  })

  it('never asks whom a rule keeps from it', () => {
    const { fromDay, toDay } = getAssignment(house, contact)
    for (const memberId of LEADERS.filter((id) => id !== 'nora' && id !== 'devika'))
      house.db
        .insert(absences)
        .values({ id: `away-${memberId}`, memberId, fromDay, toDay })
        .run()
    ask()
    expect(waiting()?.askedId).toBe('devika')
  })

  it('says so when nobody can take it', async () => {
    const { fromDay, toDay } = getAssignment(house, contact)
    for (const memberId of LEADERS.filter((id) => id !== 'nora'))
      house.db
        .insert(absences)
        .values({ id: `away-${memberId}`, memberId, fromDay, toDay })
        .run()
    const answer = await house.post('nora', `/assignments/${contact}/handover`)
    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('No other leader can take it in its window.')
  })

  it('is for the leader whose it is, while it is open', async () => {
    expect((await house.get('viktor', `/assignments/${contact}/handover`)).statusCode).toBe(404)
    expect((await house.post('viktor', `/assignments/${contact}/handover`)).statusCode).toBe(404)
    expect((await house.post('maud', `/assignments/${contact}/handover`)).statusCode).toBe(403)
    house.db.update(assignments).set({ state: 'contacted' }).where(eq(assignments.id, contact)).run()
    expect((await house.post('nora', `/assignments/${contact}/handover`)).statusCode).toBe(409)
  })
})

describe('saying yes', () => {
  it('moves the contact, in the same window, and what is due with it', () => {
    ask()
    const one = waiting()
    const before = getAssignment(house, contact)
    const taken = acceptHandover(acting(one?.askedId ?? ''), one?.id ?? '', BASE)
    expect(getAssignment(house, contact)).toMatchObject({ state: 'handed_over', leaderId: 'nora' })
    const { touchpointId, fromDay, toDay, daypart, roundId, scenarioVersionId } = before
    expect(getAssignment(house, taken)).toMatchObject({
      ...{ touchpointId, fromDay, toDay, daypart, roundId, scenarioVersionId },
      ...{ leaderId: one?.askedId, state: 'open' },
    })
  })

  it('twice is once', () => {
    ask()
    const one = waiting()
    const context = acting(one?.askedId ?? '')
    const taken = acceptHandover(context, one?.id ?? '', BASE)
    expect(acceptHandover(context, one?.id ?? '', BASE)).toBe(taken)
    expect(duties().filter(({ state }) => state === 'open')).toHaveLength(LEADERS.length)
  })

  it('tells whoever asked, once, and names nobody', async () => {
    ask()
    const one = waiting()
    acceptHandover(acting(one?.askedId ?? ''), one?.id ?? '', BASE)
    expect(lettersTo('nora').map(({ kind }) => kind)).toEqual(['handed_over'])
    expect((await house.get('nora', `/assignments/${contact}/handover`)).body).toContain(
      'A colleague has taken it over.',
    )
  })

  it('is refused once a rule stands against it, with the rule', () => {
    ask()
    const one = waiting()
    const { fromDay, toDay } = getAssignment(house, contact)
    house.db
      .insert(absences)
      .values({ id: 'away', memberId: one?.askedId ?? '', fromDay, toDay })
      .run()
    expect(() => acceptHandover(acting(one?.askedId ?? ''), one?.id ?? '', BASE)).toThrow('away')
    expect(getAssignment(house, contact).state).toBe('open')
  })

  it('comes too late once the window is over, the contact started or declined', () => {
    ask()
    const one = waiting()
    house.db.update(assignments).set({ state: 'declined' }).where(eq(assignments.id, contact)).run()
    expect(() => acceptHandover(acting(one?.askedId ?? ''), one?.id ?? '', BASE)).toThrow('settled')
    house.db.update(assignments).set({ state: 'open' }).where(eq(assignments.id, contact)).run()
    house.now = Temporal.Instant.from('2026-07-20T09:00:00Z')
    expect(() => acceptHandover(acting(one?.askedId ?? ''), one?.id ?? '', BASE)).toThrow('settled')
  })

  it('is for whoever was asked', async () => {
    ask()
    const one = waiting()
    const other = one?.askedId === 'viktor' ? 'nora' : 'viktor'
    expect((await house.get(other, `/handovers/${one?.id}`)).statusCode).toBe(404)
    expect((await house.post(other, `/handovers/${one?.id}/acceptance`)).statusCode).toBe(404)
    expect((await house.post(other, `/handovers/${one?.id}/refusal`)).statusCode).toBe(404)
  })
})

describe('saying no', () => {
  it('asks the next colleague, and nobody a second time', () => {
    ask()
    const seen: string[] = []
    for (let one = waiting(); one; one = waiting()) {
      seen.push(one.askedId)
      refuseHandover(acting(one.askedId), one.id, BASE)
      refuseHandover(acting(one.askedId), one.id, BASE)
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBeGreaterThan(1)
    expect(getAssignment(house, contact)).toMatchObject({ state: 'open', leaderId: 'nora' })
    expect(lettersTo('nora').map(({ kind }) => kind)).toEqual(['not_handed_over'])
  })
})

describe('keeping it after all', () => {
  it('asks nobody any more, and the same colleague can be asked again', async () => {
    ask()
    const first = waiting()
    await house.post('nora', `/assignments/${contact}/keeping`)
    await house.post('nora', `/assignments/${contact}/keeping`)
    expect(waiting()).toBeUndefined()
    expect(() => acceptHandover(acting(first?.askedId ?? ''), first?.id ?? '', BASE)).toThrow('settled')
    ask()
    expect(waiting()?.askedId).toBe(first?.askedId)
  })
})

describe('what pages show', () => {
  it('asks a colleague on their start page, without a name or a reason', async () => {
    const theirs = duties().find(({ leaderId, touchpointId }) => leaderId !== 'viktor' && touchpointId !== 'billing')
    const { fromDay, toDay } = getAssignment(house, theirs?.id ?? '')
    for (const memberId of LEADERS.filter((id) => id !== theirs?.leaderId && id !== 'viktor'))
      house.db
        .insert(absences)
        .values({ id: `away-${memberId}`, memberId, fromDay, toDay })
        .run()
    askForHandover(acting(theirs?.leaderId ?? ''), theirs?.id ?? '', BASE)
    const one = waiting()
    expect(one?.askedId).toBe('viktor')
    const today = await house.get('viktor', '/today')
    expect(today.body).toContain(`/handovers/${one?.id}`)
    const page = await house.get('viktor', `/handovers/${one?.id}`)
    expect(page.body).toContain('A colleague cannot make it.')
    expect(page.body).not.toContain(theirs?.leader)
    const yes = await house.post('viktor', `/handovers/${one?.id}/acceptance`)
    expect(yes.statusCode).toBe(303)
    expect((await house.get('viktor', `${yes.headers.location}`)).statusCode).toBe(200)
  })

  it('tells a lead who was asked and what they said', async () => {
    ask()
    const page = await house.get('maud', `/assignments/${contact}`)
    expect(page.body).toMatch(/was asked on 20 May/)
  })
})
