import { asc, desc, eq, max, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import {
  members,
  reviewAuthors,
  reviewComments,
  reviewQuotes,
  reviewStories,
  reviews,
} from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { may } from '../members/member.ts'
import type { Story } from './stories_apart.ts'

export type ReviewRow = typeof reviews.$inferSelect

export interface Named extends ReviewRow {
  submitter: string | null
  signer: string | null
}

/** The newest quarter first, and of one quarter the newest version; drafts for those who write them. */
export function listReviews(ctx: Context): Named[] {
  return named(ctx)
    .where(mayWrite(ctx) ? undefined : ne(reviews.state, 'draft'))
    .orderBy(desc(reviews.quarter), desc(reviews.edition))
    .all()
    .map(asNamed)
}

/** For those who may read it; for everybody else it does not exist. */
export function getReview(ctx: Context, id: string): Named {
  const found = named(ctx).where(eq(reviews.id, id)).all().map(asNamed)[0]
  if (!found || (found.state === 'draft' && !mayWrite(ctx))) throw new Problem('not_found', 'There is no such review.')

  return found
}

export function latestEdition(ctx: Context, quarter: string): number {
  return (
    ctx.db
      .select({ edition: max(reviews.edition) })
      .from(reviews)
      .where(eq(reviews.quarter, quarter))
      .get()?.edition ?? 0
  )
}

/** Signed reviews are counted from one. */
export function nextNumber(ctx: Context): number {
  return (
    (ctx.db
      .select({ number: max(reviews.number) })
      .from(reviews)
      .get()?.number ?? 0) + 1
  )
}

export function insertReview(ctx: Context, row: typeof reviews.$inferInsert): void {
  ctx.db.insert(reviews).values(row).run()
}

/** Saves if nobody else saved since `shown` was shown; says whether it did. */
export function updateReview(
  ctx: Context,
  id: string,
  shown: number,
  change: Partial<Omit<ReviewRow, 'id' | 'version'>>,
): boolean {
  return saveShown(ctx.db, reviews, { id, version: shown }, change)
}

export function addAuthor(ctx: Context, reviewId: string, memberId: string): void {
  ctx.db.insert(reviewAuthors).values({ reviewId, memberId }).onConflictDoNothing().run()
}

export function listAuthors(ctx: Context, reviewId: string): string[] {
  return ctx.db
    .select({ memberId: reviewAuthors.memberId })
    .from(reviewAuthors)
    .where(eq(reviewAuthors.reviewId, reviewId))
    .all()
    .map(({ memberId }) => memberId)
}

export function listChosen(ctx: Context, reviewId: string): string[] {
  return ctx.db
    .select({ textId: reviewStories.textId })
    .from(reviewStories)
    .where(eq(reviewStories.reviewId, reviewId))
    .orderBy(asc(reviewStories.position))
    .all()
    .map(({ textId }) => textId)
}

export function replaceChosen(ctx: Context, reviewId: string, textIds: readonly string[]): void {
  ctx.db.delete(reviewStories).where(eq(reviewStories.reviewId, reviewId)).run()
  for (const [position, textId] of textIds.entries())
    ctx.db.insert(reviewStories).values({ reviewId, textId, position }).run()
}

/** In the order in which they stand in the review. */
export function listQuotes(ctx: Context, reviewId: string): Story[] {
  const { reflectionId, words, salt, position } = reviewQuotes

  return ctx.db
    .select({ reflectionId, words, salt })
    .from(reviewQuotes)
    .where(eq(reviewQuotes.reviewId, reviewId))
    .orderBy(asc(position))
    .all()
}

export function replaceQuotes(ctx: Context, reviewId: string, stories: readonly Story[]): void {
  ctx.db.delete(reviewQuotes).where(eq(reviewQuotes.reviewId, reviewId)).run()
  for (const [position, { reflectionId, words, salt }] of stories.entries())
    ctx.db.insert(reviewQuotes).values({ reviewId, position, reflectionId, words, salt }).run()
}

export interface Comment {
  id: string
  by: string
  memberId: string
  words: string
  writtenOn: string
}

export function listComments(ctx: Context, reviewId: string): Comment[] {
  return ctx.db
    .select({
      id: reviewComments.id,
      by: members.name,
      memberId: reviewComments.memberId,
      words: reviewComments.words,
      writtenOn: reviewComments.writtenOn,
    })
    .from(reviewComments)
    .innerJoin(members, eq(members.id, reviewComments.memberId))
    .where(eq(reviewComments.reviewId, reviewId))
    .orderBy(asc(reviewComments.writtenOn), asc(reviewComments.id))
    .all()
}

export function insertComment(ctx: Context, row: typeof reviewComments.$inferInsert): void {
  ctx.db.insert(reviewComments).values(row).run()
}

function mayWrite(ctx: Context): boolean {
  return may(ctx.actor, 'write_reviews')
}

const submitters = alias(members, 'submitters')
const signers = alias(members, 'signers')

function named(ctx: Context) {
  return ctx.db
    .select({ review: reviews, submitter: submitters.name, signer: signers.name })
    .from(reviews)
    .leftJoin(submitters, eq(submitters.id, reviews.submittedBy))
    .leftJoin(signers, eq(signers.id, reviews.signedBy))
    .$dynamic()
}

function asNamed({ review, ...names }: { review: ReviewRow; submitter: string | null; signer: string | null }): Named {
  return { ...review, ...names }
}
