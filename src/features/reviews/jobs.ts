import type { Context } from '../../context.ts'
import { draftDueReviews } from './actions.ts'

/** Quarters are closed by their months; each gets its draft once. */
export function draftReviews(ctx: Context): void {
  draftDueReviews(ctx)
}
