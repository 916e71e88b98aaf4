import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Anew, COUNTED_MEASURES, countAnew, gapAnew } from '../support/counted_anew.ts'
import type { House } from '../support/house.ts'
import { parseCsv } from '../support/parse_csv.ts'
import {
  type ReadChart,
  type ReadSheet,
  type ReadSlide,
  readCharts,
  readPdf,
  readSlides,
  readXlsx,
} from '../support/read_files.ts'
import { closedHalfYear, draftOf } from '../support/reviewed.ts'
import { squeezed } from '../support/said_everywhere.ts'

const MONTHS = ['2026-04', '2026-05', '2026-06']
const SPANS: Record<string, string[]> = {
  ...Object.fromEntries(MONTHS.map((month) => [month, [month]])),
  '2026-Q2': MONTHS,
}
const COLUMNS = ['April', 'May', 'June', 'Quarter']

let house: House
let rows: Record<string, string>[]
let page: string
let pdf: string
let sheets: ReadSheet[]
let slides: ReadSlide[]
let charts: ReadChart[]
let json: { sections: { title: string; blocks: Record<string, unknown>[] }[] }

beforeAll(async () => {
  house = await closedHalfYear()
  const { id } = draftOf(house, '2026-Q2')
  const get = (url: string) => house.get('maud', `/reviews/${id}${url}`)
  const [head = [], ...lines] = parseCsv((await get('/export/csv')).body)
  rows = lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])))
  page = (await get('')).body
  const { pages, roles } = await readPdf((await get('/export/pdf')).rawPayload)
  pdf = squeezed([...pages, ...roles.map(({ alt }) => alt)].join(''))
  sheets = readXlsx((await get('/export/xlsx')).rawPayload)
  const pptx = (await get('/export/pptx')).rawPayload
  slides = readSlides(pptx)
  charts = readCharts(pptx)
  json = JSON.parse((await get('/export/json')).body)
})

const rowOf = (measure: string, span: string) =>
  rows.find((row) => row.measure === measure && row.span === span && row.breakdown === '')
const isWithheld = (measure: string, span: string) => rowOf(measure, span)?.value === 'withheld'

/** "9 of 12", "75%, 47–91%": each share rounded by itself. */
function wordsOf({ count, of, value, low, high }: Anew): { counted: string; below: string } {
  const whole = (share: number | null) => Math.round((share ?? 0) * 100)

  return value === null
    ? { counted: '–', below: '' }
    : { counted: `${count} of ${of}`, below: `${whole(value)}%, ${whole(low)}–${whole(high)}%` }
}

