import { describe, expect, it } from 'vitest'
import { reflections } from '../../src/platform/db/tables.ts'
import { inTheWay, picture, type Visit } from '../support/browser.ts'
import { errandStreet } from '../support/errand_street.ts'
import { answerAll, predict, REFLECTION, STORY_LABEL, tap } from '../support/on_the_phone.ts'

const at = errandStreet()

/** Without scripts there is no pad to wait for. */
async function predictAndStart({ page }: Visit): Promise<void> {
  await predict(page)
  await page.getByRole('button', { name: 'I am starting now' }).click()
}

describe('a leader’s way', () => {
  it('from today to thanks, without a barrier', async () => {
    const visit = await at.street.visit({ as: 'nora' })
    const { page } = visit
    const look = async (what: string) => expect(await inTheWay(page, `leader ${what}`)).toEqual([])
    await page.goto('/')
    await look('today')
    await predictAndStart(visit)
    await look('contact')
    await page.getByRole('link', { name: 'It is over: reflect' }).click()
    await look('reflection')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await look('reflection-wrong')
    await answerAll(page)
    await look('reflection-filled')
    await page.getByRole('button', { name: 'Hand in' }).click()
    await page.getByRole('heading', { name: 'Thank you.' }).waitFor()
    await look('thanks')
    await page.getByRole('link', { name: 'correct facts and revise texts' }).click()
    await look('correction')
    await page.goto('/contacts')
    await look('contacts')
    await page.getByRole('link', { name: 'Billing line' }).click()
    await look('reflection-read')
    await page.goto('/assignments/new')
    await look('own-contact')
    await at.street.signIn(visit.context, 'maud')
    await page.goto('/reflections')
    await look('reading')
    expect(visit.complaints).toEqual([])
  })

  it('is whole without scripts', async () => {
    const visit = await at.street.visit({ as: 'nora', scripts: false })
    await predictAndStart(visit)
    await visit.page.getByRole('link', { name: 'It is over: reflect' }).click()
    await picture(visit.page, 'leader-reflection-bare')
    await answerAll(visit.page)
    await visit.page.getByRole('button', { name: 'Hand in' }).click()

    await visit.page.getByText('You expected to feel valued 4 of 5, and felt 2.').waitFor()
  })

  it('shows only the questions that apply, and brings answers back', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await page.goto(REFLECTION)
    const right = page.getByRole('group', { name: 'Was what you were told right and complete?' })
    await tap(page, 'Was what you were told right and complete?', 'Partly')
    await tap(page, 'Did you get through?', 'No answer')
    expect(await right.isVisible()).toBe(false)
    expect(await page.getByText('Not needed', { exact: true }).isVisible()).toBe(false)
    await tap(page, 'Did you get through?', 'A person')
    expect(await right.getByRole('radio', { name: 'Partly' }).isChecked()).toBe(true)
    await tap(page, 'Did they deal with what you came for?', 'No')
    expect(await page.getByText('Not needed', { exact: true }).isVisible()).toBe(false)
  })

  it('saves and comes back', async () => {
    const { page } = await at.street.visit({ as: 'nora' })
    await page.goto(REFLECTION)
    await page.getByLabel(STORY_LABEL).fill('Half a sen')
    await page.getByRole('button', { name: 'Save and come back' }).click()
    await page.goto(REFLECTION)
    expect(await page.getByLabel(STORY_LABEL).inputValue()).toBe('Half a sen')
  })

  it('takes a double click for one', async () => {
    const visit = await at.street.visit({ as: 'nora' })
    await predictAndStart(visit)
    await visit.page.getByRole('link', { name: 'It is over: reflect' }).click()
    await answerAll(visit.page)
    await visit.page.getByRole('button', { name: 'Hand in' }).dblclick()

    await visit.page.getByText('You expected to feel valued 4 of 5, and felt 2.').waitFor()
    expect(at.house.db.select().from(reflections).all()).toHaveLength(1)
  })
})
