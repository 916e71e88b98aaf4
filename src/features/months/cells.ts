/** What a cell says: its numbers, and what it allows to be said against the span before. */
import { meanInterval } from '../../lib/statistics.ts'
import type { Measure } from './measures.ts'
import { countOf, type Tally } from './tally.ts'
import { type Change, changeOfMean, changeOfShare, momentsOf, shareOf } from './verdict.ts'

export interface CellNumbers {
  count: number | null
  of: number
  sum: number | null
  squares: number | null
  value: number
  low: number
  high: number
}

export function cellNumbers(measure: Measure, tally: Tally): CellNumbers {
  if (measure.kind === 'mean') {
    const moments = momentsOf(measure.question, tally)
    const { mean: value, low, high } = meanInterval(moments)

    return { count: null, ...moments, value, low, high }
  }
  const counted = countOf(measure, tally)
  const share = shareOf(counted)
  if (!share) throw new RangeError(`${measure.key} is a share of nothing`)

  return { ...counted, sum: null, squares: null, ...share }
}

/** Only from numbers that are shown. */
export function changeBetween(before: Sizes, after: Sizes, confidence: number): Change {
  if (before.sum !== null && after.sum !== null)
    return changeOfMean(momentsIn(before, before.sum), momentsIn(after, after.sum), confidence)

  return changeOfShare(
    { count: before.count ?? 0, of: before.of ?? 0 },
    { count: after.count ?? 0, of: after.of ?? 0 },
    confidence,
  )
}

interface Sizes {
  count: number | null
  of: number | null
  sum: number | null
  squares: number | null
}

function momentsIn({ of, squares }: Sizes, sum: number) {
  return { of: of ?? 0, sum, squares: squares ?? 0 }
}
