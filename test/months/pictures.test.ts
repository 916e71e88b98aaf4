import { describe, expect, it } from 'vitest'
import { openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { furnish, reflect } from '../support/reflected.ts'

describe('the pictures of the months', () => {
  it('follow contacts from being tried to being dealt with, over the quarter and the month', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    const nobody = { addressed: 'no', correct: null, acknowledged: null, escalation: 'not_offered' } as const
    reflect(house.as(), { month: '2026-07' })
    reflect(house.as(), { month: '2026-07', reached: 'bot', addressed: 'yes' })
    reflect(house.as(), { month: '2026-07', ...nobody, reached: 'gave_up' })
    const { body } = await house.get('maud', '/months')
    expect(body).toContain(
      'Tried: 3. Somebody or a bot answered: 2 of 3 (1 a bot alone). Reached a person: 1 of 3. Concern addressed: 2 of 3.',
    )
  })

  it('show right and warm moving over quarters with enough contacts, and leave the others out', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (let nth = 0; nth < 6; nth++) {
      reflect(house.as(), { month: '2026-02', correct: 'no', acknowledged: 1 })
      reflect(house.as(), { month: '2026-05', correct: 'yes', acknowledged: nth < 3 ? 5 : 1 })
    }
    expect((await house.get('maud', '/months')).body).toContain(
      'Jan 2026 to Mar 2026: 0 of 6 right (0%), 0 warm (0%). Apr 2026 to Jun 2026: 6 of 6 right (100%), 3 warm (50%).',
    )
    expect(await textOf(house, 'maud', '/months')).toContain('Quarters with fewer than 5 such contacts are left out.')
  })

  it('set a standard beside its target, in words too', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    for (let nth = 0; nth < 4; nth++) reflect(house.as(), { month: '2026-07', standards: { three_minutes: 'met' } })
    expect((await house.get('maud', '/months')).body).toContain('>4 of 4, 100%, 51–100%; target 80%.<')
  })
})
