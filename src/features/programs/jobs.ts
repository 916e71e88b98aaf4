import type { Context } from '../../context.ts'
import { findOrganisation } from '../members/store.ts'
import { Plannings } from './large_plan_actions.ts'
import { closeRounds, missOverdue, runPrograms } from './settle_actions.ts'

/** What became due since the last tick, or since the server was last up. Before set-up nothing is. Where no plannings go on, nobody waits for a proof. */
export function settleRounds(
  ctx: Context,
  { plannings = new Plannings({ isProving: false }) }: { plannings?: Plannings } = {},
): void {
  if (!findOrganisation(ctx)) return

  missOverdue(ctx)
  closeRounds(ctx)
  runPrograms(ctx, plannings)
}
