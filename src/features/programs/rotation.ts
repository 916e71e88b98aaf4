/** The rotation: from a problem to a plan. No clock, no chance, no database; the same problem always gives the same plan. */

import { DAYPARTS } from '../../lib/days.ts'
import type { SolveWholeNumbers } from '../../platform/solver/whole_numbers.ts'
import { changesBetween } from './changes.ts'
import { dayName } from './day_numbers.ts'
import type { Booking, Ledger } from './ledger.ts'
import { PlanningCalendar } from './planning_calendar.ts'
import { Roster } from './roster.ts'
import { bestDraft, type Draft, mayBeProven, type Tell } from './rotation_draft.ts'
import type {
  FixedAssignment,
  Goal,
  NeverPlannable,
  PlannedAssignment,
  RotationPlan,
  RotationProblem,
} from './rotation_problem.ts'
import { reportGoals, reportLeftOver } from './round_report.ts'
import { movableOf } from './standing.ts'

/**
 * The best plan there is under the hard rules, or with its distance from a proven bound. Tells how many of the rounds are drawn. With somebody who
 * solves programs in whole numbers, small horizons are looked at as a whole where the rounds one by one prove too little.
 */
export function planRotation(
  problem: RotationProblem,
  tell: Tell = () => {},
  solve: SolveWholeNumbers | null = null,
): RotationPlan {
  if (problem.rounds.length === 0) return { assignments: [], unplanned: [], goals: [] }

  const written = inOrder(problem)
  const draft = bestDraft(written, tell, solve)
  const { horizon, rounds, owed, slackOf } = draft
  const assignments = listAssignments(horizon.ledger, horizon.whys)
  const goals = rounds.flatMap((round) => reportGoals(round, horizon, slackOf(round.round)))

  return {
    assignments,
    unplanned: rounds.flatMap((round) => reportLeftOver(round, horizon)),
    goals: [owed, changesGoal(written, assignments, draft, goals), ...goals],
  }
}

/** Changes come after the owed contacts, and after loads where a lead says so: only where those are at their bounds are so many necessary. */
function changesGoal(
  problem: RotationProblem,
  assignments: readonly PlannedAssignment[],
  { owed, leastChanges: { broken, released } }: Draft,
  goals: readonly Goal[],
): Goal {
  const value = changesBetween(movableOf(problem), assignments).length
  const isBest = ({ value, bound }: Goal) => value === bound
  const isFirst =
    isBest(owed) && (!problem.rules.evennessFirst || goals.every((goal) => goal.name !== 'loads' || isBest(goal)))
  const bound = broken + (isFirst ? released : 0)
  const because = 'No proof was found that fewer published windows could change.'

  return { round: null, name: 'changes', value, bound, ...(value === bound ? {} : { because }) }
}

/** Whether a plan could be better, or be proven to be the best, by looking at all its rounds at once. */
export function isOpenToProof(problem: RotationProblem, { goals }: RotationPlan): boolean {
  const owed = goals.find(({ name }) => name === 'owed')

  return owed !== undefined && mayBeProven(problem, owed)
}

/** Leaders and touchpoints that can never meet, whatever the round; shown before the first one. */
export function pairsNeverPlannable(problem: RotationProblem): NeverPlannable[] {
  const roster = new Roster(problem)
  const calendar = problem.rounds.length > 0 ? new PlanningCalendar(problem) : null

  return problem.leaders.flatMap((leader, l) =>
    problem.touchpoints.flatMap((touchpoint, t) => {
      const reason = roster.barrier(l, t) ?? calendar?.barrier(l, t) ?? null
      return reason ? [{ leader: leader.id, touchpoint: touchpoint.id, reason }] : []
    }),
  )
}

/** The order in which somebody wrote them down decides nothing. */
function inOrder(problem: RotationProblem): RotationProblem {
  const byId = <T extends { id: string }>(list: readonly T[]) => list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const byText = <T>(list: readonly T[], text: (item: T) => string) =>
    list.toSorted((a, b) => (text(a) < text(b) ? -1 : 1))

  return {
    ...problem,
    leaders: byId(problem.leaders),
    touchpoints: byId(problem.touchpoints),
    scenarios: byId(problem.scenarios),
    rounds: byText(problem.rounds, ({ from }) => from),
    history: byText(problem.history, ({ day, leader, touchpoint }) => `${day} ${leader} ${touchpoint}`),
    missed: byText(problem.missed ?? [], ({ round, leader }) => `${round} ${leader}`),
    fixed: once(byText(problem.fixed, windowOf)),
  }
}

/** Whoever writes the same window down twice means one; that it was started counts. */
function once(fixed: readonly FixedAssignment[]): FixedAssignment[] {
  const windows = Map.groupBy(fixed, (window) => `${window.round} ${windowOf(window)}`)

  return [...windows.values()].map((same) => same.find(({ started }) => started) ?? (same[0] as FixedAssignment))
}

function windowOf({ from, to, leader, touchpoint }: FixedAssignment): string {
  return `${from} ${to} ${leader} ${touchpoint}`
}

function listAssignments(ledger: Ledger, whys: ReadonlyMap<Booking, string>): PlannedAssignment[] {
  const { rounds } = ledger.roster
  const shown = ledger.bookings.filter(({ round }) => round >= 0 && !rounds[round]?.closed)

  return shown
    .toSorted((a, b) => a.round - b.round || a.from - b.from || a.touchpoint - b.touchpoint || a.leader - b.leader)
    .map((booking) => assignmentOf(booking, ledger.roster, whys.get(booking) ?? 'It is published and stays as it is.'))
}

function assignmentOf(
  { leader, touchpoint, scenario, round, from, to, daypart, published }: Booking,
  { problem }: Roster,
  why: string,
): PlannedAssignment {
  return {
    leader: published?.leader ?? problem.leaders[leader]?.id ?? '',
    touchpoint: published?.touchpoint ?? problem.touchpoints[touchpoint]?.id ?? '',
    scenario: published ? (published.scenario ?? null) : (problem.scenarios[scenario]?.id ?? null),
    round: problem.rounds[round]?.id ?? '',
    from: dayName(from),
    to: dayName(to),
    daypart: DAYPARTS[daypart] ?? null,
    why,
  }
}
