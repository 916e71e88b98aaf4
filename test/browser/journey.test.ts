import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { renewSetUpLink } from '../../src/features/signin/setup_actions.ts'
import { assignments, members } from '../../src/platform/db/tables.ts'
import {
  closeBrowser,
  DESK,
  inTheWay,
  openStreet,
  PHONE,
  type Street,
  stickingOut,
  type Visit,
  type VisitOptions,
} from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { FACTS, STORY, STORY_LABEL, tap } from '../support/on_the_phone.ts'
import { parseCsv } from '../support/parse_csv.ts'

afterAll(closeBrowser)

describe('from the set-up link to the second month', () => {
  it.each<[string, VisitOptions]>([
    ['on a phone', { size: PHONE }],
    ['at a desk, in the dark, without scripts', { size: DESK, dark: true, scripts: false }],
  ])('%s', async (_, options) => {
    const house = await openHouse({ empty: true, now: '2026-06-01T09:00:00Z' })
    const street = await openStreet(house)
    const maud = await street.visit(options)
    const look = async ({ page }: Visit, what: string) => {
      // axe needs scripts.
      if (options.scripts !== false) expect(await inTheWay(page, `journey ${what}`)).toEqual([])
      else expect(await stickingOut(page), what).toEqual([])
    }

    await setUp(house, street, maud)
    await look(maud, 'begin')
    await addTouchpoint(maud.page)
    await look(maud, 'touchpoint')
    await copyScenario(maud.page)
    await look(maud, 'scenario')
    for (const name of ['Nora Lindqvist', 'Viktor Hale']) await addLeader(maud.page, name)
    await beginProgram(maud.page)
    await look(maud, 'program')
    await planAndPublish(maud.page)
    await look(maud, 'published')

    const nora = await letIn(street, maud, 'Nora Lindqvist', options)
    await contactAndReflect(house, nora, 'Nora Lindqvist', (what) => look(nora, what))
    await maud.page.goto('/reflections')
    await look(maud, 'to read')
    expect(await maud.page.getByText('Nora Lindqvist').count()).toBeGreaterThan(0)
    expect(await countedIn(maud.page, '2026-06')).toBe(1)

    house.now = Temporal.Instant.from('2026-07-01T09:00:00Z')
    await maud.page.goto('/programs')
    await planAndPublish(maud.page)
    const viktor = await letIn(street, maud, 'Viktor Hale', options)
    await contactAndReflect(house, viktor, 'Viktor Hale', () => Promise.resolve())
    await maud.page.goto('/months')
    await look(maud, 'two months')
    expect([await countedIn(maud.page, '2026-06'), await countedIn(maud.page, '2026-07')]).toEqual([1, 1])
    for (const visit of [maud, nora, viktor]) expect(visit.complaints).toEqual([])
    await street.close()
  })
})

async function setUp(house: House, street: Street, { page }: Visit): Promise<void> {
  await page.goto(renewSetUpLink(house.as(), street.url) ?? '')
  await fill(page, { Name: 'Northwind Energy', 'Your name': 'Maud Bergström', 'Work e-mail': 'maud@northwind.example' })
  await fill(page, { 'Time zone': 'Europe/London' })
  await page.getByRole('button', { name: 'Set up and sign me in' }).click()
  await page.getByRole('heading', { name: 'Four steps to the first round.' }).waitFor()
}

async function addTouchpoint(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'A first touchpoint' }).click()
  await fill(page, { Name: 'Billing line', 'Where customers find it': '0808 157 0342', Monday: '08:00–20:00' })
  await press(page, 'Add this touchpoint')
  await page.getByRole('heading', { name: 'Billing line' }).waitFor()
}

async function copyScenario(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Three steps to the first round' }).click()
  await page.getByRole('link', { name: 'First scenarios' }).click()
  await page.getByRole('link', { name: 'Phone line', exact: true }).click()
  await page.locator('main table a').first().click()
  await page.getByRole('link', { name: 'Copy and adapt' }).click()
  await page.getByRole('checkbox', { name: 'Billing line' }).check()
  await press(page, 'Add this scenario')
}

async function addLeader(page: Page, name: string): Promise<void> {
  await page.goto('/members/new')
  await fill(page, { Name: name, 'Work e-mail': `${name.split(' ')[0]?.toLowerCase()}@northwind.example` })
  await press(page, 'Add this member')
  await page.getByRole('heading', { name }).waitFor()
}

