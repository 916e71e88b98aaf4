import { describe, expect, it } from 'vitest'
import { reportPptx } from '../../src/platform/files/pptx.ts'
import { reportPage } from '../../src/platform/files/report_page.ts'
import { shareFigure, withheldFigure } from '../support/figures.ts'
import { quarterReport } from '../support/quarter_report.ts'
import { readCharts, readSlides } from '../support/read_files.ts'

const [MAY, JUNE] = ['2026-05', '2026-06']
const PARTS = [
  { measure: 'right_warm', name: 'Right and warm', may: 9, june: 15 },
  { measure: 'right_cold', name: 'Right but cold', may: 5, june: null },
  { measure: 'wrong_warm', name: 'Warm but wrong', may: 4, june: 2 },
]

const report = quarterReport({
  sections: [
    {
      title: 'Right and warm',
      blocks: [
        {
          ...{ kind: 'chart', form: 'stack', diverging: false, title: 'Right and warm, by month', note: '' },
          categories: [
            { label: 'May', name: 'May 2026' },
            { label: 'Jun', name: 'June 2026' },
          ],
          series: PARTS.map(({ measure, name, may, june }) => ({
            name,
            points: [
              shareFigure({ measure, span: MAY }, may, 18),
              june === null ? withheldFigure({ measure, span: JUNE }) : shareFigure({ measure, span: JUNE }, june, 20),
            ],
          })),
        },
      ],
    },
  ],
})

describe('a bar of which one part is withheld', () => {
  it('is not drawn on a slide, where 15 and 2 of 20 would fill the bar like 15 and 2 of 17', async () => {
    const [chart] = readCharts(await reportPptx(report))
    expect(chart?.series.map(({ values }) => values)).toEqual(PARTS.map(({ may }) => [may, null]))
    expect(chart?.workbook[2]).toEqual(['June 2026 (withheld)'])
  })

  it('is not drawn on the page either, and both say what is not withheld in words', async () => {
    const [block] = reportPage(report)[0]?.blocks ?? []
    const svg = block?.kind === 'chart' ? block.svg : ''
    const bars = svg.match(/<rect class="[\w-]+" x="[\d.]+" y="[\d.]+" width="[\d.]+" height="14"/g) ?? []
    expect(bars.length).toBe(PARTS.length)
    const notes = readSlides(await reportPptx(report)).map((slide) => slide.notes)
    for (const said of [svg, notes.join('\n')])
      expect(said).toContain('June 2026: Right and warm 15 of 20, 75%, 53–89%; Right but cold withheld;')
  })
})
