import { mkdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { startSession } from '../../src/features/signin/actions.ts'
import { chromiumIn } from './chromium.ts'
import { type House, openHouse } from './house.ts'
import { ROOT } from './sources.ts'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1280, height: 900 }

export interface Visit {
  page: Page
  context: BrowserContext
  /** What no page may do: errors in the console, a broken answer, a request to anybody else. */
  complaints: string[]
}

export interface VisitOptions {
  size?: { width: number; height: number }
  dark?: boolean
  /** False: the browser runs no scripts. */
  scripts?: boolean
  /** A member who is signed in already, by id. */
  as?: string
}

/** Milliseconds. A busy machine is slow, not wrong: whatever is waited for comes, or is not coming. */
export const PATIENCE = 60_000

let browser: Browser | undefined

/** A street to the house: a free port on this machine, and a browser in front of it. */
export async function openStreet(house: House): Promise<Street> {
  browser ??= await chromium.launch(chromiumIn(inject('chromium')))
  await house.app.listen({ host: '127.0.0.1', port: 0 })

  return new Street(house, browser)
}

export class Street {
  readonly house: House
  readonly url: string
  readonly #browser: Browser

  constructor(house: House, browser: Browser) {
    this.house = house
    this.url = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`
    this.#browser = browser
  }

  /** Somebody with a browser of their own: nothing is shared with other visits but the house. */
  async visit({ size = PHONE, dark = false, scripts = true, as }: VisitOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({
      baseURL: this.url,
      viewport: size,
      colorScheme: dark ? 'dark' : 'light',
      javaScriptEnabled: scripts,
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(PATIENCE)
    if (as) await this.signIn(context, as)
    const page = await context.newPage()

    return { page, context, complaints: listenTo(context, this.url) }
  }

  async signIn(context: BrowserContext, member: string): Promise<void> {
    const value = startSession(this.house.as(), member, 'Test')
    await context.clearCookies()
    await context.addCookies([{ name: 'plainclothes', value, url: this.url }])
  }

  /** A phone of one's own, with everything it keeps in a folder: it can be switched off in the middle of a word and come back. */
  async phone(folder: string): Promise<Visit> {
    const here = { ...chromiumIn(inject('chromium')), baseURL: this.url, viewport: PHONE }
    const context = await chromium.launchPersistentContext(folder, here)
    context.setDefaultTimeout(PATIENCE)

    return { page: context.pages()[0] ?? (await context.newPage()), context, complaints: listenTo(context, this.url) }
  }

  /** The server goes down and comes back at the same address, on the same database. */
  async restart(whileDown: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    const { port } = new URL(this.url)
    await this.house.app.close()
    await whileDown()
    this.house.app = (await openHouse({ db: this.house.db, now: this.house.now.toString() })).app
    await this.house.app.listen({ host: '127.0.0.1', port: Number(port) })
  }

  /**
   * Into a tunnel: the browser says it is offline, and nobody answers either. The first alone is not enough: a service worker that
   * starts meanwhile still gets through.
   */
  async cutOff(context: BrowserContext): Promise<void> {
    await context.setOffline(true)
    const { server } = this.house.app
    await new Promise((done) => {
      server.close(done)
      server.closeAllConnections()
    })
  }

  /** Out of the tunnel. */
  async reconnect(context: BrowserContext): Promise<void> {
    const { port } = new URL(this.url)
    await new Promise<void>((done) => this.house.app.server.listen(Number(port), '127.0.0.1', done))
    await context.setOffline(false)
  }

  async close(): Promise<void> {
    await this.house.app.close()
  }
}

export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = undefined
}

/** What axe finds against WCAG 2.2 AA, in words; it needs scripts (axe hangs without). */
export async function barriers(page: Page): Promise<string[]> {
  return violations(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
}

/** The rules of those that depend on size and colours: enough where the same page was looked at whole in another size. */
const RULES_OF_LOOKS = ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']

const WAYS = [
  { way: 'on a phone in the light', size: PHONE, colorScheme: 'light', whole: true },
  { way: 'at a desk in the dark', size: DESK, colorScheme: 'dark', whole: false },
] as const

/**
 * What stands in anybody's way on the page as it is now: barriers, and what sticks out, on a phone in the light and at a desk in the
 * dark, unless only the first is asked for. The page is left in the size it was found in. With PICTURES=yes both are kept.
 */
export async function inTheWay(page: Page, name: string, { ways = 2 }: { ways?: number } = {}): Promise<string[]> {
  const [before, found] = [page.viewportSize() ?? PHONE, [] as string[]]
  for (const { way, size, colorScheme, whole } of WAYS.slice(0, ways)) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    const looks = whole ? barriers(page) : violations(page, { type: 'rule', values: RULES_OF_LOOKS })
    const astray = [...(await stickingOut(page)), ...(await cellsAstray(page))]
    for (const one of [...(await looks), ...astray]) found.push(`${name}, ${way}: ${one}`)
    await picture(page, `${name} ${way}`)
  }
  await page.setViewportSize(before)
  await page.emulateMedia({ colorScheme: null })

  return found
}

/** As small as it comes: every page that is looked at is given it anew. */
const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** Gives every page from now on what looks for barriers, which takes longer page by page: for whoever looks at many. */
export async function bringAxe({ context }: Visit): Promise<void> {
  await context.addInitScript(AXE)
}

/** axe itself rather than its package for Playwright, which takes several times as long around each run; our pages hold no frames. A page whose style sheet is still under way would be all barriers. */
async function violations(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  await page.waitForLoadState('load')
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(AXE)
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'], preload: false })
  const found = (await page.evaluate(
    `axe.run(document, ${options}).then(({ violations }) => violations)`,
  )) as axe.Result[]

  return found.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`))
}

