/** From what is known of a program to the planner's problem: the same facts give the same problem, whatever the day's mood. */
import type { Daypart, Span, WeeklyHours } from '../../lib/days.ts'
import { publicHolidays } from '../../lib/holidays.ts'
import type { Program } from './program.ts'
import type { FixedAssignment, RotationProblem, RotationRound } from './rotation_problem.ts'
import { type Demand, longestWindow } from './window_length.ts'

export interface PlanningFacts {
  leaders: {
    id: string
    name: string
    departmentId: string | null
    languages: string[]
    country: string
    timeZone: string
    contactableHours?: WeeklyHours | null
    joinedOn: string
    inProgramSince: string
    absences: { from: string; to: string }[]
  }[]
  touchpoints: {
    id: string
    name: string
    departmentId: string | null
    ownerId: string | null
    languages: string[]
    weight: number
    timeZone: string
    openingHours: WeeklyHours
    exceptions: { day: string; open: readonly Span[] }[]
    blocked: string[]
    dayparts: Partial<Record<Daypart, number>> | null
  }[]
  /** With the words an assignment is given now. */
  scenarios: { id: string; title: string; languages: string[]; touchpointIds: string[]; versionId: string }[]
  contacts: MadeContact[]
  booked: BookedWindow[]
  /** Of this program: the window went by. */
  missed: { leaderId: string; roundId: string }[]
  demand: Demand | null
  /** Of the other programs at the same touchpoints. */
  otherDemands: Demand[]
}

export interface MadeContact {
  leaderId: string
  touchpointId: string
  scenarioId: string | null
  day: string
  blown: boolean
}

/** A window that is not over, of whatever program. */
export interface BookedWindow {
  id: string
  leaderId: string
  touchpointId: string
  scenarioId: string | null
  programId: string | null
  roundId: string | null
  fromDay: string
  toDay: string
  daypart: Daypart | null
  state: string
  origin: string
}

/** What the organisation has decided for all programs. */
export interface PlanningRules {
  cooldownDays: number
  lockoutDays: number
  spacingDays: number
  contactsPerMonth: number
}

export interface Horizon {
  /** Over or published: they count for loads and coverage. */
  past: RotationRound[]
  /** To be drawn, and the ones after them that must not be painted into a corner. */
  ahead: RotationRound[]
  /** Windows that are drawn anew, by id: they are not in their own way. */
  without: ReadonlySet<string>
  /** Published windows that may move, by id; everything else that is booked stays. */
  movable?: ReadonlySet<string>
  /** The round (as in `past` and `ahead`) a stored round of this program is. */
  roundOf: ReadonlyMap<string, string>
}

export function problemFor(
  program: Pick<Program, 'contactsPerLeader' | 'contactsPerRound'>,
  facts: PlanningFacts,
  rules: PlanningRules,
  horizon: Horizon,
): RotationProblem {
  const rounds = [...horizon.past, ...horizon.ahead]

  return {
    leaders: facts.leaders.map(asLeader),
    touchpoints: facts.touchpoints.map(asTouchpoint),
    scenarios: facts.scenarios.map((scenario) => asScenario(scenario, facts)),
    rounds,
    rules: rulesFor(program, facts, rules),
    holidays: holidaysOf(facts, rounds),
    history: facts.contacts.map(asPastContact),
    fixed: facts.booked.filter(({ id }) => !horizon.without.has(id)).map((window) => asFixed(window, horizon)),
    missed: facts.missed.flatMap(({ leaderId, roundId }) => {
      const round = horizon.roundOf.get(roundId)
      return round ? [{ leader: leaderId, round }] : []
    }),
  }
}

function rulesFor(
  program: Pick<Program, 'contactsPerLeader' | 'contactsPerRound'>,
  { demand, otherDemands }: PlanningFacts,
  rules: PlanningRules,
): RotationProblem['rules'] {
  return {
    contactsPerLeader: program.contactsPerLeader,
    contactsPerRound: program.contactsPerRound,
    cooldownDays: rules.cooldownDays,
    lockoutDays: rules.lockoutDays,
    spacingDays: rules.spacingDays,
    perMonth: rules.contactsPerMonth,
    longestWindow: demand && longestWindow(demand, otherDemands),
  }
}

function asScenario(
  { id, title, touchpointIds, languages }: PlanningFacts['scenarios'][number],
  { touchpoints }: PlanningFacts,
): RotationProblem['scenarios'][number] {
  const used = touchpointIds.filter((touchpointId) => touchpoints.some((touchpoint) => touchpoint.id === touchpointId))

  return { id, name: title, touchpoints: used, languages }
}

function asPastContact({
  leaderId,
  touchpointId,
  scenarioId,
  day,
  blown,
}: MadeContact): RotationProblem['history'][number] {
  return { leader: leaderId, touchpoint: touchpointId, scenario: scenarioId, day, blown }
}

function asLeader(leader: PlanningFacts['leaders'][number]): RotationProblem['leaders'][number] {
  return {
    id: leader.id,
    name: leader.name,
    department: leader.departmentId,
    languages: leader.languages,
    country: leader.country,
    zone: leader.timeZone,
    hours: leader.contactableHours ?? null,
    joined: leader.inProgramSince > leader.joinedOn ? leader.inProgramSince : leader.joinedOn,
    absences: leader.absences,
  }
}

function asTouchpoint(touchpoint: PlanningFacts['touchpoints'][number]): RotationProblem['touchpoints'][number] {
  return {
    id: touchpoint.id,
    name: touchpoint.name,
    department: touchpoint.departmentId,
    owner: touchpoint.ownerId,
    languages: touchpoint.languages,
    weight: touchpoint.weight,
    zone: touchpoint.timeZone,
    open: touchpoint.openingHours,
    exceptions: touchpoint.exceptions,
    blocked: touchpoint.blocked,
    dayparts: touchpoint.dayparts,
  }
}

/** What may be moved when a lead asks to plan again: published, and nobody can have begun, because its first day is still to come. */
export function movableWindows(booked: readonly BookedWindow[], programId: string, today: string): Set<string> {
  const open = booked.filter(
    (window) => window.programId === programId && window.state === 'open' && window.fromDay > today,
  )

  return new Set(open.map(({ id }) => id))
}

/** Drawing a round never moves what somebody was promised or chose, unless a lead asks for it. */
function asFixed(window: BookedWindow, { roundOf, movable }: Horizon): FixedAssignment {
  return {
    leader: window.leaderId,
    touchpoint: window.touchpointId,
    scenario: window.scenarioId,
    round: roundOf.get(window.roundId ?? '') ?? `other ${window.programId ?? ''}`,
    from: window.fromDay,
    to: window.toDay,
    daypart: window.daypart,
    started: !movable?.has(window.id),
  }
}

function holidaysOf(facts: PlanningFacts, rounds: readonly RotationRound[]): Record<string, string[]> {
  const years = new Set(rounds.flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))]))
  const countries = [...new Set(facts.leaders.map(({ country }) => country))].sort()

  return Object.fromEntries(
    countries.map((country) => [
      country,
      [...years].sort().flatMap((year) => [...publicHolidays(country, year)].sort()),
    ]),
  )
}
