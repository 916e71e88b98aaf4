import { eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { ownAnswers } from '../../platform/db/tables.ts'
import { listQuestions, listQuestionsById } from '../programs/question_store.ts'
import { askedNow, type OwnAnswers, type OwnQuestion } from './own_questions.ts'

/** The questions of the program a form asks; `begun` are the versions it has asked so far. Contacts without a program have none. */
export function ownAsked(ctx: Context, programId: string | null, begun: readonly string[] = []): OwnQuestion[] {
  return programId === null ? [] : askedNow(listQuestions(ctx, programId), ownBegun(ctx, programId, begun))
}

/** What a form that comes in has asked. A question put since then is not missed: nobody could have answered it. */
export function ownBegun(ctx: Context, programId: string | null, begun: readonly string[]): OwnQuestion[] {
  const theirs = listQuestionsById(ctx, begun).filter((question) => question.programId === programId)

  return askedNow([], theirs)
}

/** What was answered, with the version of the question it was given to. */
export function listOwnAnswers(ctx: Context, reflectionId: string): { question: OwnQuestion; answer: string }[] {
  const given = ctx.db.select().from(ownAnswers).where(eq(ownAnswers.reflectionId, reflectionId)).all()
  const byVersion = new Map(given.map(({ questionVersionId, answer }) => [questionVersionId, answer]))

  return listQuestionsById(ctx, [...byVersion.keys()]).map((question) => ({
    question,
    answer: byVersion.get(question.id) ?? '',
  }))
}

export function ownAnswersOf(ctx: Context, reflectionId: string): OwnAnswers {
  return Object.fromEntries(listOwnAnswers(ctx, reflectionId).map(({ question, answer }) => [question.id, answer]))
}

/** The texts among them: what a correction may change, and what its version keeps. */
export function ownTextsOf(ctx: Context, reflectionId: string): OwnAnswers {
  const texts = listOwnAnswers(ctx, reflectionId).filter(({ question }) => question.kind === 'text')

  return Object.fromEntries(texts.map(({ question, answer }) => [question.id, answer]))
}

/** Puts the answers as they are now. */
export function putOwnAnswers(ctx: Context, reflectionId: string, answers: OwnAnswers): void {
  for (const [questionVersionId, answer] of Object.entries(answers))
    putOwnAnswer(ctx.db).run({ reflectionId, questionVersionId, answer })
}

const putOwnAnswer = preparedOnce((db) =>
  db
    .insert(ownAnswers)
    .values({
      reflectionId: sql.placeholder('reflectionId'),
      questionVersionId: sql.placeholder('questionVersionId'),
      answer: sql.placeholder('answer'),
    })
    .onConflictDoUpdate({
      target: [ownAnswers.reflectionId, ownAnswers.questionVersionId],
      set: { answer: sql`excluded.answer` },
    })
    .prepare(),
)
