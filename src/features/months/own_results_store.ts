import { and, count, desc, eq, ne } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ownAnswers, programQuestions, reflectionReleases, reflections } from '../../platform/db/tables.ts'
import { IS_COUNTED } from '../reflections/counts_store.ts'

/** How many counted contacts of the program gave which answer to which version of a question; texts apart. */
export function listOwnCounts(
  ctx: Context,
  programId: string,
): { version: string; answer: string; contacts: number }[] {
  return ctx.db
    .select({ version: ownAnswers.questionVersionId, answer: ownAnswers.answer, contacts: count() })
    .from(ownAnswers)
    .innerJoin(programQuestions, eq(programQuestions.id, ownAnswers.questionVersionId))
    .innerJoin(reflections, eq(reflections.id, ownAnswers.reflectionId))
    .where(and(eq(programQuestions.programId, programId), ne(programQuestions.kind, 'text'), IS_COUNTED))
    .groupBy(ownAnswers.questionVersionId, ownAnswers.answer)
    .all()
}

/** The texts that were written, the latest month first; what is not released waits for a lead. */
export function listOwnTexts(ctx: Context, programId: string) {
  return ctx.db
    .select({
      version: ownAnswers.questionVersionId,
      words: ownAnswers.answer,
      reflectionId: reflections.id,
      state: reflectionReleases.state,
    })
    .from(ownAnswers)
    .innerJoin(programQuestions, eq(programQuestions.id, ownAnswers.questionVersionId))
    .innerJoin(reflections, eq(reflections.id, ownAnswers.reflectionId))
    .innerJoin(reflectionReleases, eq(reflectionReleases.reflectionId, reflections.id))
    .where(and(eq(programQuestions.programId, programId), eq(programQuestions.kind, 'text'), ne(ownAnswers.answer, '')))
    .orderBy(desc(reflections.month), desc(reflections.id))
    .all()
}
