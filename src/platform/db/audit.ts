import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { insertInto } from './prepared.ts'
import { auditEntries } from './tables.ts'

/** Records who did what to what, by day. Called by every action inside its transaction. */
export function record(
  ctx: Context,
  action: string,
  subject: string,
  subjectId: string,
  detail: Record<string, unknown> = {},
): void {
  const day = dayIn('UTC', ctx.now).toString()
  insertEntry(ctx.db, { id: ctx.newId(), day, actorId: ctx.actor.id, action, subject, subjectId, detail })
}

const insertEntry = insertInto(auditEntries)
