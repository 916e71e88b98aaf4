/** Calendar months ("2026-06") and quarters ("2026-Q2"), and which month a contact is counted in. */

/** A calendar month written YYYY-MM, in the organisation's zone. */
export type Month = string

export function monthOf(day: Temporal.PlainDate): Month {
  return day.toPlainYearMonth().toString()
}

export function firstDay(month: Month): Temporal.PlainDate {
  return Temporal.PlainDate.from(`${month}-01`)
}

export function lastDay(month: Month): Temporal.PlainDate {
  return firstDay(addMonths(month, 1)).subtract({ days: 1 })
}

/** In whole numbers: a page asks for hundreds of months, and a calendar would take longer than what they hold. */
export function addMonths(month: Month, months: number): Month {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months

  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`
}

/** The last n months up to and with the one given, oldest first. */
export function monthsUpTo(month: Month, n: number): Month[] {
  return Array.from({ length: n }, (_, i) => addMonths(month, i - n + 1))
}

/** From the first to the last, both included. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = []
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month)

  return months
}

/** A quarter of a fiscal year that begins in month `startMonth` (1–12); `year` is the calendar year in which that fiscal year ends. */
export interface Quarter {
  name: string
  months: [Month, Month, Month]
}

/** The fiscal quarter a month lies in. "2026-Q2" is the second quarter of the fiscal year that ends in 2026. */
export function quarterOf(month: Month, startMonth = 1): Quarter {
  const index = (Number(month.slice(5)) - startMonth + 12) % 12
  const first = addMonths(month, -(index % 3))
  const yearStart = Number(addMonths(month, -index).slice(0, 4))
  const year = startMonth === 1 ? yearStart : yearStart + 1

  return {
    name: `${year}-Q${Math.floor(index / 3) + 1}`,
    months: [first, addMonths(first, 1), addMonths(first, 2)],
  }
}

/** The months of "2026-Q3", as quarterOf names it. Throws a RangeError on what names no quarter. */
export function monthsOfQuarter(name: string, startMonth: number): Quarter['months'] {
  const [, year = '', quarter = ''] = /^(\d{4})-Q([1-4])$/.exec(name) ?? []
  if (year === '') throw new RangeError(`${name} is no quarter`)
  const begins = startMonth === 1 ? Number(year) : Number(year) - 1
  const first = addMonths(`${begins}-${String(startMonth).padStart(2, '0')}`, (Number(quarter) - 1) * 3)

  return [first, addMonths(first, 1), addMonths(first, 2)]
}

/** What decides when a month closes: the days after its end, what is closed for good, and what a lead put off. */
export interface Closings {
  closesAfterDays: number
  /** The latest closed month: months close in order, so every one before it is closed too. */
  closedThrough: Month | null
  /** A month that stays open up to and with a day; those after it cannot close before it. */
  delays: readonly { month: Month; untilDay: string }[]
}

/** The last day on which a month that is not closed yet takes reflections; on the next day it closes. */
export function lastOpenDay(month: Month, { closesAfterDays, closedThrough, delays }: Closings): Temporal.PlainDate {
  const ownEnd = firstDay(addMonths(month, 1)).add({ days: closesAfterDays - 1 })
  const waits = delays.filter((delay) => delay.month <= month && delay.month > (closedThrough ?? ''))
  const latest = waits.map(({ untilDay }) => Temporal.PlainDate.from(untilDay))

  return latest.reduce((one, other) => (Temporal.PlainDate.compare(one, other) < 0 ? other : one), ownEnd)
}

/** What is closed stays so, whatever day a clock says; what should be closed already takes nothing more. */
export function isOpenMonth(month: Month, today: Temporal.PlainDate, closings: Closings): boolean {
  if (month <= (closings.closedThrough ?? '')) return false

  return Temporal.PlainDate.compare(today, lastOpenDay(month, closings)) <= 0
}

/** PRODUCT.md §3: a contact is counted in the month of its day if that is still open, else in the earliest open month. */
export function countedMonth(contactedOn: Temporal.PlainDate, today: Temporal.PlainDate, closings: Closings): Month {
  let month = monthOf(contactedOn)
  while (!isOpenMonth(month, today, closings)) month = addMonths(month, 1)

  return month
}
