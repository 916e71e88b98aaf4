/** When a touchpoint is open: hours of the week, days that differ, and the clock of its own zone. */

import {
  DAYPART_MINUTES,
  DAYPARTS,
  type Daypart,
  dayIn,
  daysBetween,
  overlap,
  type Span,
  spansToMinutes,
  WEEKDAYS,
  type WeeklyHours,
  weekdayOf,
} from '../../lib/days.ts'
import { WEEKDAY_NAMES } from '../../lib/weekly_hours.ts'

export interface OpeningHours {
  zone: string
  weekly: WeeklyHours
  exceptions: readonly DatedHours[]
}

/** A day whose hours differ from the week's; no spans: closed. */
export interface DatedHours {
  day: Temporal.PlainDate
  spans: readonly Span[]
}

/** Milliseconds since 1970, from inclusive, to exclusive. */
type Opening = readonly [from: number, to: number]

const MINUTE = 60_000
/** A touchpoint that does not open within a year and a month is said never to open. */
const DAYS_AHEAD = 396

/** The hours of one day, in order. */
export function spansOn(hours: OpeningHours, day: Temporal.PlainDate): readonly Span[] {
  const exception = hours.exceptions.find((dated) => dated.day.equals(day))
  const spans = exception ? exception.spans : (hours.weekly[weekdayOf(day)] ?? [])

  return spans.toSorted((a, b) => (a[0] < b[0] ? -1 : 1))
}

export function isOpenAt(hours: OpeningHours, instant: Temporal.Instant): boolean {
  const local = instant.toZonedDateTimeISO(hours.zone)
  const minute = local.hour * 60 + local.minute

  return spansToMinutes(spansOn(hours, local.toPlainDate())).some(([from, to]) => from <= minute && minute < to)
}

/** The first moment from this one on at which it is open: this very one if it is open now; null if it does not open within 13 months. */
export function opensNext(hours: OpeningHours, instant: Temporal.Instant): Temporal.Instant | null {
  if (isOpenAt(hours, instant)) return instant
  const [next] = openings(hours, instant)

  return next ? Temporal.Instant.fromEpochMilliseconds(next[0]) : null
}

/** When the opening that is running now ends, over midnight too; null if it is closed now, or never closes. */
export function closesNext(hours: OpeningHours, instant: Temporal.Instant): Temporal.Instant | null {
  if (!isOpenAt(hours, instant)) return null
  let end = instant.epochMilliseconds
  for (const [from, to] of openings(hours, instant)) {
    if (from > end) return Temporal.Instant.fromEpochMilliseconds(end)
    end = to
  }

  return null
}

/** "Open now, until 18:00." The reader's own time stands beside it where their clock shows another. */
export function openNowInWords(hours: OpeningHours, instant: Temporal.Instant, readerZone = hours.zone): string {
  const opens = opensNext(hours, instant)
  if (!opens) return 'Closed. No opening hours are set.'
  if (opens !== instant) return `Closed now. Opens at ${whenInWords(opens, instant, hours.zone, readerZone)}.`
  const closes = closesNext(hours, instant)

  return closes ? `Open now, until ${whenInWords(closes, instant, hours.zone, readerZone)}.` : OPEN_ALWAYS
}

/** It never closes again, so that no hours need to be said beside it. */
export const OPEN_ALWAYS = 'Open now, day and night.'

/** How many minutes of a usual week are open in each daypart: how traffic falls over the day where nobody has said otherwise. */
export function openMinutes(weekly: WeeklyHours): Record<Daypart, number> {
  const minutes = (daypart: Daypart) =>
    WEEKDAYS.flatMap((weekday) => overlap(spansToMinutes(weekly[weekday] ?? []), DAYPART_MINUTES[daypart])).reduce(
      (sum, [from, to]) => sum + to - from,
      0,
    )

  return Object.fromEntries(DAYPARTS.map((daypart) => [daypart, minutes(daypart)])) as Record<Daypart, number>
}

/**
 * Openings in order of time from a moment on. The clock of a zone runs evenly between two changes of its offset, so each such
 * stretch is walked by itself: an hour that is skipped is not open, an hour that comes twice is open twice.
 */
function* openings(hours: OpeningHours, instant: Temporal.Instant): Generator<Opening> {
  const last = instant.add({ hours: 24 * DAYS_AHEAD })
  let at = instant
  while (Temporal.Instant.compare(at, last) < 0) {
    const local = at.toZonedDateTimeISO(hours.zone)
    const change = local.getTimeZoneTransition('next')?.toInstant()
    const end = change && Temporal.Instant.compare(change, last) < 0 ? change : last
    yield* evenOpenings(hours, local, end.epochMilliseconds)
    at = end
  }
}

function* evenOpenings(hours: OpeningHours, local: Temporal.ZonedDateTime, end: number): Generator<Opening> {
  const midnight = (day: Temporal.PlainDate) =>
    day.toZonedDateTime('UTC').epochMilliseconds - local.offsetNanoseconds / 1_000_000
  for (let day = local.toPlainDate(); midnight(day) < end; day = day.add({ days: 1 })) {
    for (const [from, to] of spansToMinutes(spansOn(hours, day))) {
      const start = Math.max(midnight(day) + from * MINUTE, local.epochMilliseconds)
      const stop = Math.min(midnight(day) + to * MINUTE, end)
      if (start < stop) yield [start, stop]
    }
  }
}

/** "18:00", "midnight", "08:00 tomorrow", "08:00 on Monday", "08:00 on 3 January". */
function whenInWords(moment: Temporal.Instant, now: Temporal.Instant, zone: string, readerZone: string): string {
  const there = moment.toZonedDateTimeISO(zone).toPlainDateTime()
  const here = moment.toZonedDateTimeISO(readerZone).toPlainDateTime()
  const days = daysBetween(dayIn(zone, now), there.toPlainDate())
  const away = there.equals(here) ? '' : ` (${clock(here)} where you are)`
  if (days === 1 && clock(there) === '00:00') return `midnight${away}`

  return `${clock(there)}${dayInWords(there.toPlainDate(), days)}${away}`
}

function clock(local: Temporal.PlainDateTime): string {
  return local.toPlainTime().toString({ smallestUnit: 'minute' })
}

function dayInWords(day: Temporal.PlainDate, days: number): string {
  if (days === 0) return ''
  if (days === 1) return ' tomorrow'
  if (days < 7) return ` on ${WEEKDAY_NAMES[weekdayOf(day)]}`

  return ` on ${day.toLocaleString('en-GB', { day: 'numeric', month: 'long' })}`
}
