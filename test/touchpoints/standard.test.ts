import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatement, readTarget, standardsToAsk, vagueWord } from '../../src/features/touchpoints/standard.ts'

const list = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `standard-${i}`, position: i + 1 }))

describe('the standards a reflection asks', () => {
  it('are all of them when there are three or fewer', () => {
    expect(standardsToAsk(list(2), new Map())).toEqual(list(2))
  })

  it('are those asked least often, in the order of the list', () => {
    const asked = new Map([
      ['standard-0', 4],
      ['standard-1', 3],
      ['standard-2', 4],
    ])
    expect(standardsToAsk(list(5), asked).map(({ id }) => id)).toEqual(['standard-1', 'standard-3', 'standard-4'])
  })

  it('take turns: none gets more than one ahead of another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 40 }), (n, reflections) => {
        const asked = new Map<string, number>()
        for (let i = 0; i < reflections; i++) {
          for (const { id } of standardsToAsk(list(n), asked)) asked.set(id, (asked.get(id) ?? 0) + 1)
        }
        const times = list(n).map(({ id }) => asked.get(id) ?? 0)
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('do not depend on the order they come in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(list(6), { minLength: 6 }), (shuffled) => {
        expect(standardsToAsk(shuffled, new Map())).toEqual(list(3))
      }),
    )
  })
})

describe('a standard', () => {
  it('is one sentence of something to be seen or heard', () => {
    expect(readStatement('  A person answers\n within three minutes. ')).toEqual({
      value: 'A person answers within three minutes.',
    })
    expect(readStatement('Friendly')).toHaveProperty('complaint')
    expect(readStatement('x'.repeat(161))).toHaveProperty('complaint')
  })

  it('is told when a word can be neither seen nor heard', () => {
    expect(vagueWord('They greet customers in a Friendly way.')).toBe('friendly')
    expect(vagueWord('A person answers within three minutes.')).toBeNull()
  })

  it('has a target in whole per cent, or none', () => {
    expect(readTarget('80 %')).toEqual({ value: 0.8 })
    expect(readTarget('')).toEqual({ value: null })
    for (const typed of ['0', '101', '80.5', 'most']) expect(readTarget(typed)).toHaveProperty('complaint')
  })
})
