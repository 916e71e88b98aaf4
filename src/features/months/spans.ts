/** Which months and quarters a page compares. */

import { onceForEach } from '../../lib/once_for_each.ts'
import { addMonths, type Month, monthsUpTo, quarterOf } from '../../lib/periods.ts'
import type { Breakdown } from './breakdowns.ts'
import { MOST_MONTHS } from './control.ts'

/** Which twelve months, of which slice; nothing said: the latest, of all. */
export interface MonthsQuery {
  month: string | null
  of: { breakdown: Breakdown; key: string } | null
}

export interface Span {
  /** "2026-06" or "2026-Q2". */
  name: string
  months: readonly Month[]
}

export interface Spans {
  /** Twelve, oldest first; the last one is the month of the page. */
  months: readonly Span[]
  /** The quarters of these months, oldest first; the last one is cut at the month of the page: the quarter so far. */
  quarters: readonly Span[]
  /** The months control charts look back on, oldest first, up to the month of the page. */
  history: readonly Span[]
  /** What the first of each is compared with. */
  before: { month: Span; quarter: Span }
}

/** The very same spans at every look, so that what was made of one still holds. */
export function spansUpTo(month: Month, fiscalYearStart: number): Spans {
  const key = `${month} ${fiscalYearStart}`
  const found = known.get(key) ?? makeSpans(month, fiscalYearStart)
  if (known.size === MOST) known.clear()
  known.set(key, found)

  return found
}

const known = new Map<string, Spans>()
const MOST = 100

function makeSpans(month: Month, fiscalYearStart: number): Spans {
  const months = monthsUpTo(month, 12)
  const quarters = new Map(
    months.map((each) => quarterOf(each, fiscalYearStart)).map((quarter) => [quarter.name, quarter]),
  )
  const first = months[0] ?? month

  return {
    months: months.map(asSpan),
    history: monthsUpTo(month, MOST_MONTHS).map(asSpan),
    quarters: [...quarters.values()].map((quarter) => ({
      name: quarter.name,
      months: quarter.months.filter((each) => each <= month),
    })),
    before: { month: asSpan(addMonths(first, -1)), quarter: quarterBefore(first, fiscalYearStart) },
  }
}

/** Every month any of the spans needs, oldest first. */
export const monthsOf = onceForEach(({ months, quarters, before, history }: Spans): readonly Month[] => {
  const all = [before.month, before.quarter, ...quarters, ...months, ...history].flatMap((span) => span.months)

  return [...new Set(all)].sort()
})

function quarterBefore(month: Month, fiscalYearStart: number): Span {
  const [first] = quarterOf(month, fiscalYearStart).months

  return quarterOf(addMonths(first, -1), fiscalYearStart)
}

function asSpan(month: Month): Span {
  return { name: month, months: [month] }
}
