import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { reportPptx } from '../../src/platform/files/pptx.ts'
import { quarterReport } from '../support/quarter_report.ts'
import { type Parts, readParts } from '../support/read_files.ts'
import { type Element, elements, textIn } from '../support/read_xml.ts'

/** What may stand in a part of a chart, in which order: ECMA-376 part 1, §21.2 (CT_LineChart and what it is made of). */
const ORDER: Record<string, string[]> = {
  'c:plotArea': ['layout', 'lineChart', 'barChart', 'catAx', 'valAx', 'dTable', 'spPr'],
  'c:lineChart': ['grouping', 'varyColors', 'ser', 'dLbls', 'dropLines', 'hiLowLines', 'marker', 'smooth', 'axId'],
  'c:barChart': ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'serLines', 'axId'],
  line: ['idx', 'order', 'tx', 'spPr', 'marker', 'dPt', 'dLbls', 'trendline', 'errBars', 'cat', 'val', 'smooth'],
  bar: ['idx', 'order', 'tx', 'spPr', 'invertIfNegative', 'dPt', 'dLbls', 'trendline', 'errBars', 'cat', 'val'],
}

let pptx: Uint8Array
let parts: Parts
let charts: Element[]

beforeAll(async () => {
  pptx = await reportPptx(quarterReport())
  parts = readParts(pptx)
  charts = Object.entries(parts).flatMap(([name, part]) => (name.startsWith('ppt/charts/chart') ? [part] : []))
})

function expectInOrder({ name, children }: Element, order: readonly string[]): void {
  const places = children.map((child) => order.indexOf(child.name.replace('c:', '')))
  expect(places, `${name}: ${children.map((child) => child.name)}`).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
}

describe('a presentation, as its standard has it', () => {
  it('has the parts of its charts in their order', () => {
    expect(charts.length).toBeGreaterThan(9)
    for (const chart of charts) {
      for (const name of ['c:plotArea', 'c:lineChart', 'c:barChart'])
        for (const part of elements(chart, name)) expectInOrder(part, ORDER[name] ?? [])
      for (const kind of ['line', 'bar'])
        for (const drawn of elements(chart, `c:${kind}Chart`)) {
          for (const series of elements(drawn, 'c:ser')) expectInOrder(series, ORDER[kind] ?? [])
          expect(elements(drawn, 'c:grouping').length).toBe(1)
        }
    }
  })

  it('names the two axes a chart has', () => {
    for (const chart of charts) {
      const axes = ['c:catAx', 'c:valAx'].flatMap((axis) => elements(chart, axis).map(idOf))
      const named = elements(chart, 'c:lineChart').concat(elements(chart, 'c:barChart')).flatMap(idsOf)
      expect(named.toSorted()).toEqual(axes.toSorted())
      expect(axes.length).toBe(2)
    }
  })

  it('names nobody but whom it is from as its author or company, nor do the workbooks behind its charts', () => {
    const books = Object.entries(unzipSync(pptx)).flatMap(([name, bytes]) => (name.endsWith('.xlsx') ? [bytes] : []))
    const said = [pptx, ...books].map((file) =>
      Object.entries(readParts(file))
        .filter(([name]) => name.startsWith('docProps/'))
        .flatMap(([, part]) => ['dc:creator', 'cp:lastModifiedBy', 'Company'].flatMap((one) => elements(part, one)))
        .map(textIn),
    )
    expect(new Set(said.flat())).toEqual(new Set(['', 'Plainclothes']))
  })

  it('lists the parts it is made of, and no others', () => {
    const listed = elements(parts['[Content_Types].xml'] as Element, 'Override').map(
      ({ attributes }) => attributes.PartName,
    )
    const made = Object.keys(unzipSync(pptx)).map((name) => `/${name}`)
    expect(listed.filter((name) => !made.includes(name ?? ''))).toEqual([])
    expect(listed).toContain('/ppt/slideMasters/slideMaster1.xml')
    expect(listed.length).toBeGreaterThan(40)
  })
})

function idsOf({ children }: Element): string[] {
  return children.filter(({ name }) => name === 'c:axId').map(({ attributes }) => attributes.val ?? '')
}

function idOf(axis: Element): string {
  return idsOf(axis)[0] ?? ''
}
