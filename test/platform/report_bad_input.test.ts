import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportCsv } from '../../src/platform/files/csv.ts'
import { harmless, harmlessReport } from '../../src/platform/files/harmless.ts'
import { reportPdf } from '../../src/platform/files/pdf.ts'
import { reportPptx } from '../../src/platform/files/pptx.ts'
import { reportJson, reportSchema } from '../../src/platform/files/report_schema.ts'
import { writeReport } from '../../src/platform/files/write_report.ts'
import { reportXlsx } from '../../src/platform/files/xlsx.ts'
import { anyCharacter } from '../support/any_character.ts'
import { meanFigure, shareFigure, withheldFigure } from '../support/figures.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { quarterReport } from '../support/quarter_report.ts'
import { readParts, readPdf, readSlides, readXlsx } from '../support/read_files.ts'
import { sayEverywhere, squeezed } from '../support/said_everywhere.ts'

const SCRIPTS = [
  'Ελληνικά: τι έγινε; Ἀθῆναι',
  'Кириллица: её история, ґанок, ђак',
  'Latin: Łódź, Győr, Iași, Şişli, İzmir, Þingvellir, Việt',
  'العربية: لم يتصل بي أحد',
  'עברית: איש לא חזר אליי',
  'हिन्दी: किसी ने फ़ोन नहीं किया',
  'Հայերեն և ქართული',
  'Emoji: 😀👍🏽 👩‍👩‍👧 🇩🇪 ❤️ ✓ → €',
]
const LONG = 'Zwischen dem Ablesen und der Rechnung lagen drei Anrufe. '.repeat(360).slice(0, 20_000)
const UNBROKEN = 'w'.repeat(20_000)

describe('texts in every script', () => {
  it.each(SCRIPTS)('are set in letters of their own: %s', async (text) => {
    const { pages } = await readPdf(reportPdf(harmlessReport(sayEverywhere(text))))
    const shown = squeezed(pages.join(''))
    expect(shown).not.toContain('▯')
    const letters = new Set(text.match(/\p{L}/gu))
    expect(
      [...letters].filter((letter) => !/[\p{M}\u0590-\u08FF\u0900-\u097F]/u.test(letter) && !shown.includes(letter)),
    ).toEqual([])
  })

  it('are shown as ▯ where no typeface has them, and stay whole everywhere else', async () => {
    const text = '日本語で書かれた一文。'
    const report = harmlessReport(sayEverywhere(text))
    expect((await readPdf(reportPdf(report))).pages.join('')).toContain('▯▯▯')
    expect(readXlsx(await reportXlsx(report)).flatMap(({ rows }) => rows.flat())).toContain(text)
    expect(readSlides(await reportPptx(report)).flatMap(({ texts }) => texts)).toContain(text)
  })
})

describe('texts of 20,000 characters', () => {
  it.each([LONG, UNBROKEN])('are whole in PDF, workbook and slides', async (text) => {
    const report = harmlessReport(
      quarterReport({
        sections: [{ title: 'Stories', blocks: [{ kind: 'quotes', quotes: [{ words: text, by: 'Billing line' }] }] }],
      }),
    )
    const { pages } = await readPdf(reportPdf(report))
    expect(
      squeezed(
        pages
          .join('')
          .replaceAll(report.caveat, '')
          .replace(/Page \d+ of \d+|What it was like to be our customer|· Northwind[^\n]*2026/g, ''),
      ),
    ).toContain(squeezed(text).slice(0, 500))
    expect(pages.join('').length).toBeGreaterThan(text.length)
    expect(
      readXlsx(await reportXlsx(report))
        .flatMap(({ rows }) => rows.flat())
        .join(''),
    ).toContain(text)
    const slides = readSlides(await reportPptx(report))
    expect(
      squeezed(
        slides
          .flatMap(({ texts }) =>
            texts.filter((one) => one !== report.caveat && !/^(Stories|\d+$|Billing line$)/.test(one)),
          )
          .join(''),
      ),
    ).toContain(squeezed(text))
    for (const { texts } of slides) expect(texts.join('').length).toBeLessThan(1500)
  })

  it('in every other place break nothing', async () => {
    const report = harmlessReport(sayEverywhere(LONG))
    for (const bytes of [reportPdf(report), await reportXlsx(report), await reportPptx(report)])
      expect(bytes.length).toBeGreaterThan(1000)
    readParts(await reportXlsx(report))
  })
})

