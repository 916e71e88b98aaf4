import { type Context, inTransaction } from '../../context.ts'
import { today } from '../members/store.ts'
import { findNextUnread, insertReading } from './reading_store.ts'
import { getReadable } from './store.ts'

/** A lead has read it; twice is once. Gives the next one to read. */
export function readReflection(ctx: Context, id: string): string | undefined {
  return inTransaction(ctx, (ctx) => {
    const row = getReadable(ctx, id)
    insertReading(ctx, { reflectionId: row.id, memberId: ctx.actor.id ?? '', readOn: today(ctx).toString() })

    return findNextUnread(ctx)
  })
}
