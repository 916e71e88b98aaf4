import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { reflectionDrafts } from '../../platform/db/tables.ts'

/** Every field as it was typed. */
export type Kept = Record<string, string | string[]>

export function findDraft(ctx: Context, assignmentId: string): { answers: Kept; version: number } | undefined {
  const row = ctx.db.select().from(reflectionDrafts).where(eq(reflectionDrafts.assignmentId, assignmentId)).get()

  return row && { answers: row.answers as Kept, version: row.version }
}

export function putDraft(ctx: Context, assignmentId: string, answers: Kept, version: number): void {
  ctx.db
    .insert(reflectionDrafts)
    .values({ assignmentId, answers, version })
    .onConflictDoUpdate({ target: reflectionDrafts.assignmentId, set: { answers, version } })
    .run()
}

export function deleteDraft(ctx: Context, assignmentId: string): void {
  ctx.db.delete(reflectionDrafts).where(eq(reflectionDrafts.assignmentId, assignmentId)).run()
}
