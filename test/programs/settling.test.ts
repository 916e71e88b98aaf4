import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  addProgram,
  changeProgram,
  extendProgram,
  letProgramEnd,
  retireProgram,
} from '../../src/features/programs/actions.ts'
import { settleRounds } from '../../src/features/programs/jobs.ts'
import { holdRound, planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { getRound, listDuties, listRoundsOf } from '../../src/features/programs/round_store.ts'
import { getProgram } from '../../src/features/programs/store.ts'
import { absences, assignments, auditEntries, touchpoints } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { dutiesOf, openRotatingHouse, programDetails } from '../support/rotating.ts'

let house: House
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-10T09:00:00Z' })
})

const settleAt = (moment: string) => {
  house.now = Temporal.Instant.from(moment)
  settleRounds(house.as())
}
const settleOn = (day: string) => settleAt(`${day}T12:00:00Z`)
const states = (program: string) => listRoundsOf(house.as(), program).map(({ period, state }) => `${period} ${state}`)

describe('a window that is over', () => {
  let round: string
  beforeEach(() => {
    round = planRound(house.as('maud'), addProgram(house.as('maud'), programDetails()))
    publishRound(house.as('maud'), round)
  })

  it('is missed once its last day is past where the touchpoint is', () => {
    house.db.update(touchpoints).set({ timeZone: 'America/Los_Angeles' }).run()
    house.db.update(assignments).set({ fromDay: '2026-06-01', toDay: '2026-06-05' }).run()
    settleAt('2026-06-06T06:59:00Z')
    expect(new Set(listDuties(house.as(), [round]).map(({ state }) => state))).toEqual(new Set(['open']))
    settleAt('2026-06-06T07:00:00Z')
    expect(new Set(listDuties(house.as(), [round]).map(({ state }) => state))).toEqual(new Set(['missed']))
  })

  it('is missed once, and only when nothing was done', () => {
    const [first] = listDuties(house.as(), [round])
    house.db
      .update(assignments)
      .set({ state: 'contacted', contactedOn: '2026-06-02' })
      .where(eq(assignments.id, first?.id ?? ''))
      .run()
    settleOn('2026-07-01')
    settleOn('2026-07-01')
    const missed = house.db.select().from(auditEntries).where(eq(auditEntries.action, 'missed')).all()
    expect(missed).toHaveLength(5)
    expect(listDuties(house.as(), [round]).filter(({ state }) => state === 'contacted')).toHaveLength(1)
  })
})

describe('a round', () => {
  it('closes by itself when seven days have passed since its last window', () => {
    const round = planRound(house.as('maud'), addProgram(house.as('maud'), programDetails()))
    publishRound(house.as('maud'), round)
    house.db.update(assignments).set({ fromDay: '2026-06-01', toDay: '2026-06-20' }).run()
    settleOn('2026-06-27')
    expect(getRound(house.as(), round).state).toBe('published')
    settleOn('2026-06-28')
    expect(getRound(house.as(), round)).toMatchObject({ state: 'closed', closedOn: '2026-06-28' })
  })

  it('that was never published is gone when its days are over', () => {
    const program = addProgram(house.as('maud'), programDetails())
    planRound(house.as('maud'), program)
    settleOn('2026-06-30')
    expect(states(program)).toEqual(['2026-06 planned'])
    settleOn('2026-07-01')
    expect(states(program)).toEqual([])
    expect(house.db.select().from(assignments).all()).toEqual([])
  })
})

