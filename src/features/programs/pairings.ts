/** The pairs a round offers: each leader still owed a contact with each touchpoint they could take. */

import type { Ledger } from './ledger.ts'
import type { Offers } from './offers.ts'
import type { PairQuestion } from './round_flow.ts'

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
  /** Contacts of later rounds that are lost by a choice. */
  loss(leader: number, touchpoint: number): number
}

/** The months of the round as parts; a round within one month is one part. */
export function partsOf({ months }: Offers): (string | null)[] {
  return months.length > 1 ? months : [null]
}

export function listPairings(wishes: PairingWishes): Pairing[] {
  return wishes.wanted.flatMap((contacts, leader) => (contacts > 0 ? pairingsOf(leader, contacts, wishes) : []))
}

/** The days of a pairing. The contacts of one pair share the days out, so that their windows keep the cool-down. */
export function daysOfPairing({ leader, touchpoint, month, from, to, squeezed }: Pairing, offers: Offers): number[] {
  return offers.days(leader, touchpoint, month, squeezed).filter((day) => day >= from && day <= to)
}

/** Contacts before the first round that still tell leaders apart. */
const MOST_EARLIER = 24

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

function pairingOf(meeting: Meeting, ease: 1 | 2, least: number, { offers, ledger, loss }: PairingWishes): Pairing {
  const { leader, touchpoint } = meeting
  const { from, to } = offers.round
  const repeats = leastUsed(offers.roster.scenariosFor(leader, touchpoint), leader, ledger) > least ? 1 : 0
  const earlier = Math.min(MOST_EARLIER, ledger.earlier[leader] ?? 0)
  const last = earlier + (ease === 1 ? MOST_EARLIER + 1 : 0)

  return { ...meeting, copy: 0, from, to, squeezed: ease === 1, loss: loss(leader, touchpoint), repeats, last }
}

/** Several contacts of the same pair are possible where the cool-down is shorter than the round. */
function copiesOf(pairing: Pairing, contacts: number, offers: Offers): Pairing[] {
  if (contacts < 2 || cooldownOf(offers) > offers.round.to - offers.round.from) return [pairing]

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
