import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeBrowser, DESK, inTheWay, openStreet, type Street, tabTo } from '../support/browser.ts'
import { readPdf } from '../support/read_files.ts'
import { closedHalfYear, draftOf, shareStories } from '../support/reviewed.ts'

let street: Street
let id: string
beforeAll(async () => {
  const house = await closedHalfYear()
  shareStories(house, '2026-Q2', ['They rang me back the same day.', 'I gave up after ten minutes.'])
  id = draftOf(house, '2026-Q2').id
  street = await openStreet(house)
})
afterAll(async () => {
  await street.close()
  await closeBrowser()
})

/** Goes to a control with the Tab key and presses Enter, or the space bar on a tick. */
async function press(page: Page, name: string | RegExp, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press(key)
}

/** What a page says is the SHA-256, and what a browser makes of the file it offers. */
async function hashes(page: Page): Promise<[said: string, computed: string]> {
  const said = /\b[0-9a-f]{64}\b/.exec(await page.locator('.facts').innerText())?.[0] ?? ''
  const computed: string = await page.evaluate(`(async () => {
    const file = await fetch(document.querySelector('a[href$="/content.json"]').href)
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  })()`)

  return [said, computed]
}

it('is written by a lead with the keyboard alone, signed by another, verified, and corrected in a second version', async () => {
  const lead = await street.visit({ as: 'maud', size: DESK })
  const found: string[] = []
  await lead.page.goto(`/reviews/${id}`)
  found.push(...(await inTheWay(lead.page, 'a draft review', { ways: 1 })))
  const { pages } = await readPdf(await lead.page.pdf({ preferCSSPageSize: true, tagged: true }))
  expect(pages.length).toBeGreaterThan(3)
  for (const printed of pages) for (const word of ['DRAFT', 'not a measurement']) expect(printed).toContain(word)
  await press(lead.page, 'Write it')
  await lead.page.getByRole('heading', { name: /The review of April to June 2026/ }).waitFor()
  found.push(...(await inTheWay(lead.page, 'writing a review')))
  await tabTo(lead.page, /^Summary/)
  await lead.page.keyboard.press('ControlOrMeta+a')
  await lead.page.keyboard.type('A quarter in which calls were returned.')
  await press(lead.page, /They rang me back the same day/, 'Space')
  await press(lead.page, 'Save the draft')
  await lead.page.getByText('“They rang me back the same day.”').waitFor()
  expect(await lead.page.getByText('I gave up after ten minutes').count()).toBe(0)
  await press(lead.page, 'Submit it for signature')
  await lead.page.getByText('Not signed yet: submitted by Maud Bergström').waitFor()

  const reviewer = await street.visit({ as: 'rhea' })
  await reviewer.page.goto('/reviews')
  await reviewer.page.getByRole('link', { name: 'April to June 2026' }).click()
  await reviewer.page.getByLabel('Your comment').fill('A clear summary. What becomes of those who gave up?')
  await reviewer.page.getByRole('button', { name: 'Comment' }).click()
  await reviewer.page.getByText('Rhea Castellan, 20 July 2026').waitFor()
  await reviewer.page.getByRole('button', { name: 'Freeze and sign off' }).click()
  await reviewer.page.getByText('Number 1, 2026-Q2, version 1.').waitFor()
  expect(await reviewer.page.getByText('DRAFT').count()).toBe(0)
  const [said, computed] = await hashes(reviewer.page)
  expect(said).toHaveLength(64)
  expect(computed).toBe(said)
  found.push(...(await inTheWay(reviewer.page, 'a signed review')))

  await lead.page.goto(`/reviews/${id}`)
  await lead.page.getByLabel('What was wrong?').fill('One call was counted for the wrong month.')
  await lead.page.getByRole('button', { name: 'Begin a new version' }).click()
  await lead.page.getByRole('heading', { name: 'April to June 2026, version 2' }).waitFor()
  await lead.page.getByRole('link', { name: 'Look at the review' }).click()
  await lead.page.getByText('version 1: One call was counted for the wrong month.').waitFor()
  expect(found).toEqual([])
  expect([...lead.complaints, ...reviewer.complaints]).toEqual([])
  await Promise.all([lead.context.close(), reviewer.context.close()])
})
