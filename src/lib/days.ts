/** Days, dayparts and weekly hours. Days are Temporal.PlainDate, hours are "HH:MM" text in the zone of whoever they belong to. */

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]

export type Daypart = 'early' | 'morning' | 'midday' | 'afternoon' | 'evening' | 'night'
export const DAYPARTS = [
  'early',
  'morning',
  'midday',
  'afternoon',
  'evening',
  'night',
] as const satisfies readonly Daypart[]

/** Local times, from inclusive, to exclusive; "24:00" ends a day. */
export type Span = readonly [from: string, to: string]
export type WeeklyHours = Partial<Record<Weekday, readonly Span[]>>

/** Minutes after midnight, from inclusive, to exclusive. */
export type Minutes = readonly [from: number, to: number]

const DAY = 24 * 60

/** PRODUCT.md §2: dayparts are read in the touchpoint's zone; night runs over midnight. */
export const DAYPART_MINUTES: Readonly<Record<Daypart, readonly Minutes[]>> = {
  early: [[6 * 60, 9 * 60]],
  morning: [[9 * 60, 12 * 60]],
  midday: [[12 * 60, 14 * 60]],
  afternoon: [[14 * 60, 17 * 60]],
  evening: [[17 * 60, 21 * 60]],
  night: [
    [0, 6 * 60],
    [21 * 60, DAY],
  ],
}

export function weekdayOf(day: Temporal.PlainDate): Weekday {
  return WEEKDAYS[day.dayOfWeek - 1] as Weekday
}

/** "09:30" to 570. Throws a RangeError on anything but HH:MM from 00:00 to 24:00. */
export function minutesOf(time: string): number {
  const parts = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time)
  const minutes = parts ? Number(parts[1]) * 60 + Number(parts[2]) : Number.NaN
  if (!(minutes <= DAY)) throw new RangeError(`not a time of day: ${time}`)

  return minutes
}

/** 570 to "09:30". */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

export function spansToMinutes(spans: readonly Span[]): Minutes[] {
  return spans.map(([from, to]) => [minutesOf(from), minutesOf(to)])
}

/** Where two sets of spans coincide, in minutes after midnight. */
export function overlap(a: readonly Minutes[], b: readonly Minutes[]): Minutes[] {
  return a.flatMap(([from, to]) =>
    b.map(([start, end]): Minutes => [Math.max(from, start), Math.min(to, end)]).filter(([start, end]) => start < end),
  )
}

/** The day it is somewhere at a moment. Every request asks several times, so each zone's last answer is kept. */
export function dayIn(zone: string, moment: Temporal.Instant): Temporal.PlainDate {
  const second = Math.floor(moment.epochMilliseconds / 1000)
  const last = lastDays.get(zone)
  if (last?.second === second) return last.day
  const day = moment.toZonedDateTimeISO(zone).toPlainDate()
  lastDays.set(zone, { second, day })

  return day
}

/** By zone. Nowhere does a day begin within a second: no zone's clock differs from another's by less. */
const lastDays = new Map<string, { second: number; day: Temporal.PlainDate }>()

/** Below nought where the other comes first. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}

/** Every day from the first to the last, both included. */
export function listDays(from: Temporal.PlainDate, to: Temporal.PlainDate): Temporal.PlainDate[] {
  const count = Math.max(0, daysBetween(from, to) + 1)

  return Array.from({ length: count }, (_, days) => from.add({ days }))
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone.length > 0
  } catch {
    return false
  }
}
