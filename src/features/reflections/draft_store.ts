import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { reflectionDrafts } from '../../platform/db/tables.ts'
import type { Draft, Kept } from './draft.ts'

export function findDraft(ctx: Context, assignmentId: string): Draft | undefined {
  const row = ctx.db.select().from(reflectionDrafts).where(eq(reflectionDrafts.assignmentId, assignmentId)).get()

  return row && { ...row, answers: row.answers as Kept }
}

export function putDraft(ctx: Context, assignmentId: string, draft: Draft): void {
  ctx.db
    .insert(reflectionDrafts)
    .values({ assignmentId, ...draft })
    .onConflictDoUpdate({ target: reflectionDrafts.assignmentId, set: draft })
    .run()
}

export function deleteDraft(ctx: Context, assignmentId: string): void {
  ctx.db.delete(reflectionDrafts).where(eq(reflectionDrafts.assignmentId, assignmentId)).run()
}
