import type { Context } from '../../context.ts'
import { getOrganisation, type MemberRow, today } from '../members/store.ts'
import type { TouchpointRow } from '../touchpoints/store.ts'
import { isRealContact } from './duty.ts'
import { leaderShares, touchpointShares } from './fair_shares.ts'
import type { Fairness } from './fair_words.ts'
import { brokenCooldowns } from './fairness.ts'
import { owedContacts } from './goals.ts'
import { type CarriedRow, getMatrixFacts, listCarried } from './matrix_store.ts'
import { PlanningCalendar } from './planning_calendar.ts'
import { getPlanningFacts } from './planning_store.ts'
import type { Program } from './program.ts'
import { Roster } from './roster.ts'
import { problemFor } from './round_problem.ts'
import { listRoundsOf, type RoundRow } from './round_store.ts'
import { getProgram } from './store.ts'

/** As many as loads and coverage are looked at over (PRODUCT.md §2). */
const ROUNDS_LOOKED_AT = 12

export interface FairFacts extends Fairness {
  program: Program
  shownRounds: RoundRow[]
  members: MemberRow[]
  places: TouchpointRow[]
  /** In the rounds looked at. */
  carried: CarriedRow[]
}

/** Everything fairness is judged by, over the last twelve rounds that are there, drafts included. */
export function getFairFacts(ctx: Context, programId: string): FairFacts {
  const program = getProgram(ctx, programId)
  const shownRounds = listRoundsOf(ctx, programId).slice(-ROUNDS_LOOKED_AT)
  const { leaders: members, touchpoints: places } = getMatrixFacts(ctx, programId, [])
  const all = listCarried(ctx, programId)
  const shown = new Set(shownRounds.map(({ id }) => id))
  const carried = all.filter(({ roundId }) => shown.has(roundId ?? ''))
  const real = carried.filter(({ state }) => isRealContact(state))
  const { cooldownDays } = getOrganisation(ctx)

  return {
    ...{ program, shownRounds, members, places, carried, cooldownDays },
    rounds: shownRounds.length,
    leaders: leaderShares(carried, listOwed(ctx, program, shownRounds)),
    touchpoints: touchpointShares(real, places),
    brokenCooldowns: brokenCooldowns(
      all.filter(({ state }) => isRealContact(state)),
      cooldownDays,
    ),
    ownDepartment: countOwnDepartment(carried, [...members, ...places]),
  }
}

/** What each leader is owed over the rounds, by the planner's own count of the days they are there. */
function listOwed(ctx: Context, program: Program, shownRounds: readonly RoundRow[]): Map<string, number> {
  const facts = getPlanningFacts(ctx, program.id, today(ctx), today(ctx).toString())
  if (shownRounds.length === 0) return new Map(facts.leaders.map(({ id }) => [id, 0]))
  const problem = problemFor(program, facts, getOrganisation(ctx), {
    past: shownRounds.map(({ period, startsOn, endsOn }) => ({ id: period, from: startsOn, to: endsOn })),
    ahead: [],
    without: new Set(),
    roundOf: new Map(),
  })
  const owed = owedContacts(new Roster(problem), new PlanningCalendar(problem))

  return new Map(
    problem.leaders.map(({ id }, leader) => [id, owed.reduce((sum, inRound) => sum + (inRound[leader] ?? 0), 0)]),
  )
}

function countOwnDepartment(
  carried: readonly CarriedRow[],
  all: readonly { id: string; departmentId: string | null }[],
): number {
  const department = new Map(all.map(({ id, departmentId }) => [id, departmentId]))

  return carried.filter(({ leaderId, touchpointId }) => {
    const theirs = department.get(leaderId)

    return theirs && theirs === department.get(touchpointId)
  }).length
}
