import { describe, expect, it } from 'vitest'
import { reportCsv } from '../../src/platform/files/csv.ts'
import { harmlessReport } from '../../src/platform/files/harmless.ts'
import { reportPdf } from '../../src/platform/files/pdf.ts'
import { reportPptx } from '../../src/platform/files/pptx.ts'
import { reportJson, reportSchema } from '../../src/platform/files/report_schema.ts'
import { reportXlsx } from '../../src/platform/files/xlsx.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { readParts, readPdf, readSlides, readXlsx } from '../support/read_files.ts'
import { elements } from '../support/read_xml.ts'
import { sayEverywhere, squeezed } from '../support/said_everywhere.ts'

const ATTACKS = [
  "=cmd|' /C calc'!A0",
  '@SUM(A1)',
  '#import "@preview/x": *; #eval("1+1") $x^2$ *bold* _it_ `raw` @label <label> // comment',
  '</a:t></a:r></a:p><a:hlinkClick r:id="rId1"/>',
  '<script>alert(1)</script> &amp; ]]> <!-- -->',
  'https://example.com/ mailto:a@b.example',
  '\\u{1F600} #"\\"" {{7*7}} %s %n',
]

describe.each(ATTACKS)('a report that says %s everywhere', (text) => {
  const report = harmlessReport(sayEverywhere(text))

  it('sets it as words in the PDF, and links nowhere', async () => {
    const bytes = reportPdf(report)
    const { pages, info } = await readPdf(bytes)
    expect(squeezed(pages.join())).toContain(squeezed(text))
    expect(info.Title).toBe(text)
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/S\s*\/URI|\/JavaScript|\/Launch/)
  })

  it('is a string in the workbook, never a formula or a link', async () => {
    const bytes = await reportXlsx(report)
    for (const part of Object.values(readParts(bytes)))
      for (const name of ['f', 'hyperlink', 'hyperlinks', 'externalLink']) expect(elements(part, name)).toEqual([])
    expect(readXlsx(bytes).flatMap(({ rows }) => rows.flat())).toContain(text)
  })

  it('is words on the slides, never markup or a link', async () => {
    const bytes = await reportPptx(report)
    for (const [name, part] of Object.entries(readParts(bytes))) {
      expect(elements(part, 'a:hlinkClick'), name).toEqual([])
      expect(elements(part, 'Relationship').filter(({ attributes }) => attributes.TargetMode === 'External')).toEqual(
        [],
      )
    }
    expect(readSlides(bytes).flatMap(({ texts }) => texts)).toContain(text)
  })

  it('is defused in the CSV and whole in the JSON', () => {
    const rows = parseCsv(reportCsv(report))
    for (const row of rows.slice(1)) for (const cell of row) expect(cell).not.toMatch(/^\s*[=+@-]/)
    expect(reportSchema.parse(JSON.parse(reportJson(report))).title).toBe(text)
  })
})
