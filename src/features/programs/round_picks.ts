/** Who contacts what in a round: asks the flow, and asks again with days where a touchpoint's days turn out to be scarce. */

import type { RoundGoals } from './goals.ts'
import { daysOfPairing, listPairings, type Pairing, type PairingWishes, partsOf } from './pairings.ts'
import { choosePairs, type RoundQuestion } from './round_flow.ts'
import { canPlace } from './windows.ts'

export interface RoundToPlan extends PairingWishes {
  goals: RoundGoals
  /** Contacts wanted in all. */
  most: number
}

export interface RoundPicks {
  picks: Pairing[]
  /** The best there would be if days at a touchpoint were never scarce: nothing can be better. */
  best: { loads: number; coverage: number; repeats: number }
  /** By touchpoint: how many leaders could have taken it. */
  candidates: number[]
}

export function pickPairs(toPlan: RoundToPlan): RoundPicks {
  const offered = listPairings(toPlan)
  const first = ask(toPlan, offered)
  const picks = settle(first, offered, toPlan)
  const touchpoints = toPlan.offers.roster.problem.touchpoints
  const candidates = touchpoints.map(
    (_, t) => new Set(offered.flatMap(({ leader, touchpoint }) => (touchpoint === t ? [leader] : []))).size,
  )

  return {
    picks,
    candidates,
    best: picks === first ? measure(first, toPlan.goals) : bounds(first, picks, offered, toPlan),
  }
}

/** How many pairs there could be at most, each on a day of its own: contacts of the same pair are not kept apart. */
export function mostPicks(toPlan: RoundToPlan): number {
  const { offers } = toPlan
  const { from, to } = offers.round
  const offered = listPairings(toPlan).map((pairing) => ({
    ...pairing,
    days: daysOfPairing({ ...pairing, from, to }, offers),
  }))

  return ask(toPlan, offered, false).length
}

/** Each time round one more touchpoint has its days told apart, or one pairing less is offered: it ends. */
function settle(first: Pairing[], all: readonly Pairing[], toPlan: RoundToPlan): Pairing[] {
  const touchpoints = toPlan.offers.roster.problem.touchpoints
  let offered = all
  let picks = first
  for (;;) {
    const twice = picks.find((pick, i) => picks.findIndex((other) => isSameContact(other, pick)) < i)
    const scarce = touchpoints.findIndex((_, touchpoint) => isScarce(picks, touchpoint, toPlan))
    if (twice) offered = offered.filter((pairing) => !isSameContact(pairing, twice) || pairing.part !== twice.part)
    else if (scarce >= 0)
      offered = offered.map((pairing) =>
        pairing.touchpoint === scarce ? { ...pairing, days: daysOfPairing(pairing, toPlan.offers) } : pairing,
      )
    else return picks

    picks = ask(toPlan, offered)
  }
}

function isSameContact(one: Pairing, other: Pairing): boolean {
  return one.leader === other.leader && one.touchpoint === other.touchpoint && one.copy === other.copy
}

/** More contacts than days of their own for them. Once the days are told apart in the flow that cannot be. */
function isScarce(picks: readonly Pairing[], touchpoint: number, { offers }: RoundToPlan): boolean {
  const here = picks.filter((pick) => pick.touchpoint === touchpoint)
  if (here.length < 2 || here.some(({ days }) => days)) return false

  const wishes = here.map((pick) => ({ days: daysOfPairing(pick, offers), markers: [] }))

  return wishes.some(({ days }) => days.length < here.length) && !canPlace(wishes)
}

/** What each goal could be at best for so many contacts, the goals before it being what they are. */
function bounds(
  first: Pairing[],
  picks: Pairing[],
  offered: readonly Pairing[],
  toPlan: RoundToPlan,
): RoundPicks['best'] {
  const { goals } = toPlan
  const found = measure(picks, goals)
  const even = picks.length === first.length ? first : ask({ ...toPlan, most: picks.length }, offered)
  const loads = goals.loads(even)
  if (loads < found.loads)
    return { loads, coverage: goals.coverage(ask({ ...toPlan, most: picks.length }, offered, false)), repeats: 0 }

  const best = measure(even, goals)

  return best.coverage < found.coverage ? { ...best, repeats: 0 } : best
}

function measure(picks: readonly Pairing[], goals: RoundGoals): RoundPicks['best'] {
  return { loads: goals.loads(picks), coverage: goals.coverage(picks), repeats: repeatsOf(picks) }
}

export function repeatsOf(picks: readonly Pairing[]): number {
  return picks.reduce((sum, { repeats }) => sum + repeats, 0)
}

/** Coverage aims at shares of all contacts, so it is asked again when fewer can be given than were wanted. */
function ask(toPlan: RoundToPlan, offered: readonly Pairing[], isEven = true): Pairing[] {
  const chosen = choosePairs(questionOf(toPlan, offered, toPlan.most, isEven))
  const settled =
    chosen.length === toPlan.most ? chosen : choosePairs(questionOf(toPlan, offered, chosen.length, isEven))

  return settled.map((pairing) => offered[pairing] as Pairing)
}

function questionOf(
  { offers, ledger, goals, wanted }: RoundToPlan,
  pairs: readonly Pairing[],
  most: number,
  isEven: boolean,
): RoundQuestion {
  const isInParts = partsOf(offers).length > 1

  return {
    leaders: wanted.map((contacts, leader) => {
      const rooms = offers.months.map((month) => Math.max(0, ledger.monthRoom(leader, month)))
      const room = rooms.reduce((sum, part) => sum + part, 0)
      const prices = goals.loadPrices(leader, Math.min(contacts, room))

      return { prices: isEven ? prices : prices.map(() => 0), parts: isInParts ? rooms : [room] }
    }),
    touchpoints: offers.roster.problem.touchpoints.map((_, touchpoint) => ({
      prices: goals.coveragePrices(touchpoint, Math.min(most, offers.openDays(touchpoint)), most),
    })),
    pairs,
    most,
  }
}
