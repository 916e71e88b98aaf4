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
  const columns = widths(rows).map((width) => ({ width }))

  return {
    sheet: name,
    data: rows.map((row) => row.map((value) => writtenCell(value, row.length > 1 || columns.length === 1))),
    columns,
    stickyRowsCount: frozen,
    showGridLines: false,
    orientation: 'landscape',
  } as WrittenSheet<never>
}

const FORMATS = { whole: '#,##0', share: '0%', mean: '0.0' } as const

const VOICES = {
  title: { fontWeight: 'bold', fontSize: 14 },
  head: {
    fontWeight: 'bold',
    textColor: '#585249',
    bottomBorderStyle: 'thin',
    bottomBorderColor: '#8a8375',
  },
  words: {},
  soft: { textColor: '#585249' },
} as const

function writtenCell(value: Value, wrap: boolean): Cell {
  if (value === null) return null
  if (value.is === 'number')
    return { type: Number, value: value.number, format: FORMATS[value.format], alignVertical: 'top' }
  if (value.is === 'day')
    return { type: Number, value: serialDay(value.day), format: 'd mmmm yyyy', align: 'left', alignVertical: 'top' }

  return { type: String, value: value.text, format: '@', alignVertical: 'top', wrap, ...VOICES[value.voice] }
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
