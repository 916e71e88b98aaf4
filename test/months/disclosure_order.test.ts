import { describe, expect, it } from 'vitest'
import { decide } from '../../src/features/months/disclosure.ts'
import type { Family } from '../../src/features/months/disclosure_family.ts'
import { heaviestFirst, withLast } from '../../src/features/months/disclosure_order.ts'
import { hasEnoughLeaders } from '../../src/features/months/published.ts'
import { exposed, type Secret } from '../support/attacker.ts'
import { unitsOf } from '../support/units.ts'

type Contacts = Secret['contacts']

/** A share of each of these groups of contacts. */
function sharesOf(contacts: Contacts, groups: readonly (readonly number[])[]): Family {
  const placesOf = (contact: number) => [...groups.keys()].filter((place) => groups[place]?.includes(contact))
  const placed = contacts.map((contact, i) => ({ ...contact, times: 1, places: placesOf(i) }))

  return {
    ...{ units: unitsOf(placed, 2), kinds: 2, among: null, values: null },
    cells: groups.map(({ length }, place) => ({ place, cuts: [1], fixed: false, weight: length })),
  }
}

function decided(contacts: Contacts, groups: readonly (readonly number[])[], enough: number) {
  const leaderOf = (i: number) => ({ leader: contacts[i]?.leader ?? 0, times: 1 })
  const candidates = [...groups.keys()].filter((group) => hasEnoughLeaders((groups[group] ?? []).map(leaderOf), enough))
  const decision = decide(sharesOf(contacts, groups), candidates, { enough, steps: { left: 20_000_000 } })
  const released = groups.filter((_, group) => decision.shown[group]).map((members) => ({ members, cut: 1 }))

  return { ...decision, givenAway: exposed({ contacts, kinds: 2, released }, enough) }
}

const upTo = (end: number) => Array.from({ length: end }, (_, i) => i)

describe('as little as can be is withheld', () => {
  const contacts = upTo(12).map((i) => ({ leader: i % 6, kind: Math.floor(i / 2) % 2 }))
  /** A program of twelve contacts; all but one of them at one way in, which is all of its channel and its department. */
  const program = upTo(12)
  const wayIn = upTo(11)

  it('of a program with one contact more than a way in, its channel and its department: the program alone', () => {
    const { shown, hidden, hiddenAtLeast, givenAway } = decided(contacts, [program, wayIn, wayIn, wayIn], 4)
    expect(shown).toEqual([false, true, true, true])
    expect([hidden, hiddenAtLeast]).toEqual([12, 12])
    expect(givenAway).toBeNull()
  })

  it('what is dear is shown even so', () => {
    const family = sharesOf(contacts, [program, wayIn, wayIn, wayIn])
    const cells = family.cells.map((cell, i) => ({ ...cell, dear: i === 0 }))
    expect(heaviestFirst({ ...family, cells }, upTo(4))).toEqual([0, 1, 2, 3])
    expect(withLast({ ...family, cells }, upTo(4), [0, 1])).toEqual([0, 2, 3, 1])
    expect(heaviestFirst(family, upTo(4))).toEqual([1, 2, 3, 0])
    expect(withLast(family, upTo(4), [0, 1])).toEqual([2, 3, 0, 1])
  })

  it('where the heaviest cells stand in the way of many: what the conflicts say is tried next, and is the least', () => {
    const { hidden, hiddenAtLeast, givenAway } = decided(CROSSED, GROUPS, 3)
    expect([hidden, hiddenAtLeast]).toEqual([19, 19])
    expect(givenAway).toBeNull()
  })
})

/** By leader, kind, month, touchpoint, purpose and program; the heaviest first would withhold 28. */
const ROWS = [
  [5, 0, 1, 2, 1, 0],
  [5, 1, 1, 0, 1, 1],
  [3, 1, 0, 0, 0, 1],
  [4, 1, 0, 0, 0, 1],
  [2, 0, 1, 2, 1, 0],
  [2, 1, 1, 1, 0, 1],
  [1, 0, 1, 2, 0, 1],
  [3, 0, 0, 0, 1, 0],
  [0, 1, 0, 0, 1, 0],
  [5, 1, 0, 0, 1, 0],
]
const CROSSED = ROWS.map(([leader = 0, kind = 0]) => ({ leader, kind }))
const GROUPS = [2, 3, 4, 5].flatMap((column) => {
  const values = new Set(ROWS.map((row) => row[column]))

  return [...values].map((value) => [...ROWS.keys()].filter((i) => ROWS[i]?.[column] === value))
})
