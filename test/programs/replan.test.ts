import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countMoved, fingerprint, movesBetween } from '../../src/features/programs/replan.ts'
import type { Daypart } from '../../src/lib/days.ts'

const planned = fc.record({
  leader: fc.constantFrom('nora', 'viktor', 'amara'),
  touchpoint: fc.constantFrom('billing', 'outage'),
  round: fc.constantFrom('june', 'july'),
  from: fc.constantFrom('2026-06-09', '2026-06-16'),
  to: fc.constantFrom('2026-06-12', '2026-06-19'),
  daypart: fc.constantFrom('morning', 'evening', null),
})
type Plan = { leader: string; touchpoint: string; round: string; from: string; to: string; daypart: Daypart | null }
const key = (one: Plan) => [one.round, one.leader, one.touchpoint, one.from, one.to, one.daypart].join(' ')
const plan = fc.uniqueArray(planned, { selector: key })
const published = plan.map((all) => all.map((one, i) => ({ ...one, id: `contact-${i}` })))

describe('what planning again moves', () => {
  it('is nothing where the plan is the same', () => {
    fc.assert(
      fc.property(published, (before) => {
        expect(movesBetween(before, before.toReversed())).toEqual([])
      }),
    )
  })

  it('leads from what was published to what is planned, and touches nothing else', () => {
    fc.assert(
      fc.property(published, plan, (before, after) => {
        const moves = movesBetween(before, after)
        const gone = new Set(moves.flatMap((move) => (move.before ? [move.before.id] : [])))
        const kept = before.filter(({ id }) => !gone.has(id))
        const result = [...kept, ...moves.flatMap((move) => (move.after ? [move.after] : []))]
        expect(result.map(key).sort()).toEqual(after.map(key).sort())
        for (const one of kept) expect(after.map(key)).toContain(key(one))
        expect(countMoved(moves)).toBe(before.filter((one) => !after.map(key).includes(key(one))).length)
        for (const move of moves) {
          expect(move.before ?? move.after).not.toBeNull()
          if (move.before && move.after) expect(move.before.leader).toBe(move.after.leader)
        }
      }),
    )
  })

  it('has a fingerprint that changes with it and with nothing else', () => {
    fc.assert(
      fc.property(published, plan, plan, (before, one, other) => {
        const print = (after: Plan[]) => fingerprint(movesBetween(before, after))
        expect(print(one)).toBe(print(one.map((each) => ({ ...each }))))
        const isSame = JSON.stringify(movesBetween(before, one)) === JSON.stringify(movesBetween(before, other))
        if (!isSame) expect(print(one)).not.toBe(print(other))
      }),
    )
  })
})
