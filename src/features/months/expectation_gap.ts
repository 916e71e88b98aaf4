/**
 * When leads may see the expectation gap (PRODUCT.md §3): a single prediction is its author's alone, and leads can read what was felt. So
 * a gap over few leaders would give predictions away, alone or by taking one figure from another; so would one of which limits tell what
 * each of them said (felt.ts); and so would one that moves while a month is open, looked at before and after somebody hands in. Leads
 * are shown it where it was published.
 */
import type { Month } from '../../lib/periods.ts'
import type { Span } from './spans.ts'

/** How many different leaders predicted in a month. */
export type Predictors = ReadonlyMap<string, number>

/** A month is shown where its gap was published, or where nobody predicted; a quarter only where each of its months is. */
export function mayShowGap(span: Span, predictors: Predictors, published: ReadonlySet<Month>): boolean {
  return span.months.every((month) => (predictors.get(month) ?? 0) === 0 || published.has(month))
}
