import { asc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { insertInto, preparedOnce } from '../../platform/db/prepared.ts'
import {
  reflectionAdditions,
  reflectionReadings,
  reflectionReleases,
  reflectionStandards,
  reflections,
  reflectionVersions,
} from '../../platform/db/tables.ts'
import { isOpen } from '../assignments/open_months_store.ts'
import { type Answers, FIELD_NAMES } from './fields.ts'
import { mayRead } from './may_read.ts'
import type { OwnAnswers } from './own_questions.ts'
import { ownTextsOf } from './own_store.ts'
import { NO_PARTICULARS, type Particulars } from './particulars.ts'

export type ReflectionRow = typeof reflections.$inferSelect

export function findReflectionOf(ctx: Context, assignmentId: string): ReflectionRow | undefined {
  return reflectionOf(ctx.db).get({ assignmentId })
}

const reflectionOf = preparedOnce((db) =>
  db
    .select()
    .from(reflections)
    .where(eq(reflections.assignmentId, sql.placeholder('assignmentId')))
    .prepare(),
)

export function getReflection(ctx: Context, id: string): ReflectionRow {
  const found = reflectionById(ctx.db).get({ id })
  if (!found) throw unknownReflection()

  return found
}

const reflectionById = preparedOnce((db) =>
  db
    .select()
    .from(reflections)
    .where(eq(reflections.id, sql.placeholder('id')))
    .prepare(),
)

/** For its author and for leads; for everybody else it does not exist. */
export function getReadable(ctx: Context, id: string): ReflectionRow {
  const row = getReflection(ctx, id)
  if (!mayRead({ leaderId: row.leaderId, handedIn: true }, ctx.actor)) throw unknownReflection()

  return row
}

export function getOwnReflection(ctx: Context, id: string): ReflectionRow {
  const row = getReflection(ctx, id)
  if (row.leaderId !== ctx.actor.id) throw unknownReflection()

  return row
}

/** Corrections are taken until the month it is counted in is frozen. */
export function isMonthOpen(ctx: Context, { month }: Pick<ReflectionRow, 'month'>): boolean {
  return isOpen(ctx, month)
}

/** The answers as the rules know them: a row's columns and its standards. */
export function answersOfRow(ctx: Context, row: ReflectionRow): Answers {
  const answered = ctx.db.select().from(reflectionStandards).where(eq(reflectionStandards.reflectionId, row.id)).all()
  const columns = Object.fromEntries(FIELD_NAMES.map((name) => [name, name === 'standards' ? {} : row[name]]))
  const byId = Object.fromEntries(answered.map(({ standardId, answer }) => [standardId, answer]))

  // The table's checks hold what its types call text and numbers to the values of Answers.
  return { ...columns, standards: byId } as unknown as Answers
}

export function particularsOfRow(row: ReflectionRow): Particulars {
  const { waitHalfMinutes, holds, durationMinutes, promiseDueOn } = row

  return { waitHalfMinutes, holds, durationMinutes, promiseDueOn }
}

/** Where a reflection belongs and how it is judged; the answers go beside it. */
type Placed = Omit<typeof reflections.$inferInsert, keyof Answers>

export function insertReflection(
  ctx: Context,
  placed: Placed,
  { standards, causes, ...answers }: Answers & Partial<Particulars>,
): void {
  insertRow(ctx.db, { ...placed, ...answers, causes: [...causes] })
  insertRelease(ctx.db, { reflectionId: placed.id, writtenOn: placed.handedInOn })
  setStandards(ctx, placed.id, standards)
}

const insertRow = insertInto(reflections)
const insertRelease = insertInto(reflectionReleases)
const insertStandard = insertInto(reflectionStandards)

/** Puts corrected answers in place and keeps what stood; whoever had read it has to read it again. */
export function replaceAnswers(
  ctx: Context,
  row: ReflectionRow,
  after: Answers & Particulars & Pick<ReflectionRow, 'month' | 'counts' | 'daysLate'>,
  day: string,
): void {
  const stood = { ...answersOfRow(ctx, row), ...particularsOfRow(row), own: ownTextsOf(ctx, row.id) }
  const { standards: answered, causes, ...columns } = after
  ctx.db.insert(reflectionVersions).values({ reflectionId: row.id, version: row.version, stood, changedOn: day }).run()
  ctx.db
    .update(reflections)
    .set({ ...columns, causes: [...causes], version: row.version + 1 })
    .where(eq(reflections.id, row.id))
    .run()
  ctx.db.delete(reflectionStandards).where(eq(reflectionStandards.reflectionId, row.id)).run()
  setStandards(ctx, row.id, answered)
  ctx.db.delete(reflectionReadings).where(eq(reflectionReadings.reflectionId, row.id)).run()
}

/** What stood before each correction, oldest first. */
export function listVersions(
  ctx: Context,
  id: string,
): { answers: Answers & Particulars; own: OwnAnswers; changedOn: string }[] {
  return ctx.db
    .select()
    .from(reflectionVersions)
    .where(eq(reflectionVersions.reflectionId, id))
    .orderBy(asc(reflectionVersions.version))
    .all()
    .map(({ stood: { own, ...stood }, changedOn }) => ({
      answers: { ...NO_PARTICULARS, ...ASKED_SINCE, ...stood } as unknown as Answers & Particulars,
      own: (own ?? {}) as OwnAnswers,
      changedOn,
    }))
}

/** What versions from before it was asked say of it. */
const ASKED_SINCE: Pick<Answers, 'coverReason'> = { coverReason: '' }

export function listAdditions(ctx: Context, id: string): { words: string; addedOn: string }[] {
  return ctx.db
    .select()
    .from(reflectionAdditions)
    .where(eq(reflectionAdditions.reflectionId, id))
    .orderBy(asc(reflectionAdditions.addedOn), sql`rowid`)
    .all()
}

export function insertAddition(ctx: Context, row: typeof reflectionAdditions.$inferInsert): void {
  ctx.db.insert(reflectionAdditions).values(row).run()
}

function setStandards(ctx: Context, reflectionId: string, answered: Answers['standards']): void {
  for (const [standardId, answer] of Object.entries(answered))
    insertStandard(ctx.db, { reflectionId, standardId, answer })
}

function unknownReflection(): Problem {
  return new Problem('not_found', 'There is no such reflection.')
}
