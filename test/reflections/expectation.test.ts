import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  calibrationOf,
  calibrationRange,
  calibrationWords,
  comparison,
} from '../../src/features/reflections/expectation.ts'

const predicted = { predictedValued: 4, predictedAddressed: 'yes', mood: 'calm' } as const

describe('expectation beside experience', () => {
  it('puts the two side by side', () => {
    expect(comparison(predicted, { valued: 2, addressed: 'no' })).toEqual([
      'You expected to feel valued 4 of 5, and felt 2.',
      'You thought they would deal with what you came for; they did not.',
    ])
  })

  it('says so when it came as expected', () => {
    expect(comparison(predicted, { valued: 4, addressed: 'yes' })).toEqual([
      'You expected to feel valued 4 of 5, and did.',
      'You thought they would deal with what you came for, and so it was.',
    ])
  })
})

describe('a leader’s calibration', () => {
  it('is told from three contacts on', () => {
    const pair = { valued: 2, predictedValued: 4 }

    expect(calibrationOf([pair, pair])).toBeNull()
    expect(calibrationOf([pair, pair, pair])).toEqual({ contacts: 3, mean: -2, low: -2, high: -2 })
  })

  it('says in which direction and by how much', () => {
    expect(calibrationWords({ contacts: 4, mean: -1.1, low: -2, high: -0.2 }, 'en-GB')).toBe(
      'Over 4 contacts you expect 1.1 more than you get.',
    )
    expect(calibrationWords({ contacts: 5, mean: 0.75, low: 0, high: 1.5 }, 'de-DE')).toBe(
      'Over 5 contacts you get 0,8 more than you expect.',
    )
    expect(calibrationWords({ contacts: 3, mean: -0.04, low: -2, high: 2 }, 'en-GB')).toBe(
      'Over 3 contacts you expect what you get.',
    )
  })

  it('has Student’s t interval, said in the same direction', () => {
    const felt = (...gaps: number[]) => gaps.map((gap) => ({ valued: 3 + gap, predictedValued: 3 }))
    // R: t.test(c(-2, -1, -1, 0)): mean -1, 95 % -2.2992 to 0.2992
    const four = calibrationOf(felt(-2, -1, -1, 0))
    expect(four?.low).toBeCloseTo(-2.2992, 4)
    expect(four?.high).toBeCloseTo(0.2992, 4)
    const range = (...gaps: number[]) => calibrationRange(calibrationOf(felt(...gaps)) as never, 'en-GB')
    expect(range(-2, -1, -1, 0)).toBe(
      'With 95% confidence it lies between 0.3 less and 2.3 more. So few contacts do not tell which way.',
    )
    expect(range(-1, -1, -2, -1, -2, -1)).toBe('With 95% confidence it lies between 0.8 more and 1.9 more.')
    expect(range(2, 2, 2)).toBe('It was the same every time.')
    expect(range(-2, 2, 1)).toBe(
      'With 95% confidence it lies between 4.0 less and 4.0 more. So few contacts do not tell which way.',
    )
  })

  it('lies within what the scale allows and does not depend on the order', () => {
    const pair = fc.record({ valued: fc.integer({ min: 1, max: 5 }), predictedValued: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(fc.array(pair, { minLength: 3 }), (pairs) => {
        const { mean, low, high } = calibrationOf(pairs) ?? { mean: Number.NaN, low: 0, high: 0 }
        expect(-4 <= low && low <= mean && mean <= high && high <= 4).toBe(true)
        expect(calibrationOf([...pairs].reverse())?.mean).toBe(mean)
      }),
    )
  })
})