describe('a program that runs itself', () => {
  const itself = () => addProgram(house.as('maud'), programDetails({ runsItself: true }))

  it('plans 14 days ahead and publishes 3 days ahead', () => {
    const program = itself()
    settleOn('2026-05-17')
    expect(states(program)).toEqual([])
    settleOn('2026-05-18')
    expect(states(program)).toEqual(['2026-06 planned'])
    settleOn('2026-05-28')
    expect(states(program)).toEqual(['2026-06 planned'])
    settleOn('2026-05-29')
    expect(states(program)).toEqual(['2026-06 published'])
  })

  it('does nothing a second time', () => {
    const program = itself()
    settleOn('2026-05-29')
    const before = dutiesOf(house, program)
    settleOn('2026-05-29')
    expect(dutiesOf(house, program)).toEqual(before)
  })

  it('makes up once for what was due while the server was down', () => {
    const program = itself()
    settleOn('2026-07-10')
    expect(states(program)).toEqual(['2026-07 published'])
    for (const { fromDay } of dutiesOf(house, program)) expect(fromDay > '2026-07-10').toBe(true)
  })

  it('waits while a lead holds the round', () => {
    const program = itself()
    settleOn('2026-05-18')
    const round = listRoundsOf(house.as(), program)[0]?.id ?? ''
    holdRound(house.as('maud'), round, true)
    settleOn('2026-05-30')
    expect(states(program)).toEqual(['2026-06 planned'])
    holdRound(house.as('maud'), round, false)
    settleOn('2026-05-30')
    expect(states(program)).toEqual(['2026-06 published'])
  })

  it('draws again before it publishes what no longer keeps the rules', () => {
    const program = itself()
    settleOn('2026-05-18')
    house.db.insert(absences).values({ id: 'a', memberId: 'tomas', fromDay: '2026-06-01', toDay: '2026-06-30' }).run()
    settleOn('2026-05-29')
    expect(states(program)).toEqual(['2026-06 published'])
    expect(dutiesOf(house, program).map(({ leaderId }) => leaderId)).not.toContain('tomas')
  })

  it('publishes nothing while nobody is in the draft, and the rest of the jobs go on', () => {
    const empty = itself()
    for (const memberId of programDetails().leaders)
      house.db.insert(absences).values({ id: memberId, memberId, fromDay: '2026-05-01', toDay: '2026-12-31' }).run()
    expect(() => settleOn('2026-05-29')).not.toThrow()
    expect(states(empty)).toEqual(['2026-06 planned'])
  })

  it('stops with the program', () => {
    const program = itself()
    retireProgram(house.as('maud'), program)
    settleOn('2026-05-29')
    expect(states(program)).toEqual([])
  })
})

describe('a day a month for six months', () => {
  const upTo = (rounds: number) => {
    const program = addProgram(house.as('maud'), programDetails())
    for (let i = 0; i < rounds; i += 1) publishRound(house.as('maud'), planRound(house.as('maud'), program))

    return program
  }

  it('asks in its fifth round whether it goes on, on the home and on its page', async () => {
    const program = upTo(4)
    expect((await house.get('maud', '/programs')).body).not.toContain('Does it go on?')
    publishRound(house.as('maud'), planRound(house.as('maud'), program))
    expect((await house.get('maud', '/programs')).body).toContain('Does it go on?')
    expect((await house.get('maud', `/programs/${program}`)).body).toContain('Does it go on?')
  })

  it('goes on for six more, once, however often the button is pressed', async () => {
    const program = upTo(5)
    await house.post('maud', `/programs/${program}/extension`)
    extendProgram(house.as('maud'), program)
    expect(getProgram(house.as(), program).endsAfterRounds).toBe(12)
    expect((await house.get('maud', '/programs')).body).not.toContain('Does it go on?')
  })

  it('ends when the lead lets it, and asks no more until the end is moved', async () => {
    const program = upTo(5)
    letProgramEnd(house.as('maud'), program)
    expect((await house.get('maud', '/programs')).body).not.toContain('Does it go on?')
    changeProgram(
      house.as('maud'),
      program,
      getProgram(house.as(), program).version,
      programDetails({ endsAfterRounds: 7 }),
    )
    expect(getProgram(house.as(), program).endConfirmedOn).toBeNull()
  })
})

describe('who owes a contact', () => {
  it('stands on the lead’s home: half the window gone, window over, no reflection, declined', async () => {
    const round = planRound(house.as('maud'), addProgram(house.as('maud'), programDetails()))
    publishRound(house.as('maud'), round)
    house.now = Temporal.Instant.from('2026-06-12T12:00:00Z')
    const stands = [
      { state: 'open', fromDay: '2026-06-01', toDay: '2026-06-20' },
      { state: 'open', fromDay: '2026-06-10', toDay: '2026-06-20' },
      { state: 'open', fromDay: '2026-06-01', toDay: '2026-06-09' },
      { state: 'contacted', contactedOn: '2026-06-09', fromDay: '2026-06-08', toDay: '2026-06-20' },
      { state: 'declined', fromDay: '2026-06-08', toDay: '2026-06-20' },
      { state: 'reflected', contactedOn: '2026-06-08', fromDay: '2026-06-08', toDay: '2026-06-20' },
    ] as const
    for (const [i, duty] of listDuties(house.as(), [round]).entries())
      house.db
        .update(assignments)
        .set(stands[i] ?? {})
        .where(eq(assignments.id, duty.id))
        .run()
    const { body } = await house.get('maud', '/programs')
    expect(body).toContain('Four leaders owe something.')
    expect(body).toContain('Not done yet, until 20 June')
    expect(body).toContain('Window over since 9 June, nothing written')
    expect(body).toContain('Contacted on 9 June, no reflection yet')
    expect(body).toContain('Find somebody else')
  })
})
