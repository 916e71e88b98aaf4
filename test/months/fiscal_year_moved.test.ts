import { eq, ne } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { addMonths, lastDay } from '../../src/lib/periods.ts'
import { organisation, publishedCells } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const

/** Each month closes in the fiscal year of its time; gives the spans of the billing line, shown ones apart. */
async function closedWith(starts: readonly number[]) {
  const house = await openHouse({ now: '2025-01-05T09:00:00Z' })
  furnish(house.as())
  for (const [at, start] of starts.entries()) closeWith(house, addMonths('2025-01', at), start)
  const rows = house.db.select().from(publishedCells).where(ne(publishedCells.breakdown, 'all')).all()
  const spansOf = (some: typeof rows) =>
    [...new Set(some.map(({ span, firstMonth, lastMonth }) => `${span} ${firstMonth} to ${lastMonth}`))].sort()

  return { spans: spansOf(rows), shown: spansOf(rows.filter(({ shown }) => shown)) }
}

function closeWith(house: House, month: string, fiscalYearStart: number): void {
  for (const [at, leaderId] of LEADERS.entries()) reflect(house.as(), { month, leaderId, valued: at < 3 ? 1 : 5 })
  house.db.update(organisation).set({ fiscalYearStart }).where(eq(organisation.id, 1)).run()
  house.now = Temporal.Instant.from(`${lastDay(month).add({ days: 8 })}T09:00:00Z`)
  expect(closeDueMonths(house.as())).toEqual([month])
}

describe('breakdowns after the fiscal year was moved', () => {
  it('begin again with the first quarter that shares no month with one published before', async () => {
    const { spans, shown } = await closedWith([1, 1, 1, 2, 2, 2, 2])
    expect(spans).toEqual(['2025-Q1 2025-01 to 2025-03', '2026-Q2 2025-05 to 2025-07'])
    expect(shown).toEqual(spans)
  })

  it('never stand under a name that other months had, and closing goes on', async () => {
    const { spans } = await closedWith([3, 3, 3, 3, 3, 4, 4])
    expect(spans).toEqual(['2026-Q1 2025-03 to 2025-05'])
    const back = await closedWith([...Array(8).fill(2), ...Array(7).fill(1)])
    expect(back.spans).toEqual([
      '2025-Q4 2025-10 to 2025-12',
      '2026-Q1 2025-02 to 2025-04',
      '2026-Q2 2025-05 to 2025-07',
    ])
  })
})
