import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { foreseeWith, makeChange } from '../../src/features/programs/change_actions.ts'
import type { Priority } from '../../src/features/programs/life_change.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import { absences, assignments, scenarios, touchpoints } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { LEADERS, openRotatingHouse, programDetails } from '../support/rotating.ts'

let house: House
let program: string
let june: string
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
  program = addProgram(house.as('maud'), programDetails({ leaders: LEADERS.filter((id) => id !== 'devika') }))
  june = planRound(house.as('maud'), program)
  publishRound(house.as('maud'), june)
})

const of = (leaderId: string) =>
  listDuties(house.as(), [june]).find((duty) => duty.leaderId === leaderId && duty.state === 'open')
const look = (priority: Priority = 'fewest') => foreseeWith(house.as('maud'), { kind: 'saved' }, priority)
const planAgain = () => makeChange(house.as('maud'), { kind: 'saved' }, look(), 'https://plainclothes.example')

describe('what was saved elsewhere', () => {
  it('stands on the page until a lead decides', async () => {
    const nora = of('nora')
    house.db
      .insert(absences)
      .values({ id: 'away', memberId: 'nora', fromDay: nora?.fromDay ?? '', toDay: nora?.toDay ?? '' })
      .run()
    const page = await house.get('maud', '/programs/changes')
    expect(page.body).toContain('One published contact no longer keeps the rules.')
    expect(page.body).toContain('Nora Lindqvist')
    expect((await house.get('maud', `/programs/${program}`)).body).toContain('See what would move')
    expect(of('nora')?.id).toBe(nora?.id)
    planAgain()
    expect((await house.get('maud', '/programs/changes')).body).toContain('Everything published keeps the rules.')
  })

  it('stands on the board, and is gone once it is planned again', async () => {
    const nora = of('nora')
    const board = async () => (await house.get('maud', '/programs')).body
    expect(await board()).not.toContain('See what would move')
    // The touchpoint opens in the evening from now on, and Nora's window is for another part of the day.
    const evenings = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['18:00', '20:00']]]))
    house.db
      .update(touchpoints)
      .set({ openingHours: evenings })
      .where(eq(touchpoints.id, nora?.touchpointId ?? ''))
      .run()
    expect(await board()).toMatch(/published contacts? no longer fits?\. <a href="\/programs\/changes">/)
    expect((await house.get('maud', '/programs/changes')).body).toContain('no hour of those days suits both')
    planAgain()
    expect(await board()).not.toContain('See what would move')
  })

  it('is nothing where the words of a scenario are retired: what is published keeps its own', async () => {
    house.db.update(scenarios).set({ retiredOn: '2026-05-21' }).run()
    expect((await house.get('maud', '/programs')).body).not.toContain('See what would move')
  })

  it('is nothing for whoever has made theirs in the round, or was excused, or lost it to a lead’s hand', () => {
    const [made, excused, cancelled] = [of('nora'), of('viktor'), of('amara')]
    const set = (id: string | undefined, columns: Partial<typeof assignments.$inferInsert>) =>
      house.db
        .update(assignments)
        .set(columns)
        .where(eq(assignments.id, id ?? ''))
        .run()
    set(made?.id, { state: 'reflected', fromDay: '2026-06-01', toDay: '2026-06-02', contactedOn: '2026-06-02' })
    set(excused?.id, { state: 'excused', reason: 'Ill.' })
    set(cancelled?.id, { state: 'cancelled', reason: 'Given to somebody else by Maud Bergström.' })
    house.now = Temporal.Instant.from('2026-06-05T09:00:00Z')
    for (const priority of ['fewest', 'even'] as const) {
      const given = look(priority).programs.flatMap(({ moves }) => moves)
      expect(given.filter(({ leader }) => ['nora', 'viktor', 'amara'].includes(leader))).toEqual([])
    }
  })

  it('is nothing where nothing changed', () => {
    expect(look().programs.flatMap(({ moves }) => moves)).toEqual([])
  })
})
