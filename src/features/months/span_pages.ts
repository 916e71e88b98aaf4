/** A span that something was published for, as people know it: by its months. */
import type { Context } from '../../context.ts'
import { getOrganisation } from '../members/store.ts'
import { monthNamer } from './month_words.ts'
import { findClosedSpan } from './published_store.ts'
import { closedSpanInWords } from './span_words.ts'

/** "June 2026", "April to June 2026" */
export function spanNamed(ctx: Context, span: string): string {
  return closedSpanInWords(span, findClosedSpan(ctx, span), monthNamer(getOrganisation(ctx).locale))
}
