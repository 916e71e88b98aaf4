/** Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet. */
import { onceForText } from './once_for_each.ts'

export type Cell = string | number | null

/** Of every table of figures, a figure a row: which one, over when, of whom, and its numbers. */
export const TIDY_COLUMNS = [
  'measure',
  'kind',
  'span',
  'breakdown',
  'slice',
  'level',
  'count',
  'of',
  'value',
  'low',
  'high',
] as const

/** Every line ends with CRLF; numbers keep all their digits, null is an empty cell, and text never becomes a formula. */
export function csv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let lines = csvLine(header)
  for (const row of rows) lines += csvLine(row)

  return lines
}

export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)

  return cell.length > NAME ? csvText(cell) : written(cell, csvText)
}

/** A column of names says the same over and over; what somebody wrote is not held on to. */
const written = onceForText<string>(1000)
const NAME = 100

function csvText(cell: string): string {
  const text = defused(cell)

  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A spreadsheet takes text for a formula when it starts with = + - @, a tab, a line break or their full-width forms, even
 * behind spaces; an apostrophe in front makes it text. OWASP, "CSV Injection".
 */
export function defused(text: string): string {
  return /^\s*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/u.test(text) ? `'${text}` : text
}
