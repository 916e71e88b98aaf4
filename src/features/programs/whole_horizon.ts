/** All rounds of a horizon at once: the most owed contacts there can be, and who makes which of them. Asked where round after round falls short. */

import type { Found, Row, SolveWholeNumbers } from '../../platform/solver/whole_numbers.ts'
import { bestCoverage } from './count_bounds.ts'
import { RoundGoals, rounded } from './goals.ts'
import { contactRules, type HorizonContact, listHorizonContacts } from './horizon_contacts.ts'
import type { Booking } from './ledger.ts'
import type { Ahead } from './look_ahead.ts'
import { countBooked, stillWanted } from './planned_round.ts'
import { settledLedger } from './standing.ts'

export interface WholeHorizon {
  contacts: HorizonContact[]
  /** Contacts there can be at most, those that are settled included; null where the search was given up. */
  most: number | null
  /** By round what its goals come to at least with so many contacts, the rounds before being as they are here; left out where that is not known. */
  least: ReadonlyMap<number, LeastGoals>
}

export interface LeastGoals {
  loads: number
  /** Among those with the least loads; null where that is not known. */
  coverage: number | null
}

/**
 * With nothing in the ledger but what is settled. Null where there are too many contacts to choose from, or nothing was found. `isEnough`: whether
 * to know that there can be no more contacts than so many is all that was wanted; then no round is looked at by itself.
 */
export function chooseWholeHorizon(
  ahead: Ahead,
  solve: SolveWholeNumbers,
  isEnough: (most: number) => boolean,
): WholeHorizon | null {
  const contacts = listHorizonContacts(ahead, MOST_CONTACTS)

  return contacts && contacts.length > 0 ? new Choice(contacts, ahead, solve).make(isEnough) : null
}

/** Contacts to choose from, and terms of one question and of all of them: so much is asked in bearable time and memory. Counted, so that every machine does the same. */
const MOST_CONTACTS = 4000
const MOST_TERMS = 200_000
const MOST_TERMS_IN_ALL = 1_000_000

const NEAR = 1e-5

class Choice {
  readonly #contacts: readonly HorizonContact[]
  readonly #ahead: Ahead
  readonly #solve: SolveWholeNumbers
  readonly #rows: Row[]
  readonly #least = new Map<number, LeastGoals>()
  #chosen: ReadonlySet<number> = new Set()
  #asked = 0

  constructor(contacts: readonly HorizonContact[], ahead: Ahead, solve: SolveWholeNumbers) {
    this.#contacts = contacts
    this.#ahead = { ...ahead, ledger: settledLedger(ahead.roster) }
    this.#solve = solve
    this.#rows = contactRules(contacts, this.#ahead)
  }

