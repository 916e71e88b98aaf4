import { describe, expect, it } from 'vitest'
import { type Bar, barsChart } from '../../src/charts/bars.ts'
import { type DivergingMonth, divergingChart } from '../../src/charts/diverging.ts'
import { dumbbellChart } from '../../src/charts/dumbbell.ts'
import { type LineMonth, lineChart } from '../../src/charts/line.ts'
import { contactDots } from '../../src/charts/quadrant.ts'
import { wilson } from '../../src/lib/statistics.ts'
import { expectWellMade } from '../support/well_made.ts'

const NAMES = ['January', 'February', 'March', 'April', 'May', 'June']

function lineMonths(counts: ([number, number] | null)[]): LineMonth[] {
  return counts.map((figure, i) => ({
    letter: (NAMES[i] ?? '').charAt(0),
    name: `${NAMES[i]}`,
    figure: figure && { count: figure[0], of: figure[1], value: figure[0] / figure[1], ...wilson(...figure) },
    now: i === counts.length - 1,
  }))
}

function line(counts: ([number, number] | null)[], since = 'First contacts in March'): string {
  return lineChart({ id: 'valued', title: 'Felt valued', months: lineMonths(counts), since })
}

function diverging(...levels: DivergingMonth['levels'][]): string {
  const months = levels.map((each, i) => ({ label: 'Jan', name: `${NAMES[i]}`, levels: each, now: false }))

  return divergingChart({ id: 'pride', title: 'Embarrassed to proud', months })
}

describe('the line of a measure', () => {
  const chart = line([[6, 10], [4, 8], null, [9, 9], null, [0, 5]])

  it('is well made', () => {
    expectWellMade(chart)
    expectWellMade(line([null, null, null, null, null, [1, 1]]))
  })

  it('gives every number in words, and at every point', () => {
    expect(chart).toContain(
      '>By month: January 6 of 10, February 4 of 8, March none, April 9 of 9, May none, June 0 of 5. Shaded: 95% interval.<',
    )
    expect(chart).toContain('<title>January: 6 of 10, 95% interval 31–83%</title>')
    expect(chart.match(/<circle/g)).toHaveLength(4)
  })

  it('breaks where a month had no contacts, and shows the interval of one that stands alone', () => {
    const path = /class="line" d="([^"]*)"/.exec(chart)?.[1] ?? ''
    expect(path.match(/M/g)).toHaveLength(3)
    expect(chart.match(/class="tie"/g)).toHaveLength(2)
  })

  it('marks the latest month only', () => {
    expect(chart.match(/class="dot now"/g)).toHaveLength(1)
    expect(chart.indexOf('class="dot now"')).toBeGreaterThan(chart.lastIndexOf('class="dot"'))
  })

  it('says since when there is something to see', () => {
    expect(line([null, null, null, null, [3, 5], [4, 5]], 'First contacts in May')).toContain('>First contacts in May<')
    expect(chart).not.toContain('First contacts')
  })

  it('takes words from people for words', () => {
    const hostile = '"><script>alert(1)</script>&'
    const chart = lineChart({ id: 'a', title: hostile, months: lineMonths([[1, 2]]), since: hostile })
    expectWellMade(chart)
    expect(chart).not.toContain('<script>')
  })
})

describe('the bars from embarrassed to proud', () => {
  it('are well made, also where a month had no contacts or only one feeling', () => {
    expectWellMade(diverging([3, 3, 2, 1, 1], [0, 0, 0, 0, 0], [0, 0, 0, 0, 5], [5, 0, 0, 0, 0]))
  })

  it('meet in the middle of what is in between', () => {
    const chart = diverging([0, 0, 4, 0, 0])
    const [, x, width] = /class="m" x="([\d.]+)%" width="([\d.]+)%"/.exec(chart) ?? []
    expect(Number(x) + Number(width) / 2).toBeCloseTo((13 + 100) / 2, 1)
  })

  it('never leave the picture', () => {
    const chart = diverging([9, 0, 0, 0, 0], [0, 0, 0, 0, 9], [1, 2, 3, 4, 5])
    for (const [, x, width] of chart.matchAll(/<rect class="\w+" x="([\d.]+)%" width="([\d.]+)%"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(12.99)
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(100.01)
    }
  })

  it('carry their figures where these fit, and in words always', () => {
    const chart = diverging([1, 0, 4000, 0, 5000])
    expect(chart).toContain('<title>January: 1 embarrassed</title>')
    expect(chart).not.toContain('text-anchor="middle">1</text>')
    expect(chart).toContain('text-anchor="middle">4000</text>')
    expect(chart).toContain(
      'January: 1 embarrassed, 0 rather embarrassed, 4000 in between, 0 rather proud, 5000 proud.',
    )
  })
})

describe('expectation beside experience', () => {
  const months = (...means: ({ predicted: number; felt: number; said: string } | string | null)[]) =>
    dumbbellChart({
      id: 'gap',
      title: 'Predicted and felt',
      months: means.map((each, i) => ({ label: 'Jan', name: `${NAMES[i]}`, means: each, now: false })),
    })

  it('is well made and says every pair in words', () => {
    const chart = months({ predicted: 3.94, felt: 3.06, said: 'predicted 3.9, felt 3.1' }, null, 'withheld')
    expectWellMade(chart)
    expect(chart).toContain('>January: predicted 3.9, felt 3.1. February: none. March: withheld.<')
  })

  it('heads each dot on its own side, whichever is higher', () => {
    const said = 'in words'
    expect(months({ predicted: 4, felt: 3, said })).toMatch(/dx="-5" y="11">predicted<.*text-anchor="end" y="11">felt</)
    expect(months({ predicted: 3, felt: 4, said })).toMatch(/text-anchor="end" y="11">predicted<.*dx="-5" y="11">felt</)
  })
})

describe('bars of counts', () => {
  const chart = (...bars: Bar[]) =>
    barsChart({ id: 'loads', title: 'Contacts of each leader', bars, unit: 'contacts', mark: 'owed' })

  it('are well made and say every number in words', () => {
    const svg = chart({ name: 'Nora & co', count: 5, due: 5.5 }, { name: 'Viktor', count: 0, due: null })
    expectWellMade(svg)
    expect(svg).toContain('>Nora &amp; co: 5 contacts, 5.5 owed. Viktor: 0 contacts.<')
  })

  it('begin at nothing and are as long as their count, the longest or furthest mark filling the width', () => {
    const svg = chart({ name: 'Nora', count: 2, due: 4 }, { name: 'Viktor', count: 4, due: null })
    expect([...svg.matchAll(/<rect[^>]* width="([\d.]+)%"/g)].map(([, width]) => Number(width))).toEqual([28, 56])
  })

  it('shorten a long name and keep it whole in the title', () => {
    const svg = chart({ name: 'The complaints mailbox of the south', count: 1, due: 1 })
    expect(svg).toContain('The complaints mail…')
    expect(svg).toContain('<title>The complaints mailbox of the south</title>')
  })

  it('say so when there is nothing to show', () => {
    expectWellMade(chart())
    expect(chart()).toContain('Nothing to show.')
  })
})

it('shows few contacts one by one and many as a length', () => {
  expect(contactDots({ count: 3, of: 9 }).match(/<circle/g)).toHaveLength(3)
  expect(contactDots({ count: 30, of: 120 })).toContain('width="25%"')
})
