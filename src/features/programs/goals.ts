/** What the goals of PRODUCT.md §2 come to, for a round and the eleven before it. */

import { DAYPARTS } from '../../lib/days.ts'
import type { Booking, Ledger } from './ledger.ts'
import type { PlanningCalendar } from './planning_calendar.ts'
import { type Roster, trafficShares } from './roster.ts'

/** Loads, coverage and dayparts are looked at over so many rounds, this one included. */
const ROUNDS_LOOKED_AT = 12
/** A contact is owed only to a leader with so many usable days in the round. */
const LEAST_USABLE_DAYS = 3

/** The targets of one round, and how far what was booked when it was asked is from them. */
export class RoundGoals {
  readonly #ledger: Ledger
  readonly #roster: Roster
  readonly #rounds: number[]
  /** By leader: what is owed, and the contacts there are. */
  readonly #owed: number[]
  readonly #ofLeaders: number[]
  /** By touchpoint: shares of the weight, and the contacts there are. */
  readonly #weights: number[]
  readonly #atTouchpoints: number[]
  readonly #all: number

  constructor(roster: Roster, ledger: Ledger, owed: readonly number[][], round: number) {
    this.#roster = roster
    this.#ledger = ledger
    this.#rounds = roster.rounds.map((_, i) => i).filter((i) => i <= round && i > round - ROUNDS_LOOKED_AT)
    this.#owed = roster.problem.leaders.map((_, leader) => this.#total((i) => owed[i]?.[leader]))
    this.#ofLeaders = roster.problem.leaders.map((_, leader) =>
      this.#total((i) => (ledger.byLeader[i]?.[leader] ?? 0) + (ledger.missed[i]?.[leader] ?? 0)),
    )
    this.#weights = shares(roster.problem.touchpoints.map(({ weight }) => weight))
    this.#atTouchpoints = this.#weights.map((_, touchpoint) => this.#total((i) => ledger.byTouchpoint[i]?.[touchpoint]))
    this.#all = this.#atTouchpoints.reduce((sum, contacts) => sum + contacts, 0)
  }

  contactsOfLeader(leader: number): number {
    return this.#ofLeaders[leader] ?? 0
  }

  contactsAt(touchpoint: number): number {
    return this.#atTouchpoints[touchpoint] ?? 0
  }

  contactsByDaypart(touchpoint: number): number[] {
    return DAYPARTS.map((_, part) =>
      this.#total((i) => this.#ledger.byDaypart[i]?.[touchpoint * DAYPARTS.length + part]),
    )
  }

  /** What the leader's next contacts, one by one, add to the loads. */
  loadPrices(leader: number, contacts: number): number[] {
    return rises(this.contactsOfLeader(leader), this.#owed[leader] ?? 0, contacts)
  }

  /** What the touchpoint's next contacts add to the coverage when the round gets `all` more. */
  coveragePrices(touchpoint: number, contacts: number, all: number): number[] {
    return rises(this.contactsAt(touchpoint), (this.#weights[touchpoint] ?? 0) * (this.#all + all), contacts)
  }

  /** The touchpoint's share of all contacts, so many more included. */
  shareOf(touchpoint: number, more: number): number {
    return (this.#weights[touchpoint] ?? 0) * (this.#all + more)
  }

  /** Of what is booked and the picks on top of it. */
  loads(picks: readonly { leader: number }[] = []): number {
    const extra = tally(
      picks.map(({ leader }) => leader),
      this.#owed.length,
    )

    return rounded(
      this.#owed.reduce(
        (sum, owed, leader) => sum + (this.contactsOfLeader(leader) + (extra[leader] ?? 0) - owed) ** 2,
        0,
      ),
    )
  }

  coverage(picks: readonly { touchpoint: number }[] = []): number {
    const extra = tally(
      picks.map(({ touchpoint }) => touchpoint),
      this.#weights.length,
    )
    const contacts = this.#weights.map((_, touchpoint) => this.contactsAt(touchpoint) + (extra[touchpoint] ?? 0))

    return rounded(squares(contacts, this.#weights))
  }

  /** Before any of so many more is given to a touchpoint. */
  coverageWith(more: number): number {
    return this.#weights.reduce(
      (sum, _, touchpoint) => sum + (this.contactsAt(touchpoint) - this.shareOf(touchpoint, more)) ** 2,
      0,
    )
  }

  /** If every leader got as many of the contacts wanted for them as is best. */
  leastLoads(wanted: readonly number[]): number {
    return rounded(
      this.#owed.reduce((sum, owed, leader) => {
        const had = this.contactsOfLeader(leader)
        const best = Math.min(had + (wanted[leader] ?? 0), Math.max(had, Math.round(owed)))
        return sum + (best - owed) ** 2
      }, 0),
    )
  }

  /** Over the touchpoints whose real traffic is known. */
  dayparts(): number {
    const known = this.#roster.problem.touchpoints.map((touchpoint, i) =>
      touchpoint.dayparts ? squares(this.contactsByDaypart(i), trafficShares(touchpoint)) : 0,
    )

    return rounded(known.reduce((sum, value) => sum + value, 0))
  }

  #total(ofRound: (round: number) => number | undefined): number {
    return this.#rounds.reduce((sum, round) => sum + (ofRound(round) ?? 0), 0)
  }
}

/** By round and leader: contactsPerLeader, or an equal part of contactsPerRound, for those who are there for three days or more. */
export function owedContacts(roster: Roster, calendar: PlanningCalendar): number[][] {
  const { contactsPerLeader, contactsPerRound } = roster.problem.rules

  return roster.rounds.map(({ from, to }) => {
    const available = roster.problem.leaders.map(
      (_, leader) => calendar.usableDays(leader, from, to) >= LEAST_USABLE_DAYS,
    )
    const there = available.filter(Boolean).length
    const each =
      contactsPerRound === null || contactsPerRound === undefined
        ? contactsPerLeader
        : contactsPerRound / Math.max(1, there)

    return available.map((is) => (is ? each : 0))
  })
}

/** The n-th next contact's addition to (contacts − target)². */
export function rises(contacts: number, target: number, next: number): number[] {
  const list: number[] = []
  for (let i = 0; i < next; i += 1) list.push(2 * (contacts + i) + 1 - 2 * target)

  return list
}

/** Σ (contacts − share × all)². */
export function squares(contacts: readonly number[], shares: readonly number[]): number {
  const all = contacts.reduce((sum, count) => sum + count, 0)

  return shares.reduce((sum, share, i) => sum + ((contacts[i] ?? 0) - share * all) ** 2, 0)
}

/** Pairs of windows at a touchpoint closer than the spacing, of which the later round is this one. */
export function closePairs(windows: readonly Booking[], round: number, spacing: number): number {
  let pairs = 0
  for (const [i, one] of windows.entries())
    for (const other of windows.slice(i + 1)) {
      const gap = Math.max(one.from - other.to, other.from - one.to)
      if (Math.max(one.round, other.round) === round && gap < spacing) pairs += 1
    }

  return pairs
}

function tally(numbers: readonly number[], size: number): number[] {
  const counts = new Array<number>(size).fill(0)
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1

  return counts
}

function shares(weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)

  return weights.map((weight) => (all > 0 ? weight / all : 0))
}

/** A millionth decides; what is beyond is the noise of fractions. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
