import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasEnoughLeaders, WITHHELD_WORDS } from '../../src/features/months/published.ts'

/** One number for each leader: how many contacts they made. */
const may = (contacts: readonly number[], enough = 5) =>
  hasEnoughLeaders(
    contacts.map((times, leader) => ({ leader, times })),
    enough,
  )

describe('a cell', () => {
  it('may be shown from as many different leaders on as the organisation asks for', () => {
    expect(may([1, 1, 1, 1])).toBe(false)
    expect(may([1, 1, 1, 1, 1])).toBe(true)
    expect(may([1, 1, 1, 1, 1], 6)).toBe(false)
    expect(may([])).toBe(false)
  })

  it('counts a leader once, however many contacts they made and wherever they stand', () => {
    const twice = ['nora', 'nora', 'ben', 'cem', 'dia'].map((leader) => ({ leader, times: 1 }))
    expect(hasEnoughLeaders(twice, 5)).toBe(false)
    expect(hasEnoughLeaders(twice, 4)).toBe(true)
  })

  it('may not be shown where one of them makes more than half of it; half is not more', () => {
    expect(may([4, 1, 1, 1, 1])).toBe(true)
    expect(may([5, 1, 1, 1, 1])).toBe(false)
  })

  it('may be shown as well with one more leader of one contact', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 }), (contacts) => {
        expect(may([...contacts, 1]) || !may(contacts)).toBe(true)
      }),
    )
  })
})

it('says the same sentence of every withheld cell, small or one that would tell, and gives no number', () => {
  expect(WITHHELD_WORDS).toMatch(/either too few leaders stand behind it, or the figure would show/)
  expect(WITHHELD_WORDS).not.toMatch(/\d/)
})
