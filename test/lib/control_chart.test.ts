import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ControlOptions, controlChart, explainedChart, type Signal } from '../../src/lib/control_chart.ts'

const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 40 })

function signals(charted: number[], options: ControlOptions = { improvement: 'up' }): string {
  const letters: Record<Signal, string> = { none: '.', improvement: '+', concern: '-' }

  return controlChart(charted, options)
    .map(({ signal }) => letters[signal])
    .join('')
}

/** Values around 0 so restless that only what is put among them can be special. */
function restless(...among: number[]): number[] {
  return [1, -1, 1, -1, 1, -1, 1, -1, ...among]
}

/** NHSRplotthedots, tests/testthat/_snaps/ptd_spc_standard.md: set.seed(123), rnorm(20). */
const RNORM = [
  -0.56047565, -0.23017749, 1.55870831, 0.07050839, 0.12928774, 1.71506499, 0.46091621, -1.26506123, -0.68685285,
  -0.44566197, 1.2240818, 0.35981383, 0.40077145, 0.11068272, -0.55584113, 1.78691314, 0.49785048, -1.96661716,
  0.7013559, -0.47279141,
]

describe('a control chart', () => {
  it('gives the mean and limits the reference implementation publishes', () => {
    const [first] = controlChart(RNORM, { improvement: 'up' })
    expect(first?.mean).toBeCloseTo(0.142, 3)
    expect(first?.lower).toBeCloseTo(-3.01, 2)
    expect(first?.upper).toBeCloseTo(3.29, 2)
    expect(signals(RNORM)).toBe('.'.repeat(20))

    const halves = controlChart(RNORM, { improvement: 'up', rebaseAt: [10] })
    expect(halves[0]?.mean).toBeCloseTo(0.0746, 4)
    expect([halves[0]?.lower, halves[0]?.upper].map((limit) => limit?.toFixed(2))).toEqual(['-2.60', '2.75'])
    expect(halves[10]?.mean).toBeCloseTo(0.209, 3)
    expect([halves[10]?.lower, halves[10]?.upper].map((limit) => limit?.toFixed(2))).toEqual(['-3.28', '3.70'])
  })

  it('screens an outlier as the reference implementation does: the fifteenth of its values made 10', () => {
    const [first] = controlChart(RNORM.with(14, 10), { improvement: 'up' })
    expect([first?.mean, first?.lower, first?.upper].map((limit) => limit?.toFixed(6))).toEqual([
      '0.669416',
      '-2.383666',
      '3.722497',
    ])
  })

  it('leaves an outlying moving range out of its limits, once', () => {
    const quiet = controlChart([1, 2, 1, 2, 1, 2, 1, 2], { improvement: 'up' })[0]
    const [leapt] = controlChart([1, 2, 1, 2, 1, 2, 1, 2, 30], { improvement: 'up' })
    expect((leapt?.upper ?? 0) - (leapt?.mean ?? 0)).toBeCloseTo((quiet?.upper ?? 0) - (quiet?.mean ?? 0), 12)
    expect(signals([1, 2, 1, 2, 1, 2, 1, 2, 30]).at(-1)).toBe('+')
  })
})

describe('its rules', () => {
  it('see a point outside the limits', () => {
    expect(signals(restless(9))).toBe('........+')
    expect(signals(restless(-9))).toBe('........-')
  })

  it('see seven points on one side of the mean, not six, and a point on the mean ends a run', () => {
    const seven = [-5, 5, -5, 5, -5, 5, -5, -9, 3, 1, 3, 1, 3, 1, 3]
    expect(signals(seven).slice(8)).toBe('+++++++')
    const six = [-5, 5, -5, 5, -5, 5, -5, -7, 3, 1, 3, 1, 3, 1]
    expect(signals(six)).toBe('.'.repeat(14))
    expect(signals([3, -3, 1, 2, 1, 0, 1, 2, 1, -8])).not.toContain('+')
  })

  it('see seven points rising or falling, whichever side of the mean they are on', () => {
    const rising = [0, 9, 0, 9, 0, 9, 0, 1, 3, 4, 5, 6, 8, 9, 0, 9, 0, 9]
    expect(signals(rising)).toBe('......++++++++....')
    const falling = rising.map((value) => -value)
    expect(signals(falling)).toBe('......--------....')
    expect(signals([9, 0, 9, 0, 1, 2, 3, 4, 5, 0, 9, 0])).toBe('.'.repeat(12))
    expect(signals([9, 0, 9, 0, 1, 2, 3, 3, 4, 5, 6, 0, 9, 0])).toBe('.'.repeat(14))
  })

  it('see two of three points close to one limit, and mark these two', () => {
    expect(signals([...restless(), ...restless(), 5.2, 1, 5.2])).toMatch(/^\.{16}\+\.\+$/)
    expect(signals([...restless(), ...restless(), 5.2, -1, 5.2])).toBe('.'.repeat(19))
    expect(signals([...restless(), ...restless(), 5.5, -5.5].slice(2))).toBe('.'.repeat(16))
  })

  it('take a value that is the mean to be on neither side of it, however it is written', () => {
    const tenths = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]
    expect(controlChart(tenths, { improvement: 'up' })[0]?.mean).toBe(0.5)
    const uneven = [
      1,
      9 / 14,
      3 / 8,
      0.7,
      0.1,
      0.2,
      0.3,
      0,
      0.1,
      0.6,
      0.7,
      1,
      0,
      0.4,
      6 / 7,
      1 / 4,
      3 / 8,
      0,
      0,
      2 / 11,
    ]
    const [{ mean } = { mean: 0 }] = controlChart([...uneven, 1 / 9], { improvement: 'up' })
    expect(mean).toBe(0.37585377585377583)
    expect(signals([...uneven, 1 / 9, mean])).toBe('.'.repeat(22))
  })

  it('take falling for better where it is', () => {
    expect(signals(restless(9), { improvement: 'down' })).toBe('........-')
  })
})

