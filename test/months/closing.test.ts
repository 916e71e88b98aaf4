import { beforeAll, describe, expect, it } from 'vitest'
import { closeDueMonths, delayClosing, publishErratum } from '../../src/features/months/closing_actions.ts'
import { listDelays } from '../../src/features/months/closing_store.ts'
import {
  listClosedMonths,
  listClosedQuarters,
  listErrata,
  listPublishedCells,
} from '../../src/features/months/published_store.ts'
import { reviseReflection } from '../../src/features/reflections/revision_actions.ts'
import { isMonthOpen } from '../../src/features/reflections/store.ts'
import { reflections } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const

function contacts(house: House, month: string, unlucky: number, differs: Parameters<typeof reflect>[1] = {}): string[] {
  return LEADERS.map((leaderId, i) =>
    reflect(house.as(), {
      month,
      leaderId,
      valued: i < unlucky ? 1 : 5,
      pride: i === 0 ? 3 : i < 3 ? 5 : 1,
      ...differs,
    }),
  )
}

async function threeMonths(): Promise<House> {
  const house = await openHouse({ now: '2026-07-07T09:00:00Z' })
  furnish(house.as())
  contacts(house, '2026-04', 1)
  contacts(house, '2026-05', 2)
  contacts(house, '2026-06', 3, { touchpointId: 'chat' })

  return house
}

