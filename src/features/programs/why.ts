/** Why this one: in words, for each assignment. */

import { counted, listed } from '../../lib/words.ts'
import { reasonsInWords } from './gaps.ts'
import type { RoundGoals } from './goals.ts'
import type { Booking, Ledger } from './ledger.ts'
import type { Offers } from './offers.ts'
import type { Candidates, Pairing } from './pairings.ts'
import type { RotationProblem, RotationRound } from './rotation_problem.ts'
import { counted as countReasons } from './unplanned.ts'

/** What was known when the pairs of a round were chosen. */
export interface Circumstances {
  picks: readonly Pairing[]
  /** By touchpoint: the leaders who could have taken it. */
  candidates: readonly Candidates[]
  offers: Offers
  ledger: Ledger
  goals: RoundGoals
  /** By leader: contacts the round had for them. */
  wanted: readonly number[]
}

/** Asked before the round is booked. */
export class Reasons {
  readonly #known: Circumstances
  readonly #problem: RotationProblem
  readonly #round: string
  /** The fewest and most contacts so far of a leader the round had one for, and how many have the fewest. */
  readonly #fewest: number
  readonly #most: number
  readonly #withFewest: number
  readonly #isForAll: boolean

  constructor(known: Circumstances) {
    const { offers, goals, wanted, picks } = known
    const counts = wanted.flatMap((wants, leader) => (wants > 0 ? [goals.contactsOfLeader(leader)] : []))
    this.#known = known
    this.#problem = offers.roster.problem
    this.#round = roundName(this.#problem.rounds[offers.roster.rounds.indexOf(offers.round)] as RotationRound)
    this.#fewest = counts.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY)
    this.#most = counts.reduce((most, count) => Math.max(most, count), 0)
    this.#withFewest = counts.filter((count) => count === this.#fewest).length
    this.#isForAll = new Set(picks.map(({ leader }) => leader)).size === counts.length
  }

  /** "Viktor and Amara could also take Billing line in March. Billing line has had 4 contacts; its share by the end of March is 6. Nora has never used ‘Double charge’." */
  whyThisOne(booking: Booking): string {
    const leader = nameOf(this.#problem.leaders[booking.leader])
    const touchpoint = nameOf(this.#problem.touchpoints[booking.touchpoint])
    const scenario = `${leader} ${scenarioReason(booking, this.#problem, this.#known.ledger)}`
    const others = this.#othersFor(booking)
    if (others === null)
      return `Only ${leader} could take ${touchpoint} in ${this.#round}${this.#whyNobodyElse(booking)}. ${scenario}.`

    return `${others} could also take ${touchpoint} in ${this.#round}. ${this.#decision(booking, leader, touchpoint)}. ${scenario}.`
  }

  /** "Viktor, Amara and 3 others"; null: nobody else could. */
  #othersFor({ leader, touchpoint }: Booking): string | null {
    const { count, some } = this.#known.candidates[touchpoint] ?? { count: 1, some: [] }
    if (count < 2) return null
    const named = some.filter((other) => other !== leader).slice(0, MOST_NAMED)
    const names = named.map((other) => nameOf(this.#problem.leaders[other]))
    const unnamed = count - 1 - names.length

    return listed(unnamed > 0 ? [...names, counted(unnamed, 'other')] : names)
  }

  /** Where leaders are too many to ask one by one, it is left at that. */
  #whyNobodyElse({ leader, touchpoint }: Booking): string {
    const { offers, wanted } = this.#known
    if (wanted.length > MOST_ASKED || wanted.length < 2) return ''
    const others = wanted.flatMap((wants, other) => (other === leader ? [] : [{ wants, other }]))
    const reasons = others.map(
      ({ wants, other }) => offers.reason(other, touchpoint) ?? (wants > 0 ? 'capacity' : 'per_round'),
    )
    const known = reasons.filter((reason) => reason !== 'per_round')
    const busy = reasons.length - known.length
    const words = [reasonsInWords(countReasons(known)), busy > 0 ? `${busy} owed no more contacts` : ''].filter(Boolean)

    return ` (${words.join(', ')})`
  }

  /** The first goal that tells this choice from another. */
  #decision({ leader, touchpoint }: Booking, name: string, place: string): string {
    const { goals } = this.#known
    const contacts = goals.contactsOfLeader(leader)
    const had = goals.contactsAt(touchpoint)
    const share = goals.shareOf(touchpoint, this.#known.picks.length)
    if (!this.#isForAll && contacts < this.#most)
      return contacts === this.#fewest && this.#withFewest === 1
        ? `${name} has the fewest contacts so far`
        : `${name} has fewer contacts so far than others`
    if (share - had >= 0.5)
      return `${place} has had ${counted(had, 'contact')}; its share by the end of ${this.#round} is ${decimal(share)}`

    return this.#isForAll
      ? `Everybody gets the contacts owed to them, and this spreads them best`
      : `${name} is as much in turn as the others, and this spreads the contacts best`
  }
}

/** Others named in a sentence, and leaders asked one by one why not. */
const MOST_NAMED = 3
const MOST_ASKED = 200

/** The calendar month of a round that is one, else its days: "March", "15–28 June". */
function roundName({ from, to }: RotationRound): string {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  const sameMonth = first.toPlainYearMonth().equals(last.toPlainYearMonth())
  if (sameMonth && first.day === 1 && last.day === last.daysInMonth) return monthOf(first)

  return sameMonth
    ? `${first.day}–${last.day} ${monthOf(last)}`
    : `${first.day} ${monthOf(first)}–${last.day} ${monthOf(last)}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

function monthOf({ month }: Temporal.PlainDate): string {
  return MONTHS[month - 1] as string
}

function nameOf(thing: { id: string; name?: string | null | undefined } | undefined): string {
  return thing?.name || thing?.id || ''
}

function decimal(value: number): string {
  return String(Math.round(value * 10) / 10)
}

function scenarioReason({ leader, touchpoint, scenario }: Booking, problem: RotationProblem, ledger: Ledger): string {
  const name = nameOf(problem.scenarios[scenario])
  const uses = ledger.uses(leader, scenario)
  const only = ledger.roster.scenariosFor(leader, touchpoint).length === 1
  if (uses === 0) return `has never used ‘${name}’`
  if (only) return `‘${name}’ is the only scenario there`

  return `has used every other scenario there as often as ‘${name}’`
}