describe('what no format can carry', () => {
  it('is taken out, and nothing else', () => {
    expect(harmless('a\u0000b\u0008c\u001Fd\u007Fe\u0085f')).toBe('abcdef')
    expect(harmless('half \uD800 and \uDC00')).toBe('half \uFFFD and \uFFFD')
    expect(harmless('turned \u202Eround\u2066 \uFFFE\uFFFF')).toBe('turned round ')
    expect(harmless('a\r\nb\rc\u2028d\te')).toBe('a\nb\nc\nd\te'.replace('\t', ''))
  })

  it('reaches no format', async () => {
    const report = harmlessReport(sayEverywhere('NUL \u0000 half \uD83D and \u202E turned \uFFFF'))
    readParts(await reportXlsx(report))
    readParts(await reportPptx(report))
    expect((await readPdf(reportPdf(report))).pages.join('')).toContain('turned')
  })

  it('never breaks a writer, whatever is typed', async () => {
    const anyText = fc.string({ unit: anyCharacter, maxLength: 200 })
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const report = harmlessReport(sayEverywhere(text))
        reportPdf(report)
        readParts(await reportXlsx(report))
        readParts(await reportPptx(report))
        reportSchema.parse(JSON.parse(reportJson(report)))
      }),
      { numRuns: 12 },
    )
  })
})

describe('a quarter with next to nothing', () => {
  it('is written in every format: no contacts, one value alone, all withheld, no sections', async () => {
    const categories = [{ label: 'Jul', name: 'July' }]
    const none = shareFigure({ measure: 'valued', span: '2026-07' }, 0, 0)
    const alone = {
      ...meanFigure({ measure: 'expectation_gap', signed: true }, 1, 2, 0),
      numbers: { count: null, of: 1, value: 2, low: null, high: null },
    }
    const hidden = withheldFigure({ measure: 'proud', span: '2026-07' })
    const series = [hidden, none, null].map((point, i) => ({ name: `level ${i}`, points: [point] }))
    const report = quarterReport({
      facts: [],
      sections: [
        { title: 'Nothing', blocks: [] },
        {
          title: 'Little',
          blocks: [
            {
              kind: 'table',
              title: '',
              columns: ['Measure', 'Quarter'],
              note: '',
              rows: [
                [{ kind: 'words', words: 'Felt valued' }, none],
                [{ kind: 'nothing' }, alone],
                [{ kind: 'words', words: 'Proud' }, hidden],
              ],
            },
            { kind: 'table', title: 'Empty', columns: ['Measure'], note: '', rows: [] },
            ...[none, hidden, null].map(
              (point) =>
                ({
                  kind: 'chart',
                  form: 'line',
                  title: 'Line',
                  note: '',
                  categories,
                  scale: 'share',
                  points: [point],
                  limits: [null],
                  target: null,
                }) as const,
            ),
            {
              kind: 'chart',
              form: 'line',
              title: 'No months',
              note: '',
              categories: [],
              scale: 'share',
              points: [],
              limits: [],
              target: null,
            },
            { kind: 'chart', form: 'stack', diverging: true, title: 'Stack', note: '', categories, series },
            { kind: 'quotes', quotes: [] },
            { kind: 'followups', items: [] },
          ],
        },
      ],
    })
    const { pages } = await readPdf(reportPdf(report))
    expect(pages.join('')).toContain('one alone has no interval')
    readParts(await reportXlsx(report))
    readParts(await reportPptx(report))
    reportSchema.parse(JSON.parse(reportJson(report)))
    for (const bytes of [
      reportPdf(quarterReport({ sections: [] })),
      await reportXlsx(quarterReport({ sections: [] })),
      await reportPptx(quarterReport({ sections: [] })),
    ])
      expect(bytes.length).toBeGreaterThan(1000)
  })
})

describe('the process that writes', () => {
  it('gives each format its type, many at once, and goes on after a report that cannot be written', async () => {
    const report = quarterReport()
    const figure = shareFigure({ measure: 'valued' }, 1, 2)
    const broken = quarterReport({
      sections: [
        {
          title: '',
          blocks: [
            {
              kind: 'table',
              title: '',
              columns: ['a', 'b'],
              note: '',
              rows: [[figure, shareFigure({ measure: 'valued' }, 2, 2)]],
            },
          ],
        },
      ],
    })
    const refused = writeReport(broken, 'pdf')
    const written = Promise.all(
      (['pdf', 'xlsx', 'pptx', 'csv', 'json'] as const).map((format) => writeReport(report, format)),
    )
    await expect(refused).rejects.toThrow('two numbers for')
    const [pdf, xlsx, pptx, csv, json] = await written
    expect([pdf?.type, pdf?.extension]).toEqual(['application/pdf', 'pdf'])
    expect(Buffer.compare(pdf?.bytes ?? Buffer.of(), reportPdf(report))).toBe(0)
    readParts(xlsx?.bytes ?? Buffer.of())
    readParts(pptx?.bytes ?? Buffer.of())
    expect(parseCsv(Buffer.from(csv?.bytes ?? []).toString())).toEqual(parseCsv(reportCsv(report)))
    expect(Buffer.from(json?.bytes ?? []).toString()).toBe(reportJson(report))
  })
})
