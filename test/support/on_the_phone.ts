import type { Page } from 'playwright-core'
import { PATIENCE } from './browser.ts'

/** What a leader does on the way from the briefing to the reflection, as a thumb does it. */

/** The pages of the errand an errandStreet gives, and the field in which its story is told. */
export const LIVE = '/assignments/bill/live'
export const REFLECTION = '/assignments/bill/reflection'
export const STORY_LABEL = 'The story I would tell a friend'

/** Taps the key that says so in the question that asks so. */
export function tap(page: Page, question: string, said: string): Promise<void> {
  return page
    .getByRole('group', { name: question })
    .getByRole('radio', { name: new RegExp(`^${said}( ?, |$)`) })
    .check()
}

/** At the briefing, which is opened first unless it stands there already. */
export async function predict(page: Page, opens = true): Promise<void> {
  if (opens) await page.goto('/today')
  await tap(page, 'How valued will you feel?', '4')
  await tap(page, 'Will they deal with what you come for?', 'Yes')
  await tap(page, 'How are you right now?', 'Calm')
}

/** Until the pad stands there with its first key. */
export async function predictAndStart(page: Page, first = 'Dialled'): Promise<void> {
  await predict(page)
  await page.getByRole('button', { name: 'I am starting now' }).click()
  await page.getByRole('button', { name: first }).waitFor()
}

/** What happened on a call of nine minutes, and after how many seconds. The page's clock must be installed. */
const CALL = [
  ['Dialled', 190],
  ['Person answered', 95],
  ['On hold', 130],
  ['Back', 125],
  ['Ended', 0],
] as const

export async function logACall(page: Page): Promise<void> {
  for (const [key, seconds] of CALL) {
    await press(page, key)
    await page.clock.fastForward(seconds * 1000)
  }
}

/** Presses a key of the pad and waits until it is kept. */
export async function press(page: Page, key: string): Promise<void> {
  const button = page.getByRole('button', { name: new RegExp(`^${key}`) })
  await button.click()
  await page.locator('[data-happening][aria-current="true"]', { hasText: key }).waitFor()
}

/** What a log of the contact would have known. */
export const FACTS = [
  ['At what time of the day?', 'Morning'],
  ['Did you get through?', 'A person'],
  ['How long until a person?', '3–10 min'],
  ['How often were you passed on?', 'Once'],
] as const

/** What a log cannot know: every answer it leaves open, in the order of the page. */
const OPINIONS = [
  ['Did you have to repeat yourself?', 'Yes'],
  ['Did they deal with what you came for?', 'Partly'],
  ['Was what you were told right and complete?', 'Yes'],
  ['Were you offered a way to take it further?', 'When I asked'],
  ['Did they promise to come back to you, and did they?', 'No promise'],
  ['A person answers within three minutes.', 'Not met'],
  ['A person explains the bill.', 'Met'],
  ['A person says what happens next.', 'Could not tell'],
  ['As a customer, I was treated as …', '2'],
  ['They noticed how I felt, and said so', '2'],
  ['As a leader watching, I was …', '3'],
  ['Would you stay, or become, our customer after this?', 'Unsure'],
] as const

/** Until the device has what it needs for a tunnel: the pages that come next, and whoever shows them. */
export async function untilKept(page: Page, ...paths: string[]): Promise<void> {
  const wanted = JSON.stringify(['/today', ...paths])
  const isKept = `(async () => {
    const pages = navigator.serviceWorker.controller && (await caches.open('pages'))
    return pages && (await Promise.all(${wanted}.map((path) => pages.match(path)))).every(Boolean)
  })()`
  await until(() => page.evaluate(isKept))
}

/** What the device keeps for anybody: names and what stands under them. */
export function keptOn(page: Page): Promise<Record<string, unknown>> {
  return page.evaluate(`new Promise((resolve) => {
    indexedDB.open('plainclothes', 1).onsuccess = ({ target }) => {
      const store = target.result.transaction('kept').objectStore('kept')
      const [names, things] = [store.getAllKeys(), store.getAll()]
      things.onsuccess = () => resolve(Object.fromEntries(names.result.map((name, i) => [name, things.result[i]])))
    }
  })`)
}

/** What pages have left on slips because the device had not kept it yet. */
export function slipsOn(page: Page): Promise<string[]> {
  return page.evaluate(`Object.keys(localStorage).filter((name) => name.startsWith('plainclothes-slip/'))`)
}

/** The first page of this tab finds a device that is still opening what it keeps, until that is let go on. */
export async function withSlowDevice(page: Page): Promise<{ goOn: () => Promise<void> }> {
  await page.addInitScript(`
    if (!sessionStorage.getItem('was slow')) {
      sessionStorage.setItem('was slow', 'yes')
      const open = indexedDB.open.bind(indexedDB)
      indexedDB.open = (...asked) => {
        const held = {}
        window.goOn = () => {
          const real = open(...asked)
          for (const heard of ['onupgradeneeded', 'onerror', 'onsuccess'])
            real[heard] = (event) => { held.result = event.target.result; held[heard](event) }
        }
        return held
      }
    }`)

  return { goOn: () => page.evaluate('goOn()') }
}

/** A browser that keeps nothing by itself, as some private windows do. */
export async function withNothingKept(page: Page): Promise<void> {
  await page.addInitScript(`
    indexedDB.open = () => {
      const refused = {}
      queueMicrotask(() => refused.onerror())
      return refused
    }`)
}

/** A browser that opens what it keeps and takes nothing more, as a full disk does. */
export async function withNoRoom(page: Page): Promise<void> {
  await page.addInitScript(`
    IDBObjectStore.prototype.put = function () { this.transaction.isFull = true }
    const commit = IDBTransaction.prototype.commit
    IDBTransaction.prototype.commit = function () { return this.isFull ? this.abort() : commit.call(this) }`)
}

export async function until(isSo: () => unknown): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += 50) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never came')
}

export async function untilSaid(page: Page, words: string | RegExp): Promise<void> {
  await page.locator('[data-part="saving"]').filter({ hasText: words }).waitFor()
}

export const STORY = 'Thanked three times, and I still do not know what I owe.'

/** Answers what a log has left open. */
export async function answer(page: Page, words: string = STORY): Promise<void> {
  for (const [question, said] of OPINIONS) await tap(page, question, said)
  await page.getByLabel(STORY_LABEL).fill(words)
}

/** Answers everything, after a contact without a log. */
export async function answerAll(page: Page): Promise<void> {
  for (const [question, said] of FACTS) await tap(page, question, said)
  await answer(page)
}
