/** The pairs a round offers: each leader still owed a contact with each touchpoint they could take. */

import { DAYPARTS } from '../../lib/days.ts'
import { MOST_EARLIER } from './goal_weights.ts'
import type { Ledger } from './ledger.ts'
import type { Offers } from './offers.ts'
import { daysOfPairing } from './pairing_days.ts'
import { choosePairs, type PairQuestion } from './round_flow.ts'
import type { DaypartSet } from './usable_hours.ts'

/** A leader with a touchpoint, in one month of the round where it has several, for one of their contacts there where they can have several. */
export interface Pairing extends PairQuestion {
  month: string | null
  copy: number
  /** The days it may be on. */
  from: number
  to: number
  /** Whether an earlier window of the pair has to give up days for it, or it has fewer than three. */
  squeezed: boolean
}

export interface PairingWishes {
  offers: Offers
  ledger: Ledger
  /** Contacts still owed by leader. */
  wanted: readonly number[]
  /** By touchpoint the contacts of later rounds that a leader loses by choosing it; null: none, whatever is chosen. */
  lossOf(leader: number): ((touchpoint: number) => number) | null
}

/** What is asked of the pairs of a round. */
export interface PairQuestions {
  /** By leader and by touchpoint, what the first, second … contact adds to the goal. */
  leaders: readonly (readonly number[])[]
  touchpoints: readonly (readonly number[])[]
  /** Contacts wanted at most. */
  most: number
  /** Touchpoints whose days are scarce: there every contact is on a day of its own. */
  apart: ReadonlySet<number>
  /** Whether only a bound is wanted: what is lost in later rounds does not count, and nothing is left out that could be possible. */
  isBound: boolean
}

export interface PairChoice {
  choose(question: PairQuestions): Pairing[]
  /** All that could be chosen at a touchpoint. */
  possible(touchpoint: number): Pairing[]
  /** By touchpoint. */
  candidates(): Candidates[]
  /** Whether what is chosen with nothing scarce is the bound as well. */
  isBoundItself(): boolean
  /** By touchpoint and daypart: how many could be in it. */
  leadersByDaypart(): Int32Array[]
}

/** The leaders who could take a touchpoint: how many, and the first of them. */
export interface Candidates {
  count: number
  some: number[]
}

const MOST_NAMED = 4

export function addTo(candidates: Candidates, leader: number): void {
  candidates.count += 1
  if (candidates.some.length < MOST_NAMED) candidates.some.push(leader)
}

/** The months of the round as parts; a round within one month is one part. */
function partsOf({ months }: Offers): (string | null)[] {
  return months.length > 1 ? [...months] : [null]
}

/** Several contacts of the same pair are possible where the cool-down is shorter than the round. */
export function isOnce(contacts: number, offers: Offers): boolean {
  return contacts < 2 || cooldownOf(offers) > offers.round.to - offers.round.from
}

/** The pairs of a round as a list, for rounds in which a pair may be several contacts or months have little room. */
export class ListedPairs implements PairChoice {
  readonly #wishes: PairingWishes
  readonly #offered: Pairing[]

  constructor(wishes: PairingWishes) {
    this.#wishes = wishes
    this.#offered = wishes.wanted.flatMap((contacts, leader) =>
      contacts > 0 ? pairingsOf(leader, contacts, wishes) : [],
    )
  }

  candidates(): Candidates[] {
    return this.#wishes.offers.roster.problem.touchpoints.map((_, touchpoint) => {
      const candidates: Candidates = { count: 0, some: [] }
      for (const leader of new Set(this.possible(touchpoint).map(({ leader }) => leader))) addTo(candidates, leader)
      return candidates
    })
  }

  possible(touchpoint: number): Pairing[] {
    return this.#offered.filter((pairing) => pairing.touchpoint === touchpoint)
  }

  isBoundItself(): boolean {
    return false
  }

  leadersByDaypart(): Int32Array[] {
    const { offers } = this.#wishes
    const counts = offers.roster.problem.touchpoints.map(() => new Int32Array(DAYPARTS.length))
    for (const { leader, touchpoint } of this.#offered)
      countParts(offers.partsOf(leader, touchpoint), counts[touchpoint] as Int32Array)

    return counts
  }

  /** Each time round one pairing less is offered, until no contact is given in two months: it ends. */
  choose(question: PairQuestions): Pairing[] {
    let offered = this.#offered.map((pairing) => this.#asked(pairing, question))
    for (;;) {
      const picks = this.#ask(offered, question)
      const twice = question.isBound
        ? undefined
        : picks.find((pick, i) => picks.findIndex((other) => isSameContact(other, pick)) < i)
      if (!twice) return picks
      offered = offered.filter((pairing) => !isSameContact(pairing, twice) || pairing.part !== twice.part)
    }
  }

  /** For a bound the first of several contacts is taken to use up what would make the second a repetition. */
  #asked(pairing: Pairing, { apart, isBound }: PairQuestions): Pairing {
    const { offers, wanted } = this.#wishes
    const repeats = wanted[pairing.leader] === 1 ? pairing.repeats : 0
    const whole = { loss: 0, repeats, from: offers.round.from, to: offers.round.to }
    const asked = isBound ? { ...pairing, ...whole } : pairing

    return apart.has(pairing.touchpoint) ? { ...asked, days: daysOfPairing(asked, offers) } : asked
  }

  #ask(offered: readonly Pairing[], { leaders, touchpoints, most }: PairQuestions): Pairing[] {
    const { offers, ledger } = this.#wishes
    const isInParts = partsOf(offers).length > 1
    const rooms = (leader: number) => offers.months.map((month) => Math.max(0, ledger.monthRoom(leader, month)))
    const chosen = choosePairs({
      leaders: leaders.map((prices, leader) => ({ prices, parts: isInParts ? rooms(leader) : [prices.length] })),
      touchpoints: touchpoints.map((prices) => ({ prices })),
      pairs: offered,
      most,
    })

    return chosen.map((pairing) => offered[pairing] as Pairing)
  }
}

