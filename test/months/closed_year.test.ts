import { beforeAll, describe, expect, it } from 'vitest'
import { addMonths, monthsUpTo } from '../../src/lib/periods.ts'
import { closedMonths, publishedCells } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { furnish } from '../support/reflected.ts'

type Row = typeof publishedCells.$inferInsert

const CELL = { measure: 'valued', level: '', levelName: '', confidence: 0.95 } as const

const CHAT = { slice: 'chat', sliceName: 'Moving-home chat', confidence: 0.99 }
/** At 95% it would have been clear. */
const UNCLEAR: Partial<Row> = {
  comparedWith: '2026-Q1',
  verdict: 'no_clear_change',
  ...{ difference: 0.6, differenceLow: -0.01, differenceHigh: 0.85 },
}

/** Eighteen closed months up to June 2026; the totals of two of them withheld, and quarters of the billing line. */
describe('a year before, for readers of closed months', () => {
  let house: House
  beforeAll(async () => {
    house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (const [i, month] of monthsUpTo('2026-06', 18).entries())
      close(house, month, ['2025-04', '2026-03'].includes(month) ? null : 5 + (i % 3))
    house.db
      .insert(publishedCells)
      .values([
        quarter('2025-Q1', '2025-01', '2025-03', null),
        quarter('2025-Q2', '2025-04', '2025-06', 1),
        quarter('2026-Q1', '2026-01', '2026-03', 5),
        quarter('2026-Q2', '2026-04', '2026-06', 9),
        { ...quarter('2026-Q1', '2026-01', '2026-03', 3), ...CHAT },
        { ...quarter('2026-Q2', '2026-04', '2026-06', 9), ...CHAT, ...UNCLEAR },
        { ...quarter('2025-Q1/2025-Q2', '2025-01', '2025-06', 4), slice: 'shop', sliceName: 'City shop' },
        { ...quarter('2026-Q2', '2026-04', '2026-06', 9), slice: 'shop', sliceName: 'City shop' },
      ])
      .run()
  })

  it('says what that month was, and whether it clearly changed since', async () => {
    const page = await textOf(house, 'rhea', '/months?month=2026-05')
    expect(page).toContain('A year before, in May 2025: 6 of 10 (60%, 20–90%). No clear change since.')
  })

  it('gives every month of a control chart in its table, also those before the page’s twelve', async () => {
    const page = await textOf(house, 'rhea', '/months?month=2026-06')
    expect(page).toMatch(
      /Jul 2025 \d of 10 .*? May 2025 6 of 10 60%, 20–90% .*? Mar 2025 7 of 10 .*? Q2 2026, Apr to Jun/,
    )
  })

  it('leaves what quarters differ by to the rule of the headline, and says nothing of a quarter with a hole', async () => {
    const page = await textOf(house, 'rhea', '/months?month=2026-06')
    expect(page).toContain('Q4 2025, Oct to Dec 18 of 30 60%, 42–75% No clear change 0 points, −2')
    expect(page).toContain(
      'Q2 2026, Apr to Jun 18 of 30 60%, 42–75% The quarter before is withheld Q1 2026, Jan to Mar withheld Q4 2025',
    )
    expect(await textOf(house, 'rhea', '/months?month=2025-11'), 'not all of it').toMatch(
      /Quarter up to November: \d+ of 20/,
    )
    expect(await textOf(house, 'rhea', '/months?month=2025-12')).toContain(
      'Quarter: 18 of 30, the one before 18 of 30. No clear change.',
    )
  })

  it('says so where that month is withheld, and nothing where it lies before the first', async () => {
    expect(await textOf(house, 'rhea', '/months?month=2026-04')).toContain('A year before, in April 2025: withheld.')
    expect(await textOf(house, 'rhea', '/months?month=2025-12')).not.toContain('A year before')
  })

  it('stands beside a quarter of a slice, where the same months were published', async () => {
    expect(await textOf(house, 'rhea', '/months?touchpoint=billing_line')).toContain(
      '9 of 10 90%, 60–98% Nothing to compare it with 1 of 10 10%, 2–40% Clear rise since',
    )
    expect(await textOf(house, 'rhea', '/months?touchpoint=shop'), 'half a year is no quarter').not.toContain(
      'A year before',
    )
  })

  it('says that a quarter stands alone because the one before it is withheld', async () => {
    expect(await textOf(house, 'rhea', '/months?touchpoint=billing_line')).toContain(
      'Q2 2025, April to June 1 of 10 10%, 2–40% The quarter before is withheld',
    )
  })

  it('opens with the verdict that was published, also where another measure led then', async () => {
    expect(await textOf(house, 'rhea', '/months?touchpoint=chat')).toContain(
      'Moving-home chat, April to June 2026: 9 of 10 contacts felt valued. No clear change since January to March 2026.',
    )
  })

  it('opens with no comparison where the time right before was not published: its table has none either', async () => {
    const page = await textOf(house, 'rhea', '/months?touchpoint=shop')
    expect(page).toContain('9 of 10 contacts felt valued. There is nothing right before it to compare it with.')
    expect(page).toMatch(/April to June 9 of 10 90%, 60–98% Nothing to compare it with/)
  })

  it('says which interval stands with a figure and which with a change, as it was published, wherever either stands', async () => {
    const valued = '(5). Shares and means stand with their 95% interval'
    const [chat, all] = [await textOf(house, 'rhea', '/months?touchpoint=chat'), await textOf(house, 'rhea', '/months')]
    expect(chat).toContain(`${valued}, differences with their 99% interval.`)
    expect(all).toContain('differences with their 95% interval. What was published stays as it is.')
    expect(await textOf(house, 'rhea', '/months?touchpoint=shop'), 'nothing is compared').toContain(`${valued}.`)
    expect(await textOf(house, 'rhea', '/months?breakdown=touchpoint')).toContain(`${valued}, differences with`)
  })

  it('comes with control charts of what was published, as each month closed', async () => {
    const page = await textOf(house, 'nora', '/months')
    expect(page).toContain('Common cause: nothing changed')
    expect(page).toMatch(
      /Common cause: June lies within what comes and goes by itself\. Left alone, nearly every month lies/,
    )
    expect(page).toContain('Lines without a shaded band are control charts, drawn from 12 shown months on: between')
    expect(page).toContain('its limits lie 2.66 mean moving ranges either side of their mean')
    const eleventh = await textOf(house, 'nora', '/months?month=2025-12')
    expect(eleventh, 'eleven of twelve months are shown').not.toContain('Common cause')
  })
})

