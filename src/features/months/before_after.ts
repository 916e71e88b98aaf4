/** What stood before something was done and what after it, in spans that were published: the one it was done in holds both. */
import type { Month } from '../../lib/periods.ts'
import type { ReadCell } from './read_cells.ts'
import type { ClosedSpan } from './span_words.ts'

export interface BeforeAndAfter<Span> {
  before: Span | undefined
  after: Span | undefined
}

/** The last span that ended before the month, and the first that began after it; `spans` are the oldest first. */
export function spansAround<Span extends ClosedSpan>(spans: readonly Span[], month: Month): BeforeAndAfter<Span> {
  return {
    before: spans.findLast(({ lastMonth }) => lastMonth < month),
    after: spans.find(({ firstMonth }) => firstMonth > month),
  }
}

/** A cell of one measure in a span. */
export function cellIn(
  cells: readonly ReadCell[],
  { measure, level }: { measure: string; level: string },
  span: ClosedSpan | undefined,
): ReadCell | undefined {
  return cells.find((cell) => cell.span === span?.span && cell.measure === measure && cell.level === level)
}
