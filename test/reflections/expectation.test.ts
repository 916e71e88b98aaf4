import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrationOf, calibrationWords, comparison } from '../../src/features/reflections/expectation.ts'

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
    expect(calibrationOf([pair, pair, pair])).toEqual({ contacts: 3, mean: -2 })
  })

  it('says in which direction and by how much', () => {
    expect(calibrationWords({ contacts: 4, mean: -1.1 }, 'en-GB')).toBe(
      'Over 4 contacts you expect 1.1 more than you get.',
    )
    expect(calibrationWords({ contacts: 5, mean: 0.75 }, 'de-DE')).toBe(
      'Over 5 contacts you get 0,8 more than you expect.',
    )
    expect(calibrationWords({ contacts: 3, mean: -0.04 }, 'en-GB')).toBe('Over 3 contacts you expect what you get.')
  })

  it('lies within what the scale allows and does not depend on the order', () => {
    const pair = fc.record({ valued: fc.integer({ min: 1, max: 5 }), predictedValued: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(fc.array(pair, { minLength: 3 }), (pairs) => {
        const mean = calibrationOf(pairs)?.mean ?? Number.NaN
        expect(Math.abs(mean)).toBeLessThanOrEqual(4)
        expect(calibrationOf([...pairs].reverse())?.mean).toBe(mean)
      }),
    )
  })
})
