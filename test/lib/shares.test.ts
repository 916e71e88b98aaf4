import { describe, expect, it } from 'vitest'
import { percent, percentRange } from '../../src/lib/shares.ts'

describe('shares as people read them', () => {
  it.each([
    [9, 12, 75],
    [23, 40, 58],
    [29, 200, 15],
    [1, 3, 33],
    [0, 7, 0],
    [7, 7, 100],
  ])('say %i of %i as on paper, a half upwards', (count, of, said) => {
    expect(percent(count / of)).toBe(said)
  })

  it('never say nothing or all of what is not quite that', () => {
    expect([percent(1 / 1000), percent(999 / 1000)]).toEqual([1, 99])
    expect(percentRange({ low: 0.004, high: 0.996 })).toBe('1–99%')
  })
})
