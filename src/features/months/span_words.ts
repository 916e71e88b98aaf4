/** Closed quarters of one slice in words. */
import { type Month, monthsBetween } from '../../lib/periods.ts'
import type { Numbers } from './figure_words.ts'
import { type MonthNames, monthsInWords, monthsOfYears, spanInWords } from './month_words.ts'

export interface ClosedSpan {
  span: string
  firstMonth: Month
  lastMonth: Month
}

/** How one page of a slice writes. */
export interface SliceReading {
  numbers: Numbers
  locale: string
  month: (month: Month) => MonthNames
  /** Every span of the slice, oldest first. */
  spans: readonly ClosedSpan[]
}

/** "Q2 2026, April to June" */
export function spanWords({ span, firstMonth, lastMonth }: ClosedSpan, { month }: Pick<SliceReading, 'month'>): string {
  return `${spanInWords(span, month)}, ${monthsInWords(monthsBetween(firstMonth, lastMonth), (each) => month(each).long)}`
}

/** "June 2026"; "April to June 2026" or "January to June 2026" for quarters that something was published for. */
export function closedSpanInWords(
  span: string,
  closed: Pick<ClosedSpan, 'firstMonth' | 'lastMonth'> | undefined,
  month: (month: Month) => MonthNames,
): string {
  return closed && span.includes('Q') ? spanMonths(closed, { month }) : spanInWords(span, month)
}

/** "April to June 2026" */
export function spanMonths(
  { firstMonth, lastMonth }: Pick<ClosedSpan, 'firstMonth' | 'lastMonth'>,
  { month }: Pick<SliceReading, 'month'>,
): string {
  return monthsOfYears(monthsBetween(firstMonth, lastMonth), month)
}
