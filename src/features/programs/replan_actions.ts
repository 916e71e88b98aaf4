import type { Context } from '../../context.ts'
import { record } from '../../platform/db/audit.ts'
import { getOrganisation, today } from '../members/store.ts'
import { isRealContact } from './duty.ts'
import { horizonFor, periodOf, ROUNDS_AFTER } from './horizon.ts'
import type { Priority } from './life_change.ts'
import { listBrokenDuties } from './placement_store.ts'
import { getPlanningFacts, listBooked } from './planning_store.ts'
import type { Program } from './program.ts'
import { countMoved, hadTheirTurn, type Move, movesBetween, PLANNED_AGAIN, type Published } from './replan.ts'
import { listRetestsToKeep } from './retest_store.ts'
import { planWithRetests } from './retests.ts'
import type { PlannedAssignment, Planner, RotationPlan } from './rotation_problem.ts'
import { columnsOf, plannablePeriods, reportOf, writeDraft } from './round_actions.ts'
import { movableWindows, type PlanningFacts, problemFor } from './round_problem.ts'
import {
  type Duty,
  deleteDrawn,
  getDuty,
  insertAssignment,
  listDuties,
  listRoundsOf,
  type RoundRow,
  updateAssignment,
  updateRound,
} from './round_store.ts'

export type Moved = Move<PlannedAssignment> & {
  /** The rule that what was published no longer keeps; null: it is moved for the sake of the whole. */
  why: string | null
}

/** What planning one program again came to. */
export interface Replanned {
  programId: string
  /** Published contacts whose window is not over. */
  published: number
  moves: Moved[]
  /** Whether it is proven that no plan as good moves fewer. */
  isLeast: boolean
  /** Owed in the published rounds, and nobody could be given it. */
  unplaced: number
  drafts: number
  /** Σ (contacts − owed)², over the rounds planned again. */
  loads: number
}

/**
 * Plans what is published and not started, and every draft, again. Null where there is nothing to plan again. Inside a transaction;
 * whoever calls it tells those it concerns.
 */
export function replan(ctx: Context, program: Program, priority: Priority, planner?: Planner): Replanned | null {
  const rounds = listRoundsOf(ctx, program.id).filter((one) => one.state !== 'closed' && one.endsOn > `${today(ctx)}`)
  if (rounds.length === 0) return null
  const [running, drafts] = [rounds.filter(isPublished), rounds.filter((round) => !isPublished(round))]
  const before = getPlanningFacts(ctx, program.id, today(ctx))
  const broken = running.flatMap((round) => listBrokenDuties(ctx, round, 'open', before))
  const known = withoutDrafts(ctx, drafts, before)
  const facts = withWhatHappened(ctx, running, known)
  const plan = planAgain(ctx, program, { rounds, facts, broken: broken.map(({ duty }) => duty), priority, planner })
  const moves = movesBetween(publishedIn(running, facts), plannedIn(running, plan))
  for (const round of running) carryOut(ctx, round, { moves, plan, facts })
  for (const draft of drafts) writeDraft(ctx, program, draft, plan, facts)
  record(ctx, 'planned again', 'program', program.id, { moved: countMoved(moves) })
  const whys = new Map(broken.map(({ duty, words }) => [duty.id, words]))

  return {
    programId: program.id,
    published: publishedIn(running, known).length,
    moves: moves.map((move) => ({ ...move, why: whys.get(move.before?.id ?? '') ?? null })),
    isLeast: isProvenLeast(plan),
    unplaced: countUnplaced(running, plan),
    drafts: drafts.length,
    loads: loadsOf(rounds, plan),
  }
}

/** What is known once the drafts are gone: they are drawn anew. */
function withoutDrafts(ctx: Context, drafts: readonly RoundRow[], before: PlanningFacts): PlanningFacts {
  for (const draft of drafts) deleteDrawn(ctx, draft.id)

  return drafts.length > 0 ? { ...before, booked: listBooked(ctx, today(ctx)) } : before
}

function isPublished({ state }: RoundRow): boolean {
  return state === 'published'
}

interface Again {
  rounds: readonly RoundRow[]
  facts: PlanningFacts
  /** Contacts that no longer keep the rules: these may move though their window has begun. */
  broken: readonly Duty[]
  priority: Priority
  planner: Planner | undefined
}

