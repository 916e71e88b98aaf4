import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../src/features/months/disclosure.ts'
import type { Family } from '../../src/features/months/disclosure_family.ts'
import { hasEnoughLeaders } from '../../src/features/months/published.ts'
import { exposed } from '../support/attacker.ts'
import { unitsOf } from '../support/units.ts'

interface Contact {
  leader: number
  kind: number
  month: number
  touchpoint: number
  purpose: number
  program: number
}

/** Cells over months, and over one breakdown after the other; each says what `cuts` says. */
function companyOf(contacts: readonly Contact[], cuts: readonly number[][], kinds: number, among: number | null) {
  const columns = ['month', 'touchpoint', 'purpose', 'program'] as const
  const slices = columns.flatMap((column) =>
    [...new Set(contacts.map((contact) => contact[column]))].map((value) =>
      [...contacts.keys()].filter((i) => contacts[i]?.[column] === value),
    ),
  )
  const places = (contact: number) => [...slices.keys()].filter((place) => slices[place]?.includes(contact))
  const family: Family = {
    units: unitsOf(
      contacts.map((contact, i) => ({ ...contact, times: 1, places: places(i) })),
      kinds,
    ),
    ...{ kinds, among, values: null },
    cells: slices.flatMap((members, place) =>
      cuts.map((says) => ({ place, cuts: says, fixed: false, weight: members.length })),
    ),
  }

  return { family, membersOf: (cell: number) => slices[family.cells[cell]?.place ?? 0] ?? [] }
}

type Company = ReturnType<typeof companyOf>

function standing({ family, membersOf }: Company, contacts: readonly Contact[], enough: number): number[] {
  return [...family.cells.keys()].filter((cell) =>
    hasEnoughLeaders(
      membersOf(cell).map((i) => ({ leader: contacts[i]?.leader ?? 0, times: 1 })),
      enough,
    ),
  )
}

function releasedBy({ family, membersOf }: Company, shown: readonly boolean[]) {
  return family.cells.flatMap(({ cuts }, cell) =>
    shown[cell] ? cuts.map((cut) => ({ members: membersOf(cell), cut })) : [],
  )
}

const contactsOf = (most: number, kinds: number) =>
  fc.array(
    fc.record({
      leader: fc.nat(5),
      kind: fc.nat(kinds - 1),
      ...{ month: fc.nat(2), touchpoint: fc.nat(2), purpose: fc.nat(1), program: fc.nat(1) },
    }),
    { minLength: 6, maxLength: most },
  )

const SETS = [
  { says: 'a share', kinds: 2, cuts: [[1]], among: null, most: 12 },
  { says: 'proud and embarrassed', kinds: 3, cuts: [[1], [4]], among: null, most: 8 },
  {
    says: 'a share of some, unasked told apart',
    kinds: 4,
    cuts: [
      [3, 7],
      [1, 7],
    ],
    among: 7,
    most: 6,
  },
] as const

/** Three kinds, each told apart, of those who stand in the denominator. */
const QUARTERS = [
  [1, 7],
  [2, 7],
  [4, 7],
]

/** By leader, kind, month, touchpoint, purpose and program. */
const contactFrom = ([
  leader = 0,
  kind = 0,
  month = 0,
  touchpoint = 0,
  purpose = 0,
  program = 0,
]: number[]): Contact => ({
  ...{ leader, kind, month, touchpoint, purpose, program },
})

/** Of leaders 1 and 3 together something followed once. */
const ADDED_UP: readonly Contact[] = [
  [1, 2, 0, 0, 1, 0],
  [3, 1, 0, 1, 0, 1],
  [0, 0, 0, 0, 1, 1],
  [4, 0, 1, 0, 1, 1],
  [1, 2, 1, 1, 0, 1],
  [3, 1, 0, 0, 0, 0],
  [2, 0, 0, 1, 1, 0],
  [0, 2, 1, 0, 1, 0],
].map(contactFrom)

/** Of the first and the ninth, both of leader 3, one follows from the other. */
const ALWAYS_ALIKE: readonly Contact[] = [
  [3, 0, 0, 2, 0, 1],
  [2, 1, 1, 2, 1, 0],
  [4, 0, 2, 1, 0, 1],
  [2, 1, 1, 1, 1, 1],
  [4, 1, 1, 1, 1, 1],
  [2, 1, 2, 0, 1, 0],
  [5, 1, 1, 0, 0, 1],
  [0, 0, 1, 2, 1, 0],
  [3, 0, 1, 0, 1, 0],
  [2, 0, 1, 0, 1, 0],
  [1, 1, 0, 2, 0, 0],
  [0, 1, 2, 1, 0, 1],
].map(contactFrom)

