import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type HandoverState,
  inOrderOfAsking,
  isWaiting,
  standInWords,
} from '../../src/features/assignments/handover.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const open = { state: 'open', toDay: '2026-06-19' }

describe('whoever is asked next', () => {
  const someone = fc.record({
    id: fc.integer({ min: 0, max: 20 }).map((number) => `leader-${number}`),
    contacts: fc.nat(5),
    isAsked: fc.boolean(),
  })
  const colleagues = fc.uniqueArray(someone, { selector: ({ id }) => id, maxLength: 12 })
  const before = fc.array(fc.integer({ min: 0, max: 20 }).map((number) => `leader-${number}`))

  it('is never the asker, nobody asked before, and nobody who has another question open', () => {
    fc.assert(
      fc.property(colleagues, before, (all, asked) => {
        const order = inOrderOfAsking(all, { leaderId: 'leader-3', asked: new Set(asked) })
        for (const { id, isAsked } of order) {
          expect(id).not.toBe('leader-3')
          expect(asked).not.toContain(id)
          expect(isAsked).toBe(false)
        }
      }),
    )
  })

  it('carries no more than those asked later, in whatever order they are written down', () => {
    fc.assert(
      fc.property(colleagues, (all) => {
        const order = inOrderOfAsking(all, { leaderId: '', asked: new Set() })
        expect(order.map(({ contacts }) => contacts)).toEqual(
          order.map(({ contacts }) => contacts).sort((a, b) => a - b),
        )
        expect(inOrderOfAsking(all.toReversed(), { leaderId: '', asked: new Set() })).toEqual(order)
      }),
    )
  })
})

describe('a question', () => {
  it('waits until the window is over at the touchpoint, and no longer', () => {
    expect(isWaiting({ state: 'asked', assignment: open }, day('2026-06-19'))).toBe(true)
    expect(isWaiting({ state: 'asked', assignment: open }, day('2026-06-20'))).toBe(false)
  })

  it('waits for nothing once it is answered, or the contact is started, declined or cancelled', () => {
    for (const state of ['accepted', 'refused', 'withdrawn'] as HandoverState[])
      expect(isWaiting({ state, assignment: open }, day('2026-06-12'))).toBe(false)
    for (const state of ['contacted', 'declined', 'cancelled', 'missed', 'excused'])
      expect(isWaiting({ state: 'asked', assignment: { ...open, state } }, day('2026-06-12'))).toBe(false)
  })

  it('is told in words that name nobody', () => {
    const all = (...states: HandoverState[]) => states.map((state) => ({ state, assignment: open }))
    expect(standInWords([], day('2026-06-12'))).toBeNull()
    expect(standInWords(all('refused', 'asked'), day('2026-06-12'))).toContain('A colleague has been asked.')
    expect(standInWords(all('refused', 'accepted'), day('2026-06-12'))).toContain('has taken it over')
    expect(standInWords(all('refused', 'refused'), day('2026-06-12'))).toContain('Nobody who could take it')
    expect(standInWords(all('withdrawn'), day('2026-06-12'))).toContain('You kept it.')
    expect(standInWords(all('asked'), day('2026-06-20'))).toContain('Nobody who could take it')
  })
})
