import { describe, expect, it } from 'vitest'
import { controlPicture } from '../../src/charts/control.ts'
import type { ControlMonth } from '../../src/charts/control_months.ts'
import { movementChart } from '../../src/charts/movement.ts'
import { targetChart } from '../../src/charts/target.ts'
import { throughChart } from '../../src/charts/through.ts'
import { expectWellMade } from '../support/well_made.ts'

function month(nth: number, differs: Partial<ControlMonth> = {}): ControlMonth {
  return {
    ...{ letter: 'J', said: `Month ${nth}: 6 of 10`, value: 0.6, above: false, signal: 'none' },
    ...{ under: ['6', '10'], now: false },
    ...differs,
  }
}

/** The very same array for the very same months, as pages have it. */
const split = new WeakMap<ControlMonth[], ControlMonth[]>()
function earlier(months: ControlMonth[]): ControlMonth[] {
  const all = split.get(months) ?? months.slice(0, -1)
  split.set(months, all)

  return all
}

const LIMITS = { mean: 0.6, lower: 0.3, upper: 0.9 }

function control(months: ControlMonth[], limitsFrom = [{ from: 0, ...LIMITS }]): string {
  return controlPicture({
    id: 'valued',
    title: 'Felt valued, control chart',
    limits: 'From January on: mean 60%, limits 30% and 90%.',
    axis: [
      { at: 0, label: '0' },
      { at: 1, label: '100%' },
    ],
    earlier: earlier(months),
    latest: months.slice(-1),
    limitsFrom,
  })
}

const twelve = Array.from({ length: 12 }, (_, nth) => month(nth))

describe('a control chart', () => {
  it('is well made, with mean and limits drawn once and said in words', () => {
    const chart = control(twelve)
    expectWellMade(chart)
    expect(chart.match(/class="limit"/g)).toHaveLength(2)
    expect(chart.match(/class="mean"/g)).toHaveLength(1)
    expect(chart).toContain('From January on: mean 60%, limits 30% and 90%.')
  })

  it('names a special cause near nothing above the months, not across their letters', () => {
    const low = control(twelve.with(11, month(11, { signal: 'improvement', value: 0.02 })))
    const name = Number(/y="([\d.]+)"[^>]*>improvement<\/text>/.exec(low)?.[1])
    const letters = Number(/<text class="faint"[^>]*y="([\d.]+)"[^>]*><tspan[^>]*>J</.exec(low)?.[1])
    expect(letters).toBeGreaterThan(100)
    expect(name).toBeLessThan(letters - 20)
  })

  it('tells an improvement from a concern by shape and word, once a run', () => {
    const better = control(
      twelve.with(10, month(10, { signal: 'improvement' })).with(11, month(11, { signal: 'improvement' })),
    )
    const worse = control(twelve.with(11, month(11, { signal: 'concern' })))
    expectWellMade(better)
    expect(better.match(/>improvement<\/text>/g)).toHaveLength(1)
    expect(better.match(/class="ring"/g)).toHaveLength(2)
    expect(better).toContain('Month 11: 6 of 10; special cause: improvement')
    expect(worse).toContain('>concern</text>')
    expect(worse.match(/class="dot"/g)).toHaveLength(11)
    expect(better.match(/class="dot"/g)).toHaveLength(12)
  })

  it('draws a month that moved since, in the middle too, as if nothing had been drawn before', () => {
    const moved = month(4, { said: 'Month 4: 7 of 11', value: 7 / 11, under: ['7', '11'] })
    const special = month(4, { signal: 'concern', value: 0.2 })
    for (const months of [twelve.with(4, moved), twelve.with(4, special), twelve.with(11, moved), twelve.slice(1)]) {
      const [first, , third] = [control(months), control(twelve), control(months)]
      expect(third).toBe(first)
      expect(first).not.toBe(control(twelve))
    }
    expect(control(twelve.with(4, moved))).toContain('<title>Month 4: 7 of 11</title>')
  })

  it('draws limits anew where they begin anew, and no limit that nothing can reach', () => {
    const chart = control(twelve, [
      { from: 0, ...LIMITS },
      { from: 6, ...LIMITS, upper: 1.2 },
    ])
    expectWellMade(chart)
    expect(chart.match(/class="anew"/g)).toHaveLength(1)
    expect(chart.match(/class="mean"/g)).toHaveLength(2)
    expect(chart.match(/class="limit"/g)).toHaveLength(3)
  })

  it('leaves figures out from under more months than fit on a phone', () => {
    expect(control(twelve)).toContain('>10</tspan>')
    expect(control(Array.from({ length: 24 }, (_, nth) => month(nth)))).not.toContain('>10</tspan>')
  })
})

