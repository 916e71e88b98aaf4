/** One round planned on top of everything that is booked: pairs, then windows, then reasons. */

import { RoundGoals } from './goals.ts'
import type { Booking, Ledger } from './ledger.ts'
import type { Ahead, LookAhead } from './look_ahead.ts'
import { Offers } from './offers.ts'
import type { RosterRound } from './roster.ts'
import type { RotationProblem, Unplanned } from './rotation_problem.ts'
import { bookPicks } from './round_bookings.ts'
import { type Chosen, RoundPairs, type RoundToPlan } from './round_picks.ts'
import { type Proof, proofOf } from './round_proof.ts'
import { listGaps } from './unplanned.ts'
import { Reasons } from './why.ts'

/** What the rounds share; the ledger and the reasons grow from round to round. */
export interface Horizon extends Ahead {
  whys: Map<Booking, string>
  lookAhead: LookAhead
}

/** Of the round, and whether each is to be on its very day. */
export interface ChosenContacts {
  contacts: readonly Chosen[]
  isOnTheDay: boolean
}

export interface PlannedRound {
  round: number
  bookings: Booking[]
  /** Touchpoints nobody could take. */
  gaps: Unplanned[]
  /** What the goals could be at best. */
  proof: Proof
  /** Scenarios played again before their turn. */
  repeats: number
}

/** `chosen`: the contacts to make, where they were chosen for all rounds at once. */
export function planRound(round: number, horizon: Horizon, chosen?: ChosenContacts): PlannedRound {
  const { roster, ledger } = horizon
  const lossOf = isDealt(roster.problem) ? () => null : (leader: number) => horizon.lookAhead.lossOf(round, leader)
  const pairs = pairsOf(round, horizon, lossOf)
  const { goals, offers, wanted } = pairs.toPlan
  const gaps = listGaps(offers, round, ledger)
  const picked = chosen ? pairs.pickThese(chosen.contacts, chosen.isOnTheDay) : pairs.pick()
  const { bookings, repeats } = bookPicks(picked.picks, { round, offers, ledger, goals })
  const proof = proofOf(pairs, bookings.length)
  const reasons = new Reasons({ ...picked, offers, ledger, goals, wanted })
  for (const booking of bookings) horizon.whys.set(booking, reasons.whyThisOne(booking))
  for (const booking of bookings) enter(booking, ledger)

  return { round, bookings, gaps, proof, repeats }
}

/** The pairs a round offers on top of everything that is booked. */
export function pairsOf(round: number, ahead: Ahead, lossOf: RoundToPlan['lossOf'] = () => null): RoundPairs {
  const { roster, calendar, ledger, owed } = ahead
  const goals = new RoundGoals(roster, ledger, owed, round)
  const offers = new Offers(roster, calendar, ledger, roster.rounds[round] as RosterRound)

  return new RoundPairs({ ledger, offers, goals, ...stillWanted(round, ahead), lossOf })
}

/** What is owed in the round less what stands already: by leader, and in all. */
export function stillWanted(round: number, { roster, ledger, owed }: Ahead): { wanted: number[]; most: number } {
  const { contactsPerLeader, contactsPerRound } = roster.problem.rules
  const given = (leader: number) => (ledger.byLeader[round]?.[leader] ?? 0) + (ledger.missed[round]?.[leader] ?? 0)
  const due = owed[round] as number[]
  if (typeof contactsPerRound === 'number') {
    const most = due.some((contacts) => contacts > 0)
      ? Math.max(0, contactsPerRound - countBooked(round, ledger) - countMissed(round, ledger))
      : 0
    return { wanted: due.map((contacts) => (contacts > 0 ? most : 0)), most }
  }
  const wanted = due.map((contacts, leader) => (contacts > 0 ? Math.max(0, contactsPerLeader - given(leader)) : 0))

  return { wanted, most: wanted.reduce((sum, contacts) => sum + contacts, 0) }
}

/** Whether contacts are dealt among the leaders of a round instead of owed to each. */
export function isDealt({ rules }: RotationProblem): boolean {
  return typeof rules.contactsPerRound === 'number'
}

export function countBooked(round: number, ledger: Ledger): number {
  return (ledger.byLeader[round] as Int32Array).reduce((sum, contacts) => sum + contacts, 0)
}

function countMissed(round: number, ledger: Ledger): number {
  return (ledger.missed[round] as Int32Array).reduce((sum, contacts) => sum + contacts, 0)
}

function enter(booking: Booking, ledger: Ledger): void {
  ledger.squeeze(booking.leader, booking.touchpoint, booking.from)
  ledger.book(booking)
}