/** The row of a measure in the first table of the page that has one, column by column. */
function rowOnPage(name: string): string[] {
  const row = page.split('<tr>').find((one) => one.includes(`<th scope="row">${name}</th>`)) ?? ''

  return row
    .split('<td ')
    .slice(1)
    .map((cell) =>
      cell
        .replace(/^[^>]*>/, '')
        .replace(/<svg.*?<\/svg>/g, '')
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
}

const nameOf = (measure: string) => {
  const table = json.sections.find(({ title }) => title === 'Key figures')?.blocks[0] as {
    rows: { words?: string; measure?: string }[][]
  }

  return table.rows.find((cells) => cells.some((cell) => cell.measure === measure))?.[0]?.words ?? ''
}

describe('every number of a review', () => {
  it('is the one that is counted anew from the reflections, or withheld', () => {
    let shown = 0
    for (const measure of COUNTED_MEASURES)
      for (const [span, months] of Object.entries(SPANS)) {
        const row = rowOf(measure, span)
        const anew = countAnew(house, measure, months)
        if (isWithheld(measure, span)) {
          expect([row?.count, row?.of, row?.low, row?.high]).toEqual(['', '', '', ''])
          continue
        }
        shown++
        expect([row?.count, row?.of], `${measure} ${span}`).toEqual([String(anew.count), String(anew.of)])
        for (const end of ['value', 'low', 'high'] as const)
          if (anew[end] === null) expect(row?.[end]).toBe('')
          else expect(Number(row?.[end])).toBeCloseTo(anew[end], 9)
      }
    expect(shown).toBeGreaterThan(40)
  })

  it('is so for the difference between what was felt and expected', () => {
    for (const [span, months] of Object.entries(SPANS)) {
      if (isWithheld('expectation_gap', span)) continue
      const anew = gapAnew(house, months)
      expect(Number(rowOf('expectation_gap', span)?.of)).toBe(anew.of)
      expect(Number(rowOf('expectation_gap', span)?.value)).toBeCloseTo(anew.value, 9)
    }
    expect(isWithheld('expectation_gap', '2026-Q2')).toBe(false)
  })

  it('stands the same on the page and in the PDF, in its row and its column', () => {
    for (const measure of COUNTED_MEASURES) {
      const cells = Object.entries(SPANS).map(([span, months]) =>
        isWithheld(measure, span) ? { counted: 'withheld', below: '' } : wordsOf(countAnew(house, measure, months)),
      )
      const onPage = rowOnPage(nameOf(measure))
      for (const [i, { counted, below }] of cells.entries())
        expect(onPage[i], `${measure}, ${COLUMNS[i]}`).toBe([counted, below].filter(Boolean).join(' '))
      // A line of a table is read cell by cell.
      const line = squeezed(nameOf(measure) + cells.map(({ counted, below }) => counted + below).join(''))
      expect(pdf).toContain(line)
    }
  })

  it('stands the same in the workbook, as numbers, and in the JSON', () => {
    const figures = sheets.find(({ name }) => name === 'Figures')
    const inSheet = figures?.rows.slice(figures.frozen) ?? []
    const measured = rows.filter(({ kind }) => kind !== 'note')
    expect(inSheet.length).toBe(measured.length)
    for (const [i, row] of measured.entries()) {
      const cells = Array.from({ length: 11 }, (_, at) => String(inSheet[i]?.[at] ?? ''))
      const { value, ...rest } = row
      const numbers =
        value === 'withheld' ? ['withheld', '', '', '', ''] : [row.count, row.of, value, row.low, row.high]
      expect(cells).toEqual([...Object.values(rest).slice(0, 6), ...numbers])
    }
    const text = JSON.stringify(json)
    for (const row of measured.filter(({ value }) => value !== '' && value !== 'withheld'))
      expect(text).toContain(`"value":${row.value},"low":${row.low || 'null'},"high":${row.high || 'null'}`)
  })

  it('stands the same on the slides: in tables, in the charts themselves, and in the workbooks behind them', () => {
    const texts = slides.flatMap((slide) => slide.texts)
    for (const measure of COUNTED_MEASURES) {
      const at = texts.indexOf(nameOf(measure))
      for (const [i, [span, months]] of Object.entries(SPANS).entries()) {
        const { counted, below } = wordsOf(countAnew(house, measure, months))
        const words = isWithheld(measure, span) ? 'withheld' : [counted, below].filter(Boolean).join(', ')
        expect(texts[at + 1 + i], `${measure} ${span}`).toBe(words)
      }
    }
    const valued = charts.find(({ series }) => series[0]?.name === 'Felt valued')
    for (const [i, month] of ['2026-01', '2026-02', '2026-03', ...MONTHS].entries()) {
      const { value } = countAnew(house, 'valued', [month])
      const shown = isWithheld('valued', month) ? null : value
      expect(valued?.series[0]?.values[i]).toBe(shown)
      expect(valued?.workbook[i + 1]?.[1] ?? null).toBe(shown)
    }
  })

  it('is described by the schema that is served beside the JSON', async () => {
    const schema = (await house.get('rhea', '/reviews.schema.json')).json()
    const schemas = z.fromJSONSchema(schema)
    expect(schemas.safeParse(json).error).toBeUndefined()
    expect(schemas.safeParse({ ...json, version: 2 }).success).toBe(false)
  })

  it('adds up: the levels of how it felt to watch are all contacts of their month', () => {
    for (const month of MONTHS) {
      const levels = rows.filter((row) => row.measure === 'pride' && row.span === month)
      if (levels.some(({ value }) => value === 'withheld')) continue
      expect(levels.reduce((sum, { count }) => sum + Number(count), 0)).toBe(countAnew(house, 'proud', [month]).of)
    }
  })
})
