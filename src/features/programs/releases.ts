/** Which published windows of a round have to give way, so that contacts owed find a place, or, where a lead puts evenness first, so that loads are even. */

import type { Booking } from './ledger.ts'
import type { Ahead } from './look_ahead.ts'
import { countBooked, isDealt, pairsOf, stillWanted } from './planned_round.ts'

export interface Release {
  windows: Booking[]
  /** So many have to give way at least. */
  least: number
}

/** Questions to the flow for one round: counted, so that every machine finds the same. */
const MOST_ASKED = 400
/** Beyond so many windows the search for a smaller set is not begun. */
const MOST_WINDOWS = 120

/** The windows are still in the ledger afterwards. */
export function chooseReleases(round: number, ahead: Ahead): Release {
  const isEven = ahead.roster.problem.rules.evennessFirst === true
  const { most } = stillWanted(round, ahead)
  if (most === 0 && !(isEven && isDealt(ahead.roster.problem))) return NOTHING

  return new ReleaseSearch(round, ahead, isEven).find()
}

const NOTHING: Release = { windows: [], least: 0 }

/** What a round could come to: contacts first, then, where evenness is asked for, loads. */
interface Reach {
  contacts: number
  loads: number
}

class ReleaseSearch {
  readonly #round: number
  readonly #ahead: Ahead
  readonly #isEven: boolean
  readonly #movable: Booking[]
  #asked = 0

  constructor(round: number, ahead: Ahead, isEven: boolean) {
    this.#round = round
    this.#ahead = ahead
    this.#isEven = isEven
    this.#movable = ahead.ledger.bookings.filter((booking) => booking.isMovable && booking.round === round)
  }

  find(): Release {
    if (this.#movable.length === 0) return NOTHING
    const target = this.#reach(this.#movable)
    if (!isBetter(target, this.#reach([]))) return NOTHING

    const first = this.#isEven ? this.#overloaded() : []
    const enough = this.#grow(first, target) ?? this.#shrink(target)

    return enough ? this.#smallest(enough, target) : NOTHING
  }

  /** Window after window that brings the round nearer to what it could come to; null where no single one does. */
  #grow(first: readonly Booking[], target: Reach): Booking[] | null {
    const windows = [...first]
    let reached = this.#reach(windows)
    while (isBetter(target, reached)) {
      const better = this.#movable.find(
        (window) => this.#mayAsk() && !windows.includes(window) && isBetter(this.#reach([...windows, window]), reached),
      )
      if (!better) return null
      windows.push(better)
      reached = this.#reach(windows)
    }

    return windows
  }

  /** From all of them, those that can stay after all stay. */
  #shrink(target: Reach): Booking[] | null {
    if (this.#movable.length > MOST_WINDOWS) return null
    let windows = [...this.#movable]
    for (const window of this.#movable) {
      const fewer = windows.filter((other) => other !== window)
      if (!isBetter(target, this.#reach(fewer))) windows = fewer
    }

    return windows
  }

  /** Every smaller set is asked about, the smallest first, as long as there are questions left. */
  #smallest(windows: Booking[], target: Reach): Release {
    for (let size = 1; size < windows.length; size += 1)
      for (const set of setsOf(this.#movable, size)) {
        if (!this.#mayAsk() || this.#movable.length > MOST_WINDOWS) return { windows, least: size }
        if (!isBetter(target, this.#reach(set))) return { windows: set, least: size }
      }

    return { windows, least: windows.length }
  }

  /** Windows of leaders who have more contacts than the most even loads give them; of leaders as much in turn, those who have one keep it. */
  #overloaded(): Booking[] {
    const kept = Map.groupBy(this.#movable, ({ leader }) => leader)
    const keeps = (leader: number) => kept.get(leader)?.length ?? 0
    const picks = this.#without(this.#movable, (pairs) =>
      pairs.ask({ apart: new Set(), isEven: true, isBound: true, keeps }),
    )
    const given = Map.groupBy(picks, ({ leader }) => leader)

    return [...kept].flatMap(([leader, windows]) => windows.slice(given.get(leader)?.length ?? 0))
  }

  #reach(released: readonly Booking[]): Reach {
    this.#asked += 1

    return this.#without(released, (pairs) => {
      const picks = pairs.most(this.#isEven)
      const contacts = countBooked(this.#round, this.#ahead.ledger) + picks.length
      return { contacts, loads: this.#isEven ? pairs.toPlan.goals.loads(picks) : 0 }
    })
  }

  #without<T>(released: readonly Booking[], ask: (pairs: ReturnType<typeof pairsOf>) => T): T {
    const { ledger } = this.#ahead
    for (const window of released) ledger.withdraw(window)
    const answer = ask(pairsOf(this.#round, this.#ahead))
    for (const window of released) ledger.book(window)

    return answer
  }

  #mayAsk(): boolean {
    return this.#asked < MOST_ASKED
  }
}

/** A millionth is the noise of fractions. */
function isBetter(one: Reach, other: Reach): boolean {
  return one.contacts > other.contacts || (one.contacts === other.contacts && one.loads < other.loads - 2e-6)
}

/** All sets of so many, in the order of the list. */
function* setsOf<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield []
  else
    for (let i = from; i <= list.length - size; i += 1)
      for (const rest of setsOf(list, size - 1, i + 1)) yield [list[i] as T, ...rest]
}
