/** The pairs of a round as a table of leaders and touchpoints: for rounds in which a pair is one contact at most, however many leaders there are. */

import { DAYPARTS } from '../../lib/days.ts'
import { cheapestTransport } from '../../platform/solver/transport.ts'
import { MOST_EARLIER, ranksOf, type Weights, weightsFor } from './goal_weights.ts'
import type { Ledger } from './ledger.ts'
import type { Offers } from './offers.ts'
import { daysOfPairing } from './pairing_days.ts'
import {
  addTo,
  type Candidates,
  countParts,
  isOnce,
  type PairChoice,
  type Pairing,
  type PairingWishes,
  type PairQuestions,
} from './pairings.ts'

/** Whether every pair of the round is one contact at most, and no month of it has less room than its leader's contacts. */
export function isTable({ offers, ledger, wanted }: PairingWishes): boolean {
  return wanted.every((contacts, leader) => {
    if (contacts === 0) return true
    const rooms = offers.months.map((month) => ledger.monthRoom(leader, month)).filter((room) => room > 0)

    return isOnce(contacts, offers) && (rooms.length < 2 || rooms.every((room) => room >= contacts))
  })
}

/** One leader's possible contacts: how easily a day is found at each touchpoint, and what choosing it would cost. */
interface Row {
  leader: number
  eases: Uint8Array
  repeats: Uint8Array
  /** Contacts of later rounds lost; null where none is. */
  loss: Uint8Array | null
  earlier: number
  /** Whether they repeat whatever comes first: else the first of several contacts may use up what makes the second a repetition. */
  isSure: boolean
}

export class TablePairs implements PairChoice {
  readonly #wishes: PairingWishes
  readonly #rows: Row[]

  constructor(wishes: PairingWishes) {
    this.#wishes = wishes
    this.#rows = wishes.wanted.flatMap((contacts, leader) => (contacts > 0 ? [rowOf(leader, contacts, wishes)] : []))
  }

