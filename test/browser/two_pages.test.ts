import { describe, expect, it } from 'vitest'
import { reflectionDrafts } from '../../src/platform/db/tables.ts'
import { errandStreet } from '../support/errand_street.ts'
import { REFLECTION, STORY_LABEL, tap, untilSaid } from '../support/on_the_phone.ts'

const at = errandStreet()

describe('newer words are never overwritten by older ones', () => {
  it('in two tabs: what only one of them changed comes together, and for the rest the person chooses', async () => {
    const { page: one, context } = await at.street.visit({ as: 'nora' })
    const other = await context.newPage()
    await one.goto(REFLECTION)
    await other.goto(REFLECTION)
    await one.getByLabel(STORY_LABEL).fill('From the first tab')
    await untilSaid(one, 'Saved.')
    await other.getByLabel(STORY_LABEL).fill('From the second tab')
    await tap(other, 'As a leader watching, I was …', '3')
    const choice = other.getByRole('group', { name: 'Which words stay?' })
    await choice.getByText('On the other page: “From the first tab”').waitFor()
    await choice.getByText('Here: “From the second tab”').waitFor()
    expect(at.draft()?.answers).toMatchObject({ story: 'From the first tab' })
    await choice.getByRole('button', { name: 'Keep what is here' }).click()
    await untilSaid(other, 'Saved.')

    expect(at.draft()?.answers).toMatchObject({ story: 'From the second tab', pride: '3' })
  })

  it('on two devices, one of which was in a tunnel', async () => {
    const { page: phone, context: signal } = await at.street.visit({ as: 'nora' })
    const { page: desk } = await at.street.visit({ as: 'nora' })
    await phone.goto(REFLECTION)
    await desk.goto(REFLECTION)
    await signal.setOffline(true)
    await phone.getByLabel(STORY_LABEL).fill('Written in the tunnel')
    await phone.getByLabel('The exact words that stayed with me').fill('“Hm.”')
    await desk.getByLabel(STORY_LABEL).fill('Written at the desk')
    await untilSaid(desk, 'Saved.')
    await signal.setOffline(false)
    const choice = phone.getByRole('group', { name: 'Which words stay?' })
    await choice.getByText('On the other page: “Written at the desk”').waitFor()
    await phone.getByRole('button', { name: 'Hand in' }).click()
    await phone.getByText('Choose first which words stay.').waitFor()
    expect(at.draft()?.answers).toMatchObject({ story: 'Written at the desk', phrase: '“Hm.”' })
    await choice.getByRole('button', { name: 'Take the other' }).click()

    await expect.poll(() => phone.getByLabel(STORY_LABEL).inputValue()).toBe('Written at the desk')
  })

  it('without scripts: the page that was overtaken shows both', async () => {
    const { page } = await at.street.visit({ as: 'nora', scripts: false })
    await page.goto(REFLECTION)
    await page.getByLabel(STORY_LABEL).fill('Older')
    at.house.db
      .insert(reflectionDrafts)
      .values({ assignmentId: 'bill', answers: { story: 'Newer' }, version: 1 })
      .run()
    await page.getByRole('button', { name: 'Save and come back' }).click()

    await page.getByText('Another page saved other words meanwhile').waitFor()
    await page.getByText('Newer').waitFor()
    expect(await page.getByLabel(STORY_LABEL).inputValue()).toBe('Older')
  })
})
