import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lightestHit } from '../../src/features/months/hitting_set.ts'

describe('the lightest choice that hits every set', () => {
  it('is as light as trying all of them says', () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }), { maxLength: 7 })
    fc.assert(
      fc.property(sets, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 7, maxLength: 7 }), (sets, weights) => {
        const weigh = (chosen: readonly number[]) => chosen.reduce((sum, member) => sum + (weights[member] ?? 0), 0)
        const all = Array.from({ length: 128 }, (_, bits) => [0, 1, 2, 3, 4, 5, 6].filter((i) => (bits >> i) & 1))
        const hitting = all.filter((chosen) => sets.every((set) => set.some((member) => chosen.includes(member))))
        const { chosen, weight, atLeast } = lightestHit(sets, (member) => weights[member] ?? 0)
        expect(sets.every((set) => set.some((member) => chosen.includes(member)))).toBe(true)
        expect([weight, atLeast]).toEqual([Math.min(...hitting.map(weigh)), weight])
      }),
    )
  })
})
