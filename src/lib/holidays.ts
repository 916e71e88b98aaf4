/** Public holidays by country; bank, school and optional holidays are ordinary days here. */

import type HolidaysOf from 'date-holidays'
import { whenNeeded } from './when_needed.ts'

/** The days, "YYYY-MM-DD", on which a country as a whole is off. A country nobody knows has none. */
export function publicHolidays(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`
  const known = cache.get(key) ?? findHolidays(country, year)
  cache.set(key, known)

  return known
}

/** Whether an ISO 3166 code such as "GB" is one whose holidays are known. */
export function isKnownCountry(country: string): boolean {
  return Object.hasOwn(countries(), country)
}

const calendars = () => whenNeeded<typeof HolidaysOf>('date-holidays')

const cache = new Map<string, ReadonlySet<string>>()
let names: Record<string, string> | undefined

function countries(): Record<string, string> {
  const Holidays = calendars()
  names ??= new Holidays().getCountries()

  return names
}

function findHolidays(country: string, year: number): ReadonlySet<string> {
  if (!isKnownCountry(country)) return new Set()

  const Holidays = calendars()
  const found = new Holidays(country, { types: ['public'] }).getHolidays(year)

  return new Set(found.flatMap(({ start, end, date }) => daysOf(date, end.getTime() - start.getTime())))
}

/** The text carries the day where the holiday is; start and end are moments, of which only the length is needed. */
function daysOf(date: string, milliseconds: number): string[] {
  const first = Temporal.PlainDate.from(date.slice(0, 10))
  const days = Math.max(1, Math.round(milliseconds / 86_400_000))

  return Array.from({ length: days }, (_, i) => first.add({ days: i }).toString())
}
