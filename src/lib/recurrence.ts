/** RFC 5545 recurrences as days: a rule such as "FREQ=MONTHLY;BYDAY=-1FR" and the days it falls on. No clock times, so no zone and no DST. */

import { RRuleTemporal } from 'rrule-temporal'
import { Invalid } from './problem.ts'

export interface Recurrence {
  /** The rule without its end, in capitals: "FREQ=MONTHLY;BYMONTHDAY=1". */
  rule: string
  /** COUNT: how many occurrences there are at most. */
  count: number | null
  /** UNTIL: the last day an occurrence may fall on. */
  until: Temporal.PlainDate | null
}

/** The first occurrences on or after `from`, which is also what INTERVAL, COUNT and a part left out are counted from (DTSTART). Throws Invalid for a rule that is wrong or never happens. */
export function occurrences(rule: string, from: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  const recurrence = parseRecurrence(rule)
  const most = Math.min(count, recurrence.count ?? count)
  const last = Temporal.PlainDate.from(recurrence.until ?? from.add(CALENDAR_CYCLE))
  if (Temporal.PlainDate.compare(last, from) < 0) return []

  const days = listUntil(recurrence.rule, from, last, most)
  if (days.length === 0 && recurrence.until === null && most > 0)
    throw wrong(`The recurrence rule ${shown(rule.trim())} never happens.`)

  return days
}

/** Reads a rule and refuses, in one sentence, what RFC 5545 does not allow or what cannot be told in days. */
export function parseRecurrence(text: string): Recurrence {
  const parts = readParts(text)
  for (const [name, value] of parts) checkPart(name, value)
  checkTogether(parts)
  const until = parts.get('UNTIL')
  const count = parts.get('COUNT')
  const kept = [...parts].filter(([name]) => name !== 'COUNT' && name !== 'UNTIL')

  return {
    rule: kept.map(([name, value]) => `${name}=${value}`).join(';'),
    count: count === undefined ? null : Number(count),
    until: until === undefined ? null : dayOfUntil(until),
  }
}

/** The Gregorian calendar repeats itself, weekdays included, every 400 years: what has not happened by then never will. */
const CALENDAR_CYCLE = { years: 400 } as const
/** More than the days of a whole cycle, so that the calendar ends the search and not this. */
const MOST_STEPS = 150_000

const LONGEST = 500
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const DAY_NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const WEEKDAY = `(${DAY_NAMES.join('|')})`

/** What each part may hold (RFC 5545 §3.3.10); the library skips values it does not know, people should be told. */
const PARTS: Record<string, (value: string) => boolean> = {
  FREQ: (value) => FREQUENCIES.includes(value),
  INTERVAL: (value) => isWithin(value, 1, 1000),
  COUNT: (value) => isWithin(value, 1, 10_000),
  UNTIL: (value) => dayOfUntil(value) !== null,
  WKST: (value) => new RegExp(`^${WEEKDAY}$`).test(value),
  BYMONTH: listOf((value) => isWithin(value, 1, 12)),
  BYMONTHDAY: listOf((value) => isWithin(unsigned(value), 1, 31)),
  BYYEARDAY: listOf((value) => isWithin(unsigned(value), 1, 366)),
  BYWEEKNO: listOf((value) => isWithin(unsigned(value), 1, 53)),
  BYSETPOS: listOf((value) => isWithin(unsigned(value), 1, 366)),
  BYDAY: listOf((value) => new RegExp(`^([+-]?([1-9]|[1-4]\\d|5[0-3]))?${WEEKDAY}$`).test(value)),
}

const TIMES = ['BYHOUR', 'BYMINUTE', 'BYSECOND']

function readParts(text: string): Map<string, string> {
  const rule = text.trim().toUpperCase()
  if (rule.length > LONGEST) throw wrong(`A recurrence rule has at most ${LONGEST} characters.`)

  const parts = new Map<string, string>()
  for (const part of rule.replace(/^RRULE:/, '').split(';')) {
    const [name, value, ...more] = part.split('=')
    if (!name || !value || more.length > 0) throw wrong('A recurrence rule reads like FREQ=MONTHLY;BYDAY=-1FR.')
    if (parts.has(name)) throw wrong(`The recurrence rule says ${name} twice.`)
    parts.set(name, value)
  }

  return parts
}

function checkPart(name: string, value: string): void {
  if (TIMES.includes(name)) throw wrong(`A recurrence is made of days: leave out ${name}.`)

  const allows = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined
  if (!allows) throw wrong(`A recurrence rule knows no ${shown(name)}.`)
  if (allows(value)) return
  if (name === 'FREQ') throw wrong('FREQ is one of DAILY, WEEKLY, MONTHLY and YEARLY.')

  throw wrong(`The recurrence rule’s ${name} cannot be ${shown(value)}.`)
}

