import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  barriers,
  closeBrowser,
  openStreet,
  PHONE,
  picture,
  type Street,
  stickingOut,
  type Visit,
} from '../support/browser.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'
import { logACall, predictAndStart } from '../support/on_the_phone.ts'

let house: House
let street: Street
beforeEach(async () => {
  house = await openHouse()
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
})
