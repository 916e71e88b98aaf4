import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  barriers,
  closeBrowser,
  DESK,
  openStreet,
  PHONE,
  picture,
  type Street,
  stickingOut,
} from '../support/browser.ts'
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
async function pagesFor(who: CastName | null, seen: Set<string>): Promise<string[]> {
  const urls: string[] = []
  for (const { url, kind } of await crawl(street.house, who)) {
    const route = routeOf(street.house, url)
    if (kind === 'text/html' && !seen.has(route)) urls.push(url)
    seen.add(route)
  }

  return urls
}

const seenBy = { phone: new Set<string>(), desk: new Set<string>() }

describe.each([...Object.keys(CAST), null] as (CastName | null)[])(
  'as %s, every kind of page nobody opened yet',
  (who) => {
    it.each([
      ['on a phone in the light', PHONE, false, seenBy.phone],
      ['at a desk in the dark', DESK, true, seenBy.desk],
    ] as const)(
      '%s, is without barriers, fits, and works quietly',
      async (where, size, dark, seen) => {
        const { page, context, complaints } = await street.visit({ size, dark, ...(who && { as: who }) })
        const found: string[] = []
        for (const url of await pagesFor(who, seen)) {
          await page.goto(url)
          for (const one of [...(await barriers(page)), ...(await stickingOut(page))]) found.push(`${url}: ${one}`)
          await picture(page, `${who ?? 'nobody'} ${where} ${url.replaceAll(/\W+/g, '-')}`)
        }
        await context.close()
        expect(found).toEqual([])
        expect(complaints).toEqual([])
      },
      180_000,
    )
  },
)
