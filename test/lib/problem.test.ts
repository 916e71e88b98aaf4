import { describe, expect, it } from 'vitest'
import { codeOf, Invalid, refuseIfAny } from '../../src/lib/problem.ts'

describe('a refusal', () => {
  it('speaks with the first complaint of a form', () => {
    expect(new Invalid({ name: 'Give the touchpoint a name.' }).message).toBe('Give the touchpoint a name.')
  })

  it('is made where there is anything to correct, and nowhere else', () => {
    refuseIfAny({})
    expect(() => refuseIfAny({ name: 'Give the touchpoint a name.' })).toThrow(Invalid)
  })
})

describe('a failure of the machine', () => {
  it('is called what Node and SQLite call it, and nothing where they have no word', () => {
    expect(codeOf(Object.assign(new Error('no such file'), { code: 'ENOENT' }))).toBe('ENOENT')
    for (const thrown of [new Error('a bug'), { code: 7 }, 'words', null, undefined]) expect(codeOf(thrown)).toBe('')
  })
})
