import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/features/reflections/fields.ts'
import {
  asTyped,
  completeParticulars,
  NO_PARTICULARS,
  particularInWords,
} from '../../src/features/reflections/particulars.ts'
import { mailTerms, nobodyReached, noraReached, phoneTerms } from './answers.ts'

const MEASURED = { waitHalfMinutes: '7', holds: '1', durationMinutes: '12' }
const complete = (typed: Parameters<typeof completeParticulars>[0], over: Partial<Answers> = {}) =>
  completeParticulars(typed, { ...noraReached, ...over }, phoneTerms)

describe('what the live log measured', () => {
  it('is kept beside the answers', () => {
    expect(complete(MEASURED)).toEqual({ ...NO_PARTICULARS, waitHalfMinutes: 7, holds: 1, durationMinutes: 12 })
    expect(complete({})).toEqual(NO_PARTICULARS)
  })

  it('yields to what the leader says: an exact wait that belies the answer is not kept', () => {
    expect(complete(MEASURED, { wait: 'over_10' }).waitHalfMinutes).toBeNull()
    expect(complete({ waitHalfMinutes: '6' }, { wait: '1_to_3' }).waitHalfMinutes).toBe(6)
    expect(complete({ waitHalfMinutes: '6' }, { wait: '3_to_10' }).waitHalfMinutes).toBe(6)
  })

  it('says nothing of holds where nobody was reached, and nothing of minutes where answers take days', () => {
    expect(completeParticulars(MEASURED, nobodyReached, phoneTerms)).toMatchObject({ holds: null, durationMinutes: 12 })
    expect(completeParticulars(MEASURED, { ...noraReached, wait: 'next_day' }, mailTerms)).toEqual(NO_PARTICULARS)
  })

  it('refuses what is no number of minutes', () => {
    for (const durationMinutes of ['-1', '1.5', '10:42', '1441', '99999', 'twelve'])
      expect(() => complete({ durationMinutes }), durationMinutes).toThrow(/whole number/)
  })

  it('has no room for a clock time: nothing is finer than half a minute, and every number is small', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), (word, number) => {
        for (const typed of [word, String(number), new Date(number * 1e6).toISOString()])
          try {
            const kept = complete({ waitHalfMinutes: typed, holds: typed, durationMinutes: typed })
            for (const one of [kept.waitHalfMinutes, kept.holds, kept.durationMinutes])
              expect(one === null || (Number.isInteger(one) && one <= 2880)).toBe(true)
          } catch (error) {
            expect(error).toMatchObject({ refusal: 'invalid' })
          }
      }),
    )
  })
})

describe('a promise that is still open', () => {
  const open = { promise: 'still_open' } as const

  it('has a day if the leader knows one', () => {
    expect(complete({ promiseDueOn: '2026-06-15' }, open).promiseDueOn).toBe('2026-06-15')
    expect(complete({ promiseDueOn: '' }, open).promiseDueOn).toBeNull()
    expect(complete({ promiseDueOn: '2026-06-15' }).promiseDueOn).toBeNull()
  })

  it('is not due before the contact, nor on a day that is none', () => {
    expect(() => complete({ promiseDueOn: '2026-06-10' }, open)).toThrow(/before the contact/)
    expect(() => complete({ promiseDueOn: 'Monday' }, open)).toThrow(/which day/)
  })
})

it('is read again in words, and typed again as it was', () => {
  const kept = complete({ ...MEASURED, promiseDueOn: '2026-06-15' }, { promise: 'still_open' })
  const words = (name: Parameters<typeof particularInWords>[0]) => particularInWords(name, kept, 'en-GB')

  expect([words('waitHalfMinutes'), words('holds'), words('promiseDueOn')]).toEqual([
    '3½ minutes',
    '1',
    'Monday 15 June',
  ])
  expect(complete(asTyped(kept), { promise: 'still_open' })).toEqual(kept)
})
