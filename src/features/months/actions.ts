import { type Context, inTransaction } from '../../context.ts'
import { record } from '../../platform/db/audit.ts'
import { getOrganisation } from '../members/store.ts'
import { updatePrimaryMeasure } from './store.ts'

/** The measure that leads is held to 95 %, all others to 99 %: so who chose it, and when, is recorded. Choosing it again is nothing. */
export function choosePrimaryMeasure(ctx: Context, key: string): void {
  inTransaction(ctx, (ctx) => {
    const { primaryMeasure } = getOrganisation(ctx)
    if (primaryMeasure === key) return
    updatePrimaryMeasure(ctx, key)
    record(ctx, 'chose the leading measure', 'organisation', '1', { before: primaryMeasure, after: key })
  })
}
