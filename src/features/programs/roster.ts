/** The problem with numbers for names: who may ever meet what, and with which scenarios. */

import { DAYPARTS } from '../../lib/days.ts'
import { openMinutes } from '../touchpoints/opening_hours.ts'
import { type DayNumber, dayNumber } from './day_numbers.ts'
import type {
  Reason,
  RotationLeader,
  RotationProblem,
  RotationScenario,
  RotationTouchpoint,
} from './rotation_problem.ts'

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
  /** By scenario: the touchpoints it fits. */
  readonly placesOf: number[][]
  /** By leader: what they share with others of the same department and languages, who own nothing. */
  readonly #kinds: Kind[]

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
    this.placesOf = problem.scenarios.map(({ touchpoints }) =>
      touchpoints.flatMap((id) => this.touchpointNumbers.get(id) ?? []),
    )
    this.#kinds = this.#listKinds()
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
    return this.#kinds[leader]?.barriers[touchpoint] ?? null
  }

  /** The touchpoints the leader may ever meet. */
  touchpointsFor(leader: number): readonly number[] {
    return this.#kinds[leader]?.touchpoints ?? []
  }

  /** The scenarios the leader could play at the touchpoint, in a language both of them and the scenario speak. */
  scenariosFor(leader: number, touchpoint: number): readonly number[] {
    return this.#kinds[leader]?.scenarios[touchpoint] ?? []
  }

  /** All the scenarios the leader could ever play. */
  repertoireOf(leader: number): ReadonlySet<number> {
    return this.#kinds[leader]?.repertoire ?? new Set()
  }

  #listKinds(): Kind[] {
    const { leaders, touchpoints, scenarios } = this.problem
    const owners = new Set(touchpoints.map(({ owner }) => owner))
    const at: number[][] = touchpoints.map(() => [])
    for (const [scenario, places] of this.placesOf.entries())
      for (const place of new Set(places)) (at[place] as number[]).push(scenario)
    const known = new Map<string, Kind>()

    return leaders.map((leader) => {
      const who = owners.has(leader.id) ? leader.id : null
      const key = JSON.stringify([leader.department ?? null, leader.languages, who])
      const kind = known.get(key) ?? kindOf(leader, { touchpoints, scenarios, at })
      known.set(key, kind)

      return kind
    })
  }
}

/** The share of real traffic by daypart; where nobody knows it, the open hours of a week stand in for it. */
export function trafficShares({ dayparts, open }: Pick<RotationTouchpoint, 'dayparts' | 'open'>): number[] {
  const known = DAYPARTS.map((daypart) => Math.max(0, dayparts?.[daypart] ?? 0))
  if (known.some((share) => share > 0)) return inProportion(known)
  const minutes = openMinutes(open)

  return inProportion(DAYPARTS.map((daypart) => minutes[daypart]))
}

function inProportion(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)

  return weights.map((weight) => (all > 0 ? weight / all : 0))
}

interface Kind {
  /** By touchpoint: why they can never meet, or null. */
  barriers: (Reason | null)[]
  touchpoints: number[]
  /** By touchpoint. */
  scenarios: number[][]
  repertoire: Set<number>
}

interface Offered {
  touchpoints: readonly RotationTouchpoint[]
  scenarios: readonly RotationScenario[]
  /** By touchpoint. */
  at: readonly (readonly number[])[]
}

function kindOf(leader: RotationLeader, { touchpoints, scenarios, at }: Offered): Kind {
  const playable = touchpoints.map((touchpoint, t) =>
    (at[t] ?? []).filter((s) => canPlay(leader, touchpoint, scenarios[s] as RotationScenario)),
  )
  const barriers = touchpoints.map(
    (touchpoint, t) => barrierBetween(leader, touchpoint) ?? (playable[t]?.length ? null : 'no_scenario'),
  )
  const meets = touchpoints.flatMap((_, t) => (barriers[t] ? [] : [t]))

  return {
    barriers,
    touchpoints: meets,
    scenarios: playable,
    repertoire: new Set(meets.flatMap((t) => playable[t] ?? [])),
  }
}

function canPlay(leader: RotationLeader, touchpoint: RotationTouchpoint, { languages }: RotationScenario): boolean {
  const shared = leader.languages.filter((language) => touchpoint.languages.includes(language))

  return shared.some((language) => !languages || languages.includes(language))
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
