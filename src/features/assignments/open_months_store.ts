/** Which months still take reflections: of the closed ones only that they are, and what leads put off. */
import { max } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { type Closings, isOpenMonth, type Month } from '../../lib/periods.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { closedMonths, closingDelays } from '../../platform/db/tables.ts'
import { getOrganisation, today } from '../members/store.ts'

export function closingsOf(ctx: Context): Closings {
  return {
    closesAfterDays: getOrganisation(ctx).monthClosesAfterDays,
    closedThrough: latestClosed(ctx.db).get()?.month ?? null,
    delays: delays(ctx.db).all(),
  }
}

/** Corrections, and the end of a promise, are taken while it is. */
export function isOpen(ctx: Context, month: Month): boolean {
  return isOpenMonth(month, today(ctx), closingsOf(ctx))
}

const latestClosed = preparedOnce((db) =>
  db
    .select({ month: max(closedMonths.month) })
    .from(closedMonths)
    .prepare(),
)

const delays = preparedOnce((db) =>
  db.select({ month: closingDelays.month, untilDay: closingDelays.untilDay }).from(closingDelays).prepare(),
)