/** The combinations RFC 5545 forbids: each would silently mean something else. */
function checkTogether(parts: Map<string, string>): void {
  const frequency = parts.get('FREQ')
  const numbered = /\d/.test(parts.get('BYDAY') ?? '')
  const selectors = [...parts.keys()].filter((name) => name.startsWith('BY') && name !== 'BYSETPOS')
  const faults: [boolean, string][] = [
    [frequency === undefined, 'A recurrence rule needs FREQ, for example FREQ=MONTHLY.'],
    [parts.has('COUNT') && parts.has('UNTIL'), 'A recurrence rule ends by COUNT or by UNTIL, not by both.'],
    [
      numbered && frequency !== 'MONTHLY' && frequency !== 'YEARLY',
      'A numbered weekday such as -1FR needs FREQ=MONTHLY or FREQ=YEARLY.',
    ],
    [numbered && parts.has('BYWEEKNO'), 'A numbered weekday such as -1FR does not go with BYWEEKNO.'],
    [parts.has('BYWEEKNO') && frequency !== 'YEARLY', 'BYWEEKNO needs FREQ=YEARLY.'],
    [parts.has('BYYEARDAY') && frequency !== 'YEARLY', 'BYYEARDAY needs FREQ=YEARLY.'],
    [parts.has('BYMONTHDAY') && frequency === 'WEEKLY', 'BYMONTHDAY does not go with FREQ=WEEKLY.'],
    [parts.has('BYSETPOS') && selectors.length === 0, 'BYSETPOS needs another BY… part to choose from.'],
  ]
  const fault = faults.find(([holds]) => holds)
  if (fault) throw wrong(fault[1])
}

/** Midnight in UTC stands for the day: no local time can be skipped or doubled there. */
function listUntil(
  rule: string,
  from: Temporal.PlainDate,
  last: Temporal.PlainDate,
  count: number,
): Temporal.PlainDate[] {
  const days: Temporal.PlainDate[] = []
  if (count < 1) return days

  const recurrence = new RRuleTemporal({
    rruleString: rule,
    dtstart: from.toZonedDateTime('UTC'),
    until: last.toZonedDateTime('UTC'),
    maxIterations: MOST_STEPS,
    cache: false,
  })
  const weeksOfYear = yearlyWeekdays(rule)
  recurrence.all((moment) => {
    const day = moment.toPlainDate()
    if (weeksOfYear.length === 0 || weeksOfYear.some((weekday) => isNumbered(day, weekday))) days.push(day)
    return days.length < count
  })

  return days
}

/** The library lets a 53rd Monday run over into a January that is not the rule's: those days are left out again. */
function yearlyWeekdays(rule: string): string[] {
  const parts = readParts(rule)
  const weekdays = parts.get('BYDAY')?.split(',') ?? []
  const ofTheYear = parts.get('FREQ') === 'YEARLY' && !parts.has('BYMONTH')

  return ofTheYear && weekdays.some((weekday) => /\d/.test(weekday)) ? weekdays : []
}

/** "-53MO", the 53rd Monday from the end of the year; "MO", any. */
function isNumbered(day: Temporal.PlainDate, weekday: string): boolean {
  const number = Number.parseInt(weekday, 10)
  if (DAY_NAMES[day.dayOfWeek - 1] !== weekday.slice(-2)) return false
  if (Number.isNaN(number)) return true

  const fromTheStart = Math.ceil(day.dayOfYear / 7)
  const fromTheEnd = Math.ceil((day.daysInYear - day.dayOfYear + 1) / 7)

  return number > 0 ? fromTheStart === number : fromTheEnd === -number
}

function wrong(sentence: string): Invalid {
  return new Invalid({ rule: sentence })
}

/** UNTIL as a day, "20261231", or as a moment, of which the day counts. */
function dayOfUntil(value: string): Temporal.PlainDate | null {
  const digits = /^(\d{4})(\d{2})(\d{2})(T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?$/.exec(value)
  if (!digits) return null

  try {
    return Temporal.PlainDate.from(`${digits[1]}-${digits[2]}-${digits[3]}`)
  } catch {
    return null
  }
}

function listOf(allows: (value: string) => boolean): (values: string) => boolean {
  return (values) => values.split(',').every(allows)
}

function isWithin(value: string, least: number, most: number): boolean {
  return /^\d{1,6}$/.test(value) && Number(value) >= least && Number(value) <= most
}

function unsigned(value: string): string {
  return value.replace(/^[+-]/, '')
}

function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
