import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core'
import { startSession } from '../../src/features/signin/actions.ts'
import { chromiumIn, findChromium } from '../support/chromium.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'
import { median, type Result, RUNS } from './measure.ts'

/** A bar of reception and an old phone: 400 kbit/s, 400 ms there and back, a processor four times slower. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const PROCESSOR = 4

const PATH = {
  'The briefing': '/today',
  'The live log': '/assignments/begun/live',
  'The reflection': '/assignments/begun/reflection',
}

interface Visit {
  bytes: number
  usableAfter: number
}

/** Each page of a leader's way on a slow phone: first with nothing kept, then again with its styles and scripts kept. */
export async function slowPhone(): Promise<Result[]> {
  const house = await openHouse()
  setUpErrands(house)
  assign(house)
  assign(house, { id: 'begun', leaderId: 'viktor', state: 'contacted', contactedOn: '2026-06-10' })
  const url = await house.app.listen({ host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch(chromiumIn(await findChromium()))
  try {
    const results: Result[] = []
    for (const [what, path] of Object.entries(PATH)) results.push(await measured(browser, house, what, url + path))

    return results
  } finally {
    await browser.close()
    await house.app.close()
  }
}

async function measured(browser: Browser, house: House, what: string, url: string): Promise<Result> {
  const who = url.includes('begun') ? 'viktor' : 'nora'
  const visits: { first: Visit; again: Visit }[] = []
  for (let run = 0; run < RUNS; run++) visits.push(await twice(browser, startSession(house.as(), who, ''), url))
  const middle = (of: (each: (typeof visits)[number]) => number) => median(visits.map(of))
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`

  return {
    what: `${what} on a slow phone, usable after`,
    measured: seconds(middle(({ again }) => again.usableAfter)),
    beside: `first load ${seconds(middle(({ first }) => first.usableAfter))}, ${(middle(({ first }) => first.bytes) / 1024).toFixed(1)} KB without the typeface`,
  }
}

/** The network of a service worker cannot be slowed, so this phone has none: what it keeps, it keeps as browsers always did. */
async function twice(browser: Browser, cookie: string, url: string): Promise<{ first: Visit; again: Visit }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
  const { port } = new URL(url)
  await context.addCookies([{ name: 'plainclothes', value: cookie, url: `http://127.0.0.1:${port}` }])
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW)
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR })
  const first = await visit(page, session, url)
  await page.goto('about:blank')
  const again = await visit(page, session, url)
  await context.close()

  return { first, again }
}

/** Usable: it is painted, and its scripts listen. */
async function visit(page: Page, session: CDPSession, url: string): Promise<Visit> {
  const fonts = new Set<string>()
  let bytes = 0
  const note = ({ requestId, type }: { requestId: string; type?: string }) => type === 'Font' && fonts.add(requestId)
  const add = ({ requestId, encodedDataLength }: { requestId: string; encodedDataLength: number }) => {
    if (!fonts.has(requestId)) bytes += encodedDataLength
  }
  session.on('Network.requestWillBeSent', note)
  session.on('Network.loadingFinished', add)
  await page.goto(url, { waitUntil: 'networkidle' })
  session.off('Network.requestWillBeSent', note)
  session.off('Network.loadingFinished', add)
  const usableAfter: number = await page.evaluate(`Math.max(
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  )`)

  return { bytes, usableAfter }
}
