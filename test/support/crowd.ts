import { addProgram } from '../../src/features/programs/actions.ts'
import { assignments, rounds } from '../../src/platform/db/tables.ts'
import type { House } from './house.ts'
import { addScenario, addTouchpoint, hire, openRotatingHouse, programDetails } from './rotating.ts'

const CROWD = 500
const ROUNDS = 24
const PLACES = 40

/** A house in its second year: 500 leaders and 24 monthly rounds, 22 of them over, one running, one a draft. */
export async function openCrowdedHouse(): Promise<{ house: House; program: string }> {
  const house = await openRotatingHouse({ now: '2026-05-12T09:00:00Z' })
  const leaders = Array.from({ length: CROWD }, (_, i) => `leader-${String(i).padStart(3, '0')}`)
  const touchpoints = Array.from({ length: PLACES }, (_, i) => `place-${i}`)
  for (const id of leaders) hire(house, id, `Leader ${id.slice(7)}`)
  for (const id of touchpoints) addTouchpoint(house, id, `Line ${id.slice(6)}`)
  addScenario(house, 'crowd', 'A bill that doubled')
  const details = { startsOn: '2024-07-01', cadence: 'monthly', endsAfterRounds: null, leaders, touchpoints } as const
  const program = addProgram(house.as('maud'), {
    ...programDetails({ ...details, leaders: [...leaders], touchpoints: [...touchpoints] }),
    scenarios: ['crowd'],
  })
  house.db.transaction((db) => {
    for (let i = 0; i < ROUNDS; i += 1) {
      const startsOn = Temporal.PlainDate.from('2024-07-01').add({ months: i })
      const state = i < ROUNDS - 2 ? 'closed' : i === ROUNDS - 2 ? 'published' : 'planned'
      db.insert(rounds)
        .values(roundOf(program, startsOn, i + 1, state))
        .run()
      for (const [at, leaderId] of leaders.entries())
        db.insert(assignments)
          .values(dutyOf(program, startsOn, { leaderId, at, i, state }))
          .run()
    }
  })

  return { house, program }
}

function roundOf(
  programId: string,
  startsOn: Temporal.PlainDate,
  number: number,
  state: 'closed' | 'published' | 'planned',
) {
  const period = startsOn.toPlainYearMonth().toString()
  const endsOn = startsOn.with({ day: startsOn.daysInMonth }).toString()

  return {
    id: period,
    programId,
    period,
    number,
    startsOn: `${startsOn}`,
    endsOn,
    state,
    gaps: [],
    plannedOn: `${startsOn}`,
  }
}

function dutyOf(
  programId: string,
  startsOn: Temporal.PlainDate,
  { leaderId, at, i, state }: { leaderId: string; at: number; i: number; state: string },
) {
  const day = startsOn.with({ day: 1 + ((at * 2) % 26) })
  const done = state === 'closed'

  return {
    id: `${leaderId} ${i}`.replace(' ', '-'),
    ...{
      programId,
      roundId: startsOn.toPlainYearMonth().toString(),
      leaderId,
      touchpointId: `place-${(at + i) % PLACES}`,
    },
    ...{
      scenarioVersionId: 'crowd-1',
      origin: 'rotation' as const,
      fromDay: `${day}`,
      toDay: `${day.add({ days: 2 })}`,
    },
    state: done ? ('reflected' as const) : state === 'planned' ? ('planned' as const) : ('open' as const),
    contactedOn: done ? `${day}` : null,
    daypart: 'morning' as const,
  }
}
