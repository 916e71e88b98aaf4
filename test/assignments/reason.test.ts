import { describe, expect, it } from 'vitest'
import { reasonComplaint } from '../../src/features/assignments/reason.ts'

describe('a reason', () => {
  it('is asked for, in a few words', () => {
    expect(reasonComplaint('  ')).toMatch(/why/)
    expect(reasonComplaint('x'.repeat(501))).toMatch(/500/)
    expect(reasonComplaint('In surgery that week')).toBeNull()
  })
})
