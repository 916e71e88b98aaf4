import { beforeEach, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { settleRounds } from '../../src/features/programs/jobs.ts'
import { listRoundsOf } from '../../src/features/programs/round_store.ts'
import { auditEntries, organisation } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { dutiesOf, openRotatingHouse, programDetails } from '../support/rotating.ts'

let house: House
let program: string
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-10T09:00:00Z' })
  program = addProgram(house.as('maud'), programDetails({ runsItself: true, endsAfterRounds: null }))
})

const settleAt = (moment: string) => {
  house.now = Temporal.Instant.from(moment)
  settleRounds(house.as())
}
const rounds = () => listRoundsOf(house.as(), program)
const done = (action: string) =>
  house.db
    .select()
    .from(auditEntries)
    .all()
    .filter((entry) => entry.action === action)
    .map(({ subjectId }) => subjectId)

it.each([
  ['an hour back, over midnight', ['2026-05-29T00:30:00Z', '2026-05-28T23:30:00Z', '2026-05-29T00:30:00Z']],
  ['a month back', ['2026-05-29T12:00:00Z', '2026-04-29T12:00:00Z', '2026-05-29T12:00:00Z']],
  ['a year back', ['2026-05-29T12:00:00Z', '2025-05-29T12:00:00Z', '2026-05-29T12:00:00Z']],
])('a clock that jumps %s and home again plans and publishes nothing twice', (_jump, moments) => {
  for (const moment of moments) settleAt(moment)
  expect(rounds().map(({ period, state }) => `${period} ${state}`)).toEqual(['2026-06 published'])
  const [round] = rounds()
  expect([done('planned'), done('published')]).toEqual([[round?.id], [round?.id]])
})

it('a clock that jumps a year ahead and home again has no round twice', () => {
  settleAt('2026-05-29T12:00:00Z')
  const before = dutiesOf(house, program).map(({ id }) => id)
  settleAt('2027-05-29T12:00:00Z')
  settleAt('2026-05-30T12:00:00Z')
  const periods = rounds().map(({ period }) => period)
  expect(new Set(periods).size).toBe(periods.length)
  expect(new Set(done('published')).size).toBe(done('published').length)
  expect(dutiesOf(house, program).map(({ id }) => id)).toEqual(before)
})

it.each([
  ['Europe/London', '2026-10-25'],
  ['America/New_York', '2026-11-01'],
  ['Pacific/Auckland', '2026-09-27'],
])('the hour that comes twice or never in %s makes no round twice', (timeZone, day) => {
  house.db.update(organisation).set({ timeZone }).run()
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant()
  for (let minutes = -180; minutes <= 360; minutes += 10) settleAt(`${midnight.add({ minutes })}`)
  const periods = rounds().map(({ period }) => period)
  expect(periods.length).toBeGreaterThan(0)
  expect(new Set(periods).size).toBe(periods.length)
  expect(new Set(done('planned')).size).toBe(done('planned').length)
})
