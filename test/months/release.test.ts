import { describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { readRelease } from '../../src/features/months/release_store.ts'
import { addMonths, lastDay } from '../../src/lib/periods.ts'
import { organisation } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
const FIRST = '2022-10'

/** By quarter, who comes to a way in where enough leaders stand after two years only. */
const ALONE = ['nora', 'viktor', 'viktor', 'viktor', 'maud', 'maud', 'maud', 'otto'] as const

/** Everybody at the chat every month; once a quarter one leader at the shop, and in the last two years at the billing line. */
function live(house: House, at: number): void {
  const month = addMonths(FIRST, at)
  for (const [i, leaderId] of LEADERS.entries())
    reflect(house.as(), { month, leaderId, touchpointId: 'chat', valued: (i + at) % 3 === 0 ? 1 : 5 })
  const quarter = Math.floor(at / 3)
  for (const [touchpointId, since] of [['shop', 0] as const, ['billing_line', 7] as const]) {
    const leaderId = at % 3 === 1 ? ALONE[quarter - since] : undefined
    if (leaderId) reflect(house.as(), { month, leaderId, touchpointId, valued: quarter % 3 === 0 ? 1 : 5 })
  }
}

describe('what a closing looks back on', () => {
  it('is everything that was shown over months that hang together, however long ago', async () => {
    const house = await openHouse({ now: '2022-10-05T09:00:00Z' })
    house.db.update(organisation).set({ smallestGroup: 4 }).run()
    furnish(house.as())
    for (let at = 0; at < 45; at++) {
      live(house, at)
      const closing = lastDay(addMonths(FIRST, at)).add({ days: 8 })
      house.now = Temporal.Instant.from(`${closing}T09:00:00Z`)
      if (at < 44) closeDueMonths(house.as())
    }
    const { places, shown, contacts } = readRelease(house.as(), '2026-06')
    expect(places.map(({ slice, span }) => `${slice} ${span}`)).toContain('billing_line 2024-Q3/2026-Q2')
    const spans = new Set(shown.map(({ slice, span }) => `${slice} ${span}`))
    expect([...spans]).toContain('shop 2022-Q4/2024-Q3')
    expect([...spans], 'of a month of that run').toContain(' 2022-11')
    expect(new Set([...contacts].map(({ month }) => month)).has(FIRST)).toBe(true)
  })
})
