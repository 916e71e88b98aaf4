import { beforeEach, describe, expect, it } from 'vitest'
import { changeProgram } from '../../src/features/programs/actions.ts'
import { PRESETS } from '../../src/features/programs/cadence.ts'
import { drawAgain, planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { getRound, listDuties, listRoundsOf } from '../../src/features/programs/round_store.ts'
import { getProgram } from '../../src/features/programs/store.ts'
import type { House } from '../support/house.ts'
import { openHouseWithProgram, programDetails } from '../support/rotating.ts'

let house: House
let program: string
beforeEach(async () => {
  ;({ house, program } = await openHouseWithProgram())
})

const plan = (period?: string) => planRound(house.as('maud'), program, period)
const duties = (round: string) => listDuties(house.as(), [round])
describe('a changed cadence', () => {
  it('applies from the next unpublished round and leaves the published ones', () => {
    publishRound(house.as('maud'), plan('2026-06'))
    const draft = plan('2026-07')
    changeProgram(
      house.as('maud'),
      program,
      getProgram(house.as(), program).version,
      programDetails({ cadence: 'fortnightly', recurrence: PRESETS.fortnightly.rule, endsAfterRounds: null }),
    )
    expect(listRoundsOf(house.as(), program).map(({ period }) => period)).toEqual(['2026-06'])
    expect(() => getRound(house.as(), draft)).toThrow('no such round')
    expect(getRound(house.as(), plan())).toMatchObject({ startsOn: '2026-07-01', endsOn: '2026-07-14', number: 2 })
  })

  it('keeps the drafts whose days stay, and says that they want drawing again', async () => {
    const draft = plan()
    changeProgram(house.as('maud'), program, 1, programDetails({ leaders: ['nora', 'viktor'] }))
    expect(getRound(house.as(), draft).period).toBe('2026-06')
    expect((await house.get('maud', `/programs/${program}`)).body).toContain('changed after the draft was drawn')
    drawAgain(house.as('maud'), draft)
    expect(
      duties(draft)
        .map(({ leaderId }) => leaderId)
        .sort(),
    ).toEqual(['nora', 'viktor'])
  })

  it('cannot end before what is published', () => {
    publishRound(house.as('maud'), plan('2026-06'))
    publishRound(house.as('maud'), plan('2026-07'))
    expect(() => changeProgram(house.as('maud'), program, 1, programDetails({ endsAfterRounds: 1 }))).toThrow(
      'Round 2 is published already.',
    )
  })
})
