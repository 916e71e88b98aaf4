/** On which days, and in which dayparts there, a leader can contact a touchpoint: both clocks are laid over each other, whatever their zones. */

import {
  DAYPART_MINUTES,
  DAYPARTS,
  type Minutes,
  overlap,
  spansToMinutes,
  WEEKDAYS,
  type WeeklyHours,
} from '../../lib/days.ts'
import { DEFAULT_HOURS } from '../members/absence.ts'
import { type DayNumber, dayAt, weekdayNumber } from './day_numbers.ts'

/** PRODUCT.md §2: open hours of the touchpoint and contactable hours of the leader overlap by at least an hour. */
const LEAST_MINUTES = 60
const DAY = 24 * 60

/** A set of dayparts as bits, the first of DAYPARTS lowest; 0 is none. */
export type DaypartSet = number

/** A clock on the wall: hours by weekday in a zone. */
export interface WallHours {
  zone: string
  /** Minutes after local midnight by weekday, Monday first; touching spans joined. */
  week: readonly (readonly Minutes[])[]
}

export function wallHours(zone: string, hours: WeeklyHours | null | undefined): WallHours {
  const weekly = hours ?? DEFAULT_HOURS

  return { zone, week: WEEKDAYS.map((weekday) => joined(spansToMinutes(weekly[weekday] ?? []))) }
}

/** Whether the leader's own hours hold an hour on that weekday. */
export function hasAnHour(hours: WallHours, day: DayNumber): boolean {
  return longest(hours.week[weekdayNumber(day)] ?? []) >= LEAST_MINUTES
}

/** When a touchpoint is open on one of its days: local minutes after its midnight. */
export interface OpenThere {
  zone: string
  open: readonly Minutes[]
}

/** When a leader can be there: their hours, and which of their own neighbouring days may be used beside the day itself. */
export interface Reachable {
  hours: WallHours
  before: boolean
  after: boolean
}

/**
 * The dayparts at the touchpoint, of the touchpoint's day, in which an hour of both clocks coincides; over many zones the touchpoint's
 * morning is the leader's evening before. Where there is an hour in all but in no daypart by itself, the daypart with most of it.
 */
export function usableDayparts(
  day: DayNumber,
  { zone, open }: OpenThere,
  { hours, before, after }: Reachable,
): DaypartSet {
  const there = onTheClock(zone, day, open)
  const own = [day - 1, day, day + 1].filter((own) => own === day || (own < day ? before : after))
  const here = own.flatMap((own) => onTheClock(hours.zone, own, hours.week[weekdayNumber(own)] ?? []))
  const both = joined(overlap(there, joined(here)))
  if (longest(both) < LEAST_MINUTES) return 0

  const lengths = DAYPARTS.map((daypart) =>
    longest(joined(overlap(both, onTheClock(zone, day, DAYPART_MINUTES[daypart])))),
  )
  const enough = lengths.reduce((set, length, i) => (length >= LEAST_MINUTES ? set | (1 << i) : set), 0)

  return enough || 1 << lengths.indexOf(Math.max(...lengths))
}

/** Whether both zones keep one offset around that day, and how far the leader's midnight is from the touchpoint's: alike days give alike answers. */
export function clockDifference(zone: string, leaderZone: string, day: DayNumber): number | null {
  if (zone === leaderZone) return isRegular(zone, day) ? 0 : null
  const regular = isRegular(zone, day) && [day - 1, day, day + 1].every((own) => isRegular(leaderZone, own))

  return regular ? midnight(leaderZone, day) - midnight(zone, day) : null
}

/** Local minutes of a day as minutes since 1970 in UTC. On a day of a clock change every edge is asked for by itself. */
function onTheClock(zone: string, day: DayNumber, spans: readonly Minutes[]): Minutes[] {
  if (spans.length === 0) return []
  const edge = isRegular(zone, day)
    ? (minute: number) => midnight(zone, day) + minute
    : (minute: number) => momentOf(zone, day, minute)

  return spans.map(([from, to]): Minutes => [edge(from), edge(to)]).filter(([from, to]) => from < to)
}

function momentOf(zone: string, day: DayNumber, minute: number): number {
  if (minute === DAY) return midnight(zone, day + 1)
  const local = dayAt(day).toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })

  return local.toZonedDateTime(zone).epochMilliseconds / 60_000
}

function isRegular(zone: string, day: DayNumber): boolean {
  return midnight(zone, day + 1) - midnight(zone, day) === DAY
}

const midnights = new Map<string, Map<DayNumber, number>>()

/** The first minute of a day somewhere, since 1970 in UTC. Zones never change their past, so it is asked for once. */
function midnight(zone: string, day: DayNumber): number {
  const known = midnights.get(zone) ?? new Map<DayNumber, number>()
  const minute = known.get(day) ?? dayAt(day).toZonedDateTime(zone).epochMilliseconds / 60_000
  if (known.size === 0) midnights.set(zone, known)
  known.set(day, minute)

  return minute
}

/** Sorted, with spans that touch or overlap made one. */
function joined(spans: readonly Minutes[]): Minutes[] {
  const sorted = spans.filter(([from, to]) => from < to).toSorted((a, b) => a[0] - b[0])
  const result: Minutes[] = []
  for (const [from, to] of sorted) {
    const last = result.at(-1)
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], to)]
    else result.push([from, to])
  }

  return result
}

function longest(spans: readonly Minutes[]): number {
  return Math.max(0, ...spans.map(([from, to]) => to - from))
}
