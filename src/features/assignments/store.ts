import { and, asc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { namesIn } from '../../lib/written_out.ts'
import type { Db } from '../../platform/db/open.ts'
import { insertInto, preparedOnce } from '../../platform/db/prepared.ts'
import {
  assignments,
  predictions,
  reflectionDrafts,
  reflections,
  rounds,
  scenarioVersions,
  touchpoints,
} from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { type Assignment, maySee, NEVER_DUE } from './assignment.ts'
import type { Prediction } from './prediction.ts'
import type { Window } from './window.ts'

export type AssignmentRow = typeof assignments.$inferSelect
export type TouchpointRow = typeof touchpoints.$inferSelect
export type ErrandRow = typeof scenarioVersions.$inferSelect

/** What is due, over or not, asked of the table; triggers keep the counts of who took part by the same rule (participation_counts). */
export const IS_DUE = and(ne(assignments.origin, 'own_initiative'), notInArray(assignments.state, [...NEVER_DUE]))

/** An assignment with the touchpoint and the words of the scenario it was given. */
export interface Briefed {
  assignment: AssignmentRow
  touchpoint: TouchpointRow
  /** Null: own initiative without a scenario. */
  errand: ErrandRow | null
}

export function findBriefed(ctx: Context, id: string): Briefed | undefined {
  return briefedOne(ctx.db).get({ id })
}

const briefedOne = preparedOnce((db) =>
  briefed(db)
    .where(eq(assignments.id, sql.placeholder('id')))
    .prepare(),
)

export function getBriefed(ctx: Context, id: string): Briefed {
  const found = findBriefed(ctx, id)
  if (!found) throw unknownContact()

  return found
}

/** The assignment as its leader or a lead may see it; for everybody else it does not exist. */
export function getVisible(ctx: Context, id: string): Briefed {
  const briefed = getBriefed(ctx, id)
  if (!maySee(assignmentOf(briefed.assignment), ctx.actor)) throw unknownContact()

  return briefed
}

/** The leader's own; a lead looking at somebody else's finds nothing here. */
export function getOwn(ctx: Context, id: string): Briefed {
  const briefed = getVisible(ctx, id)
  if (briefed.assignment.leaderId !== ctx.actor.id || briefed.assignment.state === 'planned') throw unknownContact()

  return briefed
}

/** The day it is at the touchpoint: windows and contacts are days there. */
export function todayAt(ctx: Context, { touchpoint }: Pick<Briefed, 'touchpoint'>): Temporal.PlainDate {
  return dayIn(touchpoint.timeZone, ctx.now)
}

/** What a leader has been told of and has not finished, the first to end first. */
export function listWaiting(ctx: Context, leaderId: string): Briefed[] {
  return briefed(ctx.db)
    .where(and(eq(assignments.leaderId, leaderId), inArray(assignments.state, ['open', 'contacted'])))
    .orderBy(asc(assignments.toDay), asc(assignments.fromDay), asc(assignments.id))
    .all()
}

/** Missed ones whose round has not closed yet: their reflection is still welcome. */
export function listLatelyMissed(ctx: Context, leaderId: string): Briefed[] {
  return briefed(ctx.db)
    .innerJoin(rounds, eq(rounds.id, assignments.roundId))
    .where(and(eq(assignments.leaderId, leaderId), eq(assignments.state, 'missed'), ne(rounds.state, 'closed')))
    .orderBy(asc(assignments.toDay))
    .all()
}

/** Saves if nobody else moved it since it was read; says whether it did. What is as it was is not written again, nor its indexes. */
export function updateAssignment(ctx: Context, row: AssignmentRow, change: Partial<AssignmentRow>): boolean {
  const names = namesIn(change).filter((name) => change[name] !== row[name])

  return saveShown(ctx.db, assignments, row, Object.fromEntries(names.map((name) => [name, change[name]])))
}

export function insertAssignment(ctx: Context, row: typeof assignments.$inferInsert): void {
  ctx.db.insert(assignments).values(row).run()
}

export function findPrediction(ctx: Context, assignmentId: string): Prediction | null {
  const row = predictionOf(ctx.db).get({ assignmentId })

  return row
    ? { predictedValued: row.predictedValued, predictedAddressed: row.predictedAddressed, mood: row.mood }
    : null
}

const predictionOf = preparedOnce((db) =>
  db
    .select()
    .from(predictions)
    .where(eq(predictions.assignmentId, sql.placeholder('assignmentId')))
    .prepare(),
)

export function insertPrediction(ctx: Context, assignmentId: string, prediction: Prediction): void {
  insertSealed(ctx.db, { assignmentId, ...prediction })
}

const insertSealed = insertInto(predictions)

/** Promised call-backs whose end nobody has told, by the month they are counted in. */
export function listOpenPromises(ctx: Context, leaderId: string) {
  return ctx.db
    .select({
      id: reflections.id,
      month: reflections.month,
      contactedOn: reflections.contactedOn,
      promiseDueOn: reflections.promiseDueOn,
      touchpoint: touchpoints.name,
    })
    .from(reflections)
    .innerJoin(touchpoints, eq(touchpoints.id, reflections.touchpointId))
    .where(and(eq(reflections.leaderId, leaderId), eq(reflections.promise, 'still_open')))
    .orderBy(asc(reflections.contactedOn), asc(reflections.id))
    .all()
}

/** Whether a reflection has been begun and saved; what it says is not for this page. */
export function hasDraft(ctx: Context, assignmentId: string): boolean {
  const { assignmentId: id } = reflectionDrafts

  return ctx.db.select({ id }).from(reflectionDrafts).where(eq(id, assignmentId)).get() !== undefined
}

/** The rule's view of a row: days as days. */
export function assignmentOf(row: AssignmentRow): Assignment {
  return {
    leaderId: row.leaderId,
    origin: row.origin,
    state: row.state,
    fromDay: Temporal.PlainDate.from(row.fromDay),
    toDay: Temporal.PlainDate.from(row.toDay),
  }
}

export function windowOf(row: AssignmentRow): Window {
  return {
    fromDay: Temporal.PlainDate.from(row.fromDay),
    toDay: Temporal.PlainDate.from(row.toDay),
    daypart: row.daypart,
  }
}

function briefed(db: Db) {
  return db
    .select({ assignment: assignments, touchpoint: touchpoints, errand: scenarioVersions })
    .from(assignments)
    .innerJoin(touchpoints, eq(touchpoints.id, assignments.touchpointId))
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, assignments.scenarioVersionId))
}

function unknownContact(): Problem {
  return new Problem('not_found', 'There is no such contact.')
}
