import { describe, expect, it } from 'vitest'
import { errandStreet } from '../support/errand_street.ts'
import {
  answerAll,
  keptOn,
  LIVE,
  predict,
  predictAndStart,
  press,
  REFLECTION,
  STORY_LABEL,
  slipsOn,
  until,
  untilKept,
  untilSaid,
  withNoRoom,
  withNothingKept,
  withSlowDevice,
} from '../support/on_the_phone.ts'

const at = errandStreet()

describe('a device', () => {
  it('keeps words through a lost session, and gives them back after signing in again', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await page.goto(REFLECTION)
    await context.clearCookies()
    await page.getByLabel(STORY_LABEL).fill('Still here')
    await page.getByText('You are signed out').waitFor()
    await at.street.signIn(context, 'nora')
    await page.goto(REFLECTION)
    await untilSaid(page, 'Saved.')

    expect(at.draft()?.answers).toMatchObject({ story: 'Still here' })
  })

  it('shows nothing of one member to another, with a connection or without', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await page.goto('/today')
    await untilKept(page, LIVE, REFLECTION)
    await page.goto(REFLECTION)
    await page.getByLabel(STORY_LABEL).fill('Nora’s own words')
    await at.street.signIn(context, 'viktor')
    await page.goto('/today')
    await page.getByRole('heading', { name: 'Nothing waits for you.' }).waitFor()
    await at.street.cutOff(context)
    for (const path of [REFLECTION, LIVE, '/assignments/bill']) {
      await page.goto(path)
      expect(await page.locator('body').innerText(), path).not.toMatch(/Nora|bill/i)
      await page.getByRole('heading', { name: 'There is no connection.' }).waitFor()
    }
  })

  it('keeps nothing once its member has signed out', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await page.goto('/today')
    await untilKept(page, LIVE, REFLECTION)
    await predictAndStart(page)
    await press(page, 'Dialled')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Be your own customer' }).waitFor()
    await until(async () => Object.keys(await keptOn(page)).length === 0)
    await at.street.cutOff(context)
    await page.goto('/today')
    await page.getByRole('heading', { name: 'There is no connection.' }).waitFor()
  })

  it('nor what it had not kept yet', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await withSlowDevice(page)
    await page.goto(REFLECTION)
    await page.getByLabel(STORY_LABEL).pressSequentially('Nora’s own words')
    expect(await slipsOn(page)).toHaveLength(1)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Be your own customer' }).waitFor()

    await until(async () => (await slipsOn(page)).length === 0)
  })

  it('is never shown an old page while there is a connection', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await page.goto('/today')
    await untilKept(page, LIVE, REFLECTION)
    at.house.now = Temporal.Instant.from('2026-06-18T09:00:00Z')
    await page.goto('/today')

    await page.getByText('Today or tomorrow.').waitFor()
  })
})

describe('a browser that keeps nothing by itself', () => {
  it('says so, and sends what was handed in without a connection from the page that was left open', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await withNothingKept(page)
    await page.goto(REFLECTION)
    await untilSaid(page, 'This browser keeps nothing by itself.')
    await at.street.cutOff(context)
    await answerAll(page)
    await untilSaid(page, 'Kept on this page only: leave it open. There is no connection')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByText('when one returns. Kept on this page only: leave it open.').waitFor()
    expect(await page.locator('main').innerText()).not.toContain('on this device')
    await at.street.reconnect(context)

    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
  })

  it('says the same when it is full: of a prediction, of the live log; and words are saved nevertheless', async () => {
    const { page, context, complaints } = await at.street.visit({ as: 'nora' })
    await withNoRoom(page)
    await predict(page)
    await at.street.cutOff(context)
    await page.getByRole('button', { name: 'I am starting now' }).click()
    await page.getByText('sent when there is a connection. Kept on this page only: leave it open.').waitFor()
    await at.street.reconnect(context)
    await page.getByRole('link', { name: 'Look at it' }).click()
    await press(page, 'Dialled')
    await page.getByText('what you tap here is gone when you leave this page').waitFor()
    await page.goto(REFLECTION)
    await page.getByLabel(STORY_LABEL).fill('Nevertheless')
    await untilSaid(page, 'Saved.')
    expect([at.draft()?.answers.story, await slipsOn(page)]).toEqual(['Nevertheless', []])
    expect(complaints.filter((one) => !one.includes('ERR_'))).toEqual([])
  })
})

describe('the rules stand whatever the device does', () => {
  it('the prediction is sealed: changing it on a page that is still open is refused', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    const stale = await context.newPage()
    await stale.goto('/assignments/bill')
    await predictAndStart(page)
    await predict(stale, false)
    await stale.getByRole('button', { name: 'I am starting now' }).click()
    await stale.getByText(/Your prediction is sealed/).waitFor()
    await page.goBack()

    await page.getByRole('link', { name: 'It is over: reflect' }).waitFor()
  })

  it('a window that ends while somebody writes takes no word away', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await page.goto(REFLECTION)
    await page.getByLabel(STORY_LABEL).fill('Before')
    await untilSaid(page, 'Saved.')
    at.house.now = Temporal.Instant.from('2026-07-03T09:00:00Z')
    await page.getByLabel(STORY_LABEL).fill('Before and after')
    await until(() => at.draft()?.answers.story === 'Before and after')
    await page.reload()

    await until(async () => (await page.getByLabel(STORY_LABEL).inputValue()) === 'Before and after')
  })

  it('another leader’s address leads nowhere', async () => {
    const { page } = await at.street.visit({ as: 'viktor' })
    for (const path of [REFLECTION, LIVE, '/assignments/bill', '/assignments/bill/contact', '/assignments/bill/draft'])
      expect((await page.goto(path))?.status(), path).toBe(404)
  })
})
