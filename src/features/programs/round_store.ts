import { and, asc, desc, eq, inArray, isNotNull, isNull, max, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { insertInto, preparedOnce } from '../../platform/db/prepared.ts'
import {
  assignments,
  members,
  type RoundGap,
  type RoundGoal,
  rounds,
  scenarios,
  scenarioVersions,
  touchpoints,
} from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import type { Round } from './round.ts'

export interface RoundRow extends Round {
  gaps: RoundGap[]
  goals: RoundGoal[]
}

export type AssignmentRow = typeof assignments.$inferSelect

/** An assignment with the names a lead reads. */
export interface Duty extends AssignmentRow {
  leader: string
  touchpoint: string
  touchpointZone: string
  scenarioId: string | null
  scenario: string | null
}

/** In the order of their dates. */
export function listRoundsOf(ctx: Context, programId: string): RoundRow[] {
  return roundsOf(ctx.db).all({ programId })
}

const roundsOf = preparedOnce((db) =>
  db
    .select()
    .from(rounds)
    .where(eq(rounds.programId, sql.placeholder('programId')))
    .orderBy(asc(rounds.startsOn), asc(rounds.number))
    .prepare(),
)

export function getRound(ctx: Context, id: string): RoundRow {
  const found = ctx.db.select().from(rounds).where(eq(rounds.id, id)).get()
  if (!found) throw new Problem('not_found', 'There is no such round.')

  return found
}

export function findRoundOfPeriod(ctx: Context, programId: string, period: string): RoundRow | undefined {
  return ctx.db
    .select()
    .from(rounds)
    .where(and(eq(rounds.programId, programId), eq(rounds.period, period)))
    .get()
}

/** The last round that was published: the next ones are counted from its end. */
export function findLastPublished(ctx: Context, programId: string): RoundRow | undefined {
  return lastPublished(ctx.db).get({ programId })
}

const lastPublished = preparedOnce((db) =>
  db
    .select()
    .from(rounds)
    .where(and(eq(rounds.programId, sql.placeholder('programId')), ne(rounds.state, 'planned')))
    .orderBy(desc(rounds.startsOn))
    .limit(1)
    .prepare(),
)

export function insertRound(ctx: Context, round: typeof rounds.$inferInsert): void {
  ctx.db.insert(rounds).values(round).run()
}

/** Saves if nobody else saved since `shown` was shown; says whether it did. */
export function updateRound(
  ctx: Context,
  id: string,
  shown: number,
  change: Partial<Omit<RoundRow, 'id' | 'version'>>,
): boolean {
  return saveShown(ctx.db, rounds, { id, version: shown }, change)
}

/** A draft with everything in it; nothing else can go, because leaders know of it. */
export function deleteDraft(ctx: Context, roundId: string): void {
  ctx.db.delete(assignments).where(eq(assignments.roundId, roundId)).run()
  ctx.db
    .delete(rounds)
    .where(and(eq(rounds.id, roundId), eq(rounds.state, 'planned')))
    .run()
}

/** What was drawn, not what a lead put there by hand. */
export function deleteDrawn(ctx: Context, roundId: string): void {
  ctx.db
    .delete(assignments)
    .where(and(eq(assignments.roundId, roundId), eq(assignments.state, 'planned'), eq(assignments.origin, 'rotation')))
    .run()
}

/** Published rounds with the last day of their windows; a round without any ends with its period. */
export function listRoundsToClose(ctx: Context): { round: RoundRow; lastWindowDay: string }[] {
  return ctx.db
    .select({ round: rounds, last: max(assignments.toDay) })
    .from(rounds)
    .leftJoin(assignments, and(eq(assignments.roundId, rounds.id), ne(assignments.state, 'cancelled')))
    .where(eq(rounds.state, 'published'))
    .groupBy(rounds.id)
    .orderBy(asc(rounds.startsOn), asc(rounds.id))
    .all()
    .map(({ round, last }) => ({ round, lastWindowDay: last ?? round.endsOn }))
}

// ── Assignments, as the rotation writes them ──

export function insertAssignment(ctx: Context, assignment: typeof assignments.$inferInsert): void {
  insertRow(ctx.db, assignment)
}

const insertRow = insertInto(assignments)

/** Saves if nobody else moved it since `shown` was shown; says whether it did. */
export function updateAssignment(ctx: Context, id: string, shown: number, change: Partial<AssignmentRow>): boolean {
  return saveShown(ctx.db, assignments, { id, version: shown }, change)
}

function findDuty(ctx: Context, id: string): Duty | undefined {
  return duties(ctx).where(eq(assignments.id, id)).all().map(asDuty)[0]
}

export function getDuty(ctx: Context, id: string): Duty {
  const found = findDuty(ctx, id)
  if (!found) throw new Problem('not_found', 'There is no such contact.')

  return found
}

/** What was given to leaders in these rounds, handed-over and cancelled ones too, by window. */
export function listDuties(ctx: Context, roundIds: readonly string[]): Duty[] {
  return duties(ctx)
    .where(inArray(assignments.roundId, [...roundIds]))
    .orderBy(asc(assignments.fromDay), asc(assignments.id))
    .all()
    .map(asDuty)
}

/** Somebody else was found for it, whose contact still stands. */
export function isReplaced(ctx: Context, id: string): boolean {
  const standsIn = and(eq(assignments.replacesId, id), ne(assignments.state, 'cancelled'))

  return ctx.db.select({ id: assignments.id }).from(assignments).where(standsIn).get() !== undefined
}

/** The contacts in whose place another stands. */
function standIns(ctx: Context): Set<string> {
  const rows = ctx.db
    .select({ id: assignments.replacesId })
    .from(assignments)
    .where(and(isNotNull(assignments.replacesId), ne(assignments.state, 'cancelled')))
    .all()

  return new Set(rows.flatMap(({ id }) => id ?? []))
}

/**
 * Published and not yet reflected on, of every program that has not ended: somebody may still owe something. What was declined and
 * somebody else was found for is nobody's any more.
 */
export function listOwed(ctx: Context): Duty[] {
  const replaced = standIns(ctx)

  return duties(ctx)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(and(ne(rounds.state, 'closed'), inArray(assignments.state, ['open', 'contacted', 'missed', 'declined'])))
    .orderBy(asc(assignments.toDay), asc(assignments.id))
    .all()
    .map(asDuty)
    .filter(({ id }) => !replaced.has(id))
}

/** Open ones whose last day has come somewhere on earth: whether it is over is for the touchpoint's zone to say. */
export function listOpenUntil(ctx: Context, day: string): Duty[] {
  return duties(ctx)
    .where(eq(assignments.state, 'open'))
    .orderBy(asc(assignments.toDay), asc(assignments.id))
    .all()
    .filter(({ assignment }) => assignment.toDay <= day)
    .map(asDuty)
}

/** The newest words of each scenario: what an assignment is given when it is published. */
export function listNewestVersions(ctx: Context): Map<string, string> {
  const rows = ctx.db
    .select({ scenarioId: scenarios.id, versionId: scenarioVersions.id })
    .from(scenarios)
    .innerJoin(
      scenarioVersions,
      and(eq(scenarioVersions.scenarioId, scenarios.id), eq(scenarioVersions.number, scenarios.version)),
    )
    .where(isNull(scenarios.retiredOn))
    .all()

  return new Map(rows.map(({ scenarioId, versionId }) => [scenarioId, versionId]))
}

function duties(ctx: Context) {
  return ctx.db
    .select({
      assignment: assignments,
      leader: members.name,
      touchpoint: touchpoints.name,
      touchpointZone: touchpoints.timeZone,
      scenarioId: scenarios.id,
      scenario: scenarios.title,
    })
    .from(assignments)
    .innerJoin(members, eq(members.id, assignments.leaderId))
    .innerJoin(touchpoints, eq(touchpoints.id, assignments.touchpointId))
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, assignments.scenarioVersionId))
    .leftJoin(scenarios, eq(scenarios.id, scenarioVersions.scenarioId))
    .$dynamic()
}

function asDuty({ assignment, ...names }: { assignment: AssignmentRow } & Omit<Duty, keyof AssignmentRow>): Duty {
  return { ...assignment, ...names }
}
