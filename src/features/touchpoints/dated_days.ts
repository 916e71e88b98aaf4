/** Days that differ from the week, as rows of a form: one day or a run of days each, collapsed for showing, read day by day. */

import { listDays, type Span } from '../../lib/days.ts'
import { readSpans, writeSpans } from '../../lib/weekly_hours.ts'
import { dayInWords } from '../../lib/words.ts'

/** A row as typed: days are YYYY-MM-DD; no `until`: one day; no `hours`: closed (or, for a blocked day, not asked). */
export interface DatedRow {
  from: string
  until: string
  hours: string
  reason: string
}

export interface DatedDay {
  day: string
  spans: Span[]
  reason: string
}

const LONGEST_RUN = 62
const LONGEST_REASON = 120

/** Reads the rows that hold anything, from today on. Every complaint stands at its row, counted from 0. */
export function readDatedRows(
  rows: readonly DatedRow[],
  today: Temporal.PlainDate,
): { days: DatedDay[]; complaints: ReadonlyMap<number, string> } {
  const complaints = new Map<number, string>()
  const days = new Map<string, DatedDay>()
  for (const [i, row] of rows.entries()) {
    if (isEmptyRow(row)) continue
    const read = readRow(row, today)
    if (typeof read === 'string') complaints.set(i, read)
    else for (const dated of read) addDay(days, dated, (complaint) => complaints.set(i, complaint))
  }

  return { days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)), complaints }
}

/** Days in a row with the same hours and reason become one row again. */
export function datedRows(days: readonly { day: string; spans?: readonly Span[]; reason: string }[]): DatedRow[] {
  const rows: DatedRow[] = []
  for (const { day, spans = [], reason } of days) {
    const hours = writeSpans(spans)
    const last = rows.at(-1)
    if (last && last.hours === hours && last.reason === reason && dayAfter(last.until || last.from) === day)
      last.until = day
    else rows.push({ from: day, until: '', hours, reason })
  }

  return rows
}

/** The rows in what was typed: exceptionFrom, exceptionUntil … repeat, and the nth of each name belong together. */
export function rowsIn(
  typed: Record<string, string | string[] | undefined>,
  kind: 'exception' | 'blocked',
): DatedRow[] {
  const column = (name: string) => [typed[`${kind}${name}`] ?? []].flat()
  const columns = { from: column('From'), until: column('Until'), hours: column('Hours'), reason: column('Reason') }
  const length = Math.max(...Object.values(columns).map((texts) => texts.length))

  return Array.from({ length }, (_, i) => ({
    from: columns.from[i] ?? '',
    until: columns.until[i] ?? '',
    hours: columns.hours[i] ?? '',
    reason: columns.reason[i] ?? '',
  }))
}

export function isEmptyRow(row: DatedRow): boolean {
  return Object.values(row).every((typed) => typed.trim() === '')
}

/** Two empty rows to write in, at the end; rows keep their places, so that complaints stand where they belong. */
export function withSpareRows(rows: readonly DatedRow[]): DatedRow[] {
  const used = rows.slice(0, rows.findLastIndex((row) => !isEmptyRow(row)) + 1)

  return [...used, NO_ROW, NO_ROW]
}

const NO_ROW: DatedRow = { from: '', until: '', hours: '', reason: '' }

function readRow(row: DatedRow, today: Temporal.PlainDate): DatedDay[] | string {
  const from = dayOf(row.from)
  const until = row.until.trim() === '' ? from : dayOf(row.until)
  const hours = readSpans(row.hours)
  const reason = row.reason.trim().replace(/\s+/g, ' ')
  if (!from) return row.from.trim() === '' ? 'Say which day.' : notADay(row.from)
  if (!until) return notADay(row.until)
  if (Temporal.PlainDate.compare(from, today) < 0) return `${dayInWords(from)} is past.`
  if (Temporal.PlainDate.compare(until, from) < 0) return `${dayInWords(until)} comes before ${dayInWords(from)}.`
  if (from.until(until).days >= LONGEST_RUN)
    return `More than ${LONGEST_RUN} days at once. Change the hours of the week instead.`
  if ('complaint' in hours) return hours.complaint
  if (reason.length > LONGEST_REASON) return `Keep the reason to ${LONGEST_REASON} letters.`

  return listDays(from, until).map((day) => ({ day: day.toString(), spans: hours.value, reason }))
}

function addDay(days: Map<string, DatedDay>, dated: DatedDay, complain: (complaint: string) => void): void {
  if (days.has(dated.day)) complain(`${dayInWords(dated.day)} stands twice.`)
  else days.set(dated.day, dated)
}

/** Strictly YYYY-MM-DD, as a date field sends it, in years that somebody may mean. */
function dayOf(typed: string): Temporal.PlainDate | null {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(typed.trim())) return null
  try {
    return Temporal.PlainDate.from(typed.trim(), { overflow: 'reject' })
  } catch {
    return null
  }
}

function notADay(typed: string): string {
  return `“${typed.trim().slice(0, 40)}” is not a day. Write it like 2026-12-24.`
}

function dayAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toString()
}
