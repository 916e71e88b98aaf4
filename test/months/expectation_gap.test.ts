import { describe, expect, it } from 'vitest'
import { mayShowGap } from '../../src/features/months/expectation_gap.ts'
import { quarterOf } from '../../src/lib/periods.ts'

const quarter = quarterOf('2026-04')
const april = { name: '2026-04', months: ['2026-04'] }
const closed = { enough: 5, isOpen: () => false }
const predictors = (...leaders: number[]) => new Map(quarter.months.map((month, i) => [month, leaders[i] ?? 0]))

describe('leads may see the expectation gap', () => {
  it('over at least as many different leaders as a cell needs', () => {
    expect(mayShowGap(april, predictors(4), closed)).toBe(false)
    expect(mayShowGap(april, predictors(5), closed)).toBe(true)
  })

  it('of a closed month only: looked at before and after a handing in, an open one tells that prediction', () => {
    expect(mayShowGap(april, predictors(9), { ...closed, isOpen: (month) => month === '2026-04' })).toBe(false)
  })

  it('of a quarter only where each of its months may be seen: a month less than the quarter tells the rest', () => {
    expect(mayShowGap(quarter, predictors(5, 6, 7), closed)).toBe(true)
    expect(mayShowGap(quarter, predictors(5, 3, 7), closed)).toBe(false)
  })

  it('as nothing, which tells nothing, of a month in which nobody predicted', () => {
    expect(mayShowGap(quarter, predictors(5, 0, 7), closed)).toBe(true)
    expect(mayShowGap(april, new Map(), { ...closed, isOpen: () => true })).toBe(true)
  })
})
