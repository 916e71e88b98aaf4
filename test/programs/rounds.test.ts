import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { drawAgain, planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { type Duty, getDuty, getRound, listDuties, listRoundsOf } from '../../src/features/programs/round_store.ts'
import { absences, assignments, scenarios, scenarioVersions, touchpoints } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { openHouseWithProgram, programDetails } from '../support/rotating.ts'

let house: House
let program: string
beforeEach(async () => {
  ;({ house, program } = await openHouseWithProgram())
})

const plan = (period?: string) => planRound(house.as('maud'), program, period)
const duties = (round: string) => listDuties(house.as(), [round])
const told = (round: string) =>
  duties(round)
    .map(
      ({ leader, touchpoint, scenario, fromDay, toDay }) =>
        `${leader}: ${touchpoint}, ${scenario}, ${fromDay}–${toDay}`,
    )
    .sort()

const away = (memberId: string, fromDay: string, toDay: string) =>
  house.db
    .insert(absences)
    .values({ id: `away-${memberId}`, memberId, fromDay, toDay })
    .run()

describe('planning a round', () => {
  it('gives every leader a contact with its words and its reason', () => {
    const round = plan()
    expect(getRound(house.as(), round)).toMatchObject({ period: '2026-06', number: 1, state: 'planned', gaps: [] })
    expect(
      duties(round)
        .map(({ leaderId }) => leaderId)
        .sort(),
    ).toEqual(['amara', 'devika', 'ingrid', 'nora', 'tomas', 'viktor'])
    for (const duty of duties(round)) {
      expect(duty).toMatchObject({ state: 'planned', origin: 'rotation', programId: program })
      expect(duty.scenarioVersionId).toMatch(/-1$/)
      expect(duty.why).not.toBe('')
    }
  })

  it('sends nobody to their own department', () => {
    const pairs = ['2026-06', '2026-07', '2026-08'].flatMap((period) =>
      duties(plan(period)).map(({ leaderId, touchpointId }) => `${leaderId} ${touchpointId}`),
    )
    expect(pairs).not.toContain('viktor billing')
    expect(pairs).not.toContain('nora outage')
  })

  it('changes nothing the second time: a double click, two tabs, a job and a hand at once', async () => {
    const first = plan('2026-06')
    const before = told(first)
    expect(plan('2026-06')).toBe(first)
    expect(plan()).toBe(first)
    await house.post('maud', `/programs/${program}/rounds`, { period: '2026-06' })
    expect(listRoundsOf(house.as(), program)).toHaveLength(1)
    expect(told(first)).toEqual(before)
  })

  it('goes one round after the other', () => {
    plan('2026-06')
    expect(() => plan('2026-08')).toThrow('July 2026 is.')
    expect(getRound(house.as(), plan('2026-07')).number).toBe(2)
  })

  it('ends with the last round', () => {
    for (const month of ['06', '07', '08', '09', '10', '11']) plan(`2026-${month}`)
    expect(() => plan('2026-12')).toThrow('no more rounds')
  })

  it('begins tomorrow at the earliest when the round is running', () => {
    house.now = Temporal.Instant.from('2026-06-17T09:00:00Z')
    for (const { fromDay } of duties(plan())) expect(fromDay >= '2026-06-18').toBe(true)
  })

  it('leaves out a round that is over, and keeps its number for the calendar', () => {
    house.now = Temporal.Instant.from('2026-07-10T09:00:00Z')
    expect(getRound(house.as(), plan())).toMatchObject({ period: '2026-07', number: 2 })
  })

  it('keeps leaders free of windows in other programs, their months and the windows of others', () => {
    const other = addProgram(house.as('maud'), programDetails({ name: 'Another' }))
    plan()
    const round = planRound(house.as('maud'), other)
    const all = [...listRoundsOf(house.as(), program), ...listRoundsOf(house.as(), other)].flatMap(({ id }) =>
      duties(id),
    )
    for (const one of all)
      for (const two of all) {
        if (one.id === two.id) continue
        if (one.touchpointId === two.touchpointId) expect(one.toDay < two.fromDay || two.toDay < one.fromDay).toBe(true)
      }
    for (const id of new Set(all.map(({ leaderId }) => leaderId)))
      expect(all.filter(({ leaderId }) => leaderId === id).length).toBeLessThanOrEqual(2)
    expect(duties(round).length).toBeGreaterThan(0)
  })
})

describe('what cannot be planned', () => {
  it('is said with its reasons: a touchpoint that is never open', async () => {
    house.db.update(touchpoints).set({ openingHours: {} }).where(eq(touchpoints.id, 'chat')).run()
    plan()
    const page = await house.get('maud', `/programs/${program}`)
    expect(page.body).toContain('No eligible leader for Moving-home chat in June 2026')
    expect(page.body).toContain('6 closed on every day left')
    expect(page.body).toContain('Nobody can ever be sent there.')
  })

  it('is said for a leader who is away, and their cell says so', async () => {
    away('viktor', '2026-05-01', '2026-07-31')
    const round = plan()
    expect(duties(round).map(({ leaderId }) => leaderId)).not.toContain('viktor')
    expect((await house.get('maud', `/programs/${program}`)).body).toContain('On leave')
  })

  it('is said when everybody is away', async () => {
    for (const leader of programDetails().leaders) away(leader, '2026-06-01', '2026-06-30')
    const round = plan()
    expect(duties(round)).toEqual([])
    const page = await house.get('maud', `/programs/${program}`)
    expect(page.body).toContain('6 away')
    expect(() => publishRound(house.as('maud'), round)).toThrow('nobody in this draft')
  })

  it('is said when everything is the only leader’s own department', async () => {
    house.db.update(touchpoints).set({ departmentId: 'operations' }).run()
    const alone = addProgram(house.as('maud'), programDetails({ name: 'Alone', leaders: ['nora'] }))
    planRound(house.as('maud'), alone)
    const page = await house.get('maud', `/programs/${alone}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Nothing more for Nora Lindqvist in June 2026')
    expect(page.body).toContain('3 own department')
  })

  it('is no fault where everything was retired', async () => {
    house.db.update(touchpoints).set({ retiredOn: '2026-05-01' }).run()
    house.db.update(scenarios).set({ retiredOn: '2026-05-01' }).run()
    expect(duties(plan())).toEqual([])
    expect((await house.get('maud', `/programs/${program}`)).statusCode).toBe(200)
  })
})

describe('drawing again', () => {
  it('gives the same draft from the same facts', () => {
    const round = plan()
    const before = told(round)
    drawAgain(house.as('maud'), round)
    expect(told(round)).toEqual(before)
  })

  it('takes in what changed', () => {
    const round = plan()
    away('nora', '2026-06-01', '2026-06-30')
    drawAgain(house.as('maud'), round)
    expect(told(round).join()).not.toContain('Nora')
  })

  it('leaves what a lead chose by hand', () => {
    const round = plan()
    const duty = duties(round).find(({ leaderId }) => leaderId === 'amara') as Duty
    house.db.update(assignments).set({ origin: 'by_hand' }).where(eq(assignments.id, duty.id)).run()
    drawAgain(house.as('maud'), round)
    expect(getDuty(house.as(), duty.id)).toMatchObject({ fromDay: duty.fromDay, touchpointId: duty.touchpointId })
    expect(duties(round)).toHaveLength(6)
  })

  it('is refused once leaders know', () => {
    const round = plan()
    publishRound(house.as('maud'), round)
    expect(() => drawAgain(house.as('maud'), round)).toThrow('published')
  })
})

describe('publishing', () => {
  it('tells beforehand what it leaves unfilled', async () => {
    house.db.update(touchpoints).set({ openingHours: {} }).where(eq(touchpoints.id, 'chat')).run()
    const page = await house.get('maud', `/rounds/${plan()}/publication`)
    expect(page.body).toContain('What publishing leaves unfilled')
    expect(page.body).toContain('Moving-home chat')
  })

  it('opens every contact, once', async () => {
    const round = plan()
    const form = { version: String(getRound(house.as(), round).version) }
    const first = await house.post('maud', `/rounds/${round}/publication`, form)
    const second = await house.post('maud', `/rounds/${round}/publication`, form)
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    expect(getRound(house.as(), round)).toMatchObject({ state: 'published', publishedOn: '2026-05-20' })
    expect(duties(round).map(({ state, version }) => [state, version])).toEqual(Array(6).fill(['open', 2]))
  })

  it('refuses a draft that was drawn again since it was looked at', async () => {
    const round = plan()
    const version = String(getRound(house.as(), round).version)
    drawAgain(house.as('maud'), round)
    const answer = await house.post('maud', `/rounds/${round}/publication`, { version })
    expect(answer.statusCode).toBe(409)
    expect(getRound(house.as(), round).state).toBe('planned')
  })

  it('refuses a contact that no longer keeps the rules, and says which', async () => {
    const round = plan()
    away('nora', '2026-06-01', '2026-06-30')
    const page = await house.get('maud', `/rounds/${round}/publication`)
    expect(page.body).toContain('What no longer keeps the rules')
    expect(() => publishRound(house.as('maud'), round)).toThrow(/Nora Lindqvist, .*: away/)
  })

  it('goes in turn, or a month would be lost', () => {
    plan('2026-06')
    expect(() => publishRound(house.as('maud'), plan('2026-07'))).toThrow('Publish June 2026 first.')
  })

  it('gives the newest words of each scenario', () => {
    const round = plan()
    house.db
      .insert(scenarioVersions)
      .values({ id: 'doubled-2', scenarioId: 'doubled', number: 2, errand: 'New.', coverStory: 'New.', details: [] })
      .run()
    house.db.update(scenarios).set({ version: 2 }).where(eq(scenarios.id, 'doubled')).run()
    publishRound(house.as('maud'), round)
    const given = duties(round).filter(({ scenarioId }) => scenarioId === 'doubled')
    expect(given.length).toBeGreaterThan(0)
    for (const { scenarioVersionId } of given) expect(scenarioVersionId).toBe('doubled-2')
  })

  it('is for leads', async () => {
    const round = plan()
    expect((await house.post('nora', `/rounds/${round}/publication`, { version: '2' })).statusCode).toBe(403)
    expect(getRound(house.as(), round).state).toBe('planned')
  })
})
