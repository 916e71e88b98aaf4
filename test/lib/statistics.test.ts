import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalQuantile, twoSidedNormal, twoSidedStudent } from '../../src/lib/quantiles.ts'
import { type Moments, meanInterval, newcombe, welch, wilson } from '../../src/lib/statistics.ts'

const confidences = fc.double({ min: 0.5, max: 0.999, noNaN: true })
const shares = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([of, part]) => ({ successes: Math.round(of * part), of }))
const answers = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 60 })

function moments(values: number[]): Moments {
  return {
    of: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  }
}

describe('Wilson’s interval', () => {
  // Newcombe (1998), Statistics in Medicine 17:857–872, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
    [29, 29, 0.883, 1],
  ])('gives the published limits for %i of %i', (successes, of, low, high) => {
    expect(wilson(successes, of).low).toBeCloseTo(low, 4)
    expect(wilson(successes, of).high).toBeCloseTo(high, 4)
  })

  it('solves the score equation it is defined by', () => {
    fc.assert(
      fc.property(shares, confidences, ({ successes, of }, confidence) => {
        const z = twoSidedNormal(confidence)
        const { low, high } = wilson(successes, of, confidence)
        for (const limit of [low, high].filter((each) => each > 0 && each < 1))
          expect((successes / of - limit) ** 2).toBeCloseTo((z * z * limit * (1 - limit)) / of, 9)
      }),
    )
  })

  it('holds the share, stays between 0 and 1, mirrors failures, and narrows as confidence falls', () => {
    fc.assert(
      fc.property(shares, confidences, ({ successes, of }, confidence) => {
        const { low, high } = wilson(successes, of, confidence)
        const mirrored = wilson(of - successes, of, confidence)
        const careless = wilson(successes, of, confidence - 0.1)
        expect(0 <= low && low <= successes / of && successes / of <= high && high <= 1).toBe(true)
        expect(mirrored.low).toBeCloseTo(1 - high, 12)
        expect(low <= careless.low && careless.high <= high).toBe(true)
      }),
    )
  })

  it('is exactly 0 and 1 at the ends', () => {
    for (let of = 1; of < 500; of++) {
      expect(wilson(0, of).low).toBe(0)
      expect(wilson(of, of).high).toBe(1)
    }
  })

  it.each([
    [0, 0],
    [1, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, 5.5],
    [Number.NaN, 5],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
    [1, -5],
  ])('refuses %d of %d', (successes, of) => {
    expect(() => wilson(successes, of)).toThrow(RangeError)
    expect(() => newcombe({ successes, of }, { successes: 1, of: 2 })).toThrow(RangeError)
    expect(() => newcombe({ successes: 1, of: 2 }, { successes, of })).toThrow(RangeError)
  })

  it.each([0, 1, -0.5, 1.5, 95, Number.NaN])('refuses a confidence of %d', (confidence) => {
    expect(() => wilson(1, 2, confidence)).toThrow(RangeError)
    expect(() => newcombe({ successes: 1, of: 2 }, { successes: 1, of: 2 }, confidence)).toThrow(RangeError)
    expect(() => meanInterval(moments([1, 2]), confidence)).toThrow(RangeError)
    expect(() => welch(moments([1, 2]), moments([1, 2]), confidence)).toThrow(RangeError)
  })
})

describe('Newcombe’s interval for a difference', () => {
  // Newcombe (1998), Statistics in Medicine 17:873–890, table II, method 10: first share minus second.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('gives the published limits for %i of %i less %i of %i', (successes, of, less, ofLess, low, high) => {
    const interval = newcombe({ successes: less, of: ofLess }, { successes, of })
    expect(interval.difference).toBeCloseTo(successes / of - less / ofLess, 12)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  it('turns its sign when the two change places, and holds the difference', () => {
    fc.assert(
      fc.property(shares, shares, confidences, (a, b, confidence) => {
        const there = newcombe(a, b, confidence)
        const back = newcombe(b, a, confidence)
        expect(back.low).toBeCloseTo(-there.high, 12)
        expect(back.high).toBeCloseTo(-there.low, 12)
        expect(there.low <= there.difference && there.difference <= there.high).toBe(true)
        expect(there.low >= -1 - 1e-12 && there.high <= 1 + 1e-12).toBe(true)
      }),
    )
  })
})

