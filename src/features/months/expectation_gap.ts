/**
 * When leads may see the expectation gap (PRODUCT.md §3): a single prediction is its author's alone, and leads can read what
 * was felt. So a gap over few leaders would give predictions away, alone or by taking one figure from another; and so would
 * one that moves while a month is open, looked at before and after somebody hands in.
 */
import type { Month } from '../../lib/periods.ts'
import type { Span } from './spans.ts'

/** How many different leaders predicted in a month. */
export type Predictors = ReadonlyMap<string, number>

/** A closed month is shown over enough different leaders, or where nobody predicted; a quarter only where each of its months is. */
export function mayShowGap(
  span: Span,
  predictors: Predictors,
  { enough, isOpen }: { enough: number; isOpen: (month: Month) => boolean },
): boolean {
  return span.months.every((month) => {
    const leaders = predictors.get(month) ?? 0

    return leaders === 0 || (leaders >= enough && !isOpen(month))
  })
}
