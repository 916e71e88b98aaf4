/** What readers' pages make of published cells: sums and comparisons of numbers that are shown, and nothing else. */
import { addMonths } from '../../lib/periods.ts'
import { meanInterval } from '../../lib/statistics.ts'
import { changeBetween } from './cells.ts'
import { type ChartedMonth, chartedMonths, type Rebase } from './control.ts'
import type { Figure } from './figures.ts'
import type { Measure } from './measures.ts'
import type { PublishedBreakdown } from './published.ts'
import { type Change, shareOf, type Verdict } from './verdict.ts'

/** A cell as it was published; withheld ones have no number. */
export interface ReadCell {
  span: string
  firstMonth: string
  lastMonth: string
  breakdown: PublishedBreakdown
  slice: string
  sliceName: string
  measure: string
  level: string
  levelName: string
  shown: boolean
  count: number | null
  of: number | null
  sum: number | null
  squares: number | null
  value: number | null
  low: number | null
  high: number | null
  comparedWith: string | null
  verdict: Verdict | null
  difference: number | null
  differenceLow: number | null
  differenceHigh: number | null
  confidence: number
  target: number | null
}

/** Shown numbers, of one cell or of several together. */
export type ShownNumbers = Pick<ReadCell, 'count' | 'of' | 'sum' | 'squares'>

/** A change with the span it is measured from. */
export interface Compared extends Change {
  since: string
}

/** Null: withheld. Where nothing was published at all, a figure of nothing. */
export function figureOfCell(cell: ReadCell | undefined): Figure | null {
  if (!cell) return { count: 0, of: 0, value: null }
  const { shown, count, of, value, low, high } = cell
  if (!shown || of === null || value === null || low === null || high === null) return null

  return { count, of, value: { value, low, high } }
}

/** The verdict that was published with the cell; null where nothing was compared. */
export function changeOfCell(cell: ReadCell | undefined): Compared | null {
  if (!cell?.shown || cell.verdict === null || cell.comparedWith === null) return null
  const { verdict, comparedWith: since, difference, differenceLow: low, differenceHigh: high } = cell

  return {
    since,
    verdict,
    difference: difference === null || low === null || high === null ? null : { difference, low, high },
  }
}

/** What was published of the time right before, among cells of one measure and slice. */
export function cellBefore(cell: ReadCell | undefined, cells: Iterable<ReadCell>): ReadCell | undefined {
  if (!cell) return undefined
  const last = addMonths(cell.firstMonth, -1)

  return [...cells].find(({ lastMonth }) => lastMonth === last)
}

/** Against any earlier cell of the same measure; null unless both are shown. */
export function changeSince(before: ReadCell | undefined, after: ReadCell | undefined): Compared | null {
  if (!before?.shown || !after?.shown) return null

  return { since: before.span, ...changeBetween(before, after, after.confidence) }
}

/** Several months as one: only where every single one is shown. */
export function addedUp(cells: readonly (ReadCell | undefined)[]): ShownNumbers | null {
  if (cells.length === 0 || !cells.every((cell) => cell?.shown)) return null
  const add = (key: keyof ShownNumbers) =>
    cells.some((cell) => cell?.[key] === null) ? null : cells.reduce((sum, cell) => sum + (cell?.[key] ?? 0), 0)

  return { count: add('count'), of: add('of'), sum: add('sum'), squares: add('squares') }
}

export function figureOfNumbers(numbers: ShownNumbers | null): Figure | null {
  if (!numbers) return null
  const { count, sum, squares } = numbers
  const of = numbers.of ?? 0
  if (sum === null || squares === null) return { count: count ?? 0, of, value: shareOf({ count: count ?? 0, of }) }
  const { mean: value, low, high } = meanInterval({ of, sum, squares })

  return { count: null, of, value: { value, low, high } }
}

/** The control chart of published months; null before there are enough of them that are shown. */
export function chartOfCells(
  { improvement }: Measure,
  cells: readonly ReadCell[],
  rebases: readonly Rebase[],
): ChartedMonth[] | null {
  const observed = cells.flatMap(({ shown, span, value, of }) =>
    shown && value !== null && of !== null ? [{ month: span, value, of }] : [],
  )

  return chartedMonths(observed, { improvement, rebases })
}
