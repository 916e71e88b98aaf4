/** Hours of a week as people write and read them; to the machine they are `WeeklyHours` (days.ts). */

import { type Minutes, minutesOf, type Span, timeOf, WEEKDAYS, type Weekday, type WeeklyHours } from './days.ts'
import type { Reading } from './reading.ts'

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

const ALL_DAY: Span = ['00:00', '24:00']

const LONGEST_ENTRY = 200
const EXAMPLE = 'Write hours like 09:00–12:00, 13:00–17:00, or leave the day empty when it is closed.'

/** Reads what was typed for one day: "9-12, 13:00 to 17:30", "9am–5pm", "all day", "closed" or nothing. Sorted; spans that touch become one. */
export function readSpans(typed: string): Reading<Span[]> {
  const text = typed.normalize('NFKC').toLowerCase().trim()
  if (text.length > LONGEST_ENTRY) return { complaint: `That is too long for one day. ${EXAMPLE}` }
  if (CLOSED.test(text)) return { value: [] }
  if (WHOLE_DAY.test(text)) return { value: [ALL_DAY] }

  const found = [...text.matchAll(SPAN)]
  const left = text.replace(SPAN, ' ').replace(BETWEEN, '')
  if (left !== '' || found.length === 0) return { complaint: `“${typed.trim()}” cannot be read as hours. ${EXAMPLE}` }

  return checked(found.map(([, from = '', to = '']) => spanOf(from, to)))
}

/** "09:00–12:00, 13:00–17:00", the way the form shows it again; nothing when closed. `readSpans` reads it back unchanged. */
export function writeSpans(spans: readonly Span[]): string {
  return spans.map((span) => span.join('–')).join(', ')
}

/** Reads a whole week, a field per weekday; every complaint stands at its day. */
export function readWeek(typed: Partial<Record<Weekday, string>>): {
  weekly: WeeklyHours
  complaints: Partial<Record<Weekday, string>>
} {
  const weekly: WeeklyHours = {}
  const complaints: Partial<Record<Weekday, string>> = {}
  for (const weekday of WEEKDAYS) {
    const read = readSpans(typed[weekday] ?? '')
    if ('complaint' in read) complaints[weekday] = read.complaint
    else if (read.value.length > 0) weekly[weekday] = read.value
  }

  return { weekly, complaints }
}

/** "Weekdays 8–18, Saturday 9–13". Days with the same hours are said together; days that are closed are not said. */
export function hoursInWords(weekly: WeeklyHours): string {
  const groups = Map.groupBy(
    WEEKDAYS.filter((weekday) => weekly[weekday]?.length),
    (weekday) => writeSpans(weekly[weekday] ?? []),
  )
  if (groups.size === 0) return 'No opening hours'
  if (groups.size === 1 && groups.get(writeSpans([ALL_DAY]))?.length === 7) return 'Day and night, every day'

  const phrases = [...groups.values()].map(
    (days) => `${daysInWords(days)} ${spansInWords(weekly[days[0] as Weekday] ?? [])}`,
  )

  return capital(phrases.join(phrases.some((phrase) => phrase.includes(',')) ? '; ' : ', '))
}

/** "8–18", "8:30–12 and 13–17", "day and night"; "closed" without any. */
export function spansInWords(spans: readonly Span[]): string {
  if (spans.length === 0) return 'closed'
  if (writeSpans(spans) === writeSpans([ALL_DAY])) return 'day and night'

  return listed(spans.map(([from, to]) => `${shortTime(from)}–${shortTime(to)}`))
}

const CLOSED = /^(closed|shut|none|no|[-–—])?$/
const WHOLE_DAY = /^(open )?(all day|24 ?h|24 ?hours|24 ?\/ ?7|day and night|round the clock)$/
const TIME = String.raw`(?:\d{1,2}(?:[:.h]?\d{2})?(?:\s*h)?(?:\s*[ap]\.?m\.?)?|noon|midnight)`
const SPAN = new RegExp(
  String.raw`(?<![\d:.])(?:from\s+)?(${TIME})\s*(?:[-–—‒−]|to|until|till)\s*(${TIME})(?![\d:])`,
  'g',
)
const BETWEEN = /\band\b|[\s,;/&+]/g

/** Minutes after midnight; a complaint where what was written is no time of day. */
type Moment = number | { complaint: string }

