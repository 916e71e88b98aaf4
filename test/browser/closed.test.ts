import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeBrowser, inTheWay, openStreet, type Street } from '../support/browser.ts'
import { closedQuarter } from '../support/closed.ts'

let street: Street
beforeEach(async () => {
  street = await openStreet(await closedQuarter())
})
afterEach(() => street.close())
afterAll(closeBrowser)

describe('closed months in a browser', () => {
  it('put nothing in anybody’s way', async () => {
    const { page, complaints } = await street.visit({ as: 'rhea' })
    for (const url of ['/months', '/months?breakdown=touchpoint', '/months?touchpoint=billing_line']) {
      await page.goto(url)
      await page.evaluate('document.querySelectorAll("details").forEach((one) => { one.open = true })')
      expect(await inTheWay(page, `closed ${url.slice(7)}`)).toEqual([])
    }
    expect(complaints).toEqual([])
  })

  it('work without scripts: from the month to a breakdown, another measure, and one touchpoint', async () => {
    const { page } = await street.visit({ as: 'rhea', scripts: false })
    await page.goto('/months')
    await page.getByRole('link', { name: 'Touchpoint', exact: true }).click()
    await page.getByLabel('Measure').selectOption('Expectation gap')
    await page.getByRole('button', { name: 'Show' }).click()
    expect(await page.locator('h1').innerText()).toBe('Expectation gap, by touchpoint and quarter.')
    await page.getByRole('link', { name: 'Billing line' }).click()
    expect(await page.locator('h1').innerText()).toContain('Billing line, April to June 2026')
  })
})
