import type { Context } from '../../context.ts'
import { decideReminders } from './actions.ts'

/** What became due since the last tick, or since the server was last up. */
export function writeReminders(ctx: Context, { baseUrl }: { baseUrl: string }): void {
  decideReminders(ctx, baseUrl)
}
