/** What the blocks of a page of closed months have in common: the months, and everything that was published of them. */
import type { Month } from '../../lib/periods.ts'
import type { RebasesAt } from './closed_charts.ts'
import type { PageWords } from './page_words.ts'
import type { ReadCell } from './read_cells.ts'
import type { Span } from './spans.ts'

export interface ClosedReading {
  words: PageWords
  /** Twelve, oldest first; the last one is the month of the page. */
  months: readonly Month[]
  /** The fiscal quarters that end in these months, oldest first. */
  quarters: readonly Span[]
  /** Totals of a measure by month: those of the page, and as many before it as charts and years need. */
  cells: (measure: string) => ReadonlyMap<Month, ReadCell>
  /** Changes that were noted before a month closed: what was published keeps the limits it was shown with. */
  rebases: RebasesAt
  /** What was put right about a measure in a span, in sentences. */
  errata: (measure: string) => readonly string[]
}
