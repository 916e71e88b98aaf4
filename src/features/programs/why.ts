/** Why this one: in words, for each assignment. */

import type { RoundGoals } from './goals.ts'
import type { Booking, Ledger } from './ledger.ts'
import type { RotationProblem, RotationRound } from './rotation_problem.ts'

export interface Circumstances {
  problem: RotationProblem
  ledger: Ledger
  goals: RoundGoals
  /** By touchpoint: the leaders who could have taken it. */
  candidates: readonly number[]
  /** Leaders the round had contacts for. */
  wanted: readonly number[]
}

/** Asked before the round is booked: "3 leaders could take Billing line in March; Nora has the fewest contacts so far and never used ‘Double charge’." */
export function whyThisOne(booking: Booking, { problem, ledger, goals, candidates, wanted }: Circumstances): string {
  const leader = nameOf(problem.leaders[booking.leader])
  const touchpoint = nameOf(problem.touchpoints[booking.touchpoint])
  const round = roundName(problem.rounds[booking.round] as RotationRound)
  const others = candidates[booking.touchpoint] ?? 1
  if (others === 1)
    return `Only ${leader} could take ${touchpoint} in ${round}; ${leader} ${scenarioReason(booking, problem, ledger)}.`

  return `${others} leaders could take ${touchpoint} in ${round}; ${choiceReason(booking, leader, touchpoint, goals, wanted)} and ${scenarioReason(booking, problem, ledger)}.`
}

/** The calendar month of a round that is one, else its days: "March", "15–28 June". */
export function roundName({ from, to }: RotationRound): string {
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

export function nameOf(thing: { id: string; name?: string | null | undefined } | undefined): string {
  return thing?.name || thing?.id || ''
}

/** The first goal that tells the leader from the others. */
function choiceReason(
  { leader, touchpoint }: Booking,
  name: string,
  place: string,
  goals: RoundGoals,
  wanted: readonly number[],
): string {
  const contacts = goals.contactsOfLeader(leader)
  const others = wanted.flatMap((wants, other) =>
    wants > 0 && other !== leader ? [goals.contactsOfLeader(other)] : [],
  )
  if (others.length > 0 && others.every((count) => count > contacts)) return `${name} has the fewest contacts so far`
  if (goals.lacking(touchpoint) > 0) return `${place} has had less than its share, ${name} is owed a contact`
  if (others.some((count) => count > contacts)) return `${name} has fewer contacts than others so far`

  return `${name} is owed a contact like the others, this spreads them best over the touchpoints,`
}

function scenarioReason({ leader, touchpoint, scenario }: Booking, problem: RotationProblem, ledger: Ledger): string {
  const name = nameOf(problem.scenarios[scenario])
  const uses = ledger.uses(leader, scenario)
  const only = ledger.roster.scenariosFor(leader, touchpoint).length === 1
  if (uses === 0) return `has never used ‘${name}’`
  if (only) return `‘${name}’ is the only scenario there`

  return `has used every other scenario there as often as ‘${name}’`
}