describe('getting through', () => {
  it('is a bar a step, each a share of what was tried, with the bots told apart', () => {
    const chart = throughChart({
      id: 'through',
      title: 'Getting through',
      steps: [
        { label: 'Tried', count: 20, figure: '20' },
        { label: 'Answered', count: 15, figure: '15 of 20', part: { count: 5, words: '5 a bot alone' } },
      ],
    })
    expectWellMade(chart)
    expect(chart).toContain('width="75%"')
    expect(chart).toContain('class="step-part" x="50%" width="25%"')
    expect(chart).toContain('>Tried: 20. Answered: 15 of 20 (5 a bot alone).<')
  })

  it('is well made where nothing was tried', () => {
    expectWellMade(
      throughChart({ id: 'through', title: 'Nothing', steps: [{ label: 'Tried', count: 0, figure: '0' }] }),
    )
  })
})

it('moves from quarter to quarter, never out of its frame, and says every number', () => {
  const chart = movementChart({
    id: 'movement',
    title: 'Right and warm',
    points: [
      { label: 'Q1', said: 'Q1: 0 of 9 right, 0 warm', warm: 0, right: 0 },
      { label: 'Q2', said: 'Q2: 9 of 9 right, 9 warm', warm: 1, right: 1 },
    ],
  })
  expectWellMade(chart)
  expect(chart).toContain('cx="4%" cy="258"')
  expect(chart).toContain('cx="96%" cy="18"')
  expect(chart).toContain('Q1: 0 of 9 right, 0 warm. Q2: 9 of 9 right, 9 warm.')
})

it('names quarters that lie close together without one name over another', () => {
  const points = [
    { label: 'Q4 ’25', said: 'Q4', warm: 0.48, right: 0.69 },
    { label: 'Q1 ’26', said: 'Q1', warm: 0.36, right: 0.6 },
    { label: 'Q2 ’26', said: 'Q2', warm: 0.69, right: 0.73 },
    { label: 'Q3 ’26', said: 'Q3', warm: 0.51, right: 0.73 },
    { label: 'Q4 ’26', said: 'Q4', warm: 0.68, right: 0.78 },
  ]
  const chart = movementChart({ id: 'movement', title: 'Right and warm', points })
  const named = [
    ...chart.matchAll(/<text class="(?:now|faint)" x="([\d.]+)%" dx="(-?\d+)" y="([\d.]+)" text-anchor="(\w+)">Q/g),
  ]
  const boxes = named.map(([, x, dx, y, anchor]) => {
    const left = Number(x) * 3.5 + Number(dx) - { start: 0, middle: 20, end: 40 }[anchor as 'start' | 'middle' | 'end']

    return { left, top: Number(y) }
  })
  expect(boxes).toHaveLength(5)
  for (const [i, one] of boxes.entries())
    for (const other of boxes.slice(i + 1))
      expect(Math.abs(one.left - other.left) >= 38 || Math.abs(one.top - other.top) >= 12).toBe(true)
})

it('shows a share beside its target, or the one that there is', () => {
  const words = { id: 'target-a', title: 'Answers', description: '6 of 9; target 80%.' }
  const both = targetChart({ ...words, share: { value: 0.67, low: 0.35, high: 0.88 }, target: 0.8 })
  expectWellMade(both)
  expect(both).toMatch(/class="reach".*class="dot"/)
  expect(targetChart({ ...words, share: null, target: 0.8 })).not.toContain('class="dot"')
  expect(targetChart({ ...words, share: { value: 1, low: 0.6, high: 1 }, target: null })).not.toContain(
    'class="target"',
  )
})
