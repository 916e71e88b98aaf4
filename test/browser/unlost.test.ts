import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { reflections } from '../../src/platform/db/tables.ts'
import { errandStreet } from '../support/errand_street.ts'
import {
  answer,
  answerAll,
  keptOn,
  LIVE,
  predict,
  predictAndStart,
  press,
  REFLECTION,
  STORY,
  STORY_LABEL,
  slipsOn,
  tap,
  until,
  untilKept,
  untilSaid,
  withSlowDevice,
} from '../support/on_the_phone.ts'

const at = errandStreet()

const handedIn = () => at.house.db.select().from(reflections).all()

describe('nothing is lost when the page is loaded again', () => {
  it('while predicting, on the call, and while reflecting', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await predict(page)
    await until(async () => JSON.stringify(await keptOn(page)).includes('mood'))
    await page.reload()
    await until(async () => (await page.locator(':checked').count()) === 3)
    await page.getByRole('button', { name: 'I am starting now' }).click()
    await press(page, 'Dialled')
    await press(page, 'Person answered')
    await page.reload()
    await page.getByRole('heading', { name: 'With a person' }).waitFor()
    await page.getByRole('button', { name: 'Undo “Person answered”' }).click()
    await page.getByRole('heading', { name: 'Waiting for a person' }).waitFor()
    await page.goto(REFLECTION)
    await tap(page, 'As a customer, I was treated as …', '2')
    await page.getByLabel(STORY_LABEL).pressSequentially('Half a sen')
    await until(async () => JSON.stringify(await keptOn(page)).includes('Half a sen'))
    await page.reload()
    await until(async () => (await page.locator('#story').inputValue()) === 'Half a sen')
    expect(await page.getByRole('radio', { name: '2', exact: true }).first().isChecked()).toBe(true)
    await untilSaid(page, 'Saved.')
    expect(at.draft()?.answers).toMatchObject({ story: 'Half a sen', valued: '2' })
  })

  it('nor while the device is still opening what it keeps', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await withSlowDevice(page)
    await page.goto(REFLECTION)
    await page.getByLabel(STORY_LABEL).pressSequentially('Half a sen')
    await tap(page, 'As a customer, I was treated as …', '2')
    expect(await slipsOn(page)).toHaveLength(1)
    await page.reload()
    await until(async () => (await page.getByLabel(STORY_LABEL).inputValue()) === 'Half a sen')
    await untilSaid(page, 'Saved.')

    expect(at.draft()?.answers).toMatchObject({ story: 'Half a sen', valued: '2' })
    expect(await slipsOn(page)).toEqual([])
  })
})

describe('nothing is taken away again', () => {
  it('that was typed before the page had its scripts, or its device what it keeps', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    const device = await withSlowDevice(page)
    const scripts = Promise.withResolvers<void>()
    await page.route('**/draft.js', (route) => scripts.promise.then(() => route.continue()))
    await page.goto(REFLECTION, { waitUntil: 'commit' })
    await page.getByLabel(STORY_LABEL).pressSequentially('Half')
    scripts.resolve()
    await page.waitForLoadState('load')
    await page.getByLabel(STORY_LABEL).pressSequentially(' a')
    await tap(page, 'As a customer, I was treated as …', '2')
    await device.goOn()
    await page.getByLabel(STORY_LABEL).pressSequentially(' sen')
    await until(() => at.draft()?.answers.story === 'Half a sen')

    expect(at.draft()?.answers).toMatchObject({ valued: '2' })
    expect(await page.getByLabel(STORY_LABEL).inputValue()).toBe('Half a sen')
  })
})

