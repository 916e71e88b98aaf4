import { describe, expect, it } from 'vitest'
import { decideReminders } from '../../src/features/reminders/actions.ts'
import { letters } from '../../src/platform/db/tables.ts'
import { DESK, inTheWay, PHONE, stickingOut } from '../support/browser.ts'
import { errandStreet } from '../support/errand_street.ts'

const at = errandStreet()

describe('the letters and calendars of a leader', () => {
  it('are chosen without anything in the way', async () => {
    const { page, complaints } = await at.street.visit({ as: 'nora' })
    await page.goto('/you')
    await page.click('a[href="/you/letters"]')
    expect(await inTheWay(page, 'letters')).toEqual([])
    await page.getByLabel('Half-way through it').uncheck()
    await page.selectOption('#quietFrom', '18:00')
    await page.getByRole('button', { name: 'Save my choice' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await page.getByLabel('Half-way through it').isChecked()).toBe(false)

    await page.goto('/you/calendar')
    await page.fill('#name', 'Phone')
    await page.getByRole('button', { name: 'Make an address' }).click()
    const address = await page.inputValue('#address')
    expect(await inTheWay(page, 'calendar address')).toEqual([])
    await page.getByRole('link', { name: 'Done' }).click()
    expect(await inTheWay(page, 'calendars')).toEqual([])
    expect(address).toMatch(/\/calendar\/[\w-]{43}\.ics$/)
    expect((await at.house.get(null, new URL(address).pathname)).body).toContain('BEGIN:VEVENT')
    await page.getByRole('button', { name: /End it/ }).click()
    await page.getByText('Begin with one device').waitFor()
    expect((await at.house.get(null, new URL(address).pathname)).statusCode).toBe(404)
    expect(complaints).toEqual([])
  })

  it('are chosen without scripts', async () => {
    const { page } = await at.street.visit({ scripts: false, as: 'nora' })
    await page.goto('/you/letters')
    await page.getByRole('button', { name: 'Save my choice' }).click()
    await page.getByText('Saved.').waitFor()
  })
})

describe('a letter to a leader', () => {
  it('fits wherever it is read', async () => {
    decideReminders(at.house.as(), 'https://hours.northwind.example')
    const { page } = await at.street.visit()
    await page.setContent(at.house.db.select().from(letters).get()?.html ?? '')
    for (const size of [PHONE, DESK]) {
      await page.setViewportSize(size)
      expect(await stickingOut(page)).toEqual([])
    }
    expect(await page.getByRole('link').count()).toBe(2)
  })
})
