import { expect, it } from 'vitest'
import { type Look, openingOf } from '../../src/features/months/disclosure.ts'
import type { Unit } from '../../src/features/months/disclosure_family.ts'
import { AS_GAP, limitsOf, MEAN_GAP, widestLimitsOf } from '../../src/features/months/felt.ts'

const GAPS = AS_GAP.values

/** One contact of each leader, none of whom felt valued. */
const standing = (gap: number, leader: number): Unit => ({
  places: [0],
  counts: GAPS.map((each) => (each === gap ? 1 : 0)),
  leaders: GAPS.map((each) => (each === gap ? [leader] : [])),
})

/** Who felt valued can have changed places with whoever did not where the fewest and the most differ. */
function isTold(limits: ReturnType<typeof limitsOf>): boolean {
  return limits.bases.every((base) => {
    const [least, most] = base.get('0') ?? [0, 1]

    return least === most
  })
}

it('looks for ways in which somebody could have felt otherwise, before a gap is taken to tell how all felt', () => {
  // Two or more below what was expected is never valued; three below of three, and one below of the fourth, come to the same gap.
  const units = [-4, -2, -2, -2].map(standing)
  const cells = [{ place: 0, cuts: MEAN_GAP, weight: 0, fixed: true }]
  const rules = { enough: 4, steps: { left: 0 } }
  const [look] = openingOf({ ...AS_GAP, units, cells }, rules) as [Look]
  expect(isTold(limitsOf(look))).toBe(true)
  rules.steps.left = 1_000_000
  expect(isTold(widestLimitsOf(look))).toBe(false)
})

it('takes a gap to tell how all felt where nothing else comes to it', () => {
  const units = [-4, -4, -4, -4].map(standing)
  const cells = [{ place: 0, cuts: MEAN_GAP, weight: 0, fixed: true }]
  const [look] = openingOf({ ...AS_GAP, units, cells }, { enough: 4, steps: { left: 1_000_000 } }) as [Look]
  expect(isTold(widestLimitsOf(look))).toBe(true)
})