describe('a chart of any values', () => {
  it('turned upside down says the same of each, the other way', () => {
    fc.assert(
      fc.property(values, (given) => {
        const turned = given.map((value) => -value)
        // Where two trends meet on a level the reference reads a fall, whichever way it is turned.
        fc.pre(!given.some((value, i) => i > 0 && value === given[i - 1]))
        expect(signals(turned, { improvement: 'down' })).toBe(signals(given))
      }),
    )
  })

  it('stretched says the same, and moved has its mean moved', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (given, by) => {
        expect(signals(given.map((value) => value * 2))).toBe(signals(given))
        expect(
          controlChart(
            given.map((value) => value + by),
            { improvement: 'up' },
          )[0]?.mean,
        ).toBeCloseTo((controlChart(given, { improvement: 'up' })[0]?.mean ?? 0) + by, 9)
      }),
    )
  })

  it('rebased is the charts of its segments, one after the other', () => {
    fc.assert(
      fc.property(values, values, (before, after) => {
        const whole = controlChart([...before, ...after], { improvement: 'up', rebaseAt: [before.length] })
        expect(whole).toEqual([
          ...controlChart(before, { improvement: 'up' }),
          ...controlChart(after, { improvement: 'up' }),
        ])
      }),
    )
  })

  it('says nothing of values that are all alike, nor of one alone', () => {
    for (const alike of [[], [3], [0.1, 0.1, 0.1], new Array(30).fill(0.7)]) {
      const chart = controlChart(alike, { improvement: 'up' })
      expect(
        chart.map(
          ({ value, mean, lower, upper, signal }) =>
            [mean, lower, upper, signal].join() === [value, value, value, 'none'].join(),
        ),
      ).toEqual(alike.map(() => true))
    }
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses the value %d', (value) => {
    expect(() => controlChart([1, value], { improvement: 'up' })).toThrow(RangeError)
  })

  it.each([-1, 2, 0.5, Number.NaN])('refuses to rebase at %d of two values', (place) => {
    expect(() => controlChart([1, 2], { improvement: 'up', rebaseAt: [place] })).toThrow(RangeError)
  })

  it('takes places to rebase at in any order, also twice, also the first', () => {
    const given = [1, 5, 2, 6, 3, 7]
    expect(controlChart(given, { improvement: 'up', rebaseAt: [4, 2, 4, 0] })).toEqual(
      controlChart(given, { improvement: 'up', rebaseAt: [2, 4] }),
    )
  })
})

const causes = (given: number[], rebaseAt: number[] = []) =>
  explainedChart(given, { improvement: 'up', rebaseAt }).map(({ cause }) => cause)

describe('a special cause', () => {
  it('says which rule found it, and which way', () => {
    expect(causes(restless(9)).at(-1)).toEqual({ rule: 'outside', way: 'up' })
    expect(causes([0, 9, 0, 9, 0, 9, 0, 1, 3, 4, 5, 6, 8, 9, 0, 9, 0, 9])[9]).toEqual({
      rule: 'trend',
      way: 'up',
    })
    expect(causes([...restless(), ...restless(), 5.2, 1, 5.2]).at(-1)).toEqual({
      rule: 'two_of_three',
      way: 'up',
    })
    expect(causes([5, -5, 5, -5, 5, -5, 5, 9, -3, -1, -3, -1, -3, -1, -3]).at(-1)).toEqual({
      rule: 'one_side',
      way: 'down',
    })
  })

  it('is there where the chart has a signal, and nowhere else', () => {
    fc.assert(
      fc.property(values, fc.nat(), (given, place) => {
        const rebaseAt = [place % given.length]
        const found = causes(given, rebaseAt).map((cause) => cause && (cause.way === 'up' ? '+' : '-'))
        expect(found.map((letter) => letter ?? '.').join('')).toBe(signals(given, { improvement: 'up', rebaseAt }))
      }),
    )
  })
})
