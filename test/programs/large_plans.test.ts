import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { settleRounds } from '../../src/features/programs/jobs.ts'
import { Plannings } from '../../src/features/programs/large_plan_actions.ts'
import { listRoundsOf } from '../../src/features/programs/round_store.ts'
import { absences, programs } from '../../src/platform/db/tables.ts'
import { tightProblem } from '../support/highs_horizon.ts'
import type { House } from '../support/house.ts'
import { dutiesOf, openRotatingHouse, programDetails } from '../support/rotating.ts'

/** Every plan counts as large here, so that each is worked out in a thread. */
let plannings: Plannings
let complaints: unknown[]
let house: House
let program: string
beforeEach(async () => {
  complaints = []
  plannings = new Plannings({ largest: 0, complain: (error) => complaints.push(error) })
  house = await openRotatingHouse({ plannings })
  program = addProgram(house.as('maud'), programDetails())
})
afterEach(() => plannings.endAll())

const planning = () => `/programs/${program}/planning`
const rounds = () => listRoundsOf(house.as(), program)
const begin = () => house.post('maud', `/programs/${program}/rounds`)
const finished = () => expect.poll(() => plannings.find(program)?.state).not.toBe('at_work')

describe('a large plan', () => {
  it('is worked out beside everything else, says how far it is, and leads to its round', async () => {
    const answer = await begin()
    expect([answer.statusCode, answer.headers.location]).toEqual([303, planning()])
    const page = await house.get('maud', planning())
    expect(page.headers.refresh).toBe('2')
    expect(page.body).toContain('The plan is being worked out.')
    expect(page.body).toContain('<progress')
    expect(rounds()).toEqual([])
    await finished()
    const done = await house.get('maud', planning())
    expect([done.statusCode, done.headers.location]).toEqual([303, `/programs/${program}`])
    expect(dutiesOf(house, program).length).toBeGreaterThan(0)
    expect((await house.get('maud', planning())).headers.location).toBe(`/programs/${program}`)
    expect(complaints).toEqual([])
  })

  it('is the one that would have been made at once', async () => {
    await begin()
    await finished()
    const apart = dutiesOf(house, program)
    const other = await openRotatingHouse()
    const same = addProgram(other.as('maud'), programDetails())
    await other.post('maud', `/programs/${same}/rounds`)
    const words = ({ leader, touchpoint, fromDay, toDay }: (typeof apart)[number]) =>
      `${leader} ${touchpoint} ${fromDay} ${toDay}`
    expect(apart.map(words)).toEqual(dutiesOf(other, same).map(words))
  })

  it('is begun once, however often the button is pressed', async () => {
    await Promise.all([begin(), begin(), begin()])
    await finished()
    expect(rounds()).toHaveLength(1)
  })

  it('can be stopped, and then nothing has changed', async () => {
    await begin()
    const answer = await house.post('maud', `${planning()}/end`)
    expect(answer.headers.location).toBe(`/programs/${program}`)
    await house.post('maud', `${planning()}/end`)
    expect(plannings.find(program)).toBeUndefined()
    expect(rounds()).toEqual([])
    await begin()
    await finished()
    expect(rounds()).toHaveLength(1)
  })

  it('minds what changed while it was worked out', async () => {
    await begin()
    house.db.insert(absences).values({ id: 'a', memberId: 'tomas', fromDay: '2026-05-01', toDay: '2026-12-31' }).run()
    await finished()
    expect(dutiesOf(house, program).map(({ leaderId }) => leaderId)).not.toContain('tomas')
  })

  it('says in words why it was not made', async () => {
    await begin()
    house.db.update(programs).set({ retiredOn: '2026-05-20' }).where(eq(programs.id, program)).run()
    await finished()
    const answer = await house.get('maud', planning())
    expect([answer.statusCode, answer.body.includes('This program has ended.')]).toEqual([409, true])
    expect(rounds()).toEqual([])
    expect((await house.get('maud', planning())).statusCode).toBe(303)
  })

  it('of a program that runs itself is made once, by however many ticks', async () => {
    house.db.update(programs).set({ runsItself: true }).run()
    house.now = Temporal.Instant.from('2026-05-29T12:00:00Z')
    settleRounds(house.as(), { plannings })
    settleRounds(house.as(), { plannings })
    await finished()
    settleRounds(house.as(), { plannings })
    expect(rounds().map(({ state }) => state)).toEqual(['published'])
  })
})

it('works a small plan out in a thread too where its proof takes longer, and then has it at hand', async () => {
  const usual = new Plannings()
  const owed = () => usual.consider('tight', (planner) => planner(tightProblem(5)).goals[0])
  expect(owed()).toBeNull()
  await expect.poll(() => usual.find('tight')?.state).toBe('done')
  expect(owed()).toEqual({ round: null, name: 'owed', value: 20, bound: 20 })
  usual.endAll()
})