describe('a clear change between quarters', () => {
  it('is not denied by a month that does not stand out', async () => {
    const house = await openHouse({ now: '2026-03-20T09:00:00Z' })
    furnish(house.as())
    for (const [i, valued] of [5, 6, 7, 6, 6, 7, 5, 6, 7, 3, 4, 3, 8, 8].entries())
      close(house, addMonths('2025-01', i), valued)

    expect(await textOf(house, 'rhea', '/months')).toMatch(
      /Common cause: February lies within.*16 of 20, the one before 10 of 30\. Clear rise\. Both hold: quarters can differ/,
    )
    expect(await textOf(house, 'rhea', '/months?month=2026-01'), 'a quarter of one month').toContain(
      'January 2026: 8 of 10 contacts felt valued. Common cause: nothing changed. The quarter before, October to December: 10 of 30. A clear rise since. Both hold: quarters can differ clearly while no single month stands out.',
    )
  })
})

/** A closed month and its total: `valued` of ten; null: withheld. */
function close(house: House, month: string, valued: number | null): void {
  const settings = { smallestGroup: 5, fiscalYearStart: 1, primaryMeasure: 'valued' }
  const hidden = { contactsHidden: 0, contactsHiddenAtLeast: 0 }
  house.db
    .insert(closedMonths)
    .values({ ...settings, ...hidden, month, closedOn: `${addMonths(month, 1)}-08` })
    .run()
  house.db
    .insert(publishedCells)
    .values({ ...monthOf(month, valued), breakdown: 'all', slice: '', sliceName: '' })
    .run()
}

/** `count` of ten; null: withheld. */
function monthOf(month: string, count: number | null) {
  return { ...CELL, span: month, firstMonth: month, lastMonth: month, ...numbers(count) }
}

function quarter(span: string, firstMonth: string, lastMonth: string, count: number | null): Row {
  const place = { breakdown: 'touchpoint', slice: 'billing_line', sliceName: 'Billing line' } as const

  return { ...CELL, ...place, span, firstMonth, lastMonth, ...numbers(count) }
}

function numbers(count: number | null) {
  if (count === null) return { shown: false }
  const intervals: Record<number, [number, number]> = { 1: [0.0179, 0.4042], 9: [0.5958, 0.9821] }
  const [low, high] = intervals[count] ?? [0.2, 0.9]

  return { shown: true, count, of: 10, value: count / 10, low, high }
}