/** What sticks out to the right and makes the page scroll sideways; a .scroll may scroll within itself. */
export async function stickingOut(page: Page): Promise<string[]> {
  await page.waitForLoadState('load')

  return page.evaluate(`(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    return [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > width + 1 && !one.parentElement.closest('.scroll'))
      .slice(0, 5)
      .map((one) => one.outerHTML.slice(0, 120))
      .concat('the page is ' + document.documentElement.scrollWidth + ' wide')
  })()`)
}

/** Cells that are not laid out as cells, so that all after them stand under another heading; a row that is folded is no such row. */
async function cellsAstray(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('th, td')]
    .filter((cell) => getComputedStyle(cell.parentElement).display === 'table-row')
    .filter((cell) => !['table-cell', 'none'].includes(getComputedStyle(cell).display))
    .map((cell) => 'a cell astray: ' + cell.outerHTML.slice(0, 120))`)
}

/** Presses Tab until a control with this name has the focus, as somebody without a mouse would. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 250; presses++) {
    await page.keyboard.press('Tab')
    const words: string = await page.evaluate(`(() => {
      const one = document.activeElement
      return [...(one.labels ?? [])].map((label) => label.innerText).join(' ') || one.getAttribute('aria-label') || one.innerText || ''
    })()`)
    if (typeof name === 'string' ? words.trim() === name : name.test(words.trim())) return
  }
  throw new Error(`no Tab leads to ${String(name)}`)
}

/** For people to look at, when PICTURES=yes: coverage/pictures/NAME.png. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES !== 'yes') return
  const folder = join(ROOT, 'coverage/pictures')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}

function listenTo(context: BrowserContext, own: string): string[] {
  const complaints: string[] = []
  context.on('console', (message) => {
    const refused = /the server responded with a status of 4\d\d/.test(message.text())
    if (message.type() === 'error' && !refused) complaints.push(`console: ${message.text()}`)
  })
  context.on('weberror', (error) => complaints.push(`script: ${error.error().message}`))
  context.on('request', (request) => {
    if (!request.url().startsWith(own) && !request.url().startsWith('data:'))
      complaints.push(`a request to somebody else: ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} at ${response.url()}`)
  })

  return complaints
}
