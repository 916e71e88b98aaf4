import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { publicationOf } from '../../src/features/months/publication.ts'
import type { ShownCell } from '../../src/features/months/release_cells.ts'
import { countable } from '../support/countable.ts'
import { rankOf } from '../support/every_world.ts'
import { type Felt, type Figure, givenAway } from '../support/felt_worlds.ts'

const ENOUGH = 4
const MEASURES = { valued: 'valued', expectation_gap: 'gap' } as const

interface Contact extends Felt {
  month: string
  touchpoint: string
}

const at = (leader: number, [valued, predicted]: readonly [number, number | null], month = '2026-05'): Contact => ({
  ...{ leader, valued, predicted, month, touchpoint: 'billing_line' },
})

/** May, then June with the ways in of both: every figure that was ever shown of the two measures. */
function releasedOf(contacts: readonly Contact[]): Figure[] {
  const months = [...new Set(contacts.map(({ month }) => month))].sort()
  const shown: ShownCell[] = []
  for (const [i, month] of months.entries()) {
    const until = contacts.flatMap((one, id) => (one.month <= month ? [countedAs(one, id)] : []))
    const slices = i === months.length - 1 ? [...new Set(contacts.map(({ touchpoint }) => touchpoint))] : []
    const { cells } = publicationOf({
      places: [
        { breakdown: 'all', slice: '', sliceName: '', span: month, months: [month] },
        ...slices.map((slice) => ({
          ...({ breakdown: 'touchpoint', slice, sliceName: slice, span: '2026-Q2', months } as const),
        })),
      ],
      ...{
        contacts: until,
        assignments: [],
        shown: [...shown],
        standards: [],
        enough: ENOUGH,
        primaryMeasure: 'valued',
      },
    })
    shown.push(...cells.filter((cell) => cell.shown))
  }

  return shown.filter(({ measure }) => measure in MEASURES).map((cell) => figureOf(cell, contacts))
}

function figureOf({ measure, breakdown, slice, ...cell }: ShownCell, contacts: readonly Contact[]): Figure {
  const of = MEASURES[measure as keyof typeof MEASURES]
  const isIn = ({ month, touchpoint, predicted }: Contact) =>
    month >= cell.firstMonth &&
    month <= cell.lastMonth &&
    (breakdown === 'all' || touchpoint === slice) &&
    (of === 'valued' || predicted !== null)

  return { of, members: contacts.flatMap((contact, i) => (isIn(contact) ? [i] : [])) }
}

function countedAs({ leader, month, touchpoint, valued, predicted }: Contact, id: number) {
  return {
    ...countable({ month, touchpointId: touchpoint, valued: valued as 1, predictedValued: predicted as 1 | null }),
    ...{ id: String(id), leaderId: `leader ${leader}`, channel: 'phone', purpose: '', departmentId: '', programId: '' },
  }
}

/** Four felt 1 and expected 5, four felt what they expected; and one more felt valued, with nothing expected. */
const NINE = [
  ...[0, 1, 2, 3].map((leader) => at(leader, [1, 5])),
  ...[4, 5, 6, 7].map((leader) => at(leader, [5, 5])),
  at(8, [4, null]),
]

/** Expected a little more, a little less or just what came. */
const MIXED = [
  [3, 4],
  [3, 3],
  [2, 3],
  [2, 2],
  [4, 4],
  [4, 3],
  [5, 4],
  [5, 5],
] as const

/** Small, with answers near and far apart, and now and then without a prediction. */
const contacts = fc.array(
  fc.record({
    leader: fc.nat(6),
    answers: fc.constantFrom<readonly [number, number | null]>(
      [1, 5],
      [1, 5],
      [5, 5],
      [5, 5],
      [2, 4],
      [4, 1],
      [5, null],
      [1, null],
      ...MIXED,
    ),
    month: fc.constantFrom('2026-05', '2026-06'),
    touchpoint: fc.constantFrom('billing_line', 'shop'),
  }),
  { minLength: 7, maxLength: 10 },
)

/** Of four leaders; from their gap and how valued they felt follows what some of them expected. */
const FIVE = (
  [
    [5, 1],
    [5, 1],
    [5, 4],
    [4, 3],
    [1, 4],
  ] as const
).map((answers, leader) => at(leader % 4, answers))

const feeling = fc.constantFrom(1, 2, 3, 4, 5)

