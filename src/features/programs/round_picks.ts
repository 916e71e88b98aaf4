/** Who contacts what in a round: asks the flow, and asks again with days where a touchpoint's days turn out to be scarce. */

import { type DayNumber, monthName } from './day_numbers.ts'
import type { RoundGoals } from './goals.ts'
import { spreadOverDayparts } from './joint_dayparts.ts'
import { canPlace, mostPlaced } from './own_days.ts'
import { daysOfPairing } from './pairing_days.ts'
import {
  type Candidates,
  ListedPairs,
  type PairChoice,
  type Pairing,
  type PairingWishes,
  type PairQuestions,
} from './pairings.ts'
import { isTable, TablePairs } from './round_table.ts'

export interface RoundToPlan extends PairingWishes {
  goals: RoundGoals
  /** Contacts wanted in all. */
  most: number
}

/** A contact of the round, on a day on which there is room for it. */
export interface Chosen {
  leader: number
  touchpoint: number
  day: DayNumber
}

export interface RoundPicks {
  picks: Pairing[]
  /** By touchpoint: who could have taken it. */
  candidates: Candidates[]
}

/** The pairs of a round to be asked about in several ways. */
export class RoundPairs {
  readonly toPlan: RoundToPlan
  readonly choice: PairChoice
  /** Answers to questions with nothing scarce in them. */
  readonly #known = new Map<string, Pairing[]>()

  constructor(toPlan: RoundToPlan) {
    this.toPlan = toPlan
    this.choice = isTable(toPlan) ? new TablePairs(toPlan) : new ListedPairs(toPlan)
  }

  pick(): RoundPicks {
    return { picks: spreadOverDayparts(this, this.#settle()), candidates: this.choice.candidates() }
  }

  /** Contacts that were chosen for all rounds at once, as far as they are still possible. */
  pickThese(chosen: readonly Chosen[], isOnTheDay: boolean): RoundPicks {
    const picks = chosen.flatMap((contact, i) => {
      const { leader, touchpoint, day } = contact
      const isTwice = chosen.some((other, j) => j !== i && other.leader === leader && other.touchpoint === touchpoint)
      const found = this.choice
        .possible(touchpoint)
        .find((pairing) => pairing.leader === leader && (pairing.month ?? monthName(day)) === monthName(day))
      if (!found) return []

      return [isOnTheDay || isTwice ? { ...found, from: day, to: day, squeezed: true } : found]
    })

    return { picks, candidates: this.choice.candidates() }
  }

  /** As many pairs as there could be at most; with days, each on a day of its own: contacts of the same pair are not kept apart. */
  most(isEven = false): Pairing[] {
    const { touchpoints } = this.toPlan.offers.roster
    const { from, to } = this.toPlan.offers.round
    const isSmall = touchpoints * (to - from + 1) <= MOST_PLACES
    const apart = new Set(isSmall ? Array.from({ length: touchpoints }, (_, touchpoint) => touchpoint) : [])

    return this.ask({ apart, isEven, isBound: true })
  }

  /** Coverage aims at shares of all contacts, so it is asked again when fewer can be given than were wanted. */
  ask(how: Asked): Pairing[] {
    const most = how.most ?? this.toPlan.most
    const isPlain = !how.keeps && how.apart.size + (how.rooms?.size ?? 0) === 0 && this.choice.isBoundItself()
    const key = isPlain ? `${most} ${how.isEven}` : ''
    const answer = this.#known.get(key) ?? this.#answer(how, most)
    if (isPlain) this.#known.set(key, answer)

    return answer
  }

  #answer(how: Asked, most: number): Pairing[] {
    const chosen = this.choice.choose(this.#question(how, most))

    return chosen.length === most ? chosen : this.choice.choose(this.#question(how, chosen.length))
  }

  /** What the leader's next contacts add to the loads, as many as they are wanted for and have room for. */
  loadPrices(leader: number): number[] {
    const { offers, ledger, goals, wanted } = this.toPlan
    const contacts = wanted[leader] ?? 0
    if (contacts === 0) return []
    const room = offers.months.reduce((sum, month) => sum + Math.max(0, ledger.monthRoom(leader, month)), 0)

    return goals.loadPrices(leader, Math.min(contacts, room))
  }

  canBePlaced(picks: readonly Pairing[]): boolean {
    return this.#findScarce(picks, new Set()) === null
  }

  /** Each time round one more touchpoint has its days told apart, or takes no more contacts than it can place: it ends. */
  #settle(): Pairing[] {
    const apart = new Set<number>()
    const rooms = new Map<number, number>()
    const { from, to } = this.toPlan.offers.round
    for (;;) {
      const picks = this.ask({ apart, rooms, isEven: true, isBound: false })
      const scarce = this.#findScarce(picks, apart)
      if (!scarce) return picks
      if ((apart.size + 1) * (to - from + 1) <= MOST_PLACES) apart.add(scarce.touchpoint)
      else rooms.set(scarce.touchpoint, scarce.room)
    }
  }

  /** A touchpoint with more contacts than days of their own for them, and how many of them can be placed. */
  #findScarce(picks: readonly Pairing[], apart: ReadonlySet<number>): { touchpoint: number; room: number } | null {
    for (const [touchpoint, here] of Map.groupBy(picks, (pick) => pick.touchpoint)) {
      if (here.length < 2 || apart.has(touchpoint)) continue
      const wishes = here.map((pick) => ({ days: daysOfPairing(pick, this.toPlan.offers), markers: [] }))
      if (!canPlace(wishes)) return { touchpoint, room: mostPlaced(wishes) }
    }

    return null
  }

  #question({ apart, rooms, isEven, isBound, keeps }: Asked, most: number): PairQuestions {
    const { offers, goals, wanted } = this.toPlan

    return {
      leaders: wanted.map((_, leader) => {
        const prices = this.loadPrices(leader)
        return isEven
          ? prices.map((price, i) => price + (i < (keeps?.(leader) ?? i + 1) ? 0 : LAST))
          : prices.map(() => 0)
      }),
      touchpoints: offers.roster.problem.touchpoints.map((_, touchpoint) => {
        const room = Math.min(most, offers.openDays(touchpoint).length, rooms?.get(touchpoint) ?? most)
        return goals.coveragePrices(touchpoint, room, most)
      }),
      most,
      apart,
      isBound,
    }
  }
}

/** Places the contracted flow can tell apart before its tables grow too large. */
const MOST_PLACES = 1000

export interface Asked {
  /** Contacts wanted, where fewer than in all. */
  most?: number
  apart: ReadonlySet<number>
  /** By touchpoint, where it takes no more than so many. */
  rooms?: ReadonlyMap<number, number>
  /** Whether loads count. */
  isEven: boolean
  isBound: boolean
  /** By leader: contacts they keep before others who are as much in turn get one. */
  keeps?: (leader: number) => number
}

/** Less than any step in loads, and more than nothing (ranksOf). */
const LAST = 2e-6

/** How many contacts repeat a scenario while their leader has others left. */
export function repeatsOf(picks: readonly Pairing[]): number {
  return picks.reduce((sum, { repeats }) => sum + repeats, 0)
}
