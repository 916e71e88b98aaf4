import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { PRESETS } from '../../src/features/programs/cadence.ts'
import { tooManyAsked } from '../../src/features/programs/monthly_most.ts'
import { planRound } from '../../src/features/programs/round_actions.ts'
import { listRoundsOf } from '../../src/features/programs/round_store.ts'
import { organisation } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { openRotatingHouse, programDetails, programForm } from '../support/rotating.ts'

const round = (startsOn: string, endsOn: string) => ({
  startsOn: Temporal.PlainDate.from(startsOn),
  endsOn: Temporal.PlainDate.from(endsOn),
})

describe('more contacts than may be made in a month', () => {
  const june = round('2026-06-01', '2026-06-30')
  const weeks = [1, 8, 15, 22].map((day) => ({
    startsOn: june.startsOn.with({ day }),
    endsOn: june.startsOn.with({ day: day + 6 }),
  }))

  it('are asked for by one round of a month, or by its weeks together', () => {
    expect(tooManyAsked([june], { each: 2 }, 2)).toBeNull()
    expect(tooManyAsked([june], { each: 3 }, 2)).toMatchObject({ from: '2026-06', to: '2026-06', asked: 3, most: 2 })
    expect(tooManyAsked(weeks, { each: 1 }, 4)).toBeNull()
    expect(tooManyAsked(weeks, { each: 1 }, 2)).toMatchObject({ asked: 4, most: 2 })
  })

  it('are not where a round reaches into the next month: it may be done there', () => {
    const crossing = round('2026-06-22', '2026-07-05')
    expect(tooManyAsked([crossing], { each: 4 }, 2)).toBeNull()
    expect(tooManyAsked([crossing], { each: 5 }, 2)).toMatchObject({
      from: '2026-06',
      to: '2026-07',
      asked: 5,
      most: 4,
    })
  })

  it('are counted over all leaders where they are dealt among them', () => {
    expect(tooManyAsked([june], { inAll: 12, leaders: 6 }, 2)).toBeNull()
    expect(tooManyAsked([june], { inAll: 13, leaders: 6 }, 2)).toMatchObject({ asked: 13, most: 12 })
    expect(tooManyAsked([june], { inAll: 13, leaders: 0 }, 2)).toBeNull()
    expect(tooManyAsked([june], { each: Number.NaN }, 2)).toBeNull()
  })
})

describe('a lead', () => {
  const MONTHLY =
    'this program asks for 3 contacts of each leader, but a leader makes at most 2 a month, over all programs.'

  let house: House
  beforeEach(async () => {
    house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
  })

  it('is told while the program is typed, beside the field', async () => {
    const enough = await house.post('maud', '/programs/coming', programForm({ contactsPerLeader: '2' }))
    expect(enough.body).toContain('A leader makes at most 2 contacts a month, over all programs.')
    expect(enough.body).not.toContain('id="too-many"')
    const much = await house.post('maud', '/programs/coming', programForm({ contactsPerLeader: '3' }))
    expect(much.body).toContain(`In June 2026 ${MONTHLY} What is beyond that stays unfilled.`)
    const dealt = { contacts: 'per_round', contactsPerRound: '5', leaders: ['nora', 'viktor'] }
    expect((await house.post('maud', '/programs/coming', programForm(dealt))).body).toContain(
      'asks for 5 contacts, but each of its 2 leaders makes at most 2 a month, over all programs, so 4 contacts in that time.',
    )
  })

  it('is told on its page, on the form, at its draft and before it is published', async () => {
    const id = addProgram(house.as('maud'), programDetails({ contactsPerLeader: 3 }))
    for (const path of [`/programs/${id}`, `/programs/${id}/change`])
      expect(await textOf(house, 'maud', path)).toContain(MONTHLY)
    planRound(house.as('maud'), id)
    const [draft] = listRoundsOf(house.as(), id)
    expect(draft?.gaps.length).toBeGreaterThan(0)
    for (const path of [`/rounds/${draft?.id}`, `/rounds/${draft?.id}/publication`])
      expect(await textOf(house, 'maud', path)).toContain(MONTHLY)
  })

  it('is told of weeks, of quarters, and not once more may be made', async () => {
    const weekly = addProgram(house.as('maud'), programDetails({ recurrence: PRESETS.weekly.rule, cadence: 'weekly' }))
    expect(await textOf(house, 'maud', `/programs/${weekly}`)).toContain(
      'In June 2026 this program asks for 4 contacts of each leader',
    )
    const quarterly = {
      name: 'Quarterly',
      recurrence: PRESETS.quarterly.rule,
      cadence: 'quarterly',
      contactsPerLeader: 7,
    } as const
    const id = addProgram(house.as('maud'), programDetails(quarterly))
    expect(await textOf(house, 'maud', `/programs/${id}`)).toContain(
      'From July to September 2026 this program asks for 7 contacts of each leader, but a leader makes at most 2 a month, over all programs, so 6 contacts in that time.',
    )
    house.db.update(organisation).set({ contactsPerMonth: 5 }).run()
    for (const each of [weekly, id])
      expect(await textOf(house, 'maud', `/programs/${each}`)).not.toContain('What is beyond that')
  })
})
