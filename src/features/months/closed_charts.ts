/** Control charts of closed months: as they were when a month closed, so that what was said of it stays said. */
import type { Month } from '../../lib/periods.ts'
import { type ChartedMonth, type NotedChange, notedBefore, type Rebase } from './control.ts'
import type { Measure } from './measures.ts'
import { chartOfCells, type ReadCell } from './read_cells.ts'

/** The changes that stood when a month closed. */
export type RebasesAt = (measure: string, month: Month) => readonly Rebase[]

export function rebasesAt(
  closed: readonly { month: Month; closedOn: string }[],
  noted: readonly NotedChange[],
): RebasesAt {
  const closedOn = new Map(closed.map((each) => [each.month, each.closedOn]))

  return (measure, month) => notedBefore(noted, measure, closedOn.get(month) ?? '')
}

/** The chart of a measure as it was when that month closed: nothing published later moves its limits. */
export function chartAsClosed(
  measure: Measure,
  cells: readonly ReadCell[],
  month: Month,
  rebases: RebasesAt,
): ChartedMonth[] | null {
  return chartOfCells(
    measure,
    cells.filter(({ span }) => span <= month),
    rebases(measure.key, month),
  )
}