  make(isEnough: (most: number) => boolean): WholeHorizon | null {
    const settled = this.#countSettled()
    const found = this.#ask([], () => 1)
    if (!found) return null

    this.#choose(found.variables)
    const most = found.isBest ? settled + this.#chosen.size : null
    this.#rows.push({ terms: ones([...this.#contacts.keys()]), least: this.#chosen.size })
    const rounds = new Set(this.#contacts.map(({ round }) => round))
    if (most !== null && !isEnough(most)) for (const round of [...rounds].sort((a, b) => a - b)) this.#settle(round)

    return { contacts: [...this.#chosen].map((i) => this.#contacts[i] as HorizonContact), most, least: this.#least }
  }

  #choose(variables: readonly number[]): void {
    this.#chosen = new Set([...this.#contacts.keys()].filter((i) => (variables[i] ?? 0) > 0.5))
  }

  #countSettled(): number {
    const { roster, ledger } = this.#ahead

    return roster.rounds.reduce((sum, { closed }, round) => sum + (closed ? 0 : countBooked(round, ledger)), 0)
  }

  /** Loads as even as can be, then touchpoints covered as closely, with however many contacts; then those of the round stand. */
  #settle(round: number): void {
    const { roster, ledger, owed } = this.#ahead
    const goals = new RoundGoals(roster, ledger, owed, round)
    const { wanted, most } = stillWanted(round, this.#ahead)
    const here = [...this.#contacts.keys()].filter((i) => this.#contacts[i]?.round === round)
    const even = this.#cheapest([], 'leader', here, (leader, most) =>
      goals.loadPrices(leader, Math.min(most, wanted[leader] ?? 0)),
    )
    if (even) {
      this.#choose(even.variables)
      const coverage = this.#cover(even.steps, { here, goals, most })
      this.#least.set(round, { loads: rounded(goals.loads() + even.cost), coverage })
    }
    this.#stand(here)
  }

  /** The least the coverage comes to, over all numbers of contacts that leave the loads as even; null where the search was given up. */
  #cover(even: readonly Steps[], look: RoundLook): number | null {
    const { here, goals, most } = look
    const contacts = here.filter((i) => this.#chosen.has(i)).length
    const first = this.#coverWith(contacts, even, look)
    const isLeast = first && first.value <= leastOfAll(most, this.#ahead, goals) + NEAR
    const others = isLeast ? [] : this.#numbersOf(even, here)?.filter((number) => number !== contacts)
    const all = [first, ...(others ?? [null]).map((number) => number && this.#coverWith(number, even, look))]
    const known = all.flatMap((one) => one || [])
    if (known.length < all.length) return null
    const best = known.reduce((best, one) => (one.value < best.value - NEAR ? one : best))
    this.#choose(best.variables)

    return rounded(best.value)
  }

  #coverWith(
    contacts: number,
    even: readonly Steps[],
    { here, goals }: RoundLook,
  ): { value: number; variables: readonly number[] } | null {
    const exactly = { rows: [{ terms: ones(here), least: contacts, most: contacts }], prices: [] }
    const found = this.#cheapest([...even, exactly], 'touchpoint', here, (touchpoint, most) =>
      goals.coveragePrices(touchpoint, Math.min(most, contacts), contacts),
    )

    return found && { value: goals.coverageWith(contacts) + found.cost, variables: found.variables }
  }

  /** How many contacts the round can have, from the fewest to the most. */
  #numbersOf(even: readonly Steps[], here: readonly number[]): number[] | null {
    const ends = [-1, 1].map((sign) => {
      const found = this.#ask(even, (i) => (here.includes(i) ? sign : 0))
      return found?.isBest ? Math.round(sign * found.value) : null
    })
    const [fewest, most] = ends
    if (fewest == null || most == null) return null

    return Array.from({ length: most - fewest + 1 }, (_, i) => fewest + i)
  }

  /** What the goal comes to at least, and the steps that keep it there. Null where the search was given up. */
  #cheapest(
    before: readonly Steps[],
    by: 'leader' | 'touchpoint',
    here: readonly number[],
    pricesOf: (number: number, most: number) => number[],
  ): { cost: number; variables: readonly number[]; steps: Steps[] } | null {
    const first = before.reduce((sum, { prices }) => sum + prices.length, this.#contacts.length)
    const groups = Map.groupBy(here, (i) => this.#contacts[i]?.[by] ?? -1)
    const steps = stepsOf(groups, pricesOf, first)
    const found = this.#ask([...before, steps], (i) => -(steps.prices[i - first] ?? 0))
    if (!found?.isBest) return null
    const spent = { terms: steps.prices.map((price, i) => [first + i, price] as const), most: NEAR - found.value }

    return {
      cost: -found.value,
      variables: found.variables,
      steps: [...before, { ...steps, rows: [...steps.rows, spent] }],
    }
  }

  #ask(steps: readonly Steps[], worth: (variable: number) => number): Found | null {
    const variables = steps.reduce((sum, { prices }) => sum + prices.length, this.#contacts.length)
    const rows = [...this.#rows, ...steps.flatMap(({ rows }) => rows)]
    const size = rows.reduce((sum, { terms }) => sum + terms.length, 0)
    this.#asked += size
    if (size > MOST_TERMS || this.#asked > MOST_TERMS_IN_ALL) return null

    return this.#solve({
      whole: this.#contacts.length,
      worth: Array.from({ length: variables }, (_, i) => worth(i)),
      rows,
    })
  }

  /** Who contacts what stands; on which days may still change, so that what is least in later rounds is least whatever the days. */
  #stand(here: readonly number[]): void {
    const pairs = Map.groupBy(here, (i) => `${this.#contacts[i]?.leader} ${this.#contacts[i]?.touchpoint}`)
    for (const among of pairs.values()) {
      const chosen = among.filter((i) => this.#chosen.has(i))
      this.#rows.push({ terms: ones(among), least: chosen.length, most: chosen.length })
      for (const i of chosen) this.#ahead.ledger.book(windowOf(this.#contacts[i] as HorizonContact))
    }
  }
}

/** The round that is looked at: its contacts, by number, its goals, and how many contacts it wants at most. */
interface RoundLook {
  here: readonly number[]
  goals: RoundGoals
  most: number
}

/** What the coverage of a round comes to at least with any number of contacts up to so many, as if every touchpoint could take them all. */
function leastOfAll(most: number, { roster }: Ahead, goals: RoundGoals): number {
  const values = Array.from({ length: most + 1 }, (_, contacts) => {
    const prices = roster.problem.touchpoints.map((_, touchpoint) =>
      goals.coveragePrices(touchpoint, contacts, contacts),
    )
    return goals.coverageWith(contacts) + bestCoverage({ prices, contacts })
  })

  return Math.min(...values)
}

function ones(contacts: readonly number[]): Row['terms'] {
  return contacts.map((i) => [i, 1] as const)
}

/** What a goal adds to the program. */
interface Steps {
  rows: Row[]
  prices: number[]
}

/** A variable for the first, second … contact of each, which is dearer than the one before: so they are taken in their order. */
function stepsOf(
  groups: ReadonlyMap<number, readonly number[]>,
  pricesOf: (number: number, most: number) => number[],
  first: number,
): Steps {
  const steps: Steps = { rows: [], prices: [] }
  for (const [number, contacts] of groups) {
    const prices = pricesOf(number, contacts.length)
    const taken = prices.map((_, i) => [first + steps.prices.length + i, -1] as const)
    steps.rows.push({ terms: [...contacts.map((i) => [i, 1] as const), ...taken], least: 0, most: 0 })
    steps.prices.push(...prices)
  }

  return steps
}

function windowOf({ round, leader, touchpoint, day }: HorizonContact): Booking {
  const none = { scenario: -1, daypart: -1, published: null }

  return { round, leader, touchpoint, from: day, to: day, days: [day], ...none }
}
