import type { Context } from '../../context.ts'
import { closeRounds, missOverdue, runPrograms } from './settle_actions.ts'

/** What became due since the last tick, or since the server was last up. */
export function settleRounds(ctx: Context): void {
  missOverdue(ctx)
  closeRounds(ctx)
  runPrograms(ctx)
}
