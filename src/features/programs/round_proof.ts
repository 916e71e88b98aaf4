/** What the goals of a round could be at best, the rounds before it being as planned: proven by asking again without the rules that are hard to keep. */

import { DAYPARTS } from '../../lib/days.ts'
import { bestCoverage, type CountChoice, leastAtAnyCoverage, leastAtBestCoverage } from './count_bounds.ts'
import { leastSpread } from './dayparts.ts'
import { closePairs, type RoundGoals, rounded } from './goals.ts'
import { trafficShares } from './roster.ts'
import { type RoundPairs, repeatsOf } from './round_picks.ts'
import { leastClosePairs } from './spacing_bound.ts'
import type { LeastGoals } from './whole_horizon.ts'

/** Each bound holds among the plans that are at the bound in the goals before it. */
export interface Proof {
  contacts: number
  /** Whether the round can hold no more contacts, and fewer would make loads less even: then no other plan has more or fewer of them. */
  isMost: boolean
  loads: number
  coverage: number
  repeats: number
  dayparts: number
  spacing: number
  /** What holds where all rounds were looked at together. */
  together?: LeastGoals | undefined
  /** What holds whatever the numbers of contacts are. */
  anyway: { loads: number; dayparts(): number; coverage(fewest: number, most: number): number }
}

/** For so many contacts in the round. */
export function proofOf(pairs: RoundPairs, contacts: number): Proof {
  const even = pairs.ask({ most: contacts, apart: new Set(), isEven: true, isBound: true })
  const coverage = pairs.toPlan.goals.coverage(even)
  const places = placesOf(pairs)
  const choice = { prices: pricesOf(places, contacts), contacts }
  const spread = spreads(pairs, pairs.choice.leadersByDaypart())
  const dayparts = () => rounded(leastAtAnyCoverage({ ...choice, cost: spread }))
  const isBestOfAll = even.length === contacts && coverageOf(places, contacts) > coverage - NEAR

  return {
    contacts,
    isMost: isMost(pairs, contacts),
    loads: pairs.toPlan.goals.loads(even),
    coverage,
    repeats: repeatsOf(even),
    dayparts: isBestOfAll ? rounded(leastAtBestCoverage({ ...choice, cost: spread })) : dayparts(),
    spacing: isBestOfAll ? leastAtBestCoverage({ ...choice, cost: closeWindows(pairs) }) : 0,
    anyway: anyway(pairs, pairs.toPlan.wanted, dayparts),
  }
}

/** Where published windows could stay that were not looked at as pairs: as if everybody could take everything, `most` contacts by leader. */
export function looseProof(pairs: RoundPairs, contacts: number, most: readonly number[]): Proof {
  const places = placesOf(pairs)
  const everywhere = places.rooms.map(() => DAYPARTS.map(() => contacts))
  const choice = { prices: pricesOf(places, contacts), cost: spreads(pairs, everywhere) }
  const proof = anyway(pairs, most, () => rounded(leastAtAnyCoverage(choice)))
  const coverage = proof.coverage(contacts, contacts)

  return {
    contacts,
    isMost: false,
    loads: proof.loads,
    coverage,
    repeats: 0,
    dayparts: proof.dayparts(),
    spacing: 0,
    anyway: proof,
  }
}

function isMost(pairs: RoundPairs, contacts: number): boolean {
  const { wanted, most } = pairs.toPlan
  const possible = contacts === most ? most : pairs.ask({ apart: new Set(), isEven: true, isBound: true }).length

  return contacts === possible && wanted.every((_, leader) => pairs.loadPrices(leader).every((price) => price < 0))
}

function anyway(pairs: RoundPairs, most: readonly number[], dayparts: () => number): Proof['anyway'] {
  const places = placesOf(pairs)

  return {
    loads: pairs.toPlan.goals.leastLoads(most),
    dayparts,
    coverage: (fewest, most) => leastCoverage(places, fewest, most),
  }
}

function placesOf({ toPlan: { goals, offers } }: RoundPairs): Places {
  return { goals, rooms: offers.roster.problem.touchpoints.map((_, t) => offers.openDays(t).length) }
}

/** Sums of fractions differ in their last bits. */
const NEAR = 1e-5

interface Places {
  goals: RoundGoals
  /** By touchpoint: contacts it can take at most. */
  rooms: readonly number[]
}

function pricesOf({ goals, rooms }: Places, contacts: number): number[][] {
  return rooms.map((room, touchpoint) => goals.coveragePrices(touchpoint, Math.min(contacts, room), contacts))
}

/** The least coverage for so many contacts when every leader could take every touchpoint. */
function coverageOf(places: Places, contacts: number): number {
  return places.goals.coverageWith(contacts) + bestCoverage({ prices: pricesOf(places, contacts), contacts })
}

function leastCoverage(places: Places, fewest: number, most: number): number {
  let least = Number.POSITIVE_INFINITY
  for (let contacts = Math.max(0, fewest); contacts <= most; contacts += 1)
    least = Math.min(least, coverageOf(places, contacts))

  return least === Number.POSITIVE_INFINITY ? 0 : rounded(least)
}

/** Dayparts as if everybody who could be in one were free for it. Touchpoints whose traffic nobody knows do not count. */
function spreads({ toPlan: { goals, offers } }: RoundPairs, rooms: readonly ArrayLike<number>[]): CountChoice['cost'] {
  const traffic = offers.roster.problem.touchpoints.map((touchpoint, number) =>
    touchpoint.dayparts
      ? { contacts: goals.contactsByDaypart(number), shares: trafficShares(touchpoint), rooms: rooms[number] ?? [] }
      : null,
  )

  return remembered((touchpoint, contacts) => {
    const known = traffic[touchpoint]
    return known ? leastSpread(known, known.rooms, contacts) : 0
  })
}

/** As if everybody were free on every open day; windows that can move do not count. */
function closeWindows({ toPlan: { ledger, offers } }: RoundPairs): CountChoice['cost'] {
  const { roster, round } = offers
  const { spacingDays } = roster.problem.rules
  const number = roster.rounds.indexOf(round)

  return remembered((touchpoint, contacts) => {
    if (spacingDays < 2) return 0
    const near = ledger.windowsNear(touchpoint, round, spacingDays)
    // A pair belongs to the later round of the two, so windows of rounds to come do not count in this one.
    const standing = near.filter((window) => window.published && window.round <= number)
    const found = leastClosePairs(offers.openDays(touchpoint), standing, contacts, spacingDays)

    return found ? found.pairs + closePairs(standing, number, spacingDays) : Number.POSITIVE_INFINITY
  })
}

function remembered(cost: CountChoice['cost']): CountChoice['cost'] {
  const known = new Map<number, number>()

  return (touchpoint, contacts) => {
    const key = touchpoint * 100_000 + contacts
    const answer = known.get(key) ?? cost(touchpoint, contacts)
    known.set(key, answer)

    return answer
  }
}
