import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportCsv } from '../../src/platform/files/csv.ts'
import { reportPdf } from '../../src/platform/files/pdf.ts'
import { reportPptx } from '../../src/platform/files/pptx.ts'
import { type Figure, figuresOf, type Report } from '../../src/platform/files/report.ts'
import { reportJson, reportSchema } from '../../src/platform/files/report_schema.ts'
import { chartWords, figureWords } from '../../src/platform/files/report_words.ts'
import { sheetsOf } from '../../src/platform/files/sheet_tables.ts'
import { reportXlsx } from '../../src/platform/files/xlsx.ts'
import { withheldFigure } from '../support/figures.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { MONTHS, quarterReport } from '../support/quarter_report.ts'
import {
  type ReadChart,
  type ReadPdf,
  type ReadSheet,
  type ReadSlide,
  readCharts,
  readParts,
  readPdf,
  readSlides,
  readXlsx,
} from '../support/read_files.ts'

const report = quarterReport()
const draft = quarterReport({ draft: true })
const figures = figuresOf(report)
const charts = report.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'chart'))
const MONTH = 4

let pdf: Uint8Array
let read: ReadPdf
let sheets: ReadSheet[]
let pptx: Uint8Array
let slides: ReadSlide[]
let drawn: ReadChart[]
beforeAll(async () => {
  pdf = reportPdf(report)
  read = await readPdf(pdf)
  sheets = readXlsx(await reportXlsx(report))
  pptx = await reportPptx(report)
  slides = readSlides(pptx)
  drawn = readCharts(pptx)
})

describe('the PDF', () => {
  it('is tagged to PDF/UA-1, with its title, language and bookmarks', () => {
    const plain = Buffer.from(pdf).toString('latin1')
    expect(plain).toMatch(/pdfuaid:part>1</)
    expect(plain).toMatch(/\/Marked true/)
    expect(read.info.Title).toBe(report.title)
    expect(read.language).toBe('en-GB')
    expect(read.outline).toEqual([...report.sections.flatMap(({ title }) => title || []), 'About this document'])
  })

  it('has heads in its tables, and says every number of each picture in words', () => {
    const roles = new Set(read.roles.map(({ role }) => role))
    for (const role of ['H1', 'Table', 'TH', 'TD', 'Figure', 'Caption', 'BlockQuote'])
      expect([...roles]).toContain(role)
    const alts = read.roles.filter(({ role }) => role === 'Figure').map(({ alt }) => alt)
    expect(alts).toEqual(charts.map((chart) => chartWords(chart, 'en-GB')))
    expect(alts.join()).not.toContain('.:')
  })

  it('holds the caveat and its number on every page, and every figure', () => {
    for (const [i, page] of read.pages.entries()) {
      expect(page).toContain(report.caveat)
      expect(page).toContain(`Page ${i + 1} of ${read.pages.length}`)
      if (i > 0) expect(page).toContain(report.title)
    }
    const text = read.pages.join(' ').replace(/\s+/g, ' ') + read.roles.map(({ alt }) => alt).join(' ')
    for (const figure of figures) {
      const { strong, rest, below } = figureWords(figure, 'en-GB')
      expect(text).toContain([strong, rest].filter(Boolean).join(' '))
      if (below) expect(text).toContain(below)
    }
  })

  it('says DRAFT on every page until it is signed, and nowhere after', async () => {
    for (const page of (await readPdf(reportPdf(draft))).pages) expect(page).toContain('DRAFT')
    expect(read.pages.join()).not.toContain('DRAFT')
  })

  it('embeds its typefaces, draws its charts as vectors and stays small', () => {
    const plain = Buffer.from(pdf).toString('latin1')
    expect(plain).toMatch(/\/FontFile[23]/)
    expect(plain).not.toMatch(/\/Subtype\s*\/Image/)
    expect(pdf.length).toBeLessThan(400 * 1024)
  })

  it('tells no moment and no name beyond what it says', () => {
    expect(read.info.CreationDate).toBeUndefined()
    expect(read.info.ModDate).toBeUndefined()
    expect(read.info.Author).toBeUndefined()
  })
})

describe('the workbook', () => {
  it('has a sheet a section, typed cells, and headings that stay', () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      'About',
      ...report.sections.map(({ title }) => title || 'Summary'),
      'Figures',
    ])
    const key = sheets.find(({ name }) => name === 'Key figures')
    expect([key?.frozen, ...(key?.rows[3]?.slice(0, 3) ?? [])]).toEqual([4, 'Measure', 'July: count', 'July: of'])
    expect(key?.rows[4]?.slice(0, 3).map((cell) => typeof cell)).toEqual(['string', 'number', 'number'])
    const commitments = sheets.find(({ name }) => name === 'Commitments')
    expect(commitments?.rows[4]?.[3], '30 November 2026 as spreadsheets count days').toBe(46356)
  })

  it('heads numbers on the side they stand on', () => {
    const [, head = []] = sheetsOf(report).find(({ name }) => name === 'Figures')?.rows ?? []
    const right = head.flatMap((cell) => (cell?.is === 'text' && cell.voice === 'head_of_numbers' ? [cell.text] : []))
    expect(right).toEqual(['count', 'of', 'value', 'low', 'high'])
  })

  it('says the caveat on every sheet, and DRAFT until it is signed', async () => {
    for (const { rows } of sheets) expect(rows.flat()).toContain(report.caveat)
    expect(sheets.flatMap(({ rows }) => rows.flat())).not.toContain('DRAFT')
    for (const { rows } of readXlsx(await reportXlsx(draft))) expect(rows.flat()).toContain('DRAFT')
  })
})

