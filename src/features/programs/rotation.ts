/** The rotation: from a problem to a plan. No clock, no chance, no database; the same problem always gives the same plan. */

import { DAYPARTS } from '../../lib/days.ts'
import { dayName } from './day_numbers.ts'
import { owedContacts } from './goals.ts'
import type { Booking, Ledger } from './ledger.ts'
import { lengthenWindows } from './longer_windows.ts'
import { LookAhead } from './look_ahead.ts'
import { mostOwedContacts } from './owed_bound.ts'
import { countBooked, type Horizon, type PlannedRound, planRound, stillWanted } from './planned_round.ts'
import { PlanningCalendar } from './planning_calendar.ts'
import { Roster } from './roster.ts'
import type { Goal, NeverPlannable, PlannedAssignment, RotationPlan, RotationProblem } from './rotation_problem.ts'
import { reportGoals, reportLeftOver } from './round_report.ts'
import { openLedger, settledLedger } from './standing.ts'

/** The best plan there is under the hard rules, or with its distance from a proven bound. */
export function planRotation(problem: RotationProblem): RotationPlan {
  if (problem.rounds.length === 0) return { assignments: [], unplanned: [], goals: [] }

  const { horizon, rounds, goals } = bestDraft(inOrder(problem))

  return {
    assignments: listAssignments(horizon.ledger, horizon.whys),
    unplanned: rounds.flatMap((round) => reportLeftOver(round, horizon)),
    goals: [...goals, ...rounds.flatMap((round) => reportGoals(round, horizon))],
  }
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
    fixed: byText(problem.fixed, ({ from, leader, touchpoint }) => `${from} ${leader} ${touchpoint}`),
  }
}

interface Draft {
  horizon: Horizon
  rounds: PlannedRound[]
  /** Those of the whole horizon. */
  goals: Goal[]
}

/** Long windows keep cool-downs running: where contacts are missing, shorter ones are tried, and grow again when all stands. */
function bestDraft(problem: RotationProblem): Draft {
  let best = draft(problem, problem.rules.longestWindow ?? null)
  for (const longest of [3, 1]) {
    const [owed] = best.goals
    if (!owed || owed.value === owed.bound) break
    const other = draft(problem, longest)
    if ((other.goals[0]?.value ?? 0) > owed.value) best = other
  }
  lengthenWindows(best.horizon.ledger, best.horizon.calendar, problem.rules.longestWindow ?? Number.POSITIVE_INFINITY)

  return best
}

function draft(problem: RotationProblem, longestWindow: number | null): Draft {
  const roster = new Roster({ ...problem, rules: { ...problem.rules, longestWindow } })
  const calendar = new PlanningCalendar(problem)
  const { ledger, dropped } = openLedger(roster, calendar)
  const ahead = { roster, calendar, ledger, owed: owedContacts(roster, calendar) }
  const horizon = { ...ahead, whys: new Map(), lookAhead: new LookAhead(ahead) }
  const rounds = fillUp(planAll(horizon), horizon)

  return { horizon, rounds, goals: horizonGoals(horizon, dropped.length) }
}

function planAll(horizon: Horizon): PlannedRound[] {
  return horizon.roster.rounds.flatMap(({ closed }, round) => (closed ? [] : [planRound(round, horizon)]))
}

/**
 * What a round could not place may fit once the windows stand, so the rounds are gone through again until nothing is added.
 * Bounds of a round filled up, and of those after it, were proven for less and are not claimed any more.
 */
function fillUp(rounds: PlannedRound[], horizon: Horizon): PlannedRound[] {
  let isFilled = false
  const filled = rounds.map((planned) => {
    const more = stillWanted(planned.round, horizon).most > 0 ? planRound(planned.round, horizon) : null
    isFilled ||= (more?.bookings.length ?? 0) > 0

    return isFilled ? { ...planned, best: NOTHING_CLAIMED, repeats: planned.repeats + (more?.repeats ?? 0) } : planned
  })

  return isFilled ? fillUp(filled, horizon) : rounds
}

const NOTHING_CLAIMED = { loads: 0, coverage: 0, repeats: 0, dayparts: 0 }

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

function horizonGoals(horizon: Horizon, dropped: number): Goal[] {
  const open = horizon.roster.rounds.flatMap(({ closed }, round) => (closed ? [] : [round]))
  const planned = open.reduce((sum, round) => sum + countBooked(round, horizon.ledger), 0)
  const missing = open.reduce((sum, round) => sum + stillWanted(round, horizon).most, 0)
  const possible = missing > 0 ? mostOwedContacts({ ...horizon, ledger: settledLedger(horizon.roster) }) : planned
  const bound = Math.max(planned, Math.min(planned + missing, possible))
  const because = `No proof was found that ${bound - planned} more cannot be planned; what is left over is listed with its reasons.`

  return [
    { round: null, name: 'owed', value: planned, bound, ...(planned === bound ? {} : { because }) },
    { round: null, name: 'changes', value: dropped, bound: dropped },
  ]
}
