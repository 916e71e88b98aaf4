/** Who contacts what in a round: asks the flow, and asks again with days where a touchpoint's days turn out to be scarce. */

import type { RoundGoals } from './goals.ts'
import {
  type Candidates,
  daysOfPairing,
  ListedPairs,
  type PairChoice,
  type Pairing,
  type PairingWishes,
  type PairQuestions,
} from './pairings.ts'
import { isTable, TablePairs } from './round_table.ts'
import { canPlace, mostPlaced } from './windows.ts'

export interface RoundToPlan extends PairingWishes {
  goals: RoundGoals
  /** Contacts wanted in all. */
  most: number
}

export interface RoundPicks {
  picks: Pairing[]
  /** By touchpoint: who could have taken it. */
  candidates: Candidates[]
  /** Whether nothing had to be given up for days or later rounds: then they are as good as can be. */
  isBest: boolean
}

/** The pairs of a round to be asked about in several ways. */
export class RoundPairs {
  readonly toPlan: RoundToPlan
  readonly choice: PairChoice

  constructor(toPlan: RoundToPlan) {
    this.toPlan = toPlan
    this.choice = isTable(toPlan) ? new TablePairs(toPlan) : new ListedPairs(toPlan)
  }

  pick(): RoundPicks {
    const apart = new Set<number>()
    const rooms = new Map<number, number>()
    const picks = this.#settle(apart, rooms)
    const isBest = apart.size + rooms.size === 0 && !this.choice.isAnythingLost()

    return { picks, candidates: this.choice.candidates(), isBest }
  }

  /** As many pairs as there could be at most; with days, each on a day of its own: contacts of the same pair are not kept apart. */
  most(): number {
    const { touchpoints } = this.toPlan.offers.roster
    const { from, to } = this.toPlan.offers.round
    const isSmall = touchpoints * (to - from + 1) <= MOST_PLACES
    const apart = new Set(isSmall ? Array.from({ length: touchpoints }, (_, touchpoint) => touchpoint) : [])

    return this.ask({ apart, isEven: false, isBound: true }).length
  }

  /** Coverage aims at shares of all contacts, so it is asked again when fewer can be given than were wanted. */
  ask(how: Asked): Pairing[] {
    const most = how.most ?? this.toPlan.most
    const chosen = this.choice.choose(this.#question(how, most))

    return chosen.length === most ? chosen : this.choice.choose(this.#question(how, chosen.length))
  }

  /** Each time round one more touchpoint has its days told apart, or takes no more contacts than it can place: it ends. */
  #settle(apart: Set<number>, rooms: Map<number, number>): Pairing[] {
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

  #question({ apart, rooms, isEven, isBound }: Asked, most: number): PairQuestions {
    const { offers, ledger, goals, wanted } = this.toPlan

    return {
      leaders: wanted.map((contacts, leader) => {
        if (contacts === 0) return []
        const room = offers.months.reduce((sum, month) => sum + Math.max(0, ledger.monthRoom(leader, month)), 0)
        const prices = goals.loadPrices(leader, Math.min(contacts, room))

        return isEven ? prices : prices.map(() => 0)
      }),
      touchpoints: offers.roster.problem.touchpoints.map((_, touchpoint) => {
        const room = Math.min(most, offers.openDays(touchpoint), rooms?.get(touchpoint) ?? most)
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
}

export function repeatsOf(picks: readonly Pairing[]): number {
  return picks.reduce((sum, { repeats }) => sum + repeats, 0)
}
