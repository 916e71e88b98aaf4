import { and, desc, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import {
  contextNotes,
  ownAnswers,
  programQuestions,
  reflectionAdditions,
  reflectionDrafts,
  reflectionReleases,
  reflections,
  reflectionVersions,
  reviewQuotes,
  reviews,
} from '../../platform/db/tables.ts'
import { TEXT_NAMES } from './fields.ts'
import { masked } from './masking.ts'
import { textsOf } from './release_store.ts'
import { listAdditions, listVersions, type ReflectionRow } from './store.ts'

/** Every text in which words of a reflection may stand: as it is now, before each correction, and what was added. */
export function listTexts(ctx: Context, row: ReflectionRow): string[] {
  const before = listVersions(ctx, row.id).flatMap(({ answers, own }) => [
    ...TEXT_NAMES.map((name) => answers[name] ?? ''),
    ...Object.values(own),
  ])

  return [...textsOf(ctx, row), ...before, ...listAdditions(ctx, row.id).map(({ words }) => words)]
}

/**
 * Masks words in the reflection, in all its versions, in what was added, noted and saved beside it. A new version number keeps a
 * form that is open with the old words from bringing them back unseen.
 */
export function maskEverywhere(ctx: Context, row: ReflectionRow, words: readonly string[]): void {
  const texts = Object.fromEntries(TEXT_NAMES.map((name) => [name, masked(row[name], words)]))
  ctx.db
    .update(reflections)
    .set({ ...texts, version: row.version + 1 })
    .where(eq(reflections.id, row.id))
    .run()
  maskVersions(ctx, row.id, words)
  maskBeside(ctx, row, words)
  maskOwnAnswers(ctx, row.id, words)
  maskReviews(ctx, row.id, words)
}

function maskVersions(ctx: Context, id: string, words: readonly string[]): void {
  const mine = eq(reflectionVersions.reflectionId, id)
  for (const { version, stood } of ctx.db.select().from(reflectionVersions).where(mine).all())
    ctx.db
      .update(reflectionVersions)
      .set({ stood: { ...stood, ...textsIn(stood, words) } })
      .where(and(mine, eq(reflectionVersions.version, version)))
      .run()
}

/** Only texts: a choice or an id that happens to hold the same letters stays what it is. */
function textsIn(stood: Record<string, unknown>, words: readonly string[]): Record<string, unknown> {
  const own = Object.entries(stood.own ?? {}).map(([id, text]) => [id, masked(String(text), words)])
  const texts = TEXT_NAMES.flatMap((name) =>
    typeof stood[name] === 'string' ? [[name, masked(stood[name], words)]] : [],
  )

  return { ...Object.fromEntries(texts), own: Object.fromEntries(own) }
}

function maskBeside(ctx: Context, { id, assignmentId }: ReflectionRow, words: readonly string[]): void {
  const { reflectionId } = reflectionAdditions
  for (const addition of ctx.db.select().from(reflectionAdditions).where(eq(reflectionId, id)).all())
    ctx.db
      .update(reflectionAdditions)
      .set({ words: masked(addition.words, words) })
      .where(eq(reflectionAdditions.id, addition.id))
      .run()
  const release = ctx.db.select().from(reflectionReleases).where(eq(reflectionReleases.reflectionId, id)).get()
  const note = masked(release?.note ?? '', words)
  ctx.db.update(reflectionReleases).set({ note }).where(eq(reflectionReleases.reflectionId, id)).run()
  maskNotes(ctx, id, words)
  ctx.db.delete(reflectionDrafts).where(eq(reflectionDrafts.assignmentId, assignmentId)).run()
}

function maskNotes(ctx: Context, id: string, words: readonly string[]): void {
  const ofReflection = eq(contextNotes.reflectionId, id)
  for (const note of ctx.db.select().from(contextNotes).where(ofReflection).all())
    ctx.db
      .update(contextNotes)
      .set({ words: masked(note.words, words) })
      .where(and(ofReflection, eq(contextNotes.field, note.field)))
      .run()
}

function maskOwnAnswers(ctx: Context, id: string, words: readonly string[]): void {
  const texts = ctx.db
    .select({ question: ownAnswers.questionVersionId, answer: ownAnswers.answer })
    .from(ownAnswers)
    .innerJoin(programQuestions, eq(programQuestions.id, ownAnswers.questionVersionId))
    .where(and(eq(ownAnswers.reflectionId, id), eq(programQuestions.kind, 'text')))
    .all()
  for (const { question, answer } of texts)
    ctx.db
      .update(ownAnswers)
      .set({ answer: masked(answer, words) })
      .where(and(eq(ownAnswers.reflectionId, id), eq(ownAnswers.questionVersionId, question)))
      .run()
}

/**
 * In reviews the stories stand apart from what is signed, which holds as it is. One that waits for its signature gets a new version
 * number: nobody signs what they were not shown.
 */
function maskReviews(ctx: Context, id: string, words: readonly string[]): void {
  for (const quote of ctx.db.select().from(reviewQuotes).where(eq(reviewQuotes.reflectionId, id)).all()) {
    const after = masked(quote.words, words)
    if (after === quote.words) continue
    const mine = and(eq(reviewQuotes.reviewId, quote.reviewId), eq(reviewQuotes.position, quote.position))
    ctx.db.update(reviewQuotes).set({ words: after, salt: '' }).where(mine).run()
    ctx.db
      .update(reviews)
      .set({ version: sql`${reviews.version} + 1` })
      .where(and(eq(reviews.id, quote.reviewId), eq(reviews.state, 'submitted')))
      .run()
  }
}

export interface Quoting {
  id: string
  quarter: string
  edition: number
  state: 'draft' | 'submitted' | 'signed'
  number: number | null
}

/** Reviews in which words of a reflection stand, from their submission on; the newest first. */
export function listReviewsQuoting(ctx: Context, reflectionId: string): Quoting[] {
  const { id, quarter, edition, state, number } = reviews

  return ctx.db
    .selectDistinct({ id, quarter, edition, state, number })
    .from(reviewQuotes)
    .innerJoin(reviews, eq(reviews.id, reviewQuotes.reviewId))
    .where(eq(reviewQuotes.reflectionId, reflectionId))
    .orderBy(desc(quarter), desc(edition))
    .all()
}
