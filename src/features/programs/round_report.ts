/** How good a planned round is, goal by goal, and what is left over in it. */

import { closePairs, RoundGoals } from './goals.ts'
import { Offers } from './offers.ts'
import { type Horizon, type PlannedRound, stillWanted } from './planned_round.ts'
import type { RosterRound } from './roster.ts'
import type { Goal, GoalName, Unplanned } from './rotation_problem.ts'
import { listLeftOver } from './unplanned.ts'

/** How many contacts of the round another plan as good as this one in the owed contacts could have fewer, or more. */
export interface Slack {
  fewer: number
  more: number
}

/** Each bound holds among the plans that are as good in the goals before it, the rounds before being as planned. */
export function reportGoals({ round, proof, repeats }: PlannedRound, horizon: Horizon, slack: Slack): Goal[] {
  const { roster, ledger, owed } = horizon
  const goals = new RoundGoals(roster, ledger, owed, round)
  const { anyway } = proof
  const together = proof.together?.coverage === null ? undefined : proof.together
  const isSure = slack.fewer + slack.more === 0 || proof.isMost
  const loads = at('loads', goals.loads(), together?.loads ?? (isSure ? proof.loads : anyway.loads))
  const isEven = isSure && loads.value === loads.bound
  const least = () => anyway.coverage(proof.contacts - slack.fewer, proof.contacts + slack.more)
  const coverage = at('coverage', goals.coverage(), together?.coverage ?? (isEven ? proof.coverage : least()))
  const isSpread = isEven && coverage.value === coverage.bound
  const all = [
    loads,
    coverage,
    at('scenarios', repeats, isSpread ? proof.repeats : 0),
    at('dayparts', goals.dayparts(), isSpread ? proof.dayparts : anyway.dayparts()),
    at('spacing', closeWindows(round, horizon), isSpread ? proof.spacing : 0),
  ]

  return all.map((goal) => ({ round: roster.rounds[round]?.id ?? '', ...goal }))
}

/** A millionth apart is the noise of fractions. */
function at(name: GoalName, value: number, bound: number): Omit<Goal, 'round'> {
  const same = Math.abs(value - bound) <= 2e-6

  return same ? { name, value, bound: value } : { name, value, bound, because: BECAUSE[name] ?? '' }
}

function closeWindows(round: number, { roster, ledger }: Horizon): number {
  const { spacingDays } = roster.problem.rules
  const days = roster.rounds[round] as RosterRound

  return roster.problem.touchpoints.reduce(
    (sum, _, touchpoint) => sum + closePairs(ledger.windowsNear(touchpoint, days, spacingDays), round, spacingDays),
    0,
  )
}

export function reportLeftOver({ round, gaps }: PlannedRound, horizon: Horizon): Unplanned[] {
  const { roster, calendar, ledger } = horizon
  const offers = new Offers(roster, calendar, ledger, roster.rounds[round] as RosterRound)

  return [
    ...gaps,
    ...listLeftOver(offers, stillWanted(round, horizon), (leader) => ledger.byLeader[round]?.[leader] ?? 0),
  ]
}

/** Why a value is not its bound. */
const BECAUSE: Partial<Record<GoalName, string>> = {
  loads:
    'No proof was found that they cannot be more even: days at a touchpoint are scarce, or not everything owed can be planned.',
  coverage:
    'No proof was found that it cannot be closer: days at a touchpoint are scarce, or not everything owed can be planned.',
  scenarios: 'No proof was found that fewer would do: which contacts a leader makes decides which scenarios are left.',
  dayparts: 'The bound supposes that those who get a contact are free in the dayparts in which customers call.',
  spacing: 'The bound supposes that those who get a contact are free on any day their touchpoint is open.',
}
