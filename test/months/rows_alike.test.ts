import { describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { assignments } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const

/** A quarter at the chat by everybody; and the one contact of the billing line, as it went. */
async function quarter(went: 'well' | 'blown' | 'missed') {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  for (const [i, leaderId] of LEADERS.entries())
    reflect(house.as(), { month: '2026-04', leaderId, touchpointId: 'chat', valued: i < 3 ? 2 : 5 })
  if (went === 'missed') miss(house)
  else
    reflect(house.as(), {
      month: '2026-06',
      cover: went === 'blown' ? 'blown' : 'kept',
      standards: went === 'well' ? { three_minutes: 'met' } : {},
    })
  closeDueMonths(house.as())

  return house
}

function miss({ db }: House): void {
  const window = { fromDay: '2026-06-10', toDay: '2026-06-10', origin: 'rotation', state: 'missed' } as const
  db.insert(assignments)
    .values({ id: 'missed', programId: 'first_hand', leaderId: 'nora', touchpointId: 'billing_line', ...window })
    .run()
}

/** What a reviewer is given of the one touchpoint: which rows there are, and what stands in them. */
async function rowsOf(went: Parameters<typeof quarter>[0]): Promise<string[][]> {
  const house = await quarter(went)
  const { body } = await house.get('rhea', '/months.csv?breakdown=touchpoint')

  return parseCsv(body).filter((row) => row.includes('Billing line'))
}

describe('the rows of a touchpoint that one leader was to contact', () => {
  it('are the same whether they went, kept their cover, or missed it', async () => {
    const well = await rowsOf('well')
    expect(well.map(([measure]) => measure)).toEqual(expect.arrayContaining(['valued', 'took_part', 'standard']))
    expect(well.every((row) => row[6] === '')).toBe(true)
    expect(await rowsOf('blown')).toEqual(well)
    expect(await rowsOf('missed')).toEqual(well)
  })
})
