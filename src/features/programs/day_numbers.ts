/** Days as whole numbers since 1 January 1970, so that the planner can count with them. */

/** A day since 1 January 1970. */
export type DayNumber = number

const EPOCH = Temporal.PlainDate.from('1970-01-01')
const numbers = new Map<string, DayNumber>()
const names = new Map<DayNumber, string>()

/** "2026-03-01" to 20513. Throws a RangeError when it is no day. */
export function dayNumber(day: string): DayNumber {
  const known = numbers.get(day)
  if (known !== undefined) return known

  const number = EPOCH.until(Temporal.PlainDate.from(day), { largestUnit: 'days' }).days
  remember(day, number)

  return number
}

/** 20513 to "2026-03-01". */
export function dayName(number: DayNumber): string {
  const known = names.get(number)
  if (known !== undefined) return known

  const day = dayAt(number).toString()
  remember(day, number)

  return day
}

export function dayAt(number: DayNumber): Temporal.PlainDate {
  return EPOCH.add({ days: number })
}

/** Monday is 0. */
export function weekdayNumber(number: DayNumber): number {
  return (((number + 3) % 7) + 7) % 7
}

/** "2026-03": enough to count contacts a month by. */
export function monthName(number: DayNumber): string {
  return dayName(number).slice(0, 7)
}

/** Years of days fit; beyond that the memory is not worth the microseconds. */
const MOST_REMEMBERED = 50_000

function remember(day: string, number: DayNumber): void {
  if (numbers.size >= MOST_REMEMBERED) {
    numbers.clear()
    names.clear()
  }
  numbers.set(day, number)
  names.set(number, day)
}
