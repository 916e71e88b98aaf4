import type { Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reflections } from '../../src/platform/db/tables.ts'
import {
  barriers,
  closeBrowser,
  openStreet,
  PHONE,
  picture,
  type Street,
  stickingOut,
  tabTo,
  type Visit,
} from '../support/browser.ts'
import { momentsIn, type Stretch } from '../support/clock_times.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'
import { answer, logACall, predictAndStart, press, untilKept } from '../support/on_the_phone.ts'

let house: House
let street: Street
beforeEach(async () => {
  house = await openHouse({ now: '2026-06-10T09:13:20Z' })
  setUpErrands(house)
  assign(house)
  street = await openStreet(house)
})
afterEach(() => street.close())
afterAll(closeBrowser)

/** Nora's phone, whose clock can be moved; it begins when the house's does. */
async function onThePhone(): Promise<Visit> {
  const visit = await street.visit({ as: 'nora', size: PHONE })
  await visit.context.clock.install({ time: new Date(house.now.epochMilliseconds) })

  return visit
}

/** A call of nine minutes that begins at 10:13 in London. */
const CALL: Stretch = {
  from: Temporal.Instant.from('2026-06-10T09:12:00Z'),
  until: Temporal.Instant.from('2026-06-10T09:29:00Z'),
  zones: ['Europe/London'],
}

describe('the live log', () => {
  it('takes a call down with one thumb and fills the reflection in with durations', async () => {
    const { page, complaints } = await onThePhone()
    await predictAndStart(page)
    await picture(page, 'live-ready')
    expect(await page.getByRole('link', { name: '0808 157 0342' }).isVisible()).toBe(true)
    await logACall(page)
    await picture(page, 'live-ended')
    expect(await barriers(page)).toEqual([])
    expect(await stickingOut(page)).toEqual([])
    await page.getByRole('link', { name: 'It is over: reflect' }).click()
    await page.getByText('3 min wait, 1 hold, 0 transfers, 9 min in all').waitFor()
    await picture(page, 'live-reflection')
    for (const [question, said] of [
      ['At what time of the day?', 'Morning'],
      ['Did you get through?', 'A person'],
      ['How long until a person?', '3–10 min'],
      ['How often were you passed on?', 'Never'],
    ] as const)
      expect(
        await page.getByRole('group', { name: question }).getByRole('radio', { name: said }).isChecked(),
        question,
      ).toBe(true)
    expect(complaints).toEqual([])
  })

  it('is followed by fourteen taps and a sentence, and no clock time leaves the phone', async () => {
    const { page, context } = await onThePhone()
    const sent: Request[] = []
    context.on('request', (request) => sent.push(request))
    await predictAndStart(page)
    await logACall(page)
    await page.getByRole('link', { name: 'It is over: reflect' }).click()
    await page.getByText('From your live log').waitFor()
    const taps = await countingTaps(page)
    await answer(page)
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    expect(taps.counted).toBeLessThanOrEqual(14)
    expect(house.db.select().from(reflections).get()).toMatchObject({ waitHalfMinutes: 6, durationMinutes: 9 })
    expect(sent.filter((request) => request.method() === 'POST').length).toBeGreaterThan(2)
    for (const request of sent) expect(momentsIn(await wordsOf(request), CALL), request.url()).toEqual([])
  })

  it('weighs at most 40 KB a page, with all it keeps for a tunnel, without the typeface', async () => {
    for (const path of ['/today', '/assignments/bill/live', '/assignments/bill/reflection']) {
      const { page, context } = await street.visit({ as: 'nora' })
      const bytes = await weighing(page)
      await page.goto(path)
      await untilKept(page, '/today', path)
      expect(bytes.all, path).toBeGreaterThan(15_000)
      expect(bytes.all, path).toBeLessThanOrEqual(40 * 1024)
      await context.close()
    }
  })

  it('needs no thumb: the keyboard does', async () => {
    const { page } = await street.visit({ as: 'nora' })
    await predictAndStart(page)
    for (const key of ['Dialled', 'Person answered', 'Ended']) {
      await tabTo(page, new RegExp(`^${key}`))
      await page.keyboard.press('Enter')
      await page.locator('[data-happening][aria-current="true"]', { hasText: key }).waitFor()
    }
    await tabTo(page, 'Undo “Ended”')
    await page.keyboard.press('Space')
    await page.getByRole('heading', { name: 'With a person' }).waitFor()
    for (const undone of ['Person answered', 'Dialled']) {
      await page.getByRole('button', { name: `Undo “${undone}”` }).waitFor()
      await page.keyboard.press('Space')
    }
    await page.locator('[data-happening]:focus', { hasText: 'Dialled' }).waitFor()
  })

  it('speaks of mail as mail: no stopwatch, and it stays open until they answer', async () => {
    assign(house, { id: 'mail', touchpointId: 'mailbox', leaderId: 'viktor' })
    const { page } = await street.visit({ as: 'viktor' })
    await predictAndStart(page, 'Sent')
    expect(await page.locator('time[data-part="clock"]').count()).toBe(0)
    await press(page, 'Sent')
    await page.getByRole('heading', { name: 'Waiting for their answer' }).waitFor()
    await page.getByText('If none has come by Friday 12 June').waitFor()
    await page.goto('/today')
    await page.getByRole('link', { name: 'They have answered: reflect' }).waitFor()
  })
})

/** What crosses the wire, fonts apart. */
async function weighing(page: Page): Promise<{ all: number }> {
  const bytes = { all: 0 }
  const fonts = new Set<string>()
  const session = await page.context().newCDPSession(page)
  session.on('Network.requestWillBeSent', ({ requestId, type }) => type === 'Font' && fonts.add(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!fonts.has(requestId)) bytes.all += encodedDataLength
  })
  await session.send('Network.enable')

  return bytes
}

/** Every tap but those into a text field. */
async function countingTaps(page: Page): Promise<{ counted: number }> {
  const taps = { counted: 0 }
  await page.exposeFunction('tapped', () => void taps.counted++)
  await page.evaluate(`addEventListener('pointerdown', ({ target }) => target.closest('textarea') ?? tapped(), true)`)

  return taps
}

async function wordsOf(request: Request): Promise<Buffer> {
  const headers = Object.entries(await request.allHeaders())

  return Buffer.from([request.url(), request.postData() ?? '', ...headers.flat()].join('\n'))
}
