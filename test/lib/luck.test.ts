import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { luckOf } from '../../src/lib/statistics.ts'

describe('what luck alone brings', () => {
  // R's pbinom(count, of, share), and 1 - pbinom(count - 1, of, share) where there are many.
  it.each([
    [3, 5, 0.95, 0.0225925],
    [2, 6, 0.8, 0.01696],
    [1, 5, 0.9, 0.00046],
    [5, 5, 0.5, 0.03125],
    [9, 12, 0.5, 0.0729980469],
    [0, 4, 0.25, 0.31640625],
  ])('is the exact tail of %i of %i at a share of %d', (successes, of, chance, luck) => {
    expect(luckOf({ successes, of }, chance)).toBeCloseTo(luck, 8)
  })

  it('is certain, or cannot be, where each comes always or never', () => {
    expect([luckOf({ successes: 7, of: 7 }, 1), luckOf({ successes: 0, of: 7 }, 0)]).toEqual([1, 1])
    expect([luckOf({ successes: 6, of: 7 }, 1), luckOf({ successes: 1, of: 7 }, 0)]).toEqual([0, 0])
    expect(() => luckOf({ successes: 1, of: 7 }, 1.1)).toThrow(RangeError)
  })

  it('is the sum of what each count brings, of a few as of many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.nat(1000),
        fc.integer({ min: 1, max: 99 }),
        (of, part, hundred) => {
          const [successes, chance] = [Math.round((of * part) / 1000), hundred / 100]
          const chances = [(1 - chance) ** of]
          for (let k = 1; k <= of; k++)
            chances.push(((chances[k - 1] ?? 0) * (of - k + 1) * chance) / (k * (1 - chance)))
          const tail = successes <= of * chance ? chances.slice(0, successes + 1) : chances.slice(successes)
          expect(luckOf({ successes, of }, chance)).toBeCloseTo(
            Math.min(
              1,
              tail.reduce((sum, each) => sum + each, 0),
            ),
            8,
          )
        },
      ),
    )
  })

  it('of very many is what the normal distribution says', () => {
    expect(luckOf({ successes: 799_200, of: 1_000_000 }, 0.8)).toBeCloseTo(0.02286, 4)
  })
})
