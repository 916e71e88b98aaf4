/** The problem with numbers for names: who may ever meet what, and with which scenarios. */

import {
  DAYPART_MINUTES,
  DAYPARTS,
  type Daypart,
  overlap,
  spansToMinutes,
  WEEKDAYS,
  type Weekday,
} from '../../lib/days.ts'
import { type DayNumber, dayNumber } from './day_numbers.ts'
import type { Reason, RotationLeader, RotationProblem, RotationTouchpoint } from './rotation_problem.ts'

export interface RosterRound {
  id: string
  from: DayNumber
  to: DayNumber
  closed: boolean
}

export class Roster {
  readonly problem: RotationProblem
  readonly rounds: RosterRound[]
  readonly leaderNumbers: ReadonlyMap<string, number>
  readonly touchpointNumbers: ReadonlyMap<string, number>
  readonly scenarioNumbers: ReadonlyMap<string, number>
  readonly roundNumbers: ReadonlyMap<string, number>
  /** By leader × touchpoint: why they can never meet, or null. */
  readonly #barriers: (Reason | null)[]
  readonly #scenarios: number[][]

  constructor(problem: RotationProblem) {
    this.problem = problem
    this.rounds = problem.rounds.map(({ id, from, to, closed }) => ({
      id,
      from: dayNumber(from),
      to: dayNumber(to),
      closed: closed === true,
    }))
    this.leaderNumbers = numbered(problem.leaders)
    this.touchpointNumbers = numbered(problem.touchpoints)
    this.scenarioNumbers = numbered(problem.scenarios)
    this.roundNumbers = numbered(problem.rounds)
    const at = problem.touchpoints.map(({ id }) =>
      problem.scenarios.flatMap((scenario, i) => (scenario.touchpoints.includes(id) ? [i] : [])),
    )
    this.#scenarios = problem.leaders.flatMap((leader) =>
      problem.touchpoints.map((touchpoint, t) => (at[t] ?? []).filter((s) => this.#canSpeak(leader, touchpoint, s))),
    )
    this.#barriers = problem.leaders.flatMap((leader, l) =>
      problem.touchpoints.map(
        (touchpoint, t) =>
          barrierBetween(leader, touchpoint) ?? (this.scenariosFor(l, t).length > 0 ? null : 'no_scenario'),
      ),
    )
  }

  get leaders(): number {
    return this.problem.leaders.length
  }

  get touchpoints(): number {
    return this.problem.touchpoints.length
  }

  pair(leader: number, touchpoint: number): number {
    return leader * this.touchpoints + touchpoint
  }

  barrier(leader: number, touchpoint: number): Reason | null {
    return this.#barriers[this.pair(leader, touchpoint)] ?? null
  }

  /** The touchpoints the leader may ever meet. */
  touchpointsFor(leader: number): number[] {
    return this.problem.touchpoints.flatMap((_, touchpoint) => (this.barrier(leader, touchpoint) ? [] : [touchpoint]))
  }

  /** The scenarios the leader could play at the touchpoint, in a language both of them and the scenario speak. */
  scenariosFor(leader: number, touchpoint: number): readonly number[] {
    return this.#scenarios[this.pair(leader, touchpoint)] ?? []
  }

  #canSpeak(leader: RotationLeader, touchpoint: RotationTouchpoint, scenario: number): boolean {
    const spoken = this.problem.scenarios[scenario]?.languages
    const shared = leader.languages.filter((language) => touchpoint.languages.includes(language))

    return shared.some((language) => !spoken || spoken.includes(language))
  }
}

/** The share of real traffic by daypart; where nobody knows it, the open hours of a week stand in for it. */
export function trafficShares(touchpoint: RotationTouchpoint): number[] {
  const known = DAYPARTS.map((daypart) => Math.max(0, touchpoint.dayparts?.[daypart] ?? 0))
  const weights = known.some((share) => share > 0)
    ? known
    : DAYPARTS.map((daypart) => WEEKDAYS.reduce((sum, weekday) => sum + openMinutes(touchpoint, weekday, daypart), 0))
  const all = weights.reduce((sum, weight) => sum + weight, 0)

  return weights.map((weight) => (all > 0 ? weight / all : 0))
}

function openMinutes(touchpoint: RotationTouchpoint, weekday: Weekday, daypart: Daypart): number {
  return overlap(spansToMinutes(touchpoint.open[weekday] ?? []), DAYPART_MINUTES[daypart]).reduce(
    (sum, [from, to]) => sum + to - from,
    0,
  )
}

function barrierBetween(leader: RotationLeader, touchpoint: RotationTouchpoint): Reason | null {
  if (touchpoint.owner === leader.id) return 'own_touchpoint'
  if (leader.department && leader.department === touchpoint.department) return 'own_department'
  if (!leader.languages.some((language) => touchpoint.languages.includes(language))) return 'language'

  return null
}

function numbered(things: readonly { id: string }[]): Map<string, number> {
  return new Map(things.map(({ id }, i) => [id, i]))
}
