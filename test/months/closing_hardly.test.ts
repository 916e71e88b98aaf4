import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { listClosedMonths } from '../../src/features/months/published_store.ts'
import { publishedCells } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const

const MONTHS = ['2026-04', '2026-05', '2026-06', '2026-07']

/** April by one leader alone, nothing in May, every cover blown in June, July by three leaders. */
async function hardly(): Promise<House> {
  const house = await openHouse({ now: '2026-08-20T09:00:00Z' })
  furnish(house.as())
  LEADERS.forEach((_, i) => {
    reflect(house.as(), { month: '2026-04', leaderId: 'nora', valued: i < 3 ? 5 : 1 })
  })
  for (const leaderId of LEADERS) reflect(house.as(), { month: '2026-06', leaderId, cover: 'blown' })
  for (const leaderId of LEADERS.slice(0, 3))
    for (const valued of [1, 5] as const) reflect(house.as(), { month: '2026-07', leaderId, valued })
  closeDueMonths(house.as())

  return house
}

describe('months of which hardly anything can be said', () => {
  let house: House
  beforeAll(async () => {
    house = await hardly()
  })

  it('close one after the other, and show readers no figure', async () => {
    expect(listClosedMonths(house.as()).map(({ month }) => month)).toEqual(MONTHS)
    const shown = house.db.select().from(publishedCells).where(eq(publishedCells.shown, true)).all()
    expect(shown).toEqual([])
    const csv = (await house.get('rhea', '/months.csv')).body
    expect(csv.split('\n').filter((line) => line.includes('withheld')).length).toBeGreaterThan(MONTHS.length)
  })

  it.each(MONTHS)('say the same to readers, whatever the reason is: %s', async (month) => {
    const page = await textOf(house, 'rhea', `/months?month=${month}`)
    expect(page).toContain(' 2026: how many contacts felt valued is withheld.')
    // The method’s own example is all that stands there.
    expect([...page.matchAll(/\d+ of \d+/g)].map(([found]) => found)).toEqual(['9 of 12'])
    expect(page, 'once, not a page full of the word').toContain(
      'Every figure of the twelve months up to this one is withheld',
    )
    expect(page).not.toContain('The numbers, and how they are counted')
  })

  it('say to leads that nothing was counted where every cover was blown, not that nobody made a contact', async () => {
    const page = await textOf(house, 'maud', '/months?month=2026-06')
    expect(page).toContain('June: no contacts were counted.')
    expect(page).toContain('Felt valued Nothing counted')
    expect(page).not.toMatch(/Felt valued Too few|Nothing counted since/)
    expect(
      await textOf(house, 'maud', '/months?month=2026-04'),
      'six are not too few where nothing was before',
    ).toContain('Felt valued Nothing to compare it with Felt valued, share of all contacts')
  })

  it('say to leads of nothing but blown covers that none counted, and deny no reflection', async () => {
    const blown = await openHouse({ now: '2026-08-20T09:00:00Z' })
    furnish(blown.as())
    for (const leaderId of LEADERS) reflect(blown.as(), { month: '2026-07', leaderId, cover: 'blown' })
    const page = await textOf(blown, 'maud', '/months')
    expect(page).toContain('Nothing is counted yet.')
    expect(page).toContain('The first reflection whose cover was not blown begins the first month.')
  })

  it('say the same of a slice', async () => {
    const page = await textOf(house, 'rhea', '/months?touchpoint=billing_line')
    expect(page).toContain('Every figure of every quarter is withheld')
    expect(page).not.toContain('Every quarter, and how it is counted')
  })

  it('say to leads that none has enough leaders behind it, and claim nothing more', async () => {
    const page = await textOf(house, 'maud', '/months/closing')
    for (const month of ['July', 'May', 'April'])
      expect(page).toContain(
        `${month} 2026 Closed on 20 August 2026. No figure has enough leaders behind it, so none is shown.`,
      )
    expect(page).not.toContain('Every figure that enough leaders stand behind is shown.')
  })
})
