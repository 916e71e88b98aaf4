import { afterAll, beforeAll, expect, it } from 'vitest'
import { bringAxe, closeBrowser, inTheWay, openStreet, type Street } from '../support/browser.ts'
import { crawl, routeOf } from '../support/crawl.ts'
import { openDemo } from '../support/demo.ts'
import { CAST, type CastName } from '../support/house.ts'

let street: Street
beforeAll(async () => {
  street = await openStreet(await openDemo())
})
afterAll(async () => {
  await street.close()
  await closeBrowser()
})

/** A page of each kind that this person is led to and nobody before was: the same kind looks the same filled with other words. */
async function newPagesFor(who: CastName | null): Promise<string[]> {
  const urls: string[] = []
  for (const { url, kind } of await crawl(street.house, who, { files: false })) {
    const route = routeOf(street.house, url)
    if (kind === 'text/html' && !seen.has(route)) urls.push(url)
    seen.add(route)
  }

  return urls
}

const seen = new Set<string>()

it.each([...Object.keys(CAST), null] as (CastName | null)[])(
  'as %s, every kind of page nobody opened yet is without barriers, fits, and works quietly, on a phone in the light and at a desk in the dark',
  async (who) => {
    const visit = await street.visit({ ...(who && { as: who }) })
    const { page, context, complaints } = visit
    await bringAxe(visit)
    const found: string[] = []
    for (const url of await newPagesFor(who)) {
      await page.goto(url)
      found.push(...(await inTheWay(page, `${who ?? 'nobody'} ${url.replaceAll(/\W+/g, '-')}`)))
    }
    await context.close()
    expect(found).toEqual([])
    expect(complaints).toEqual([])
  },
  300_000,
)
