import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishHeard, saveHeard, shareHeard } from '../../src/features/notices/heard_actions.ts'
import { getHeard } from '../../src/features/notices/heard_store.ts'
import { heardPages, publishedCells, reflectionReleases, reflections } from '../../src/platform/db/tables.ts'
import { raise } from '../followups/raised.ts'
import { closeBrowser, inTheWay, openStreet, type Street } from '../support/browser.ts'
import { openHouse } from '../support/house.ts'
import { furnish, reflect } from '../support/reflected.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet(await openHouse({ now: '2026-04-20T09:00:00Z' }))
})
afterAll(async () => {
  await street.close()
  await closeBrowser()
})

/** As much as a page takes: eight texts, five changes, and words of a lead's own. */
async function fillSheet(): Promise<string> {
  const { house } = street
  const ctx = house.as('maud')
  furnish(ctx)
  const ids = Array.from({ length: 8 }, (_, i) => reflect(ctx, { month: '2026-02', pride: i < 4 ? 5 : 1 }))
  house.db
    .update(reflections)
    .set({ story: 'They told me what would happen next, and by when. '.repeat(3).trim() })
    .run()
  house.db.update(reflectionReleases).set({ state: 'released', decidedOn: '2026-03-01' }).run()
  const span = { span: '2026-Q1', firstMonth: '2026-01', lastMonth: '2026-03', breakdown: 'touchpoint' as const }
  const slice = { slice: 'billing_line', sliceName: 'Billing line', level: '', levelName: '', confidence: 0.99 }
  house.db
    .insert(publishedCells)
    .values({ ...span, ...slice, measure: 'valued', shown: true, count: 9, of: 12, value: 0.75, low: 0.47, high: 0.91 })
    .run()
  const followupIds: string[] = []
  for (let n = 0; n < 5; n++)
    followupIds.push(
      await raise(house, { touchpoint: 'billing_line', commitment: `${n}: ${'a change, '.repeat(9)}`.trim() }),
    )
  house.db.insert(heardPages).values({ id: 'sheet', touchpointId: 'billing_line', quarter: '2026-Q1' }).run()
  const quotes = ids.map((reflectionId, i) => ({
    ...{ reflectionId, field: 'story' as const },
    part: i < 4 ? ('praise' as const) : ('hard' as const),
  }))
  const opening = 'Thank you for this winter, in which every second caller was worried. '.repeat(8).trim()
  saveHeard(ctx, 'sheet', 1, { opening, quotes, followupIds, settled: true })
  publishHeard(ctx, 'sheet', getHeard(ctx, 'sheet').version, true)
  expect(house.db.select().from(heardPages).where(eq(heardPages.id, 'sheet')).get()?.publishedOn).toBe('2026-04-20')

  return `/h/${shareHeard(ctx, 'sheet')}`
}

it('prints what we heard on one sheet of A4, and stands in nobody’s way on a screen', async () => {
  const { page, context, complaints } = await street.visit()
  await page.goto(await fillSheet())
  expect(await inTheWay(page, 'what we heard')).toEqual([])
  const bytes = await page.pdf({ preferCSSPageSize: true })
  expect(bytes.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
  expect(complaints).toEqual([])
  await context.close()
})
