import { describe, expect, it } from 'vitest'
import { reportPdf } from '../../src/platform/files/pdf.ts'
import { reportPptx } from '../../src/platform/files/pptx.ts'
import { shareFigure } from '../support/figures.ts'
import { quarterReport } from '../support/quarter_report.ts'
import { readPdf, readSlides } from '../support/read_files.ts'
import { squeezed } from '../support/said_everywhere.ts'

describe('a chart of more rows than a page has room for', () => {
  const names = Array.from(
    { length: 60 },
    (_, i) => `Touchpoint ${i + 1} with a name that takes more than one line of its column`,
  )
  const report = quarterReport({
    sections: [
      {
        title: 'Touchpoints',
        blocks: [
          {
            ...{ kind: 'chart', form: 'ranges', title: 'Felt valued', note: '', scale: 'share' },
            categories: names.map((name) => ({ label: name, name })),
            points: names.map((slice) => shareFigure({ measure: 'valued', breakdown: 'touchpoint', slice }, 6, 9)),
            targets: names.map(() => 0.8),
          },
        ],
      },
    ],
  })

  it('goes on on the next page and slide, and every row of it is there', async () => {
    const { pages } = await readPdf(reportPdf(report))
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page).toContain(report.caveat)
    const slides = readSlides(await reportPptx(report)).filter(({ notes }) => notes.includes('Touchpoint'))
    expect(slides.length).toBe(4)
    for (let i = 1; i <= names.length; i++) {
      expect(squeezed(pages.join('')).split(`Touchpoint${i}with`).length).toBe(2)
      expect(slides.map(({ notes }) => notes).join('\n')).toContain(`Touchpoint ${i} with`)
    }
  })
})