describe('nothing is lost without a connection', () => {
  it('from the briefing to handed in, which happens once, when the connection returns', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await page.goto('/today')
    await untilKept(page, LIVE, REFLECTION)
    await at.street.cutOff(context)
    await predict(page)
    await page.getByRole('button', { name: 'I am starting now' }).click()
    await press(page, 'Dialled')
    await press(page, 'Person answered')
    await press(page, 'Ended')
    await page.getByRole('link', { name: 'It is over: reflect' }).click()
    await page.getByText('From your live log').waitFor()
    await answer(page)
    await untilSaid(page, 'Kept on this device. There is no connection')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByText('handed in, once, when one returns').waitFor()
    await page.goto('/today')
    await page.getByText('Your prediction is sealed on this device').waitFor()
    expect(handedIn()).toEqual([])
    await page.goto(REFLECTION)
    await at.street.reconnect(context)
    await page.getByText('You expected to feel valued 4 of 5, and felt 2.').waitFor()

    expect(handedIn()).toMatchObject([{ story: STORY, reached: 'person' }])
    expect(at.draft()).toBeUndefined()
    expect(await keptOn(page)).toEqual({})
    expect(await slipsOn(page)).toEqual([])
  })

  it('nor when a reflection is not complete yet: it says what is open', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await page.goto('/today')
    await untilKept(page, REFLECTION)
    await page.goto(REFLECTION)
    await at.street.cutOff(context)
    await page.getByLabel(STORY_LABEL).fill('Half')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByText(/answers are still open. Nothing is lost/).waitFor()
    await page.getByRole('button', { name: 'Save and come back' }).click()
    await page.getByRole('heading', { name: 'Ring the billing line' }).waitFor()
    await at.street.reconnect(context)
    await page.goto(REFLECTION)
    await untilSaid(page, 'Saved.')
    expect(at.draft()?.answers).toMatchObject({ story: 'Half' })
  })

  it('nor when the session ends meanwhile, and the words may name somebody', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await predictAndStart(page)
    await press(page, 'Dialled')
    await press(page, 'Person answered')
    await press(page, 'Ended')
    await page.goto(REFLECTION)
    await page.getByText('From your live log').waitFor()
    await untilKept(page, REFLECTION)
    await at.street.cutOff(context)
    await answer(page, 'Sarah Whitcombe thanked me three times.')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByText('handed in, once, when one returns').waitFor()
    await context.clearCookies()
    await at.street.reconnect(context)
    await page.getByText('You are signed out').waitFor()
    await at.street.signIn(context, 'nora')
    await page.goto('/today')
    await page.getByText('Your reflection was not taken').waitFor()
    await page.getByRole('link', { name: 'Open it' }).click()
    await untilSaid(page, 'Saved.')
    expect(await page.getByLabel(STORY_LABEL).inputValue()).toContain('Whitcombe')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByRole('heading', { name: 'Could this point at one person?' }).waitFor()
    expect(handedIn()).toEqual([])
    await page.locator('main').getByRole('button').first().click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()

    expect(handedIn()).toMatchObject([{ story: expect.not.stringContaining('Whitcombe') }])
  })

  it('nor when it breaks off while the form is under way', async () => {
    const { page, context } = await at.street.visit({ as: 'nora' })
    await page.goto('/today')
    await untilKept(page, REFLECTION)
    await page.goto(REFLECTION)
    await answerAll(page)
    await untilSaid(page, 'Saved.')
    await at.street.restart(async () => {
      await page.getByRole('button', { name: 'Hand in' }).click()
      await page.getByText('handed in, once, when one returns').waitFor()
    })
    // The phone says that it has a connection again; otherwise it would be tried every quarter of a minute.
    await context.setOffline(true)
    await context.setOffline(false)
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    expect(handedIn()).toHaveLength(1)
  })

  it('nor when the server restarts between two answers', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await page.goto(REFLECTION)
    await tap(page, 'As a customer, I was treated as …', '2')
    await untilSaid(page, 'Saved.')
    await at.street.restart(async () => {
      await tap(page, 'As a leader watching, I was …', '3')
      await untilSaid(page, 'Kept on this device.')
    })
    await tap(page, 'They noticed how I felt, and said so', '1')
    await untilSaid(page, 'Saved.')

    expect(at.draft()?.answers).toMatchObject({ valued: '2', pride: '3', acknowledged: '1' })
  })
})

describe('nothing is lost when the phone dies', () => {
  it('in the middle of a word, nor the taps on the call', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plainclothes-phone-'))
    const phone = await at.street.phone(folder)
    await at.street.signIn(phone.context, 'nora')
    await predictAndStart(phone.page)
    await press(phone.page, 'Dialled')
    await press(phone.page, 'Person answered')
    await phone.page.goto(REFLECTION)
    await phone.page.getByText('From your live log').waitFor()
    await phone.context.setOffline(true)
    await phone.page.getByLabel(STORY_LABEL).pressSequentially('I was thanked three ti')
    await until(async () => JSON.stringify(await keptOn(phone.page)).includes('three ti"'))
    const gone = new Promise((resolve) => phone.context.once('close', resolve))
    const session = await phone.context.newCDPSession(phone.page)
    await session.send('Browser.crash').catch(() => undefined)
    await gone

    const again = await at.street.phone(folder)
    await at.street.signIn(again.context, 'nora')
    await again.page.goto(LIVE)
    await again.page.getByRole('heading', { name: 'With a person' }).waitFor()
    await again.page.goto(REFLECTION)
    await untilSaid(again.page, 'Saved.')
    expect(await again.page.getByLabel(STORY_LABEL).inputValue()).toBe('I was thanked three ti')
    expect(at.draft()?.answers).toMatchObject({ story: 'I was thanked three ti', wait: 'none' })
    await again.context.close()
    rmSync(folder, { recursive: true, force: true })
  })
})