export function countParts(parts: DaypartSet, counts: Int32Array): void {
  for (let part = 0; part < counts.length; part += 1)
    if ((parts & (1 << part)) > 0) counts[part] = (counts[part] as number) + 1
}

function isSameContact(one: Pairing, other: Pairing): boolean {
  return one.leader === other.leader && one.touchpoint === other.touchpoint && one.copy === other.copy
}

function pairingsOf(leader: number, contacts: number, wishes: PairingWishes): Pairing[] {
  const { offers, ledger } = wishes
  const { roster } = offers
  const meets = roster.touchpointsFor(leader)
  const all = meets.flatMap((touchpoint) => roster.scenariosFor(leader, touchpoint))
  const least = leastUsed(all, leader, ledger)

  return partsOf(offers).flatMap((month, part) =>
    meets.flatMap((touchpoint) => {
      const ease = offers.ease(leader, touchpoint, month)
      return ease === 0
        ? []
        : copiesOf(pairingOf({ leader, touchpoint, part, month }, ease, least, wishes), contacts, offers)
    }),
  )
}

type Meeting = Pick<Pairing, 'leader' | 'touchpoint' | 'part' | 'month'>

function pairingOf(meeting: Meeting, ease: 1 | 2, least: number, { offers, ledger, lossOf }: PairingWishes): Pairing {
  const { leader, touchpoint } = meeting
  const { from, to } = offers.round
  const repeats = leastUsed(offers.roster.scenariosFor(leader, touchpoint), leader, ledger) > least ? 1 : 0
  const earlier = Math.min(MOST_EARLIER, ledger.earlier[leader] ?? 0)
  const last = earlier + (ease === 1 ? MOST_EARLIER + 1 : 0)

  return { ...meeting, copy: 0, from, to, squeezed: ease === 1, loss: lossOf(leader)?.(touchpoint) ?? 0, repeats, last }
}

function copiesOf(pairing: Pairing, contacts: number, offers: Offers): Pairing[] {
  if (isOnce(contacts, offers)) return [pairing]

  const easily = startsOf(pairing, contacts, offers)
  const all = easily.length < contacts ? startsOf({ ...pairing, squeezed: true }, contacts, offers) : easily
  const starts = all.length > easily.length ? all : easily
  const squeezed = pairing.squeezed || starts !== easily
  const to = (copy: number) => (starts[copy + 1] ?? Number.POSITIVE_INFINITY) - cooldownOf(offers)

  return starts
    .map((from, copy) => ({ ...pairing, copy, from, to: to(copy), squeezed }))
    .filter((copy) => daysOfPairing(copy, offers).length > 0)
}

/** The first days of as many contacts as the pair could have in the round, a cool-down apart: what is to spare goes to each in equal parts. */
function startsOf({ leader, touchpoint, squeezed }: Pairing, contacts: number, offers: Offers): number[] {
  const apart = cooldownOf(offers)
  const days = offers.days(leader, touchpoint, null, squeezed)
  const early: number[] = []
  for (const day of days)
    if (early.length < contacts && day >= (early.at(-1) ?? Number.NEGATIVE_INFINITY) + apart) early.push(day)
  const [first = 0] = days
  const spare = (days.at(-1) ?? first) - first - (early.length - 1) * apart
  const even = early.map((_, i) => first + i * (apart + Math.floor(spare / early.length)))
  const isEven = even.every((from, i) =>
    days.some((day) => day >= from && day <= (even[i + 1] ?? Number.POSITIVE_INFINITY) - apart),
  )

  return isEven ? even : early
}

function cooldownOf(offers: Offers): number {
  return Math.max(1, offers.roster.problem.rules.cooldownDays)
}

function leastUsed(scenarios: readonly number[], leader: number, ledger: Ledger): number {
  return scenarios.reduce((least, scenario) => Math.min(least, ledger.uses(leader, scenario)), Number.POSITIVE_INFINITY)
}
