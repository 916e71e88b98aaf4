/** Which months are to be closed (PRODUCT.md §4). */
import { addMonths, type Closings, isOpenMonth, type Month } from '../../lib/periods.ts'

/** The oldest first, because what is published of a month depends on all before it. */
export function monthsDue(first: Month | null, today: Temporal.PlainDate, closings: Closings): Month[] {
  const due: Month[] = []
  const start = closings.closedThrough === null ? first : addMonths(closings.closedThrough, 1)
  for (let month = start; month !== null && !isOpenMonth(month, today, closings); month = addMonths(month, 1))
    due.push(month)

  return due
}