function planAgain(ctx: Context, program: Program, { rounds, facts, broken, priority, planner }: Again): RotationPlan {
  const earliest = today(ctx).add({ days: 1 })
  const stored = listRoundsOf(ctx, program.id)
  const after = plannablePeriods(ctx, program, stored.length + ROUNDS_AFTER)
    .filter(({ key }) => !stored.some(({ period }) => period === key))
    .slice(0, ROUNDS_AFTER)
  const horizon = horizonFor(stored, rounds.map(periodOf), after, earliest)
  const movable = new Set([...movableWindows(facts.booked, program.id, `${today(ctx)}`), ...broken.map(({ id }) => id)])
  const without = spentOf(broken, `${today(ctx)}`)
  const problem = problemFor(program, facts, getOrganisation(ctx), { ...horizon, movable, without })

  const asked = { ...problem, rules: { ...problem.rules, evennessFirst: priority === 'even' } }
  const waiting = listRetestsToKeep(ctx, facts.touchpoints, { today: `${today(ctx)}`, movable })

  return planWithRetests(asked, waiting, new Set(rounds.map(({ period }) => period)), planner)
}

/** The planner asks whether a window holds a usable day; of one that has begun, it may be one that is over. These have to go. */
function spentOf(broken: readonly Duty[], day: string): Set<string> {
  return new Set(broken.filter(({ fromDay }) => fromDay <= day).map(({ id }) => id))
}

function publishedIn(running: readonly RoundRow[], { booked }: PlanningFacts): Published[] {
  const periods = new Map(running.map(({ id, period }) => [id, period]))

  return booked.flatMap(({ id, roundId, leaderId, touchpointId, fromDay, toDay, daypart }) => {
    const round = periods.get(roundId ?? '')

    return round ? [{ id, leader: leaderId, touchpoint: touchpointId, round, from: fromDay, to: toDay, daypart }] : []
  })
}

function plannedIn(running: readonly RoundRow[], plan: RotationPlan): PlannedAssignment[] {
  const periods = new Set(running.map(({ period }) => period))

  return plan.assignments.filter(({ round }) => periods.has(round))
}

/**
 * What was made in these rounds stands in them, though its window is over. And whoever had their turn in a round, whatever came of it,
 * is owed nothing more in it.
 */
function withWhatHappened(ctx: Context, running: readonly RoundRow[], known: PlanningFacts): PlanningFacts {
  const booked = new Set(known.booked.map(({ id }) => id))
  const ids = running.map(({ id }) => id)
  const over = listDuties(ctx, ids).filter(({ id }) => !booked.has(id))
  const turns = over.filter(hadTheirTurn).flatMap(({ leaderId, roundId }) => (roundId ? [{ leaderId, roundId }] : []))

  return {
    ...known,
    booked: [...known.booked, ...over.filter(({ contactedOn, state }) => contactedOn !== null && isRealContact(state))],
    missed: [...known.missed, ...turns],
  }
}

interface Carried {
  moves: readonly Move<PlannedAssignment>[]
  plan: RotationPlan
  facts: PlanningFacts
}

/** Theirs is cancelled and another one opened, so that everybody's history stays true. */
function carryOut(ctx: Context, round: RoundRow, { moves, plan, facts }: Carried): void {
  const place = { roundId: round.id, programId: round.programId }
  for (const { before, after } of moves) {
    if (before?.round === round.period) cancel(ctx, before.id)
    if (after?.round === round.period)
      insertAssignment(ctx, { ...columnsOf(after, facts), ...place, id: ctx.newId(), state: 'open' })
  }
  updateRound(ctx, round.id, round.version, reportOf(round, plan))
}

function cancel(ctx: Context, id: string): void {
  const duty = getDuty(ctx, id)
  updateAssignment(ctx, id, duty.version, { state: 'cancelled', reason: `${PLANNED_AGAIN} ${ctx.actor.name}.` })
}

function isProvenLeast({ goals }: RotationPlan): boolean {
  const changes = goals.find(({ name }) => name === 'changes')

  return changes !== undefined && changes.value === changes.bound
}

function loadsOf(rounds: readonly RoundRow[], { goals }: RotationPlan): number {
  const periods = new Set(rounds.map(({ period }) => period))
  const loads = goals.filter(({ name, round }) => name === 'loads' && periods.has(round ?? ''))

  return loads.reduce((sum, { value }) => sum + value, 0)
}

function countUnplaced(running: readonly RoundRow[], { unplanned }: RotationPlan): number {
  const periods = new Set(running.map(({ period }) => period))

  return unplanned.filter(({ leader, round }) => leader !== null && periods.has(round)).length
}
