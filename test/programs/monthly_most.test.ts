import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { PRESETS } from '../../src/features/programs/cadence.ts'
import { type Asking, tooManyAsked } from '../../src/features/programs/monthly_most.ts'
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

  const LEADERS = ['ada', 'ben', 'cem', 'dia', 'eva', 'fay']
  const asks = (
    contacts: Asking['contacts'],
    rounds = [june],
    leaders: readonly string[] = LEADERS,
    name = '',
  ): Asking => {
    return { name, rounds, leaders, contacts }
  }

  it('are asked for by one round of a month, or by its weeks together', () => {
    expect(tooManyAsked(asks({ each: 2 }), [], 2)).toBeNull()
    const much = tooManyAsked(asks({ each: 3 }), [], 2)
    expect(much).toMatchObject({ from: '2026-06', to: '2026-06', asked: 3, most: 2, others: [] })
    expect(tooManyAsked(asks({ each: 1 }, weeks), [], 4)).toBeNull()
    expect(tooManyAsked(asks({ each: 1 }, weeks), [], 2)).toMatchObject({ asked: 4, most: 2 })
  })

  it('are not where a round reaches into the next month: it may be done there', () => {
    const crossing = [round('2026-06-22', '2026-07-05')]
    expect(tooManyAsked(asks({ each: 4 }, crossing), [], 2)).toBeNull()
    expect(tooManyAsked(asks({ each: 5 }, crossing), [], 2)).toMatchObject({
      from: '2026-06',
      to: '2026-07',
      asked: 5,
      most: 4,
    })
  })

  it('are counted over all leaders where they are dealt among them', () => {
    expect(tooManyAsked(asks({ inAll: 12 }), [], 2)).toBeNull()
    expect(tooManyAsked(asks({ inAll: 13 }), [], 2)).toMatchObject({ asked: 13, most: 12, isEach: false })
    expect(tooManyAsked(asks({ inAll: 13 }, [june], []), [], 2)).toBeNull()
    expect(tooManyAsked(asks({ each: Number.NaN }), [], 2)).toBeNull()
  })

  it('are asked for by two programs together of the leaders they share, and of no others', () => {
    const winter = asks({ each: 1 }, [june], ['eva', 'fay', 'gil'], 'Winter calls')
    expect(tooManyAsked(asks({ each: 1 }), [winter], 2)).toBeNull()
    const both = tooManyAsked(asks({ each: 2 }), [winter], 2)
    expect(both).toMatchObject({ asked: 3, most: 2, leaders: 2, others: ['Winter calls'] })
    expect(tooManyAsked(asks({ each: 2 }, [june], ['ada', 'ben']), [winter], 2)).toBeNull()
    const july = [round('2026-07-01', '2026-07-31')]
    expect(tooManyAsked(asks({ each: 2 }, july), [winter], 2)).toBeNull()
  })

  it('names only programs that ask something in that time', () => {
    const later = asks({ each: 1 }, [round('2026-09-01', '2026-09-30')], ['eva'], 'Autumn mail')
    const winter = asks({ each: 1 }, [june], ['eva'], 'Winter calls')
    expect(tooManyAsked(asks({ each: 2 }), [later, winter], 2)?.others).toEqual(['Winter calls'])
  })

  it('counts of contacts that are dealt those that fall to the leaders of this program whoever takes the others', () => {
    const dealt = (inAll: number) => asks({ inAll }, [june], ['eva', 'fay', 'gil'], 'Winter calls')
    // Gil takes two of them, so two fall to Eva and Fay, who have room for one each.
    expect(tooManyAsked(asks({ each: 1 }), [dealt(4)], 2)).toBeNull()
    expect(tooManyAsked(asks({ each: 1 }), [dealt(5)], 2)).toMatchObject({
      isEach: false,
      asked: 5,
      most: 4,
      leaders: 2,
    })
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

  it('is told of what two programs ask together, by their names and numbers, on the page of either', async () => {
    const calls = addProgram(house.as('maud'), programDetails({ name: 'Calls', contactsPerLeader: 2 }))
    const mail = programDetails({ name: 'Mail', contactsPerLeader: 1 })
    const typed = programForm({ name: 'Mail', contactsPerLeader: '1' })
    expect((await house.post('maud', '/programs/coming', typed)).body).toContain('this program and Calls together ask')
    const id = addProgram(house.as('maud'), mail)
    const leaders = mail.leaders.length
    for (const [path, other] of [
      [`/programs/${id}`, 'Calls'],
      [`/programs/${calls}`, 'Mail'],
    ])
      expect(await textOf(house, 'maud', path ?? '')).toContain(
        `In June 2026 this program and ${other} together ask for 3 contacts of each of ${leaders} leaders they share, but a leader makes at most 2 a month, over all programs. What is beyond that stays unfilled.`,
      )
    addProgram(house.as('maud'), programDetails({ name: 'Visits', contactsPerLeader: 1 }))
    expect(await textOf(house, 'maud', `/programs/${id}`)).toMatch(
      /this program, \w+ and \w+ together ask for 4 contacts/,
    )
    await house.post('maud', `/programs/${calls}/retirement`, {})
    expect(await textOf(house, 'maud', `/programs/${id}`)).not.toContain('together ask')
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
