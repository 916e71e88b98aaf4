import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import {
  heardFollowups,
  heardPages,
  heardQuotes,
  heardReplies,
  reflectionReleases,
  reflections,
  touchpoints,
} from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { IS_COUNTED } from '../reflections/counts_store.ts'
import type { HeardField, HeardPart, Quote } from './heard.ts'
import { getLinkOf } from './link_store.ts'

export type HeardRow = typeof heardPages.$inferSelect
export type NamedHeard = HeardRow & { touchpoint: string }

/** The newest quarter first. */
export function listHeard(ctx: Context): (NamedHeard & { unread: number })[] {
  const unread = sql<number>`(select count(*) from ${heardReplies} where ${heardReplies.heardId} = ${heardPages.id} and ${heardReplies.readOn} is null)`

  return ctx.db
    .select({ heard: heardPages, touchpoint: touchpoints.name, unread })
    .from(heardPages)
    .innerJoin(touchpoints, eq(touchpoints.id, heardPages.touchpointId))
    .orderBy(desc(heardPages.quarter), asc(sql`lower(${touchpoints.name})`))
    .all()
    .map(({ heard, ...rest }) => ({ ...heard, ...rest }))
}

/** Published pages of an owner’s touchpoints, the newest quarter first. */
export function listHeardFor(ctx: Context, ownerId: string): NamedHeard[] {
  return ctx.db
    .select({ heard: heardPages, touchpoint: touchpoints.name })
    .from(heardPages)
    .innerJoin(touchpoints, eq(touchpoints.id, heardPages.touchpointId))
    .where(and(eq(touchpoints.ownerId, ownerId), isNotNull(heardPages.publishedOn)))
    .orderBy(desc(heardPages.quarter), asc(sql`lower(${touchpoints.name})`))
    .all()
    .map(({ heard, touchpoint }) => ({ ...heard, touchpoint }))
}

function findHeard(ctx: Context, id: string): NamedHeard | undefined {
  const row = ctx.db
    .select({ heard: heardPages, touchpoint: touchpoints.name })
    .from(heardPages)
    .innerJoin(touchpoints, eq(touchpoints.id, heardPages.touchpointId))
    .where(eq(heardPages.id, id))
    .get()

  return row && { ...row.heard, touchpoint: row.touchpoint }
}

export function getHeard(ctx: Context, id: string): NamedHeard {
  const found = findHeard(ctx, id)
  if (!found) throw new Problem('not_found', 'There is no such page.')

  return found
}

/** The page behind a link; as if it did not exist where the link was ended or the page taken back. */
export function getHeardBehind(ctx: Context, token: string): NamedHeard {
  const { heardId } = getLinkOf(ctx, token)
  const heard = heardId === null ? undefined : findHeard(ctx, heardId)
  if (!heard || heard.publishedOn === null)
    throw new Problem('not_found', 'The address may be mistyped, or the page was taken back.')

  return heard
}

export function findHeardOf(ctx: Context, touchpointId: string, quarter: string): HeardRow | undefined {
  return ctx.db
    .select()
    .from(heardPages)
    .where(and(eq(heardPages.touchpointId, touchpointId), eq(heardPages.quarter, quarter)))
    .get()
}

export function insertHeard(ctx: Context, row: typeof heardPages.$inferInsert): void {
  ctx.db.insert(heardPages).values(row).run()
}

/** Saves if nobody else saved since `shown` was shown; says whether it did. */
export function updateHeard(
  ctx: Context,
  id: string,
  shown: number,
  change: Partial<Omit<HeardRow, 'id' | 'version'>>,
): boolean {
  return saveShown(ctx.db, heardPages, { id, version: shown }, change)
}

export function replaceChosen(
  ctx: Context,
  heardId: string,
  chosen: { quotes: readonly Quote[]; followupIds: readonly string[] },
): void {
  ctx.db.delete(heardQuotes).where(eq(heardQuotes.heardId, heardId)).run()
  ctx.db.delete(heardFollowups).where(eq(heardFollowups.heardId, heardId)).run()
  for (const [position, quote] of chosen.quotes.entries())
    ctx.db
      .insert(heardQuotes)
      .values({ heardId, ...quote, position })
      .onConflictDoNothing()
      .run()
  for (const [position, followupId] of chosen.followupIds.entries())
    ctx.db.insert(heardFollowups).values({ heardId, followupId, position }).onConflictDoNothing().run()
}