describe('the presentation', () => {
  it('draws every chart itself, from the numbers of the report', () => {
    expect(drawn.length).toBe(charts.length)
    for (const [i, chart] of charts.entries()) {
      const points = 'series' in chart ? chart.series.map((series) => series.points) : [chart.points]
      const value = (figure: Figure | null) =>
        figure === null || figure.numbers === 'withheld'
          ? null
          : chart.form === 'stack'
            ? figure.numbers.count
            : figure.numbers.value
      for (const [at, one] of points.entries()) expect(drawn[i]?.series[at]?.values).toEqual(one.map(value))
    }
  })

  it('gives each chart a workbook whose table ends where its cells do', () => {
    for (const [i, { series }] of drawn.entries()) {
      const behind = unzipSync(pptx)[`ppt/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`] as Uint8Array
      const table = readParts(behind)['xl/tables/table1.xml']
      const last = String.fromCharCode('A'.charCodeAt(0) + series.length)
      expect(table?.attributes.ref).toBe(`A1:${last}${(series[0]?.labels.length ?? 0) + 1}`)
    }
  })

  it('says every number of a chart in its notes, the caveat on every slide, and DRAFT until it is signed', async () => {
    const notes = slides.map((slide) => slide.notes).join('\n')
    for (const chart of charts) expect(notes).toContain(chartWords(chart, 'en-GB'))
    for (const { texts } of slides) expect(texts).toContain(report.caveat)
    for (const { texts } of readSlides(await reportPptx(draft))) expect(texts).toContain('DRAFT')
    expect(slides.flatMap(({ texts }) => texts)).not.toContain('DRAFT')
  })

  it('tells every story', () => {
    const said = slides.flatMap(({ texts }) => texts).join('\n')
    for (const { blocks } of report.sections)
      for (const block of blocks)
        if (block.kind === 'quotes') for (const { words } of block.quotes) expect(said).toContain(words)
  })
})

describe('every format', () => {
  it('gives the same numbers', () => {
    const rows = parseCsv(reportCsv(report)).slice(1, -1)
    expect(
      parseCsv(reportCsv(draft))
        .slice(-2)
        .map((row) => row[5]),
    ).toEqual(['DRAFT', report.caveat])
    const written = reportSchema.parse(JSON.parse(reportJson(report)))
    const { format, version, ...again } = written
    expect([format, version]).toEqual(['plainclothes-report', 1])
    expect(figuresOf(again as Report)).toEqual(figures)
    const sheet = sheets.find(({ name }) => name === 'Figures')
    const inSheet = sheet?.rows.slice(sheet.frozen) ?? []
    expect(rows.length).toBe(figures.length)
    expect(inSheet.length).toBe(figures.length)
    for (const [i, { numbers, measure, of, span, slice, level }] of figures.entries()) {
      const shown =
        numbers === 'withheld'
          ? [null, null, 'withheld', null, null]
          : [numbers.count, numbers.of, numbers.value, numbers.low, numbers.high]
      expect(rows[i]).toEqual([
        measure,
        of,
        span,
        slice ? 'touchpoint' : '',
        slice,
        level,
        ...shown.map((one) => (one === null ? '' : String(one))),
      ])
      const cells = Array.from({ length: 11 }, (_, at) => inSheet[i]?.[at] ?? null).slice(6)
      expect(cells).toEqual(numbers === 'withheld' ? ['withheld', null, null, null, null] : shown)
    }
  })

  it('says withheld by its word alone, in tables and in chart data', () => {
    for (const [i, chart] of charts.entries()) {
      const hidden = 'series' in chart || chart.form === 'line' ? MONTH : 6
      const name = chart.categories[hidden]?.name
      for (const series of drawn[i]?.series.filter((one) => !/Target|limit|Mean/.test(one.name)) ?? []) {
        expect(series.values[hidden]).toBeNull()
        expect(series.labels[hidden]).toBe(`${name} (withheld)`)
      }
      const row = drawn[i]?.workbook[hidden + 1] ?? []
      if (!('series' in chart) && chart.form === 'line' && chart.target === null && chart.limits.length === 0)
        expect(row).toEqual([`${name} (withheld)`])
    }
    const month = sheets
      .find(({ name }) => name === 'Month by month')
      ?.rows.filter(([name]) => name === MONTHS[MONTH]?.name)
    for (const row of month ?? []) expect(row.slice(1, 6).filter((cell) => cell !== null)).toEqual(['withheld'])
    expect(month?.length).toBe(8)
  })

  it('is the same to the byte when it is written again', async () => {
    expect(Buffer.compare(reportPdf(report), pdf)).toBe(0)
    expect(Buffer.compare(await reportPptx(report), pptx)).toBe(0)
    expect(Buffer.compare(await reportXlsx(report), await reportXlsx(report))).toBe(0)
  })

  it('is refused where one name stands for two numbers', () => {
    const [first] = report.sections[1]?.blocks ?? []
    const twice = quarterReport({
      sections: [
        {
          title: 'Twice',
          blocks: first
            ? [
                first,
                {
                  ...first,
                  kind: 'table',
                  title: '',
                  columns: ['a'],
                  rows: [[withheldFigure({ measure: 'valued', span: '2026-Q3' })]],
                  note: '',
                },
              ]
            : [],
        },
      ],
    })
    expect(() => figuresOf(twice)).toThrow('two numbers for')
  })
})