async function beginProgram(page: Page): Promise<void> {
  await page.goto('/programs/new')
  await fill(page, { Name: 'First-hand 2026' })
  for (const name of ['Nora Lindqvist', 'Viktor Hale', 'Billing line'])
    await page.getByRole('checkbox', { name }).check()
  for (const box of await page.getByRole('group', { name: 'Scenarios' }).getByRole('checkbox').all()) await box.check()
  await page.locator('main form button').last().click()
}

async function planAndPublish(page: Page): Promise<void> {
  await page.goto('/programs')
  await page.locator('main form button').first().click()
  await page
    .getByRole('link', { name: /^Publish/ })
    .first()
    .click()
  await page.getByRole('button', { name: /^Publish/ }).click()
}

/** Without a mail server an admin issues a link, which the leader opens in a browser of their own. */
async function letIn(street: Street, { page }: Visit, name: string, options: object): Promise<Visit> {
  await page.goto('/members')
  await page.getByRole('link', { name }).click()
  await page.getByRole('link', { name: 'Issue a sign-in link' }).click()
  await press(page, 'Issue the link')
  const link = await page.getByLabel('One-time link').inputValue()
  const visit = await street.visit(options)
  await visit.page.goto(new URL(link).pathname)
  await press(visit.page, `Sign in as ${name}`)
  if (await visit.page.getByRole('button', { name: 'I have read it: go on' }).count())
    await press(visit.page, 'I have read it: go on')

  return visit
}

/** The clock goes to a day of the window on which the line is open. */
async function contactAndReflect(
  house: House,
  { page }: Visit,
  name: string,
  look: (what: string) => Promise<void>,
): Promise<void> {
  const member = house.db.select().from(members).where(eq(members.name, name)).get()
  const mine = house.db
    .select()
    .from(assignments)
    .all()
    .filter((one) => one.leaderId === member?.id && one.state === 'open')
  const [fromDay = ''] = mine
    .map((one) => one.fromDay)
    .toSorted()
    .reverse()
  house.now = Temporal.PlainDate.from(fromDay)
    .toZonedDateTime({ timeZone: 'Europe/London', plainTime: '10:00' })
    .toInstant()
  await page.goto('/today')
  await look('briefing')
  await tap(page, 'How valued will you feel?', '4')
  await tap(page, 'Will they deal with what you come for?', 'Yes')
  await tap(page, 'How are you right now?', 'Calm')
  await press(page, 'I am starting now')
  await look('contact')
  await page.getByRole('link', { name: 'It is over: reflect' }).click()
  await look('reflection')
  for (const [question, answer] of ANSWERS) await tap(page, question, answer)
  await page.getByLabel(STORY_LABEL).fill(STORY)
  await page.getByRole('button', { name: 'Hand in' }).click()
  await page.getByText('You expected to feel valued 4 of 5, and felt 2.').waitFor()
  await look('thanks')
}

const ANSWERS = [
  ...FACTS,
  ['Did you have to repeat yourself?', 'Yes'],
  ['Did they deal with what you came for?', 'Partly'],
  ['Was what you were told right and complete?', 'Yes'],
  ['Were you offered a way to take it further?', 'When I asked'],
  ['Did they promise to come back to you, and did they?', 'No promise'],
  ['As a customer, I was treated as …', '2'],
  ['They noticed how I felt, and said so', '2'],
  ['As a leader watching, I was …', '3'],
  ['Would you stay, or become, our customer after this?', 'Unsure'],
] as const

/** What the months' page gives to spreadsheets: how many contacts could have reached a person in that month. */
async function countedIn(page: Page, month: string): Promise<number> {
  await page.goto('/months')
  const href = await page.getByRole('link', { name: /CSV/ }).getAttribute('href')
  const [header = [], ...rows] = parseCsv(await (await page.request.get(href ?? '')).text())
  const row = rows.find(
    (cells) => cells[header.indexOf('measure')] === 'reached' && cells[header.indexOf('span')] === month,
  )

  return Number(row?.[header.indexOf('of')] ?? 0)
}

async function fill(page: Page, words: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(words)) await page.getByLabel(label, { exact: true }).fill(value)
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click()
}
