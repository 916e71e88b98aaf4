import { beforeAll, describe, expect, it } from 'vitest'
import { loadSolver, type SolveWholeNumbers } from '../../src/platform/solver/whole_numbers.ts'

let solve: SolveWholeNumbers
beforeAll(async () => {
  solve = await loadSolver()
})

describe('a program in whole numbers', () => {
  it('is solved to the best there is, and says that it is', () => {
    const weights = [
      [0, 5],
      [1, 4],
      [2, 3],
    ] as const
    const found = solve({ whole: 3, worth: [9, 7, 5], rows: [{ terms: weights, most: 9 }] })
    expect(found).toEqual({ value: 16, variables: [1, 1, 0], isBest: true })
  })

  it('takes parts of what may be divided', () => {
    const found = solve({
      whole: 1,
      worth: [1, 1],
      rows: [
        {
          terms: [
            [0, 1],
            [1, 2],
          ],
          most: 2,
        },
      ],
    })
    expect(found).toMatchObject({ value: 1.5, isBest: true })
    expect(found?.variables[1]).toBeCloseTo(0.5)
  })

  it('has no answer where none is possible', () => {
    expect(solve({ whole: 1, worth: [1], rows: [{ terms: [[0, 1]], least: 2 }] })).toBeNull()
  })
})
