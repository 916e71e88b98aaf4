import { type Context, inTransaction } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { discardGivenUp, retryGivenUp } from './outbox_store.ts'

/** A letter that was given up is tried again, from the beginning. */
export function retryLetter(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    if (!retryGivenUp(ctx, id)) throw notGivenUp()
    record(ctx, 'tried again', 'letter', id)
  })
}

/** A letter that was given up is left at that; its occasion stays decided. */
export function discardLetter(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    if (!discardGivenUp(ctx, id)) throw notGivenUp()
    record(ctx, 'discarded', 'letter', id)
  })
}

function notGivenUp(): Problem {
  return new Problem('conflict', 'This letter is not waiting for a decision any more. Look at the outbox again.')
}