export function listChosenFollowups(ctx: Context, heardId: string): string[] {
  return ctx.db
    .select({ followupId: heardFollowups.followupId })
    .from(heardFollowups)
    .where(eq(heardFollowups.heardId, heardId))
    .orderBy(asc(heardFollowups.position))
    .all()
    .map(({ followupId }) => followupId)
}

export interface Passage extends Quote {
  words: string
}

/** Chosen texts that are released today: what was held or revised since is not shown, masked words are masked. */
export function listQuotes(ctx: Context, heardId: string): Passage[] {
  return ctx.db
    .select({ quote: heardQuotes, reflection: reflections })
    .from(heardQuotes)
    .innerJoin(reflections, eq(reflections.id, heardQuotes.reflectionId))
    .innerJoin(reflectionReleases, eq(reflectionReleases.reflectionId, heardQuotes.reflectionId))
    .where(and(eq(heardQuotes.heardId, heardId), IS_COUNTED, eq(reflectionReleases.state, 'released')))
    .orderBy(asc(heardQuotes.position))
    .all()
    .map(({ quote: { reflectionId, field, part }, reflection }) => ({
      ...{ reflectionId, field, part },
      words: wordsOf(reflection, field),
    }))
    .filter(({ words }) => words !== '')
}

/** Released texts of contacts that count, at a touchpoint in some months: what a lead can choose from. */
export function listPassages(ctx: Context, touchpointId: string, months: readonly Month[]): Passage[] {
  const rows = ctx.db
    .select({ reflection: reflections })
    .from(reflections)
    .innerJoin(reflectionReleases, eq(reflectionReleases.reflectionId, reflections.id))
    .where(
      and(
        eq(reflections.touchpointId, touchpointId),
        inArray(reflections.month, [...months]),
        IS_COUNTED,
        eq(reflectionReleases.state, 'released'),
      ),
    )
    .orderBy(asc(reflections.id))
    .all()

  return rows.flatMap(({ reflection }) => passagesOf(reflection)).filter(({ words }) => words !== '')
}

// ── What staff answered ──

export type Reply = typeof heardReplies.$inferSelect

/** Unread first, then by day; within a day in no order that tells anything. */
export function listReplies(ctx: Context, heardId: string): Reply[] {
  return ctx.db
    .select()
    .from(heardReplies)
    .where(eq(heardReplies.heardId, heardId))
    .orderBy(sql`${heardReplies.readOn} is not null`, desc(heardReplies.receivedOn), asc(heardReplies.id))
    .all()
}

export function countReplies(ctx: Context, heardId: string, receivedOn: string): number {
  const row = ctx.db
    .select({ n: count() })
    .from(heardReplies)
    .where(and(eq(heardReplies.heardId, heardId), eq(heardReplies.receivedOn, receivedOn)))
    .get()

  return row?.n ?? 0
}

/** The same words on the same day: the same click twice. */
export function hasReply(ctx: Context, heardId: string, words: string, receivedOn: string): boolean {
  return listReplies(ctx, heardId).some((reply) => reply.words === words && reply.receivedOn === receivedOn)
}

export function insertReply(ctx: Context, row: typeof heardReplies.$inferInsert): void {
  ctx.db.insert(heardReplies).values(row).run()
}

export function markRead(ctx: Context, heardId: string, id: string, readOn: string): void {
  ctx.db
    .update(heardReplies)
    .set({ readOn })
    .where(and(eq(heardReplies.id, id), eq(heardReplies.heardId, heardId), isNull(heardReplies.readOn)))
    .run()
}

function passagesOf(reflection: typeof reflections.$inferSelect): Passage[] {
  return (['well_done', 'story', 'phrase'] as const).map((field) => ({
    reflectionId: reflection.id,
    field,
    part: partOf(field, reflection.pride),
    words: wordsOf(reflection, field),
  }))
}

const COLUMNS = { well_done: 'wellDone', story: 'story', phrase: 'phrase' } as const

function wordsOf(reflection: typeof reflections.$inferSelect, field: HeardField): string {
  return reflection[COLUMNS[field]]
}

/** What was done well is praise, and so is all that made its leader proud. */
function partOf(field: HeardField, pride: number): HeardPart {
  return field === 'well_done' || pride >= 4 ? 'praise' : 'hard'
}
