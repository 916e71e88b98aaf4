/** How good a planned round is, goal by goal, and what is left over in it. */

import { closePairs, RoundGoals } from './goals.ts'
import { Offers } from './offers.ts'
import { type Horizon, type PlannedRound, stillWanted } from './planned_round.ts'
import type { RosterRound } from './roster.ts'
import type { Goal, GoalName, Unplanned } from './rotation_problem.ts'
import { listLeftOver } from './unplanned.ts'

/** Bounds hold for what is planned in the rounds before; where a round was filled up a second time only the trivial bound is claimed. */
export function reportGoals({ round, best, repeats }: PlannedRound, { roster, ledger, owed }: Horizon): Goal[] {
  const goals = new RoundGoals(roster, ledger, owed, round)
  const { spacingDays } = roster.problem.rules
  const close = roster.problem.touchpoints.map((_, touchpoint) =>
    closePairs(ledger.windowsNear(touchpoint, roster.rounds[round] as RosterRound, spacingDays), round, spacingDays),
  )
  const values: [GoalName, value: number, bound: number][] = [
    ['loads', goals.loads(), best.loads],
    ['coverage', goals.coverage(), best.coverage],
    ['scenarios', repeats, best.repeats],
    ['dayparts', goals.dayparts(), best.dayparts],
    ['spacing', close.reduce((sum, pairs) => sum + pairs, 0), 0],
  ]
  const id = roster.rounds[round]?.id ?? ''

  return values.map(([name, value, bound]) => ({
    round: id,
    name,
    value,
    bound,
    ...(value === bound ? {} : { because: BECAUSE[name] ?? '' }),
  }))
}

export function reportLeftOver({ round, gaps }: PlannedRound, horizon: Horizon): Unplanned[] {
  const { roster, calendar, ledger } = horizon
  const offers = new Offers(roster, calendar, ledger, roster.rounds[round] as RosterRound)

  return [
    ...gaps,
    ...listLeftOver(offers, stillWanted(round, horizon), (leader) => ledger.byLeader[round]?.[leader] ?? 0),
  ]
}

const SCARCE = 'Days at a touchpoint are too few for all who could take them.'

/** Why a value is not its bound. */
const BECAUSE: Partial<Record<GoalName, string>> = {
  loads: SCARCE,
  coverage: SCARCE,
  scenarios: SCARCE,
  dayparts: 'Not every leader is free in the dayparts in which customers call.',
  spacing: 'There are more contacts at a touchpoint than its days can hold apart.',
}
