import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLeaks, type Sums } from '../../src/features/months/disclosure_leaks.ts'
import { modulo } from '../../src/features/months/disclosure_tableau.ts'
import { rankOf } from '../support/every_world.ts'

const LEADERS = [0, 1, 2, 3, 4, 5]

const anySums = fc
  .record({
    columns: fc.integer({ min: 2, max: 8 }),
    rows: fc.integer({ min: 1, max: 6 }),
    enough: fc.integer({ min: 2, max: 5 }),
  })
  .chain(({ columns, rows, enough }) =>
    fc.record({
      rows: fc.array(fc.array(fc.constantFrom(0, 0, 1, 1, 2, -1), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
      leaders: fc.array(fc.uniqueArray(fc.constantFrom(...LEADERS), { minLength: 1, maxLength: 4 }), {
        minLength: columns,
        maxLength: columns,
      }),
      known: fc.array(
        fc.nat(5).map((chance) => chance === 0),
        { minLength: columns, maxLength: columns },
      ),
      enough: fc.constant(enough),
    }),
  )

/** By trying every choice of fewer than enough leaders: what all others answered cancels out, and something of theirs is left. */
function isGivenAway(rows: readonly number[][], { leaders, isKnown, enough }: Omit<Sums, 'rows'>): boolean {
  const choices = Array.from({ length: 2 ** LEADERS.length }, (_, bits) =>
    LEADERS.filter((leader) => (bits >> leader) & 1),
  )
  const secret = [...leaders.keys()].filter((column) => !isKnown(column))
  const rankIn = (columns: readonly number[]) => rankOf(rows.map((row) => columns.map((column) => row[column] ?? 0)))

  return choices
    .filter(({ length }) => length < enough)
    .some((few) => {
      const others = secret.filter((column) => leaders[column]?.some((leader) => !few.includes(leader)))

      return rankIn(secret) > rankIn(others)
    })
}

describe('what sums give of few leaders', () => {
  it('is found wherever some combination of them leaves it, and nowhere else', () => {
    let given = 0
    fc.assert(
      fc.property(anySums, ({ rows, known, ...whose }) => {
        const sums = {
          ...whose,
          rows: rows.map((row) => Float64Array.from(row, modulo)),
          isKnown: (column: number) => known[column] === true,
        }
        const leaks = findLeaks(sums, { left: 1_000_000 }, 3)
        expect(leaks !== null && leaks.length > 0).toBe(isGivenAway(rows, sums))
        given += leaks?.length ? 1 : 0
        for (const leak of leaks ?? []) expect(leadersOf(leak, sums).size).toBeLessThan(sums.enough)
      }),
      { numRuns: 500 },
    )
    expect([given > 100, given < 400]).toEqual([true, true])
  })

  it('is not known where the steps run out', () => {
    const sums = { rows: [Float64Array.of(1, 0)], leaders: [[0], [1]], isKnown: () => false, enough: 2 }
    expect(findLeaks(sums, { left: 1 }, 3)).toBeNull()
  })
})

function leadersOf(leak: Float64Array, { leaders, isKnown }: Sums): Set<number> {
  return new Set(leaders.flatMap((own, column) => (leak[column] !== 0 && !isKnown(column) ? own : [])))
}
