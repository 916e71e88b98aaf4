import type { ProgramDetails } from '../src/features/programs/actions.ts'
import { addProgram, changeProgram } from '../src/features/programs/actions.ts'
import { PRESETS } from '../src/features/programs/cadence.ts'
import { getProgram, lineupOf } from '../src/features/programs/store.ts'
import { askBesides } from './besides.ts'
import { LEADERS } from './cast.ts'
import { type Company, naming } from './company.ts'
import { ERRANDS } from './scenarios.ts'
import { WAYS_IN } from './touchpoints.ts'
import type { Year } from './weather.ts'

export const MAIN_PROGRAM = 'own_customer'
export const SECOND_PROGRAM = 'moving_in'

export const PUBLISH_DAYS_AHEAD = 4

/** Drafts are drawn more than a month ahead, so that the lead always has one to look at. */
const AHEAD = { runsItself: true, planDaysAhead: 35, publishDaysAhead: PUBLISH_DAYS_AHEAD }

/** The one for all leaders, every month; and a smaller one every quarter, for what people meet when they move. */
export function beginPrograms(company: Company, year: Year, at: Temporal.Instant): void {
  addProgram(naming(company.as('maud', at), MAIN_PROGRAM), {
    name: 'Our own customer',
    aim: 'Every leader meets Northwind once a month as a customer does, and tells the others what it was like.',
    cadence: 'monthly',
    ...cadenceOf('monthly', year.startsOn),
    ...AHEAD,
    leaders: LEADERS.filter(({ joined }) => joined === undefined).map(({ id }) => id),
    touchpoints: WAYS_IN.map(({ key }) => key),
    scenarios: ERRANDS.map(({ key }) => key),
  })
  addProgram(naming(company.as('maud', at), SECOND_PROGRAM), {
    name: 'Moving in, moving out',
    aim: 'Whoever moves should have to tell us once. Eight leaders look at it every quarter.',
    cadence: 'quarterly',
    ...cadenceOf('quarterly', year.startsOn),
    ...AHEAD,
    leaders: ['amara', 'claire', 'hannah', 'yasmin', 'oskar', 'george', 'sofia', 'fiona'],
    touchpoints: ['chat', 'complaints', 'shop', 'billing'],
    scenarios: MOVING_ERRANDS,
  })
  askBesides(company.as('maud', at), SECOND_PROGRAM)
}

const MOVING_ERRANDS = [
  'two_flats',
  'out_by_friday',
  'final_bill_abroad',
  'new_supply',
  'refund_missing',
  'wrong_name',
  'switch_counter',
  'debit_twice',
]

/** Somebody new takes part from the next round on. */
export function joinProgram(company: Company, leader: string, at: Temporal.Instant): void {
  const ctx = company.as('maud', at)
  const { id, version, retiredOn, endConfirmedOn, ...program } = getProgram(ctx, MAIN_PROGRAM)
  const lineup = lineupOf(ctx, MAIN_PROGRAM)
  const stillThere = lineup.leaders.filter((one) => !LEADERS.some(({ id, left }) => id === one && left !== undefined))
  changeProgram(ctx, id, version, { ...program, ...lineup, leaders: [...stillThere, leader] })
}

function cadenceOf(
  preset: 'monthly' | 'quarterly',
  startsOn: Temporal.PlainDate,
): Pick<
  ProgramDetails,
  'recurrence' | 'startsOn' | 'endsAfterRounds' | 'endsOn' | 'contactsPerLeader' | 'contactsPerRound'
> {
  const { rule: recurrence, endsAfter: endsAfterRounds } = PRESETS[preset]

  return {
    recurrence,
    startsOn: startsOn.toString(),
    endsAfterRounds,
    endsOn: null,
    contactsPerLeader: 1,
    contactsPerRound: null,
  }
}
