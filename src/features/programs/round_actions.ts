import { type Context, inTransaction } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { counted } from '../../lib/words.ts'
import { record } from '../../platform/db/audit.ts'
import { getOrganisation, today } from '../members/store.ts'
import type { RoundPeriod } from './cadence.ts'
import { horizonFor, periodOf, ROUNDS_AFTER } from './horizon.ts'
import { listBrokenDuties } from './placement_store.ts'
import { getPlanningFacts } from './planning_store.ts'
import { type Program, refuseRetired, upcomingPeriods } from './program.ts'
import { refusalToPublish } from './publication.ts'
import { listRetestsToPlan } from './retest_store.ts'
import { planWithRetests } from './retests.ts'
import type { PlannedAssignment, Planner, RotationPlan } from './rotation_problem.ts'
import { daysLeft, type Round, roundName } from './round.ts'
import { type PlanningFacts, problemFor } from './round_problem.ts'
import {
  deleteDrawn,
  findLastPublished,
  findRoundOfPeriod,
  getRound,
  insertAssignment,
  insertRound,
  listDuties,
  listNewestVersions,
  listRoundsOf,
  updateAssignment,
  updateRound,
} from './round_store.ts'
import { getProgram } from './store.ts'

/**
 * Plans one round of a program, the next one unless a period is named; gives its id. A round that is there already stays as it is,
 * so a double click, two tabs, or a job and a hand at once make one round.
 */
export function planRound(ctx: Context, programId: string, period?: string, planner?: Planner): string {
  return inTransaction(ctx, (ctx) => {
    const program = getProgram(ctx, programId)
    refuseRetired(program)
    const known = period === undefined ? undefined : findRoundOfPeriod(ctx, programId, period)
    if (known) return known.id
    const target = periodToPlan(ctx, program, period)
    const there = findRoundOfPeriod(ctx, programId, target.key)
    if (there) return there.id
    const id = ctx.newId()
    insertRound(ctx, { ...newRound(ctx, program, target), id })
    draw(ctx, program, [target], planner)
    record(ctx, 'planned', 'round', id, { program: programId, period: target.key })

    return id
  })
}

/** Draws a draft anew, and the drafts after it with it; what a lead chose by hand stays. The same facts give the same draft. */
export function drawAgain(ctx: Context, roundId: string, planner?: Planner): void {
  inTransaction(ctx, (ctx) => {
    const round = getRound(ctx, roundId)
    refusePublished(round)
    const program = getProgram(ctx, round.programId)
    const drafts = listRoundsOf(ctx, program.id).filter(
      ({ state, startsOn }) => state === 'planned' && startsOn >= round.startsOn,
    )
    for (const draft of drafts) deleteDrawn(ctx, draft.id)
    draw(ctx, program, drafts.map(periodOf), planner)
    record(ctx, 'drew again', 'round', roundId)
  })
}

/**
 * Publishes a draft: its contacts are open to their leaders, with the scenarios' newest words. Twice is once. Throws a conflict if
 * the draft was changed since `version` was shown, if an earlier one waits, or if a contact in it no longer keeps the rules.
 */
export function publishRound(ctx: Context, roundId: string, version?: number): void {
  inTransaction(ctx, (ctx) => {
    const round = getRound(ctx, roundId)
    if (round.state !== 'planned') return
    if (version !== undefined && version !== round.version) throw drawnMeanwhile()
    refuseOutOfTurn(ctx, round)
    refuseBroken(ctx, round)
    const newest = listNewestVersions(ctx)
    for (const duty of listDuties(ctx, [roundId])) {
      if (duty.state !== 'planned') continue
      const scenarioVersionId = newest.get(duty.scenarioId ?? '') ?? duty.scenarioVersionId
      updateAssignment(ctx, duty.id, duty.version, { state: 'open', scenarioVersionId })
    }
    updateRound(ctx, roundId, round.version, {
      state: 'published',
      publishedOn: today(ctx).toString(),
      heldOn: null,
    })
    record(ctx, 'published', 'round', roundId)
  })
}

/** A program that runs itself publishes a held round only when a lead does. */
export function holdRound(ctx: Context, roundId: string, holds: boolean): void {
  inTransaction(ctx, (ctx) => {
    const round = getRound(ctx, roundId)
    refusePublished(round)
    if ((round.heldOn !== null) === holds) return
    updateRound(ctx, roundId, round.version, { heldOn: holds ? today(ctx).toString() : null })
    record(ctx, holds ? 'held' : 'released', 'round', roundId)
  })
}

function periodToPlan(ctx: Context, program: Program, period: string | undefined): RoundPeriod {
  const coming = plannablePeriods(ctx, program, 1 + listRoundsOf(ctx, program.id).length)
  const next = coming.find(({ key }) => !findRoundOfPeriod(ctx, program.id, key))
  if (period === undefined) {
    const first = coming[0]
    if (!first) throw new Problem('conflict', 'This program has no more rounds. Change where it ends to go on.')
    return first
  }
  if (next?.key === period) return next
  if (!next) throw new Problem('conflict', 'This program has no more rounds. Change where it ends to go on.')
  const name = roundName({ period: next.key, startsOn: `${next.startsOn}`, endsOn: `${next.endsOn}` }, localeOf(ctx))

  throw new Problem('conflict', `That round is not the next one. ${name} is.`)
}