/** Leaders, fewer than k, some sum of whose expectations is the same whatever they were, had all felt as they did and come to the same gap. */
function knownToLead(company: readonly Contact[]): number[] | null {
  const gap = ({ valued }: Contact, predicted: number | null) => valued - (predicted ?? 0)
  const comesTo = (expected: readonly (number | null)[], power: number) =>
    company.reduce((sum, one, i) => sum + gap(one, expected[i] ?? 0) ** power, 0)
  const truth = company.map(({ predicted }) => predicted)
  const ways = Array.from({ length: 5 ** company.length }, (_, way) =>
    company.map((_, i) => 1 + (Math.floor(way / 5 ** i) % 5)),
  ).filter((expected) => [1, 2].every((power) => comesTo(expected, power) === comesTo(truth, power)))
  const leaders = [...new Set(company.map(({ leader }) => leader))]
  const few = Array.from({ length: 2 ** leaders.length - 1 }, (_, bits) =>
    leaders.filter((_, i) => ((bits + 1) >> i) & 1),
  )
  const isKnown = (some: readonly number[]) => {
    const own = [...company.keys()].filter((i) => some.includes(company[i]?.leader ?? -1))

    return rankOf(ways.map((way) => own.map((i) => (way[i] ?? 0) - (truth[i] ?? 0)))) < own.length
  }

  return few.filter((some) => some.length < ENOUGH).find(isKnown) ?? null
}

describe('felt valued and the expectation gap, released together', () => {
  it('give nobody away where most gaps tell who felt valued, and one contact has none', () => {
    const released = releasedOf(NINE)
    expect(released.map(({ of }) => of)).toEqual(['valued', 'valued'])
    expect(givenAway(NINE, released, ENOUGH)).toBeNull()
    const members = [...NINE.keys()]
    const both: Figure[] = [
      { of: 'valued', members },
      { of: 'gap', members: members.slice(0, 8) },
    ]
    expect(givenAway(NINE, both, ENOUGH), 'both together would').toContain(8)
  })

  it('are shown together where the gap says no more of who felt valued than its own figure', () => {
    const eight = MIXED.map((answers, leader) => at(leader, answers))
    const released = releasedOf(eight)
    expect(released.map(({ of }) => of).sort()).toEqual(['gap', 'gap', 'valued', 'valued'])
    expect(givenAway(eight, released, ENOUGH)).toBeNull()
  })

  it('are withheld together where all felt alike: how far from expected could tell how', () => {
    const alike = [...[1, 2, 3, 3, 3, 3].entries()].map(([leader, valued]) => at(leader, [valued, 3]))
    const told = alike.map((one, i) => (i === 5 ? { ...one, valued: 4 } : one))
    expect(releasedOf(alike)).toEqual([])
    expect(
      releasedOf(told)
        .map(({ of }) => of)
        .sort(),
    ).toEqual(['gap', 'gap', 'valued', 'valued'])
  })

  it('tell a lead, who knows how everybody felt, no single expectation', () => {
    expect(knownToLead(FIVE), 'the gap would').not.toBeNull()
    expect(releasedOf(FIVE).map(({ of }) => of)).toEqual(['valued', 'valued'])
    let shown = 0
    fc.assert(
      fc.property(fc.array(fc.tuple(feeling, feeling), { minLength: 5, maxLength: 6 }), (answers) => {
        const company = answers.map((one, leader) => at(leader % 5, one))
        if (!releasedOf(company).some(({ of }) => of === 'gap')) return
        shown += 1
        expect(knownToLead(company)).toBeNull()
      }),
      { numRuns: 60, seed: 7 },
    )
    expect(shown).toBeGreaterThan(10)
  })

  it('tell a lead no expectation of few at one way in of several', () => {
    const months = ['2026-05', '2026-06']
    const others = ['billing_line', 'chat'].flatMap((touchpoint, i) =>
      months.flatMap((month, j) =>
        [1, 2, 3, 4, 5].flatMap((felt) => [
          { ...at(felt, [felt, 1 + ((felt + i + j) % 5)], month), touchpoint },
          { ...at((felt + i + 3) % 8, [felt, 1 + ((felt * 2 + i) % 5)], month), touchpoint },
        ]),
      ),
    )
    const company = [...FIVE.map((one) => ({ ...one, touchpoint: 'shop' })), ...others]
    const gaps = releasedOf(company).filter(({ of }) => of === 'gap')
    // The months less the two other ways in would say it as well.
    expect(gaps.map(({ members }) => members.length).sort()).toEqual([20, 20, 25])
  })

  it('give nobody away to somebody who goes through every way both could have been', () => {
    let together = 0
    fc.assert(
      fc.property(contacts, (some) => {
        const company = some.map(({ answers: [valued, predicted], ...contact }) => ({ ...contact, valued, predicted }))
        const released = releasedOf(company)
        const found = givenAway(company, released, ENOUGH)
        if (found === null && new Set(released.map(({ of }) => of)).size === 2) together += 1
        expect(found ?? null).toBeNull()
      }),
      { numRuns: 60, seed: 5 },
    )
    expect(together).toBeGreaterThan(10)
  })
})
