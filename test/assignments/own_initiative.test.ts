import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BrokenRule, standing } from '../../src/features/assignments/own_initiative.ts'

describe('a contact nobody planned', () => {
  it('is counted when the rules would have allowed it and it is the only one that month', () => {
    expect(standing([], 0)).toEqual({ counts: true, words: 'This contact will be counted like a planned one.' })
  })

  it('is kept as a story when a hard rule stands against it, and says which', () => {
    const kept = standing(['own_department', 'cooldown'], 0)

    expect(kept.counts).toBe(false)
    expect(kept.words).toMatch(/kept as a story.*own department; you contacted it not long ago/)
  })

  it('is kept as a story when it is the second of that month', () => {
    expect(standing([], 1)).toMatchObject({ counts: false })
    expect(standing([], 1).words).toMatch(/not your only one/)
  })

  it('counts exactly when nothing stands against it', () => {
    const rules = fc.subarray<BrokenRule>(['own_department', 'cooldown', 'lockout', 'away', 'closed', 'month_full'])
    fc.assert(
      fc.property(rules, fc.nat(3), (broken, others) => {
        expect(standing(broken, others).counts).toBe(broken.length === 0 && others === 0)
      }),
    )
  })
})
