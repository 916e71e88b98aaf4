import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { members, staffNotices } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'

export type NoticeRow = typeof staffNotices.$inferSelect

export function findDraft(ctx: Context): NoticeRow | undefined {
  return ctx.db.select().from(staffNotices).where(isNull(staffNotices.publishedOn)).get()
}

/** What staff are told now. */
export function findInForce(ctx: Context): NoticeRow | undefined {
  return ctx.db
    .select()
    .from(staffNotices)
    .where(and(isNotNull(staffNotices.publishedOn), isNull(staffNotices.endedOn)))
    .get()
}

/** Every version that was ever published, the newest first. */
export function listPublished(ctx: Context): (NoticeRow & { by: string })[] {
  return ctx.db
    .select({ notice: staffNotices, by: members.name })
    .from(staffNotices)
    .innerJoin(members, eq(members.id, staffNotices.publishedBy))
    .orderBy(desc(staffNotices.publishedOn), desc(staffNotices.id))
    .all()
    .map(({ notice, by }) => ({ ...notice, by }))
}

export function insertNotice(ctx: Context, row: typeof staffNotices.$inferInsert): void {
  ctx.db.insert(staffNotices).values(row).run()
}

/** Saves if nobody else saved since `shown` was shown; says whether it did. */
export function updateNotice(
  ctx: Context,
  id: string,
  shown: number,
  change: Partial<Omit<NoticeRow, 'id' | 'version'>>,
): boolean {
  return saveShown(ctx.db, staffNotices, { id, version: shown }, change)
}
