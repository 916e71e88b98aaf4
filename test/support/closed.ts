import { closeDueMonths, delayClosing, publishErratum } from '../../src/features/months/closing_actions.ts'
import { type House, openHouse } from './house.ts'
import { furnish, reflect } from './reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
/** April to June at the billing line by six leaders, and one contact at the shop; Otto answers for the billing line. */
export async function closedQuarter(): Promise<House> {
  const house = await openHouse({ now: '2026-07-02T09:00:00Z' })
  furnish(house.as())
  house.db.$client.exec(`update touchpoints set owner_id = 'otto' where id = 'billing_line'`)
  for (const [i, month] of ['2026-04', '2026-05', '2026-06'].entries())
    for (const [at, leaderId] of LEADERS.entries()) reflect(house.as(), { month, leaderId, valued: at < i + 1 ? 1 : 5 })
  reflect(house.as(), { month: '2026-06', leaderId: 'nora', touchpointId: 'shop' })
  delayClosing(house.as('maud'), '2026-06', '2026-07-12', 'Two leaders were ill.')
  house.now = Temporal.Instant.from('2026-07-20T09:00:00Z')
  closeDueMonths(house.as())
  publishErratum(house.as('maud'), {
    ...{ span: '2026-06', breakdown: '', slice: '', measure: 'valued' },
    words: 'One contact was written down twice.',
  })

  return house
}
