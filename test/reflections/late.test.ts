import { describe, expect, it } from 'vitest'
import { daysLate, endedOn, lateWords } from '../../src/features/reflections/late.ts'
import { day } from './answers.ts'

const on = (
  contactedOn: string,
  reached: 'person' | 'gave_up' | 'no_answer',
  wait: 'next_day' | '2_to_3' | 'over_10',
) => ({
  contactedOn: day(contactedOn),
  reached,
  wait,
})

describe('the end of a contact', () => {
  it('is its day on live channels', () => {
    expect(endedOn(on('2026-06-10', 'person', 'over_10'), 'live', null)?.toString()).toBe('2026-06-10')
  })

  it('is the answer by mail, read for the leader as the last day of the span', () => {
    expect(endedOn(on('2026-06-10', 'person', 'next_day'), 'written', 5)?.toString()).toBe('2026-06-11')
    expect(endedOn(on('2026-06-10', 'person', '2_to_3'), 'written', 5)?.toString()).toBe('2026-06-13')
  })

  it('cannot be told after ten days, and is then not held against the leader', () => {
    const ended = endedOn(on('2026-06-10', 'person', 'over_10'), 'written', 5)

    expect(ended).toBeNull()
    expect(daysLate(ended, day('2026-09-01'))).toBe(0)
  })

  it('is the time the touchpoint promises where mail stays unanswered', () => {
    expect(endedOn(on('2026-06-10', 'no_answer', 'over_10'), 'written', 5)?.toString()).toBe('2026-06-15')
  })
})

describe('a late reflection', () => {
  it('is one handed in more than a day after the contact ended, with the delay in days', () => {
    const delays = ['2026-06-10', '2026-06-11', '2026-06-12', '2026-07-10'].map((handed) =>
      daysLate(day('2026-06-10'), day(handed)),
    )

    expect(delays).toEqual([0, 0, 2, 30])
  })

  it('is never early: an answer still counted on a later day is in time', () => {
    expect(daysLate(day('2026-06-13'), day('2026-06-11'))).toBe(0)
  })

  it('says so', () => {
    expect(lateWords(0)).toBe('')
    expect(lateWords(4)).toMatch(/4 days after/)
  })
})
