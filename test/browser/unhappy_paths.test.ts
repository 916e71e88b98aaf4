import { eq, inArray } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { members, reflections, touchpoints } from '../../src/platform/db/tables.ts'
import { closeBrowser, DESK, openStreet, PHONE, type Street, stickingOut, tabTo } from '../support/browser.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let street: Street
beforeEach(async () => {
  house = await openHouse({ cast: [{ key: 'nora', name: 'Nora Lindqvist', does: 'leader' }] })
  setUpErrands(house)
  assign(house, { state: 'contacted', contactedOn: '2026-06-10' })
  street = await openStreet(house)
})
afterEach(() => street.close())
afterAll(closeBrowser)

const FORM = '/assignments/bill/reflection'
const STORY = 'Thanked three times, and I still do not know what I owe.'

/** Nobody was reached: the shortest reflection there is. */
const ANSWERS: readonly [question: string, answer: string][] = [
  ['At what time of the day?', 'Morning'],
  ['Did you get through?', 'No answer'],
  ['How long until a person?', 'Over 10 min'],
  ['Were you offered a way to take it further?', 'No'],
  ['Did they promise to come back to you, and did they?', 'No promise'],
  ['A person answers within three minutes.', 'Not met'],
  ['A person explains the bill.', 'Could not tell'],
  ['A person says what happens next.', 'Could not tell'],
  ['As a customer, I was treated as …', '2'],
  ['As a leader watching, I was …', '1'],
  ['Would you stay, or become, our customer after this?', 'Unsure'],
]

const key = (page: Page, question: string, answer: string) =>
  page.getByRole('group', { name: question }).getByRole('radio', { name: new RegExp(`^${answer}( ?, |$)`) })

async function fillIn(page: Page): Promise<void> {
  await page.goto(FORM)
  for (const [question, answer] of ANSWERS) await key(page, question, answer).check()
  await page.getByLabel('The story I would tell a friend').fill(STORY)
}

const handIn = (page: Page) => page.getByRole('button', { name: 'Hand in' }).click()
const handedIn = () => house.db.select().from(reflections).all().length

describe('a reflection', () => {
  it('that is sent from two tabs is handed in once, and other words are not lost', async () => {
    const { page, context } = await street.visit({ as: 'nora' })
    const other = await context.newPage()
    await fillIn(page)
    await fillIn(other)
    await other.getByLabel('The story I would tell a friend').fill('Other words, typed in another tab.')
    await handIn(page)
    await page.waitForURL(/thanks/)
    await handIn(other)
    await other.getByText('This reflection is handed in already').first().waitFor()
    expect(await other.getByLabel('The story I would tell a friend').inputValue()).toBe(
      'Other words, typed in another tab.',
    )
    expect(handedIn()).toBe(1)
  })

  it('that is sent again after the back button stays one', async () => {
    const { page } = await street.visit({ as: 'nora', scripts: false })
    await fillIn(page)
    await handIn(page)
    await page.waitForURL(/thanks/)
    await page.goBack()
    if (await page.getByRole('button', { name: 'Hand in' }).count()) await handIn(page)
    expect(handedIn()).toBe(1)
  })

  it('that is sent after the session ended is shown back, and sent again after signing in', async () => {
    const { page, context } = await street.visit({ as: 'nora' })
    await fillIn(page)
    await context.clearCookies()
    await handIn(page)
    await page.getByRole('heading', { name: 'You are signed out. Nothing you typed is lost.' }).waitFor()
    await street.signIn(context, 'nora')
    await page.getByRole('button', { name: 'I am signed in: send it again' }).click()
    await page.waitForURL(/thanks/)
    expect(handedIn()).toBe(1)
  })
})

describe('without a mouse', () => {
  it('one signs in, reflects and hands in', async () => {
    const { page } = await street.visit({ size: DESK })
    await page.goto(`/sign-in?next=${FORM}`)
    await tabTo(page, /^Nora Lindqvist/)
    await page.keyboard.press('Enter')
    await page.waitForURL(street.url + FORM)
    await fillInByKeys(page)
    await tabTo(page, /^Hand in/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/thanks/)
    expect(handedIn()).toBe(1)
  })
})

describe('one long word', () => {
  it('breaks before it leaves the page, as a name and as a tick', async () => {
    const word = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
    house.db
      .update(members)
      .set({ name: word })
      .where(inArray(members.id, ['nora', 'maud']))
      .run()
    const [first] = house.db.select().from(touchpoints).limit(1).all()
    house.db
      .update(touchpoints)
      .set({ name: word })
      .where(eq(touchpoints.id, `${first?.id}`))
      .run()
    for (const size of [PHONE, DESK]) {
      const { page } = await street.visit({ as: 'maud', size })
      for (const url of ['/members', '/touchpoints', '/programs/new', '/scenarios/new']) {
        await page.goto(url)
        expect(await stickingOut(page), url).toEqual([])
      }
    }
  })
})

/** Tab goes from question to question; Space and the arrows choose, as in any radio group. */
async function fillInByKeys(page: Page): Promise<void> {
  for (const [question, answer] of ANSWERS) {
    await page.keyboard.press('Tab')
    const wanted = key(page, question, answer)
    for (let presses = 0; presses < 60 && !(await isWithin(page, question)); presses++) await page.keyboard.press('Tab')
    if (!(await wanted.isChecked())) await page.keyboard.press('Space')
    for (let presses = 0; presses < 8 && !(await wanted.isChecked()); presses++) await page.keyboard.press('ArrowRight')
    expect(await wanted.isChecked(), question).toBe(true)
  }
  await tabTo(page, /^The story I would tell a friend/)
  await page.keyboard.type(STORY)
}

function isWithin(page: Page, question: string): Promise<boolean> {
  return page.evaluate(
    `(document.activeElement.closest('fieldset')?.querySelector('legend')?.innerText ?? '').startsWith(${JSON.stringify(question)})`,
  )
}
