import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Capability, may } from '../src/features/members/member.ts'
import { memberRoles } from '../src/platform/db/tables.ts'
import { countsNeverPublished } from './support/counts_shown.ts'
import { assetsOf, crawl, routeOf, unlabelled, type Visited } from './support/crawl.ts'
import { openDemo } from './support/demo.ts'
import { formsIn } from './support/filled_in.ts'
import { CAST, type CastName, type House, openHouse } from './support/house.ts'
import { readSources } from './support/sources.ts'

const LARGEST_PAGE = 60 * 1024

let house: House
beforeAll(async () => {
  house = await openDemo()
})

describe('every form and link in a template', () => {
  it('leads to a route that exists', () => {
    const routes = house.app.routesWithDoors
    const leads = (method: string, address: string) =>
      routes.some((route) => route.method === method && isAddressOf(address.split(/[?#]/)[0] ?? '', route.url))
    const lost = readSources('views/**/*.eta').flatMap(({ path, text }) => [
      ...addresses(text, /<a [^>]*?href="(\/[^"]*)"/g)
        .filter((address) => !leads('GET', address))
        .map((address) => `${path}: ${address}`),
      ...addresses(text, /<form [^>]*?method="post"[^>]*?action="(\/[^"]*)"/g)
        .filter((address) => !leads('POST', address))
        .map((address) => `${path}: POST ${address}`),
    ])
    expect(lost).toEqual([])
  })
})

describe.each([...Object.keys(CAST), null] as (CastName | null)[])('as %s, every page the demo leads to', (who) => {
  let pages: Visited[]
  beforeAll(async () => {
    pages = await crawl(house, who)
  })

  it('answers', () => {
    expect(pages.length).toBeGreaterThan(who ? 3 : 0)
    const lost = pages
      .filter(({ status }) => status !== 200)
      .map(({ url, from, status }) => `${from} leads to ${url}: ${status}`)
    expect(lost).toEqual([])
  })

  it('has forms that go where this person may go', () => {
    const wrong = pages.flatMap((page) =>
      formsIn(page.html, page.url)
        .filter(({ method, action }) => !mayPost(method.toUpperCase(), action))
        .map(({ method, action }) => `${page.url}: ${method} ${action}`),
    )
    expect(wrong).toEqual([])
  })

  if (who !== null && who !== 'maud')
    it('shows no count of closed months that was not published', () => {
      expect(
        pages.some(({ url }) => url.startsWith('/months?touchpoint=')),
        'a touchpoint’s page',
      ).toBe(who !== 'alva')
      expect(countsNeverPublished(house, pages)).toEqual([])
    })

  it('says what each field is for', () => {
    expect(pages.flatMap((page) => unlabelled(page).map((field) => `${page.url}: ${field}`))).toEqual([])
  })

  it('is at most 60 KB with all it brings along, and brings nothing from elsewhere', async () => {
    for (const page of pages.filter(({ kind }) => kind === 'text/html')) {
      const sizes = await Promise.all(
        assetsOf(page).map(async (url) => (await house.get(null, url, { 'accept-encoding': 'br' })).rawPayload.length),
      )
      expect(page.bytes + sizes.reduce((sum, size) => sum + size, 0), page.url).toBeLessThan(LARGEST_PAGE)
      expect(page.html, page.url).not.toMatch(
        /(?:src|srcset|action)="(?:https?:)?\/\/|<link[^>]*href="(?:https?:)?\/\/|url\(["']?(?:https?:)?\/\//,
      )
    }
  })

  function mayPost(method: string, action: string): boolean {
    const door = house.app.routesWithDoors.find(
      (one) => one.method === method && one.url === routeOf(house, action, method),
    )?.door
    if (!door || door === 'anyone') return door === 'anyone'

    return who !== null && (door === 'signed_in' || may(house.as(who).actor, door as Capability))
  }
})

describe('in a company that has only begun, with and without leaders', () => {
  it.each([...Object.keys(CAST), null] as (CastName | null)[])('every page that %s is led to answers', async (who) => {
    for (const leaders of [true, false]) {
      const begun = await openHouse()
      if (!leaders) begun.db.delete(memberRoles).where(eq(memberRoles.role, 'leader')).run()
      const lost = (await crawl(begun, who, { perRoute: 2, files: false })).filter(({ status }) => status !== 200)
      expect(lost.map(({ url, from, status }) => `${from} leads to ${url}: ${status}`)).toEqual([])
    }
  })
})

/** Addresses written out in a template; what is filled in stands as one part: /members/x/change. */
function addresses(text: string, pattern: RegExp): string[] {
  const filledIn = text.replace(/<%(?:[^%]|%(?!>))*%>/g, 'x')

  return [...filledIn.matchAll(pattern)].map(([, address]) => address ?? '')
}

function isAddressOf(address: string, url: string): boolean {
  const parts = address.split('/')
  const names = url.split('/')

  return (
    parts.length === names.length &&
    parts.every((part, at) => part === 'x' || part === names[at] || names[at]?.startsWith(':'))
  )
}
