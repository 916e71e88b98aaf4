import { addProgram, type ProgramDetails } from '../../src/features/programs/actions.ts'
import { PRESETS } from '../../src/features/programs/cadence.ts'
import { type Duty, listDuties, listRoundsOf } from '../../src/features/programs/round_store.ts'
import {
  memberRoles,
  members,
  scenarios,
  scenarioTouchpoints,
  scenarioVersions,
  touchpoints,
} from '../../src/platform/db/tables.ts'
import { type House, type HouseOptions, openHouse } from './house.ts'

const WEEKDAY_HOURS = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]]))

export const LEADERS = ['nora', 'viktor', 'amara', 'tomas', 'ingrid', 'devika']
export const TOUCHPOINTS = ['billing', 'outage', 'chat']
export const SCENARIOS = ['doubled', 'moving', 'no_power']

/** A house with six leaders, three touchpoints and three scenarios that fit all of them: enough to plan a year. */
export async function openRotatingHouse(options: HouseOptions = {}): Promise<House> {
  const house = await openHouse(options)
  for (const [id, name] of Object.entries({
    amara: 'Amara Osei',
    tomas: 'Tomás Rivera',
    ingrid: 'Ingrid Solheim',
    devika: 'Devika Rao',
  }))
    hire(house, id, name)
  addTouchpoint(house, 'billing', 'Billing line', { departmentId: 'finance' })
  addTouchpoint(house, 'outage', 'Outage line', { departmentId: 'operations' })
  addTouchpoint(house, 'chat', 'Moving-home chat', { departmentId: 'service', ownerId: 'otto' })
  for (const [id, title] of Object.entries({ doubled: 'Bill has doubled', moving: 'Two flats', no_power: 'No power' }))
    addScenario(house, id, title)

  return house
}

/** The same on 20 May 2026, with a program of all of them. */
export async function openHouseWithProgram(): Promise<{ house: House; program: string }> {
  const house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })

  return { house, program: addProgram(house.as('maud'), programDetails()) }
}

export function hire(
  { db }: House,
  id: string,
  name: string,
  differs: Partial<typeof members.$inferInsert> = {},
): void {
  db.insert(members)
    .values({
      id,
      name,
      email: `${id}@northwind.example`,
      country: 'GB',
      timeZone: 'Europe/London',
      languages: ['en'],
      joinedOn: '2025-01-01',
      ...differs,
    })
    .run()
  db.insert(memberRoles).values({ memberId: id, role: 'leader' }).run()
}

export function addTouchpoint(
  { db }: House,
  id: string,
  name: string,
  differs: Partial<typeof touchpoints.$inferInsert> = {},
): void {
  db.insert(touchpoints)
    .values({
      id,
      name,
      channel: 'phone',
      address: '+448001234567',
      timeZone: 'Europe/London',
      languages: ['en'],
      openingHours: WEEKDAY_HOURS as never,
      ...differs,
    })
    .run()
}

/** Fits every touchpoint that is there. */
export function addScenario({ db }: House, id: string, title: string): void {
  db.insert(scenarios)
    .values({ id, title, purpose: 'ask', languages: ['en'] })
    .run()
  db.insert(scenarioVersions)
    .values({
      id: `${id}-1`,
      scenarioId: id,
      number: 1,
      errand: `${title}.`,
      coverStory: 'You live alone.',
      details: [],
    })
    .run()
  for (const touchpoint of db.select().from(touchpoints).all())
    db.insert(scenarioTouchpoints).values({ scenarioId: id, touchpointId: touchpoint.id }).run()
}

/** *A day a month for six months* for everybody, from 1 June 2026. */
export function programDetails(differs: Partial<ProgramDetails> = {}): ProgramDetails {
  return {
    name: 'First-hand',
    aim: 'Be our own customer.',
    cadence: 'day_a_month',
    recurrence: PRESETS.day_a_month.rule,
    startsOn: '2026-06-01',
    endsAfterRounds: 6,
    endsOn: null,
    contactsPerLeader: 1,
    contactsPerRound: null,
    runsItself: false,
    planDaysAhead: 14,
    publishDaysAhead: 3,
    leaders: LEADERS,
    touchpoints: TOUCHPOINTS,
    scenarios: SCENARIOS,
    ...differs,
  }
}

/** The same as a form would post it. */
export function programForm(differs: Record<string, string | string[]> = {}): Record<string, string | string[]> {
  return {
    name: 'First-hand',
    aim: 'Be our own customer.',
    cadence: 'day_a_month',
    rule: '',
    startsOn: '2026-06-01',
    ends: 'after',
    endsAfter: '6',
    endsOn: '',
    contacts: 'per_leader',
    contactsPerLeader: '1',
    contactsPerRound: '',
    runsItself: 'no',
    planDaysAhead: '14',
    publishDaysAhead: '3',
    leaders: LEADERS,
    touchpoints: TOUCHPOINTS,
    scenarios: SCENARIOS,
    ...differs,
  }
}

/** The contacts of the program's first round; throws where there are none, for of none everything is true. */
export function dutiesOf(house: House, program: string): Duty[] {
  const duties = listRoundsOf(house.as(), program)
    .slice(0, 1)
    .flatMap(({ id }) => listDuties(house.as(), [id]))
  if (duties.length === 0) throw new Error('no round, or nothing in it')

  return duties
}
