/** Which published windows of a round have to give way, so that contacts owed find a place, or, where a lead puts evenness first, so that loads are even. */

import type { Booking } from './ledger.ts'
import type { Ahead } from './look_ahead.ts'
import { countBooked, isDealt, pairsOf, stillWanted } from './planned_round.ts'

export interface Release {
  windows: Booking[]
  /** So many have to give way at least. */
  least: number
}

/** Questions to the flow for one round, fewer where each is about many: counted, so that every machine finds the same. */
const MOST_ASKED = 400
const LEAST_ASKED = 12
/** Pairs of a leader and a touchpoint looked at by all questions. */
const MOST_LOOKED_AT = 1_500_000
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
  readonly #mostAsked: number
  #asked = 0

  constructor(round: number, ahead: Ahead, isEven: boolean) {
    this.#round = round
    this.#ahead = ahead
    this.#isEven = isEven
    this.#movable = ahead.ledger.bookings.filter((booking) => booking.isMovable && booking.round === round)
    const { leaders, touchpoints } = ahead.roster
    this.#mostAsked = Math.max(LEAST_ASKED, Math.min(MOST_ASKED, Math.floor(MOST_LOOKED_AT / (leaders * touchpoints))))
  }

  find(): Release {
    if (this.#movable.length === 0) return NOTHING
    const target = this.#reach(this.#movable)
    if (!isBetter(target, this.#reach([]))) return NOTHING

    const first = this.#isEven ? this.#overloaded() : []
    const enough = (this.#isFew ? this.#grow(first, target) : null) ?? this.#enoughOf(first, target)

    return this.#smallest(enough, target)
  }

  get #isFew(): boolean {
    return this.#movable.length * 4 <= this.#mostAsked
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

  /**
   * Of all of them a set that is enough and of which none can be left out, found by halves (Junker 2004: QuickXplain); where the questions
   * run out, larger than need be.
   */
  #enoughOf(first: readonly Booking[], target: Reach): Booking[] {
    const isEnough = (windows: readonly Booking[]) => this.#mayAsk() && !isBetter(target, this.#reach(windows))
    const among = (others: readonly Booking[], left: readonly Booking[], isNew: boolean): Booking[] => {
      if (isNew && isEnough(others)) return []
      if (left.length < 2) return [...left]
      const half = left.length >> 1
      const later = among([...others, ...left.slice(0, half)], left.slice(half), true)
      return [...among([...others, ...later], left.slice(0, half), later.length > 0), ...later]
    }
    const rest = this.#movable.filter((window) => !first.includes(window))

    return [...first, ...among(first, rest, first.length > 0)]
  }

  /** Every smaller set is asked about, the smallest first, as long as there are questions left. */
  #smallest(windows: readonly Booking[], target: Reach): Release {
    for (let size = 1; size < windows.length; size += 1)
      for (const set of setsOf(this.#movable, size)) {
        if (!this.#mayAsk() || this.#movable.length > MOST_WINDOWS) return { windows: [...windows], least: size }
        if (!isBetter(target, this.#reach(set))) return { windows: set, least: size }
      }

    return { windows: [...windows], least: windows.length }
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
    return this.#asked < this.#mostAsked
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
