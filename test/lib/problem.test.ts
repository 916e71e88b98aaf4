import { describe, expect, it } from 'vitest'
import { Invalid } from '../../src/lib/problem.ts'

describe('a refusal', () => {
  it('speaks with the first complaint of a form', () => {
    expect(new Invalid({ name: 'Give the touchpoint a name.' }).message).toBe('Give the touchpoint a name.')
  })
})
