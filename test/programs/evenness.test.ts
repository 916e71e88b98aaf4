import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { foresee, makeChange } from '../../src/features/programs/change_actions.ts'
import { countMoved } from '../../src/features/programs/replan.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listDuties } from '../../src/features/programs/round_store.ts'
import { assignments } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { openRotatingHouse, programDetails } from '../support/rotating.ts'

const BASE = 'https://plainclothes.example'

let house: House
/** Two contacts a round among four leaders, and a lead who gave July's to those who had June's. */
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
  const leaders = ['nora', 'amara', 'tomas', 'ingrid']
  const program = addProgram(house.as('maud'), programDetails({ leaders, contactsPerRound: 2 }))
  const june = planRound(house.as('maud'), program)
  publishRound(house.as('maud'), june)
  const july = planRound(house.as('maud'), program)
  const had = listDuties(house.as(), [june])
  for (const duty of listDuties(house.as(), [july])) {
    const elsewhere = had.find(({ touchpointId }) => touchpointId !== duty.touchpointId)
    house.db
      .update(assignments)
      .set({ leaderId: elsewhere?.leaderId ?? '', origin: 'by_hand' })
      .where(eq(assignments.id, duty.id))
      .run()
    had.splice(had.indexOf(elsewhere as (typeof had)[number]), 1)
  }
  publishRound(house.as('maud'), july)
})

const look = () => foresee(house.as('maud'), { kind: 'saved' })
const moved = (plan: ReturnType<typeof look>[number] | undefined) =>
  countMoved(plan?.programs.flatMap(({ moves }) => moves) ?? [])

it('evenness first is a choice where it makes loads more even, with its price', async () => {
  const [fewest, even] = look()
  expect(moved(fewest)).toBe(0)
  expect(moved(even)).toBeGreaterThan(0)
  expect(even?.programs[0]?.loads).toBeLessThan(fewest?.programs[0]?.loads ?? 0)
  const { body } = await house.get('maud', '/programs/changes')
  expect(body).toContain('Evenness first')
  expect(body).toContain(`${moved(even)} of 4 published contacts`)
})

it('is no choice any more once it was made', () => {
  const even = look()[1]
  if (even) makeChange(house.as('maud'), { kind: 'saved' }, even, BASE)
  expect(look()).toHaveLength(1)
  expect(moved(look()[0])).toBe(0)
})
