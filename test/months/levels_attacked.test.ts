import highsLoader from 'highs'
import { describe, expect, it } from 'vitest'
import type { Placed } from '../../src/features/months/places.ts'
import { partsOf } from '../../src/features/months/publication.ts'
import { joined } from '../../src/features/months/publishing.ts'
import type { ReleasePlace, ShownCell } from '../../src/features/months/release_cells.ts'
import { countable } from '../support/countable.ts'

const MONTHS = ['2026-01', '2026-02', '2026-03'] as const
const LEVELS = [1, 2, 3, 4, 5] as const
const COLUMNS = { channel: 'channel', purpose: 'purpose', department: 'departmentId', program: 'programId' } as const

/** Each way in with its channel and its department. */
const WAYS_IN = [
  'phone service',
  'phone service',
  'phone field',
  'chat sales',
  'shop sales',
  'email service',
  'social brand',
  'form sales',
] as const
const MADE_OF: Readonly<Record<string, readonly number[]>> = { proud: [4, 5], embarrassed: [1, 2] }

function dice(seed: number): () => number {
  let state = seed

  return () => {
    state = (state * 48271) % 2147483647

    return state / 2147483647
  }
}

/** Twenty leaders a month, most of them rather embarrassed, hardly any of them proud. */
function companyOf(seed: number) {
  const random = dice(seed)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T

  return MONTHS.flatMap((month) =>
    Array.from({ length: 22 }, (_, i) => {
      const [channel = '', departmentId = ''] = pick(WAYS_IN).split(' ')

      return {
        ...countable({ month, pride: pick([1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5] as const), programId: null }),
        ...{ id: `${month} ${i}`, leaderId: `leader ${i}`, channel, departmentId },
        ...{
          purpose: pick(['ask', 'buy', 'complain', 'went_wrong']),
          programId: pick(['own', 'own', 'own', 'own', 'moving']),
        },
      }
    }),
  )
}

type Contacts = ReturnType<typeof companyOf>

/** What closes with a month: it, and with the last one of the quarter every slice of that. */
function placesOf(contacts: Contacts, month: string): ReleasePlace[] {
  const all = { breakdown: 'all' as const, slice: '', sliceName: '', months: [month], span: month }
  const slices = Object.entries(COLUMNS).flatMap(([breakdown, column]) =>
    [...new Set(contacts.map((one) => one[column]))].map((slice) => ({
      ...{ breakdown: breakdown as Sliced, slice, sliceName: slice, months: MONTHS, span: '2026-Q1' },
    })),
  )

  return month === MONTHS.at(-1) ? [all, ...slices] : [all]
}

/** Everything shown of a quarter whose months close one after the other. */
function shownOf(contacts: Contacts): ShownCell[] {
  const terms = { assignments: [], standards: [], enough: 5, primaryMeasure: 'valued', steps: 60_000_000 }

  const shown: ShownCell[] = []
  for (const month of MONTHS) {
    const places = placesOf(contacts, month)
    const linked = contacts.filter((one) => one.month === month || (places.length > 1 && one.month < month))
    const { cells } = joined(partsOf({ ...terms, places, contacts: linked, shown: [...shown] }).map((part) => part()))
    shown.push(...cells.filter((cell) => cell.shown))
  }

  return shown
}

/** As if nothing of the quarter were withheld. */
function everyLevelOf(contacts: Contacts): ShownCell[] {
  return MONTHS.flatMap((month) => placesOf(contacts, month)).flatMap(({ months, ...place }) => {
    const there = { ...place, firstMonth: months[0] ?? '', lastMonth: months.at(-1) ?? '', measure: 'pride' }
    const members = contacts.filter((one) => isIn(there, one))

    return LEVELS.map((level) => ({
      ...{ ...there, level: `${level}`, of: members.length, sum: null, squares: null },
      count: members.filter(({ pride }) => pride === level).length,
    }))
  })
}

type Sliced = keyof typeof COLUMNS

function isIn(
  { firstMonth, lastMonth, breakdown, slice }: Pick<ShownCell, 'firstMonth' | 'lastMonth' | 'breakdown' | 'slice'>,
  one: Placed,
) {
  const isThere = breakdown === 'all' || one[COLUMNS[breakdown as Sliced]] === slice

  return firstMonth <= one.month && one.month <= lastMonth && isThere
}

/** Answers some contact certainly did not give, by linear programming: in no way, as large as one likes, is there anything of them. */
async function ruledOut(contacts: Contacts, shown: readonly ShownCell[]): Promise<string[]> {
  const highs = await (highsLoader as unknown as typeof highsLoader.default)()
  const names = contacts.flatMap((_, i) => LEVELS.map((level) => `${i}_${level}`))
  const rules = [...rulesOf(contacts, shown), ...names.map((name) => `t${name} - x${name} <= 0`)]
  const lines = [
    ...['Maximize', ` any: ${names.map((name) => `t${name}`).join(' + ')}`],
    ...['Subject To', ...rules.map((rule, i) => ` r${i}: ${rule}`)],
    ...['Bounds', ...names.map((name) => ` 0 <= t${name} <= 1`), ' size >= 1', 'End'],
  ]
  const { Status, Columns } = highs.solve(lines.join('\n'))
  expect(Status).toBe('Optimal')

  return names.filter((name) => (Columns[`t${name}`] as { Primal: number }).Primal < 0.5)
}

/** Everybody gave one answer, and each figure is what it says. */
function rulesOf(contacts: Contacts, shown: readonly ShownCell[]): string[] {
  const pride = shown.filter(({ measure }) => measure === 'pride' || measure in MADE_OF)
  const gave = (i: number, levels: readonly number[]) => levels.map((level) => `x${i}_${level}`)
  const figures = pride.map((cell) => {
    const levels = MADE_OF[cell.measure] ?? [Number(cell.level)]
    const members = [...contacts.keys()].filter((i) => isIn(cell, contacts[i] as Contacts[number]))

    return `${members.flatMap((i) => gave(i, levels)).join(' + ')} - ${cell.count} size = 0`
  })

  return [...contacts.map((_, i) => `${gave(i, LEVELS).join(' + ')} - size = 0`), ...figures]
}

describe('levels of pride, shown by month and by slice', () => {
  it.each([136])(
    'leave every level open to every contact, beside all else that is shown (company %i)',
    async (seed) => {
      const contacts = companyOf(seed)
      const shown = shownOf(contacts)
      expect(shown.filter(({ measure }) => measure === 'pride').length).toBeGreaterThan(0)
      expect(await ruledOut(contacts, shown)).toEqual([])
    },
  )

  it('would not, were none withheld', async () => {
    const contacts = companyOf(136)
    expect(await ruledOut(contacts, everyLevelOf(contacts))).not.toEqual([])
  })
})