/** A bare start takes the end's half of the day where that still comes first: "1–5pm" is 13–17, "9–5pm" is 9–17. */
function spanOf(from: string, to: string): [Moment, Moment] {
  const end = momentOf(to, true)
  const half = /p\.?m\.?$/.test(to) && /^\d{1,2}([:.]\d{2})?$/.test(from) ? momentOf(`${from}pm`, false) : null
  const start = typeof half === 'number' && typeof end === 'number' && half < end ? half : momentOf(from, false)

  return [start, end]
}

function momentOf(written: string, ends: boolean): Moment {
  if (written === 'noon') return 12 * 60
  if (written === 'midnight') return ends ? 24 * 60 : 0

  const half = /([ap])\.?m\.?$/.exec(written)?.[1]
  const digits = written
    .replace(/[^\d]/g, ' ')
    .trim()
    .replace(/^(\d{1,2})(\d{2})$/, '$1 $2')
  const [hour = Number.NaN, minute = 0] = digits.split(' ').map(Number)
  const minutes = half
    ? onTwelve(hour, minute, half)
    : clockMinutes(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  if (minutes === null) return { complaint: notATime(written) }

  return ends && minutes === 0 ? 24 * 60 : minutes
}

function onTwelve(hour: number, minute: number, half: string): number | null {
  if (hour < 1 || hour > 12 || minute > 59) return null

  return (hour % 12) * 60 + minute + (half === 'p' ? 12 * 60 : 0)
}

function clockMinutes(time: string): number | null {
  try {
    return minutesOf(time)
  } catch {
    return null
  }
}

function checked(spans: [Moment, Moment][]): Reading<Span[]> {
  for (const moment of spans.flat()) if (typeof moment !== 'number') return moment

  // None is a complaint, so each is a number.
  const sorted = (spans as [number, number][]).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  for (const [i, span] of sorted.entries()) {
    const complaint = orderComplaint(span) ?? overlapComplaint(span, sorted[i + 1])
    if (complaint) return { complaint }
  }

  return { value: joined(sorted).map(([from, to]): Span => [timeOf(from), timeOf(to)]) }
}

function orderComplaint([from, to]: Minutes): string | null {
  if (to > from) return null
  const written = `“${timeOf(from)}–${timeOf(to)}”`
  if (to === from) return `${written} ends when it begins.`
  if (from <= 12 * 60) return `${written} ends before it begins. Did you mean ${timeOf(from)}–${timeOf(to + 12 * 60)}?`

  return `${written} runs past midnight. Write ${timeOf(from)}–24:00 here and 00:00–${timeOf(to)} on the next day.`
}

function overlapComplaint(span: Minutes, next: Minutes | undefined): string | null {
  if (!next || next[0] >= span[1]) return null

  return `“${span.map(timeOf).join('–')}” and “${next.map(timeOf).join('–')}” overlap.`
}

/** 9–12 and 12–17 are one opening, 9–17. */
function joined(sorted: readonly Minutes[]): Minutes[] {
  const done: Minutes[] = []
  for (const [from, to] of sorted) {
    const touching = done.at(-1)?.[1] === from ? done.pop() : undefined
    done.push([touching?.[0] ?? from, to])
  }

  return done
}

function notATime(written: string): string {
  return `“${written}” is not a time of day.`
}

function daysInWords(days: readonly Weekday[]): string {
  const numbers = days.map((day) => WEEKDAYS.indexOf(day)).join('')
  if (numbers === '0123456') return 'every day'
  if (numbers === '01234') return 'weekdays'
  if (numbers === '56') return 'weekends'

  return listed(
    runs(days).flatMap((run) =>
      run.length > 2
        ? [`${WEEKDAY_NAMES[run[0] as Weekday]} to ${WEEKDAY_NAMES[run.at(-1) as Weekday]}`]
        : run.map((day) => WEEKDAY_NAMES[day]),
    ),
  )
}

/** Days that follow each other, together: mon tue wed, fri. */
function runs(days: readonly Weekday[]): Weekday[][] {
  return days.reduce<Weekday[][]>((done, day) => {
    const run = done.at(-1)
    if (run && WEEKDAYS.indexOf(day) === WEEKDAYS.indexOf(run.at(-1) as Weekday) + 1) run.push(day)
    else done.push([day])

    return done
  }, [])
}

function shortTime(time: string): string {
  const [hour, minute] = time.split(':')

  return minute === '00' ? String(Number(hour)) : `${Number(hour)}:${minute}`
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(words)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
