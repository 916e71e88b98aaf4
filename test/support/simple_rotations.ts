/** What a spreadsheet would do, round by round and leader by leader, with every hard rule kept: to compare the planner with. */

import { owedContacts, RoundGoals } from '../../src/features/programs/goals.ts'
import { Ledger } from '../../src/features/programs/ledger.ts'
import { PlanningCalendar } from '../../src/features/programs/planning_calendar.ts'
import { Roster, type RosterRound } from '../../src/features/programs/roster.ts'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { DAYPARTS } from '../../src/lib/days.ts'
import { chances } from './rotation_problems.ts'

/** How even the loads and how near the coverage of a round is: the goals of PRODUCT.md §2, lower is better. */
export interface Fairness {
  contacts: number
  loads: number[]
  coverage: number[]
}

/** Whoever has had least comes first, and takes the touchpoint that is furthest behind its share. */
export function greedyRotation(problem: RotationProblem): Fairness {
  return rotate(problem, (list, worth) => list.toSorted((a, b) => worth(a) - worth(b)))
}

/** Leaders and touchpoints as they come up. */
export function randomRotation(problem: RotationProblem, seed: number): Fairness {
  const chance = chances(seed)

  return rotate(problem, (list) => {
    const drawn = list.map((one) => ({ one, at: chance() }))
    return drawn.sort((a, b) => a.at - b.at).map(({ one }) => one)
  })
}

type InTurn = (list: number[], worth: (one: number) => number) => number[]

function rotate(problem: RotationProblem, inTurn: InTurn): Fairness {
  const roster = new Roster(problem)
  const calendar = new PlanningCalendar(problem)
  const owed = owedContacts(roster, calendar)
  const ledger = new Ledger(roster)
  const fairness: Fairness = { contacts: 0, loads: [], coverage: [] }
  for (const [number, round] of roster.rounds.entries()) {
    const before = new RoundGoals(roster, ledger, owed, number)
    const due = problem.leaders.flatMap((_, leader) => ((owed[number]?.[leader] ?? 0) > 0 ? [leader] : []))
    for (const leader of inTurn(due, (leader) => before.contactsOfLeader(leader))) {
      const goals = new RoundGoals(roster, ledger, owed, number)
      const behind = (touchpoint: number) => goals.contactsAt(touchpoint) - goals.shareOf(touchpoint, 1)
      const places = inTurn([...roster.touchpointsFor(leader)], behind)
      if (places.some((touchpoint) => take({ leader, touchpoint, number, round }, ledger, calendar)))
        fairness.contacts += 1
    }
    const after = new RoundGoals(roster, ledger, owed, number)
    fairness.loads.push(after.loads())
    fairness.coverage.push(after.coverage())
  }

  return fairness
}

interface Wish {
  leader: number
  touchpoint: number
  number: number
  round: RosterRound
}

/** The first free days there are, up to five that can be used. */
function take({ leader, touchpoint, number, round }: Wish, ledger: Ledger, calendar: PlanningCalendar): boolean {
  const isFree = (day: number) =>
    ledger.rest(leader, touchpoint, day) === 'rested' &&
    ledger.windowsAt(touchpoint).every((window) => day < window.from || window.to < day)
  const days: number[] = []
  for (let day = round.from; day <= round.to && days.length < LONGEST; day += 1) {
    if (days.length > 0 && !isFree(day)) break
    if (isFree(day) && calendar.dayparts(leader, touchpoint, day) !== 0) days.push(day)
  }
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return false
  const daypart = DAYPARTS.findIndex((_, part) => (calendar.dayparts(leader, touchpoint, from) & (1 << part)) > 0)
  ledger.book({ leader, touchpoint, scenario: -1, round: number, from, to, daypart, days, published: null })

  return true
}

const LONGEST = 5