describe('closing', () => {
  let house: House
  beforeAll(async () => {
    house = await threeMonths()
  })

  it('waits for the day, then closes in order what is due, once', () => {
    expect(closeDueMonths(house.as())).toEqual(['2026-04', '2026-05'])
    expect(closeDueMonths(house.as())).toEqual([])
    house.now = Temporal.Instant.from('2026-07-08T09:00:00Z')
    expect(closeDueMonths(house.as())).toEqual(['2026-06'])
    expect(listClosedMonths(house.as()).map(({ month }) => month)).toEqual(['2026-04', '2026-05', '2026-06'])
    expect(listClosedQuarters(house.as()).map(({ name }) => name)).toEqual(['2026-Q2'])
  })

  it('publishes totals by month, with their change and verdict from shown cells alone', () => {
    const valued = listPublishedCells(house.as(), { breakdown: 'all', measures: ['valued'] })
    expect(
      valued.map(({ span, count, of, comparedWith, verdict }) => [span, count, of, comparedWith, verdict]),
    ).toEqual([
      ['2026-04', 5, 6, null, null],
      ['2026-05', 4, 6, '2026-04', 'no_clear_change'],
      ['2026-06', 3, 6, '2026-05', 'no_clear_change'],
    ])
  })

  it('refuses corrections of what is frozen, even where a clock is set back', () => {
    const { id, month } = house.db.select().from(reflections).all()[0] ?? { id: '', month: '' }
    const later = house.now
    house.now = Temporal.Instant.from('2026-04-20T09:00:00Z')
    expect(isMonthOpen(house.as(), { month })).toBe(false)
    expect(() => reviseReflection(house.as('nora'), id, 1, { story: 'Another story.' })).toThrow(/closed/)
    expect(closeDueMonths(house.as())).toEqual([])
    house.now = later
  })

  it('is what leads are told of a month, also where a clock is set back into it', async () => {
    const later = house.now
    house.now = Temporal.Instant.from('2026-04-20T09:00:00Z')
    expect(await textOf(house, 'maud', '/months')).toContain('April 2026 Closed already')
    expect(await textOf(house, 'maud', '/months/closing')).toContain('Every month that has begun is closed.')
    house.now = later
  })

  it('changes no published number when something of a closed month moves', () => {
    const before = JSON.stringify(listPublishedCells(house.as(), { breakdown: 'all' }))
    reflect(house.as(), { month: '2026-07', leaderId: 'nora' })
    house.db.$client.prepare("update touchpoints set name = name || ' (renamed)', version = version + 1").run()
    expect(JSON.stringify(listPublishedCells(house.as(), { breakdown: 'all' }))).toBe(before)
  })

  it('puts words beside a number that is wrong, and leaves the number', () => {
    const twice = {
      span: '2026-05',
      breakdown: 'all',
      slice: '',
      measure: 'valued',
      words: ' Two were counted twice. ',
    }
    publishErratum(house.as('maud'), twice)
    publishErratum(house.as('maud'), twice)
    expect(listErrata(house.as(), ['2026-05']).map(({ words }) => words)).toEqual(['Two were counted twice.'])
    expect(() =>
      publishErratum(house.as('maud'), { span: '2026-05', breakdown: '', slice: '', measure: '', words: ' ' }),
    ).toThrow()
  })

  it('is put off by a lead with a reason, before it happens and never after', () => {
    house.now = Temporal.Instant.from('2026-08-01T09:00:00Z')
    expect(() => delayClosing(house.as('maud'), '2026-06', '2026-09-01', 'Late post')).toThrow(/closed/)
    expect(() => delayClosing(house.as('maud'), '2026-07', '2026-08-20', ' ')).toThrow()
    expect(() => delayClosing(house.as('maud'), '2026-07', '2026-08-03', 'Too soon')).toThrow()
    expect(() => delayClosing(house.as('maud'), '2026-07', '2026-08-20', 'Viktor has yet to write.')).toThrow(
      /without anybody’s name/,
    )
    const reason = 'Letters from the strike week are still on their way.'
    for (const until of ['2026-08-12', '2026-08-20', '2026-08-20'])
      delayClosing(house.as('maud'), '2026-07', until, reason)
    expect(() => delayClosing(house.as('maud'), '2026-07', '2026-08-14', 'Shorter')).toThrow(/after 20 August/)
    expect(listDelays(house.as()).map(({ untilDay }) => untilDay)).toEqual(['2026-08-12', '2026-08-20'])
    delayClosing(house.as('maud'), '2026-08', '2027-03-03', 'As long as it can')
    expect(() => delayClosing(house.as('maud'), '2026-08', '2027-03-04', 'Longer')).toThrow(/as long as a month can/)
    house.now = Temporal.Instant.from('2026-08-20T09:00:00Z')
    expect(closeDueMonths(house.as())).toEqual([])
    house.now = Temporal.Instant.from('2026-08-21T09:00:00Z')
    expect(closeDueMonths(house.as())).toEqual(['2026-07'])
  })

  it('withholds what everybody answered alike, because it says what each of them did', () => {
    const addressed = listPublishedCells(house.as(), { breakdown: 'all', measures: ['addressed'] })
    expect(addressed.map(({ shown, of }) => [shown, of])).toEqual(Array(addressed.length).fill([false, null]))
  })

  it('withholds how far off expectation was where that tells whether each of them felt valued', async () => {
    const other = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(other.as())
    const felt = { '2026-04': [5, 1, 2, 3], '2026-05': [4, 3, 4, 5], '2026-06': [1, 4, 5, 4] } as const
    for (const [month, [predictedValued, ...values]] of Object.entries(felt))
      for (const [i, leaderId] of LEADERS.entries())
        reflect(other.as(), { month, leaderId, valued: values[i % 3] ?? 1, predictedValued })
    closeDueMonths(other.as())
    const gaps = listPublishedCells(other.as(), { breakdown: 'all', measures: ['expectation_gap'] })
    expect(gaps.map(({ span, shown }) => [span, shown])).toEqual([
      ['2026-04', false],
      ['2026-05', true],
      ['2026-06', false],
    ])
  })

  it('withholds a slice that less a month leaves gaps that tell who felt valued', async () => {
    const other = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(other.as())
    const told = [
      { month: '2026-04', predictedValued: 4, felt: [3, 4, 5] },
      { month: '2026-05', predictedValued: 4, felt: [5, 3, 4], touchpointId: 'chat' },
      { month: '2026-06', predictedValued: 5, felt: [1, 2, 3] },
    ] as const
    for (const { felt, ...given } of told)
      for (const [i, leaderId] of LEADERS.entries())
        reflect(other.as(), { ...given, leaderId, valued: felt[i % 3] ?? 1 })
    closeDueMonths(other.as())
    const shown = (breakdown: 'all' | 'touchpoint') =>
      listPublishedCells(other.as(), { breakdown, measures: ['expectation_gap'] }).map(({ span, slice, shown }) => [
        span,
        slice,
        shown,
      ])
    expect(shown('all')).toEqual([
      ['2026-04', '', true],
      ['2026-05', '', true],
      ['2026-06', '', false],
    ])
    expect(shown('touchpoint')).toContainEqual(['2026-Q2', 'billing_line', false])
  })
})
