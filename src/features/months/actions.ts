import { type Context, inTransaction } from '../../context.ts'
import { type Month, monthOf } from '../../lib/periods.ts'
import { Invalid } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { getOrganisation, today } from '../members/store.ts'
import { rebaseKeyOf, standardMeasure } from './measures.ts'
import { findRebase, insertRebase, withdrawRebase } from './rebases_store.ts'
import { findFirstMonth, listStandardRows, updatePrimaryMeasure } from './store.ts'

/** The measure that leads is held to 95 %, all others to 99 %: so who chose it, and when, is recorded. Choosing it again is nothing. */
export function choosePrimaryMeasure(ctx: Context, key: string): void {
  inTransaction(ctx, (ctx) => {
    const { primaryMeasure } = getOrganisation(ctx)
    if (primaryMeasure === key) return
    updatePrimaryMeasure(ctx, key)
    record(ctx, 'chose the leading measure', 'organisation', '1', { before: primaryMeasure, after: key })
  })
}

export interface NotedAnew {
  measure: string
  month: Month
  /** Null: everywhere. */
  touchpointId?: string | null
  reason: string
}

/**
 * The control chart of a measure begins anew in a month, because something is known to have changed: everywhere, or at one touchpoint,
 * whose charts alone begin anew then. Noting it twice is once.
 */
export function noteRebase(ctx: Context, { touchpointId = null, ...change }: NotedAnew): void {
  inTransaction(ctx, (ctx) => {
    const noted = { ...change, touchpointId: placeOf(ctx, change.measure, touchpointId) }
    const before = findRebase(ctx, noted)
    if (before?.reason === noted.reason) return
    if (before) throw new Invalid({ month: `A change is noted for that month already: “${before.reason}”.` })
    refuseMonth(ctx, noted.month)
    const id = ctx.newId()
    insertRebase(ctx, { ...noted, id, notedOn: today(ctx).toString(), notedBy: ctx.actor.id ?? '' })
    record(ctx, 'noted a change', 'rebase', id, noted)
  })
}

/** Taken back, the chart is as if it had never been noted. Twice is once. */
export function takeBackRebase(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    if (withdrawRebase(ctx, id, today(ctx).toString())) record(ctx, 'took back a noted change', 'rebase', id)
  })
}

/** A standard is asked about at one touchpoint alone, so a change of it has no other place. */
function placeOf(ctx: Context, measure: string, touchpointId: string | null): string | null {
  const standard = listStandardRows(ctx).find((one) => rebaseKeyOf(standardMeasure(one)) === measure)
  if (!standard) return touchpointId
  if (touchpointId !== null && touchpointId !== standard.touchpointId)
    throw new Invalid({ touchpointId: `That standard is one of ${standard.touchpoint} alone.` })

  return null
}

/** Limits cannot begin anew before there are any, nor in a month that has not begun. */
function refuseMonth(ctx: Context, month: Month): void {
  const first = findFirstMonth(ctx)
  if (first === null || month <= first)
    throw new Invalid({
      month: 'Choose a month after the first one that was counted: before it there is nothing to differ from.',
    })
  if (month > monthOf(today(ctx)))
    throw new Invalid({ month: 'That month has not begun. Note the change once it has.' })
}