describe('Student’s t interval of a mean', () => {
  it('gives the textbook limits', () => {
    // Student (1908), the sleep data: gains of ten patients; mean 1.58, interval 0.70 to 2.46. In tenths of an hour.
    const gains = [12, 24, 13, 13, 0, 10, 18, 8, 46, 14]
    const { mean, low, high } = meanInterval(moments(gains))
    expect([mean, low, high].map((tenths) => Number((tenths / 10).toFixed(4)))).toEqual([1.58, 0.7001, 2.4599])
  })

  it('has no end for one value, and no width for equal ones', () => {
    expect(meanInterval(moments([2]))).toEqual({
      mean: 2,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
    })
    expect(meanInterval(moments([-1, -1, -1]))).toEqual({ mean: -1, low: -1, high: -1 })
  })

  it('moves with its values and holds their mean', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: -9, max: 9 }), (values, shift) => {
        const here = meanInterval(moments(values))
        const there = meanInterval(moments(values.map((value) => value + shift)))
        expect(here.low <= here.mean && here.mean <= here.high).toBe(true)
        if (values.length > 1) expect(there.low).toBeCloseTo(here.low + shift, 8)
      }),
    )
  })

  it.each([
    { of: 0, sum: 0, squares: 0 },
    { of: 1.5, sum: 1, squares: 1 },
    { of: 2, sum: 3, squares: 4 },
    { of: 2, sum: Number.NaN, squares: 4 },
  ])('refuses what no values can give: $of, $sum, $squares', (impossible) => {
    expect(() => meanInterval(impossible)).toThrow(RangeError)
    expect(() => welch(impossible, moments([1, 2]))).toThrow(RangeError)
  })
})

describe('Welch’s interval for a difference of means', () => {
  it('gives the textbook limits', () => {
    // The two groups of Student’s sleep data, in tenths; R’s t.test(extra ~ group): −3.3655 to 0.2055 for df 17.776.
    const first = moments([7, -16, -2, -12, -1, 34, 37, 8, 0, 20])
    const second = moments([19, 8, 11, 1, -1, 44, 55, 16, 46, 34])
    const { difference, low, high } = welch(first, second)
    expect(difference / 10).toBeCloseTo(1.58, 10)
    expect(low / 10).toBeCloseTo(-0.2054832, 6)
    expect(high / 10).toBeCloseTo(3.3654832, 6)
  })

  it('turns its sign when the two change places', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const there = welch(moments(a), moments(b))
        const back = welch(moments(b), moments(a))
        expect(back.difference).toBeCloseTo(-there.difference, 12)
        if (a.length > 1 && b.length > 1) expect(back.low).toBeCloseTo(-there.high, 9)
      }),
    )
  })
})

describe('the quantiles', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [1e-10, -6.361340902404056],
    [1e-300, -37.0470962993612],
  ])('finds the normal quantile of %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 13)
  })

  it.each([
    [0.95, 1, 12.706204736174694],
    [0.95, 2, 4.302652729749464],
    [0.95, 4, 2.7764451051977987],
    [0.99, 9, 3.2498355415921254],
    [0.99, 30, 2.7499956535672254],
    [0.95, 1000, 1.9623390808264078],
    [0.95, 1001, 1.9623367052808798],
    [0.999, 5, 6.868826625881276],
    [0.99, 1, 63.65674116287399],
  ])('finds Student’s t for %d and %i degrees', (confidence, degrees, t) => {
    expect(Math.abs(twoSidedStudent(confidence, degrees) - t)).toBeLessThan(1e-9)
  })

  it('meets smoothly where the exact sum hands over to the expansion', () => {
    for (const confidence of [0.5, 0.95, 0.99, 0.999]) {
      const [before, at, after] = [199, 200, 201].map((degrees) => twoSidedStudent(confidence, degrees)) as [
        number,
        number,
        number,
      ]
      expect(Math.abs(before - at - (at - after))).toBeLessThan(5e-6)
      expect(before > at && at > after && after > twoSidedNormal(confidence)).toBe(true)
    }
  })

  it('passes through the whole numbers between them', () => {
    for (const confidence of [0.5, 0.95, 0.99, 0.999])
      for (const degrees of [1, 2, 3, 8, 17, 60, 199]) {
        const [whole, beside] = [twoSidedStudent(confidence, degrees), twoSidedStudent(confidence, degrees + 1e-10)]
        expect(Math.abs(beside / whole - 1)).toBeLessThan(1e-8)
        const half = twoSidedStudent(confidence, degrees + 0.5)
        expect(half < whole && half > twoSidedStudent(confidence, degrees + 1)).toBe(true)
      }
  })

  it.each([0, 1, -1, Number.NaN])('refuses the probability %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError)
  })

  it.each([0, -1, 0.5, Number.NaN])('refuses %d degrees of freedom', (degrees) => {
    expect(() => twoSidedStudent(0.95, degrees)).toThrow(RangeError)
  })
})
