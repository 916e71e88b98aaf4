/** XLSX: one sheet a section, typed cells, headings that stay in sight; text is always a string, never a formula. */
import writeWorkbook, { type Cell, type Sheet as WrittenSheet } from 'write-excel-file/node'
import type { Report } from './report.ts'
import { type Sheet, sheetsOf, type Value } from './sheet_tables.ts'
import { settled } from './zip.ts'

export async function reportXlsx(report: Report): Promise<Uint8Array> {
  const written = writeWorkbook(sheetsOf(report).map(writtenSheet), { fontFamily: 'Calibri', fontSize: 11 })

  return settled(await written.toBuffer())
}

function writtenSheet({ name, rows, frozen }: Sheet): WrittenSheet<never> {
  const columns = widths(rows)

  return {
    sheet: name,
    data: rows.map((row) => writtenRow(row, columns)),
    columns: columns.map((width) => ({ width })),
    stickyRowsCount: frozen,
    showGridLines: false,
    orientation: 'landscape',
  } as WrittenSheet<never>
}

/** Words take several lines, except where they stand alone and have the whole row; not every program finds the height for itself. */
function writtenRow(row: readonly Value[], columns: readonly number[]): Cell[] {
  const wraps = row.length > 1 || columns.length === 1
  const height = Math.max(LINE, ...row.map((value, i) => heightOf(value, wraps ? (columns[i] ?? 1) : Infinity)))

  return row.map((value) => writtenCell(value, { wrap: wraps, height }))
}

/** Points. A row of a spreadsheet is at most 409 high. */
const LINE = 15
const HIGHEST = 409

function heightOf(value: Value, width: number): number {
  if (value?.is !== 'text') return LINE
  if (value.voice === 'title') return 21
  const lines = value.text.split('\n').map((line) => Math.max(1, Math.ceil((line.length * 1.1) / width)))

  return Math.min(HIGHEST, LINE * lines.reduce((sum, n) => sum + n, 0))
}

const FORMATS = { whole: '#,##0', share: '0%', mean: '0.0' } as const

const HEAD = {
  fontWeight: 'bold',
  textColor: '#585249',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#8a8375',
} as const

const VOICES = {
  title: { fontWeight: 'bold', fontSize: 14 },
  head: HEAD,
  head_of_numbers: { ...HEAD, align: 'right' },
  words: {},
  soft: { textColor: '#585249' },
} as const

function writtenCell(value: Value, { wrap, height }: { wrap: boolean; height: number }): Cell {
  if (value === null) return null
  if (value.is === 'number')
    return { type: Number, value: value.number, format: FORMATS[value.format], alignVertical: 'top', height }
  if (value.is === 'day')
    return {
      type: Number,
      value: serialDay(value.day),
      format: 'd mmmm yyyy',
      align: 'left',
      alignVertical: 'top',
      height,
    }

  return { type: String, value: value.text, format: '@', alignVertical: 'top', wrap, height, ...VOICES[value.voice] }
}

/** Spreadsheets count days from the one before 1900 began, and take 1900 for a leap year: from 1 March 1900 on it is this. */
function serialDay(day: string): number {
  return Temporal.PlainDate.from('1899-12-30').until(day, { largestUnit: 'days' }).days
}

/** Wide enough for what stands there, and never wider than a line that is read; what stands alone in its row runs over its neighbours. */
function widths(rows: readonly (readonly Value[])[]): number[] {
  const columns = Math.max(1, ...rows.map((row) => row.length))
  if (columns === 1) return [100]

  return Array.from({ length: columns }, (_, i) => {
    const lengths = rows.filter((row) => row.length > 1).map((row) => lengthOf(row[i] ?? null))

    return Math.min(60, Math.max(9, ...lengths) + 2)
  })
}

function lengthOf(value: Value): number {
  if (value === null || value.is === 'number') return 0

  return value.is === 'day' ? 18 : value.text.length
}
