import { describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { mayShowGap } from '../../src/features/months/expectation_gap.ts'
import { quarterOf } from '../../src/lib/periods.ts'
import { plantClosedMonths } from '../support/closed_months.ts'
import { openHouse } from '../support/house.ts'
import { cellsOf, csvOf, inhabited, textOf } from '../support/months.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
const quarter = quarterOf('2026-04')
const april = { name: '2026-04', months: ['2026-04'] }
const predictors = (...leaders: number[]) => new Map(quarter.months.map((month, i) => [month, leaders[i] ?? 0]))
const published = (...months: string[]) => new Set(months)

describe('leads may see the expectation gap', () => {
  it('where it was published: of closed months, over enough leaders, and where nobody’s prediction can be worked out', () => {
    expect(mayShowGap(april, predictors(9), published())).toBe(false)
    expect(mayShowGap(april, predictors(9), published('2026-04'))).toBe(true)
  })

  it('of a quarter only where each of its months may be seen: a month less than the quarter tells the rest', () => {
    expect(mayShowGap(quarter, predictors(5, 6, 7), published(...quarter.months))).toBe(true)
    expect(mayShowGap(quarter, predictors(5, 3, 7), published('2026-04', '2026-06'))).toBe(false)
  })

  it('as nothing, which tells nothing, of a month in which nobody predicted', () => {
    expect(mayShowGap(quarter, predictors(5, 0, 7), published('2026-04', '2026-06'))).toBe(true)
    expect(mayShowGap(april, new Map(), published())).toBe(true)
  })
})

describe('the expectation gap, as leads read it,', () => {
  it('is withheld where fewer than five leaders predicted', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (const [i, leaderId] of (['nora', 'viktor', 'maud', 'otto'] as const).entries())
      for (const valued of [2, 3] as const)
        reflect(house.as(), { month: '2026-07', leaderId, valued, predictedValued: i < 2 ? 3 : 4 })
    const gap = async () => cellsOf(await csvOf(house, '/months.csv'), 'expectation_gap', '2026-07')
    expect(await gap()).toEqual(['', '', 'withheld', '', ''])
    const page = await textOf(house, 'maud', '/months')
    expect(page).toContain('where fewer than 5 leaders predicted')
    expect(page, 'what is withheld is not few').toContain('Predicted and felt Withheld')
    expect(page).toContain('Jul 2026 withheld Jun 2026')
    reflect(house.as(), { month: '2026-07', leaderId: 'rhea', valued: 4, predictedValued: 3 })
    expect(await gap(), 'July is still open').toEqual(['', '', 'withheld', '', ''])
    house.now = Temporal.Instant.from('2026-08-08T09:00:00Z')
    closeDueMonths(house.as())
    expect((await gap()).slice(0, 3)).toEqual(['', '9', String((2 * (-1 + 0) + 2 * (-2 - 1) + 1) / 9)])
  })

  it('is withheld from leads, who know what was felt, where it says what each of them predicted', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (const [i, leaderId] of LEADERS.entries())
      reflect(house.as(), { month: '2026-07', leaderId, valued: i < 3 ? 2 : 4, predictedValued: 5 })
    house.now = Temporal.Instant.from('2026-08-08T09:00:00Z')
    closeDueMonths(house.as())
    expect(cellsOf(await csvOf(house, '/months.csv'), 'valued', '2026-07').slice(0, 2)).toEqual(['3', '6'])
    expect(cellsOf(await csvOf(house, '/months.csv'), 'expectation_gap', '2026-07')).toEqual([
      '',
      '',
      'withheld',
      '',
      '',
    ])
  })

  it('is withheld from them of the month that ends a quarter too, among however many slices', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (const month of ['2026-04', '2026-05', '2026-06'])
      for (let n = 0; n < 18; n++)
        reflect(house.as(), {
          ...{ month, leaderId: LEADERS[n % 6] as string, valued: (1 + ((n * 7 + (n >> 2)) % 5)) as 1 },
          predictedValued: month === '2026-06' ? 5 : 1 + ((n * 3) % 5),
          touchpointId: ['billing_line', 'chat', 'shop'][(n >> 1) % 3] as string,
          programId: n % 8 < 4 ? 'first_hand' : 'after_hours',
        })
    closeDueMonths(house.as())
    const csv = await csvOf(house, '/months.csv?month=2026-06')
    expect(['2026-05', '2026-06'].map((month) => cellsOf(csv, 'expectation_gap', month)[1])).toEqual(['18', ''])
  })

  it('is withheld for a quarter with such a month in it, and for a program that leaves others over', async () => {
    const house = await inhabited()
    plantClosedMonths(house.db, { '2026-05': { count: 5, of: 6 }, '2026-06': { count: 4, of: 6 } })
    reflect(house.as(), { month: '2026-04', leaderId: 'nora', predictedValued: 1 })
    const csv = await csvOf(house, '/months.csv?month=2026-06')
    expect(cellsOf(csv, 'expectation_gap', '2026-05')[1]).toBe('6')
    expect(cellsOf(csv, 'expectation_gap', '2026-Q2')).toEqual(['', '', 'withheld', '', ''])
    reflect(house.as(), { month: '2026-06', leaderId: 'nora', programId: 'first_hand', predictedValued: 1 })
    const ofProgram = await csvOf(house, '/months.csv?month=2026-06&program=after_hours')
    expect(cellsOf(ofProgram, 'expectation_gap', '2026-06')).toEqual(['', '', 'withheld', '', ''])
  })
})
