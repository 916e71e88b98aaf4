import { eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { reflectionDrafts } from '../../platform/db/tables.ts'
import type { Draft } from './draft.ts'

export function findDraft(ctx: Context, assignmentId: string): Draft | undefined {
  return draftOf(ctx.db).get({ assignmentId })
}

export function putDraft(ctx: Context, assignmentId: string, draft: Draft): void {
  ctx.db
    .insert(reflectionDrafts)
    .values({ assignmentId, ...draft })
    .onConflictDoUpdate({ target: reflectionDrafts.assignmentId, set: draft })
    .run()
}

export function deleteDraft(ctx: Context, assignmentId: string): void {
  dropDraft(ctx.db).run({ assignmentId })
}

const ofAssignment = eq(reflectionDrafts.assignmentId, sql.placeholder('assignmentId'))
const draftOf = preparedOnce((db) => db.select().from(reflectionDrafts).where(ofAssignment).prepare())
const dropDraft = preparedOnce((db) => db.delete(reflectionDrafts).where(ofAssignment).prepare())
