import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { programQuestions } from '../../platform/db/tables.ts'
import type { Question } from './question.ts'

/** What the program asks now, in the order of the page. */
export function listQuestions(ctx: Context, programId: string): Question[] {
  return questionsNow(ctx.db).all({ programId })
}

const questionsNow = preparedOnce((db) =>
  db
    .select()
    .from(programQuestions)
    .where(and(eq(programQuestions.programId, sql.placeholder('programId')), isNull(programQuestions.endedOn)))
    .orderBy(asc(programQuestions.position))
    .prepare(),
)

/** Every version the program ever asked, each with the day it was ended; question by question, the latest version first. */
export function listQuestionVersions(ctx: Context, programId: string): (Question & { endedOn: string | null })[] {
  const all = ctx.db.select().from(programQuestions).where(eq(programQuestions.programId, programId)).all()

  return all.toSorted((a, b) => a.position - b.position || compare(a.questionId, b.questionId) || b.number - a.number)
}

/** Versions by id, ended ones too. */
export function listQuestionsById(ctx: Context, ids: readonly string[]): (Question & { programId: string })[] {
  if (ids.length === 0) return []

  return ctx.db
    .select()
    .from(programQuestions)
    .where(inArray(programQuestions.id, [...ids]))
    .orderBy(asc(programQuestions.position))
    .all()
}

export function insertQuestion(ctx: Context, programId: string, question: Question): void {
  ctx.db
    .insert(programQuestions)
    .values({ ...question, choices: [...question.choices], programId })
    .run()
}

export function endQuestion(ctx: Context, id: string, endedOn: string): void {
  ctx.db.update(programQuestions).set({ endedOn }).where(eq(programQuestions.id, id)).run()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