  candidates(): Candidates[] {
    const candidates = this.#wishes.offers.roster.problem.touchpoints.map((): Candidates => ({ count: 0, some: [] }))
    for (const { leader, eases } of this.#rows)
      for (let touchpoint = 0; touchpoint < eases.length; touchpoint += 1)
        if (eases[touchpoint] !== 0) addTo(candidates[touchpoint] as Candidates, leader)

    return candidates
  }

  /** Nothing is lost later, and no repetition is unsure. */
  isBoundItself(): boolean {
    return this.#rows.every(({ loss, isSure, repeats }) => !loss && (isSure || repeats.every((again) => again === 0)))
  }

  leadersByDaypart(): Int32Array[] {
    const { offers } = this.#wishes
    const counts = offers.roster.problem.touchpoints.map(() => new Int32Array(DAYPARTS.length))
    for (const { leader, eases } of this.#rows)
      for (let touchpoint = 0; touchpoint < eases.length; touchpoint += 1)
        if (eases[touchpoint] !== 0) countParts(offers.partsOf(leader, touchpoint), counts[touchpoint] as Int32Array)

    return counts
  }

  possible(touchpoint: number): Pairing[] {
    return this.#rows
      .filter(({ eases }) => eases[touchpoint])
      .map((row) => pairingOf(row, touchpoint, this.#wishes, false))
  }

  choose(question: PairQuestions): Pairing[] {
    const { leaders, touchpoints, most, apart, isBound } = question
    const coverage = ranksOf(touchpoints)
    const loads = ranksOf(leaders)
    const weights = weightsFor({
      leaders: this.#rows.length,
      touchpoints: touchpoints.length,
      loadRanks: loads.size,
      coverageRanks: coverage.size,
      loss: isBound ? 0 : this.#rows.reduce((most, { loss }) => Math.max(most, ...(loss ?? [])), 0),
    })
    const places = placesOf(touchpoints.length, apart, this.#wishes.offers)
    const chosen = cheapestTransport({
      units: this.#rows.map(({ leader, earlier }) =>
        (leaders[leader] ?? []).map((price) => weights.loads * loads.of(price) + weights.earlier * earlier),
      ),
      costs: this.#rows.map((row) => this.#costsOf(row, places, weights, isBound)),
      places,
      prices: touchpoints.map((prices) => prices.map((price) => weights.coverage * coverage.of(price))),
      most,
      unsent: weights.unsent,
    })

    return chosen.flatMap((taken, i) => this.#pairingsAt(this.#rows[i] as Row, taken, places, isBound))
  }

  #pairingsAt(row: Row, taken: readonly number[], places: readonly Place[], isBound: boolean): Pairing[] {
    return taken.map((place) => pairingOf(row, (places[place] as Place).group, this.#wishes, isBound))
  }

  #costsOf(row: Row, places: readonly Place[], weights: Weights, isBound: boolean): Float64Array {
    const { eases, loss } = row
    const costs = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
    const days = new Map<number, Set<number>>()
    for (let i = 0; i < places.length; i += 1) {
      const { group, day } = places[i] as Place
      if (eases[group] === 0 || (day !== null && !this.#daysAt(row, group, days).has(day))) continue
      const lost = loss && !isBound ? (loss[group] as number) * weights.loss : 0
      const squeezed = eases[group] === 1 ? weights.squeezed : 0
      costs[i] = lost + repeatsIn(row, group, isBound) * weights.repeats + squeezed
    }

    return costs
  }

  #daysAt(row: Row, touchpoint: number, known: Map<number, Set<number>>): Set<number> {
    const days =
      known.get(touchpoint) ??
      new Set(daysOfPairing(pairingOf(row, touchpoint, this.#wishes, true), this.#wishes.offers))
    known.set(touchpoint, days)

    return days
  }
}

/** A touchpoint, or one of its days where they are told apart. */
interface Place {
  group: number
  day: number | null
  room: number
}

function placesOf(touchpoints: number, apart: ReadonlySet<number>, { round }: Offers): Place[] {
  return Array.from({ length: touchpoints }, (_, group) => group).flatMap((group): Place[] =>
    apart.has(group)
      ? Array.from({ length: round.to - round.from + 1 }, (_, i) => ({ group, day: round.from + i, room: 1 }))
      : [{ group, day: null, room: Number.POSITIVE_INFINITY }],
  )
}

function rowOf(leader: number, contacts: number, { offers, ledger, lossOf }: PairingWishes): Row {
  const eases = easesOf(leader, offers, ledger)
  const loss = lossOf(leader)
  const { repeats, fresh } = repeatsOf(leader, offers, ledger)

  return {
    leader,
    eases,
    repeats,
    loss: loss ? Uint8Array.from(eases, (ease, touchpoint) => (ease > 0 ? loss(touchpoint) : 0)) : null,
    earlier: Math.min(MOST_EARLIER, ledger.earlier[leader] ?? 0),
    isSure: contacts === 1 || fresh >= Math.min(contacts, offers.roster.problem.rules.perMonth * offers.months.length),
  }
}

/** In a round of several months the best of those in which the leader still has room. */
function easesOf(leader: number, offers: Offers, ledger: Ledger): Uint8Array {
  if (offers.months.length === 1) return offers.eases(leader)
  const months = openMonths(leader, offers, ledger)

  return Uint8Array.from(offers.roster.problem.touchpoints, (_, touchpoint) =>
    Math.max(0, ...months.map((month) => offers.ease(leader, touchpoint, month))),
  )
}

function openMonths(leader: number, offers: Offers, ledger: Ledger): string[] {
  return offers.months.filter((month) => ledger.monthRoom(leader, month) > 0)
}

/** By touchpoint 1 where only scenarios are left that the leader has played before others; and how many there are that they have played least. */
function repeatsOf(leader: number, { roster }: Offers, ledger: Ledger): { repeats: Uint8Array; fresh: number } {
  const repeats = new Uint8Array(roster.touchpoints)
  const repertoire = roster.repertoireOf(leader)
  const played = [...ledger.played(leader)].filter((scenario) => repertoire.has(scenario))
  const isAll = played.length === repertoire.size
  const least = isAll ? Math.min(...played.map((scenario) => ledger.uses(leader, scenario))) : 0
  const worn = (scenario: number) => ledger.uses(leader, scenario) > least
  for (const scenario of played)
    for (const touchpoint of roster.placesOf[scenario] as number[])
      if (roster.scenariosFor(leader, touchpoint).every(worn)) repeats[touchpoint] = 1

  return { repeats, fresh: repertoire.size - played.filter(worn).length }
}

function repeatsIn({ repeats, isSure }: Row, touchpoint: number, isBound: boolean): number {
  return isBound && !isSure ? 0 : (repeats[touchpoint] ?? 0)
}

function pairingOf(row: Row, touchpoint: number, { offers, ledger }: PairingWishes, isBound: boolean): Pairing {
  const { leader, eases, loss } = row

  return {
    leader,
    touchpoint,
    part: 0,
    month: offers.months.length > 1 ? monthFor(row, touchpoint, offers, ledger) : null,
    copy: 0,
    from: offers.round.from,
    to: offers.round.to,
    squeezed: eases[touchpoint] === 1,
    loss: loss?.[touchpoint] ?? 0,
    repeats: repeatsIn(row, touchpoint, isBound),
    last: 0,
  }
}

function monthFor({ leader, eases }: Row, touchpoint: number, offers: Offers, ledger: Ledger): string | null {
  const isBest = (month: string) => offers.ease(leader, touchpoint, month) === eases[touchpoint]

  return openMonths(leader, offers, ledger).find(isBest) ?? null
}
