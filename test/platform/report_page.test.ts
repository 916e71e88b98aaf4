import { describe, expect, it } from 'vitest'
import type { RangesChart, Report } from '../../src/platform/files/report.ts'
import { reportPage } from '../../src/platform/files/report_page.ts'

const CHART: RangesChart = {
  ...{ kind: 'chart', form: 'ranges', title: 'Standards met', note: '', scale: 'share', targets: [0.9] },
  categories: [{ label: 'A person answers within three minutes <b>', name: 'Billing line' }],
  points: [
    {
      ...{ kind: 'figure', measure: 'standard', of: 'share', span: '2026-Q2', breakdown: '', slice: '', level: '' },
      ...{ signed: false, numbers: { count: 8, of: 10, value: 0.8, low: 0.49, high: 0.94 } },
    },
  ],
}

const REPORT: Report = {
  ...{ title: 'A', subtitle: 'B', locale: 'en-GB', draft: true, caveat: 'C', facts: [] },
  sections: [{ title: 'Standards', blocks: [CHART] }],
}

describe('a chart on the page of a report', () => {
  const [block] = reportPage(REPORT)[0]?.blocks ?? []
  const svg = block?.kind === 'chart' ? block.svg : ''

  it('runs from nothing on the left to all on the right', () => {
    const places = [...svg.matchAll(/<line class="stroke-[\w-]+" x1="([\d.]+)" y1="[\d.]+" x2="\1"/g)].map(([, x]) =>
      Number(x),
    )
    expect(places.length).toBeGreaterThan(2)
    expect(places.slice(0, 3)).toEqual(places.slice(0, 3).toSorted((a, b) => a - b))
  })

  it('is text where people wrote markup', () => {
    expect(svg).toContain('&lt;b&gt;')
    expect(svg).not.toContain('<b>')
  })

  it('says every number in words', () => {
    expect(svg).toContain('8 of 10')
  })
})
