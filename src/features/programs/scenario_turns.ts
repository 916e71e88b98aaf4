/** Which scenario each contact plays: the one the leader has played least, taking turns where several are alike. */

import type { Booking, Ledger } from './ledger.ts'

export interface ScenarioTurns {
  bookings: Booking[]
  /** Contacts whose scenario was played before others of the leader's. */
  repeats: number
}

/** Contacts with little choice first, so that they find what others could do without. */
export function giveScenarios(bookings: readonly Booking[], ledger: Ledger): ScenarioTurns {
  const turns = new Turns(ledger)
  const choices = ({ leader, touchpoint }: Booking) => ledger.roster.scenariosFor(leader, touchpoint).length
  const given = new Map(
    bookings.toSorted((a, b) => choices(a) - choices(b)).map((booking) => [booking, turns.give(booking)]),
  )

  return {
    bookings: bookings.map((booking) => ({ ...booking, scenario: given.get(booking) ?? -1 })),
    repeats: turns.repeats(),
  }
}

class Turns {
  readonly #ledger: Ledger
  /** In this round: by leader what they play, by touchpoint what it hears. */
  readonly #plays = new Map<number, number[]>()
  readonly #hears = new Map<number, number[]>()

  constructor(ledger: Ledger) {
    this.#ledger = ledger
  }

  give(booking: Booking): number {
    const { leader, touchpoint } = booking
    const { roster } = this.#ledger
    const now = listIn(this.#plays, leader)
    const heard = listIn(this.#hears, touchpoint)
    const played = (scenario: number) => this.#ledger.uses(leader, scenario) + times(now, scenario)
    const ranked = roster
      .scenariosFor(leader, touchpoint)
      .toSorted(
        (a, b) =>
          played(a) - played(b) ||
          times(heard, a) - times(heard, b) ||
          turn(a, booking, roster) - turn(b, booking, roster),
      )
    const scenario = ranked[0] ?? -1
    now.push(scenario)
    heard.push(scenario)

    return scenario
  }

  /** Windows of a round overlap: whatever a leader has played least is taken to be played first. */
  repeats(): number {
    let repeats = 0
    for (const [leader, plays] of this.#plays) {
      const now: number[] = []
      for (const scenario of plays.toSorted((a, b) => this.#ledger.uses(leader, a) - this.#ledger.uses(leader, b))) {
        if (scenario >= 0 && this.#played(leader, scenario, now) > this.#least(leader, now)) repeats += 1
        now.push(scenario)
      }
    }

    return repeats
  }

  #played(leader: number, scenario: number, now: readonly number[]): number {
    return this.#ledger.uses(leader, scenario) + times(now, scenario)
  }

  /** How often the leader has played the one they have played least. */
  #least(leader: number, now: readonly number[]): number {
    const repertoire = this.#ledger.roster.repertoireOf(leader)
    const played = new Set([...this.#ledger.played(leader), ...now].filter((scenario) => repertoire.has(scenario)))
    if (played.size < repertoire.size) return 0

    return Math.min(...[...played].map((scenario) => this.#played(leader, scenario, now)))
  }
}

function listIn(lists: Map<number, number[]>, key: number): number[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)

  return list
}

function times(list: readonly number[], item: number): number {
  return list.reduce((count, one) => (one === item ? count + 1 : count), 0)
}

/** From round to round another one first, so that leaders do not all begin with the first in the list. */
function turn(scenario: number, { leader, round }: Booking, { problem }: Ledger['roster']): number {
  return (scenario + leader + round) % Math.max(1, problem.scenarios.length)
}
