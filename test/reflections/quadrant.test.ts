import { describe, expect, it } from 'vitest'
import { quadrantOf } from '../../src/features/reflections/quadrant.ts'

describe('information and emotion', () => {
  it('tells right and warm, right but cold, warm but wrong, and neither', () => {
    expect(quadrantOf({ correct: 'yes', acknowledged: 4 })).toBe('right_warm')
    expect(quadrantOf({ correct: 'yes', acknowledged: 3 })).toBe('right_cold')
    expect(quadrantOf({ correct: 'partly', acknowledged: 5 })).toBe('wrong_warm')
    expect(quadrantOf({ correct: 'no', acknowledged: 1 })).toBe('neither')
  })

  it('is silent where nobody was reached or the leader could not tell', () => {
    expect(quadrantOf({ correct: null, acknowledged: null })).toBeNull()
    expect(quadrantOf({ correct: 'cannot_tell', acknowledged: 5 })).toBeNull()
  })
})
