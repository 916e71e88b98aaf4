import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATES } from '../../src/features/assignments/assignment.ts'
import { debtOf } from '../../src/features/programs/duty.ts'
import { inOrderOfOwing, nudgeComplaint, nudgeOccasion, owedSince, owesOf } from '../../src/features/programs/owed.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const duty = (differs = {}) => ({
  ...{ id: 'bill', leaderId: 'nora', state: 'open', fromDay: '2026-06-09', toDay: '2026-06-19', contactedOn: null },
  ...differs,
})
const june = fc.integer({ min: 1, max: 30 }).map((number) => `2026-06-${String(number).padStart(2, '0')}`)
const anyDuty = fc
  .record({ id: fc.uuid(), state: fc.constantFrom(...STATES), days: fc.tuple(june, june), contacted: june })
  .map(({ id, state, days, contacted }) => {
    const [fromDay = '', toDay = ''] = days.toSorted()

    return duty({ id, state, fromDay, toDay, contactedOn: state === 'contacted' ? contacted : null })
  })

describe('what is still to do', () => {
  it('is everything open or waited for, not only what is late', () => {
    expect(owesOf(duty(), day('2026-06-08'))).toBe('ahead')
    expect(owesOf(duty(), day('2026-06-09'))).toBe('open')
    expect(owesOf(duty(), day('2026-06-15'))).toBe('halfway')
    expect(owesOf(duty(), day('2026-06-20'))).toBe('late')
    expect(owesOf(duty({ state: 'contacted', contactedOn: '2026-06-12' }), day('2026-06-12'))).toBe('contacted')
    expect(owesOf(duty({ state: 'contacted', contactedOn: '2026-06-12' }), day('2026-06-13'))).toBe('reflection')
    expect(owesOf(duty({ state: 'declined' }), day('2026-06-13'))).toBe('declined')
  })

  it('is nothing of drafts and of what is done, excused, cancelled or handed over', () => {
    for (const state of ['planned', 'reflected', 'handed_over', 'excused', 'cancelled'])
      expect(owesOf(duty({ state }), day('2026-06-13'))).toBeNull()
  })

  it('holds every debt there is, and is owed since a day that has come', () => {
    fc.assert(
      fc.property(anyDuty, june, (one, today) => {
        const owes = owesOf(one, day(today))
        if (debtOf(one, day(today))) expect(owes).toBe(debtOf(one, day(today)))
        const since = owes && owedSince(one, owes)
        if (since && one.state === 'open') expect(since <= today).toBe(true)
      }),
    )
  })

  it('stands in the same order however it is read, the late ones first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyDuty, { selector: ({ id }) => id }), june, (all, today) => {
        const owed = all.flatMap((one) => {
          const owes = owesOf(one, day(today))
          return owes ? [{ ...one, owes }] : []
        })
        const order = inOrderOfOwing(owed)
        expect(inOrderOfOwing(owed.toReversed())).toEqual(order)
        expect(order.findLastIndex(({ owes }) => owes === 'late')).toBe(
          order.filter(({ owes }) => owes === 'late').length - 1,
        )
      }),
    )
  })
})

describe('a nudge', () => {
  it('is for whoever owes something now', () => {
    fc.assert(
      fc.property(anyDuty, june, (one, today) => {
        const owes = owesOf(one, day(today))
        const may = nudgeComplaint(one, day(today)) === null
        expect(may).toBe(owes !== null && ['late', 'reflection', 'halfway', 'open'].includes(owes))
      }),
    )
  })

  it('has one occasion a day', () => {
    expect(nudgeOccasion(duty(), day('2026-06-13'))).toBe(nudgeOccasion(duty(), day('2026-06-13')))
    expect(nudgeOccasion(duty(), day('2026-06-13'))).not.toBe(nudgeOccasion(duty(), day('2026-06-14')))
  })
})