describe('what may be shown', () => {
  it.each(SETS)('gives nobody away to somebody who pools all of it: $says', ({ kinds, cuts, among, most }) => {
    fc.assert(
      fc.property(contactsOf(most, kinds), fc.constantFrom(2, 3), (contacts, enough) => {
        const company = companyOf(
          contacts,
          cuts.map((cut) => [...cut]),
          kinds,
          among,
        )
        const { shown } = decide(company.family, standing(company, contacts, enough), {
          enough,
          steps: { left: 20_000_000 },
        })
        expect(exposed({ contacts, kinds, released: releasedBy(company, shown) }, enough)).toBeNull()
      }),
      { numRuns: 40 },
    )
  })

  it('gives nobody away to somebody who knows who stands in the denominators', () => {
    fc.assert(
      fc.property(contactsOf(8, 4), fc.constantFrom(2, 3), (contacts, enough) => {
        const company = companyOf(contacts, QUARTERS, 4, 7)
        const { shown } = decide(company.family, standing(company, contacts, enough), {
          enough,
          steps: { left: 20_000_000 },
        })
        const inside = [...contacts.keys()].filter((i) => (contacts[i]?.kind ?? 3) < 3)
        const released = releasedBy(company, shown).filter(({ cut }) => cut !== 7)
        const within = released.map(({ members, cut }) => ({
          members: inside.flatMap((i, at) => (members.includes(i) ? [at] : [])),
          cut,
        }))
        const known = inside.map((i) => contacts[i] ?? { leader: 0, kind: 0 })
        expect(exposed({ contacts: known, kinds: 3, released: within }, enough)).toBeNull()
      }),
      { numRuns: 40 },
    )
  })

  it('gives nobody away where only whole numbers tell: two answers that are always alike', () => {
    const company = companyOf(ALWAYS_ALIKE, [[1]], 2, null)
    const { shown } = decide(company.family, standing(company, ALWAYS_ALIKE, 2), {
      enough: 2,
      steps: { left: 20_000_000 },
    })
    expect(exposed({ contacts: ALWAYS_ALIKE, kinds: 2, released: releasedBy(company, shown) }, 2)).toBeNull()
  })

  it('gives nobody away where two kinds together tell: what two leaders said, added up', () => {
    const company = companyOf(ADDED_UP, [[1], [4]], 3, null)
    const { shown } = decide(company.family, standing(company, ADDED_UP, 3), { enough: 3, steps: { left: 20_000_000 } })
    expect(exposed({ contacts: ADDED_UP, kinds: 3, released: releasedBy(company, shown) }, 3)).toBeNull()
  })

  it('withholds all that is not released yet where the steps run out, and nothing that is', () => {
    const company = companyOf(ALWAYS_ALIKE, [[1]], 2, null)
    const cells = company.family.cells.map((cell, i) => ({ ...cell, fixed: i === 1 }))
    const candidates = standing(company, ALWAYS_ALIKE, 2).filter((i) => i !== 1)
    const { shown, hidden, hiddenAtLeast } = decide({ ...company.family, cells }, candidates, {
      enough: 2,
      steps: { left: 1 },
    })
    expect(shown.flatMap((each, i) => (each ? [i] : []))).toEqual([1])
    expect(hidden).toBeGreaterThanOrEqual(hiddenAtLeast)
  })

  it('would give somebody away if all were shown that may stand for itself: the attacker is one', () => {
    const contacts = fc.sample(contactsOf(10, 2), { numRuns: 60, seed: 7 })
    const found = contacts.filter((some) => {
      const company = companyOf(some, [[1]], 2, null)
      const standalone = standing(company, some, 3)
      const all = company.family.cells.map((_, cell) => standalone.includes(cell))

      return exposed({ contacts: some, kinds: 2, released: releasedBy(company, all) }, 3) !== null
    })
    expect(found.length).toBeGreaterThan(5)
  })

  it('withholds what is dear last, and says as before how little could have been withheld', () => {
    const contacts = Array.from({ length: 24 }, (_, i) => ({
      ...{ leader: i % 8, kind: Math.floor(i / 3) % 2, month: i < 8 ? 0 : 1, purpose: 0, program: 0 },
      touchpoint: i < 11 ? 0 : i < 22 ? 1 : 2,
    }))
    const company = companyOf(contacts, [[1]], 2, null)
    const candidates = standing(company, contacts, 4)
    const choose = (dear: number) => {
      const cells = company.family.cells.map((cell, i) => ({ ...cell, dear: i === dear }))

      return decide({ ...company.family, cells }, candidates, { enough: 4, steps: { left: 20_000_000 } })
    }
    const plain = choose(-1)
    const first = candidates.findIndex((i) => !plain.shown[i])
    expect(first).toBeGreaterThan(-1)
    const lost = candidates[first] ?? -1
    const kept = choose(lost)
    expect(kept.shown[lost]).toBe(true)
    expect([kept.hiddenAtLeast <= plain.hidden, kept.hidden >= kept.hiddenAtLeast]).toEqual([true, true])
  })

  it('never withholds what was released before, and lets what is new suffer', () => {
    const contacts = Array.from({ length: 12 }, (_, i) => ({
      ...{ leader: i % 6, kind: Math.floor(i / 2) % 2, month: 0, purpose: 0, program: 0 },
      touchpoint: i < 6 ? 0 : i < 11 ? 1 : 2,
    }))
    const company = companyOf(contacts, [[1]], 2, null)
    const cells = company.family.cells.map((cell, i) => ({ ...cell, fixed: i === 0 }))
    const candidates = standing(company, contacts, 5).filter((cell) => cell > 0)
    const { shown } = decide({ ...company.family, cells }, candidates, { enough: 5, steps: { left: 20_000_000 } })
    expect(shown[0]).toBe(true)
    expect([shown[1], shown[2]].filter(Boolean).length).toBeLessThan(2)
  })
})
