import type { Context } from '../../context.ts'
import { areMonthsDue, closeDueMonths } from './closing_actions.ts'

/** What is due is asked of the database each time; where there is a way to do it beside the requests, it is done there. */
export async function closeMonths(ctx: Context, means: { closeElsewhere?: () => Promise<void> }): Promise<void> {
  if (!areMonthsDue(ctx)) return
  if (means.closeElsewhere) await means.closeElsewhere()
  else closeDueMonths(ctx)
}