/** The next rounds with at least one day left to plan. */
export function plannablePeriods(ctx: Context, program: Program, count: number): RoundPeriod[] {
  const last = findLastPublished(ctx, program.id) ?? null

  return upcomingPeriods(program, last, today(ctx), count + 1)
    .filter((period) => daysLeft(period, tomorrow(ctx)) !== null)
    .slice(0, count)
}

function newRound(ctx: Context, program: Program, period: RoundPeriod) {
  return {
    programId: program.id,
    period: period.key,
    number: period.number,
    startsOn: period.startsOn.toString(),
    endsOn: period.endsOn.toString(),
    state: 'planned' as const,
    gaps: [],
    plannedOn: today(ctx).toString(),
    programVersion: program.version,
  }
}

/** Plans the given rounds of a program, which must be stored, with a few beyond them in view. */
function draw(ctx: Context, program: Program, periods: readonly RoundPeriod[], planner?: Planner): void {
  const facts = getPlanningFacts(ctx, program.id, today(ctx))
  const stored = listRoundsOf(ctx, program.id)
  const keys = new Set(periods.map(({ key }) => key))
  const after = plannablePeriods(ctx, program, stored.length + ROUNDS_AFTER)
    .filter(({ key }) => !stored.some(({ period }) => period === key))
    .slice(0, ROUNDS_AFTER)
  const horizon = horizonFor(stored, periods, after, tomorrow(ctx))
  const waiting = listRetestsToPlan(ctx, facts.touchpoints, today(ctx).toString())
  const plan = planWithRetests(problemFor(program, facts, getOrganisation(ctx), horizon), waiting, keys, planner)
  for (const round of stored) if (keys.has(round.period)) writeDraft(ctx, program, round, plan, facts)
}

/** Writes what was planned for a draft whose drawn contacts are gone. */
export function writeDraft(
  ctx: Context,
  program: Program,
  round: Round,
  plan: RotationPlan,
  facts: PlanningFacts,
): void {
  const standing = facts.booked.filter(({ roundId }) => roundId === round.id)
  for (const planned of plan.assignments) {
    if (planned.round !== round.period || standing.some((window) => isSame(window, planned))) continue
    insertAssignment(ctx, { ...columnsOf(planned, facts), ...placeOf(round), id: ctx.newId(), state: 'planned' })
  }
  updateRound(ctx, round.id, round.version, {
    ...reportOf(round, plan),
    plannedOn: today(ctx).toString(),
    programVersion: program.version,
  })
}

/** What the planner gave, as it is stored. */
export function columnsOf(planned: PlannedAssignment, { scenarios }: Pick<PlanningFacts, 'scenarios'>) {
  return {
    leaderId: planned.leader,
    touchpointId: planned.touchpoint,
    scenarioVersionId: scenarios.find(({ id }) => id === planned.scenario)?.versionId ?? null,
    origin: 'rotation' as const,
    fromDay: planned.from,
    toDay: planned.to,
    daypart: planned.daypart,
    why: planned.why,
  }
}

function placeOf({ id, programId }: Round) {
  return { roundId: id, programId }
}

/** What could not be planned in the round, and how good the rest is. */
export function reportOf({ period }: Round, { unplanned, goals }: RotationPlan) {
  return {
    gaps: unplanned
      .filter(({ round }) => round === period)
      .map(({ leader, touchpoint, reasons }) => ({ leaderId: leader, touchpointId: touchpoint, reasons })),
    goals: goals.flatMap(({ round, ...goal }) => (round === period ? [goal] : [])),
  }
}

function isSame(window: PlanningFacts['booked'][number], planned: PlannedAssignment): boolean {
  return (
    window.leaderId === planned.leader &&
    window.touchpointId === planned.touchpoint &&
    window.fromDay === planned.from &&
    window.toDay === planned.to
  )
}

function refusePublished(round: Round): void {
  if (round.state !== 'planned')
    throw new Problem(
      'conflict',
      'This round is published: its leaders know what is theirs. Swap or cancel single ones.',
    )
}

function refuseOutOfTurn(ctx: Context, round: Round): void {
  const drafted = listDuties(ctx, [round.id]).filter(({ state }) => state === 'planned').length
  const refusal = refusalToPublish(round, listRoundsOf(ctx, round.programId), drafted, localeOf(ctx))
  if (refusal) throw new Problem('conflict', refusal)
}

function refuseBroken(ctx: Context, round: Round): void {
  const broken = listBrokenDuties(ctx, round)
  if (broken.length === 0) return
  const which = broken.map(({ duty, words }) => `${duty.leader}, ${duty.touchpoint}: ${words}`).join('; ')
  const sentence = `${counted(broken.length, 'contact')} no longer ${broken.length === 1 ? 'keeps' : 'keep'} the rules (${which}).`

  throw new Problem('conflict', `${sentence} Draw the round again, or swap ${broken.length === 1 ? 'it' : 'them'}.`)
}

function drawnMeanwhile(): Problem {
  return new Problem('conflict', 'Somebody changed this draft since you looked at it. Look again, then publish it.')
}

/** Nobody is sent out on the day a round is drawn. */
function tomorrow(ctx: Context): Temporal.PlainDate {
  return today(ctx).add({ days: 1 })
}

function localeOf(ctx: Context): string {
  return getOrganisation(ctx).locale
}
