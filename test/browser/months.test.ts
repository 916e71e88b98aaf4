import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeBrowser, inTheWay, openStreet, type Street, tabTo } from '../support/browser.ts'
import type { House } from '../support/house.ts'
import { inhabited } from '../support/months.ts'

let house: House
let street: Street
beforeEach(async () => {
  house = await inhabited()
  street = await openStreet(house)
})
afterEach(() => street.close())
afterAll(closeBrowser)

describe('the months in a browser', () => {
  it('put nothing in anybody’s way', async () => {
    const { page, complaints } = await street.visit({ as: 'maud' })
    await page.goto('/months')
    // With every table open: what is one key away has to fit as well.
    await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
    expect(await inTheWay(page, 'months')).toEqual([])
    expect(complaints).toEqual([])
  })

  it('show the numbers behind a picture with one key', async () => {
    const { page } = await street.visit({ as: 'maud' })
    await page.goto('/months')
    await tabTo(page, /^The numbers, and how they are counted\s*: Felt valued/)
    await page.keyboard.press('Enter')
    const table = page.getByRole('table', { name: 'By month and quarter: Felt valued' })
    await expect.poll(() => table.isVisible()).toBe(true)
    expect(await table.getByRole('row', { name: /^Jun 2026/ }).innerText()).toContain('4 of 6')
  })

  it('work without scripts: a month back, a program, the measure that leads', async () => {
    const { page } = await street.visit({ as: 'maud', scripts: false })
    await page.goto('/months')
    await page.getByRole('link', { name: 'June', exact: true }).click()
    expect(await page.locator('.opening').innerText()).toContain('June: 4 of 6 contacts felt valued.')
    await page.getByLabel('Contacts of').selectOption('First hand')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.locator('.opening').innerText()).toContain('June: no contacts were counted.')
    await page.getByLabel('The measure that leads').selectOption('Concern addressed')
    await page.getByRole('button', { name: 'Let this measure lead' }).click()
    expect(await page.locator('.opening').innerText()).toContain('July: 6 of 6 contacts had their concern addressed.')
  })
})
