import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { Plannings } from '../../src/features/programs/large_plan_actions.ts'
import { listRoundsOf } from '../../src/features/programs/round_store.ts'
import { closeBrowser, DESK, inTheWay, openStreet, PHONE, type Street } from '../support/browser.ts'
import type { House } from '../support/house.ts'
import { openRotatingHouse, programDetails } from '../support/rotating.ts'

/** Every plan counts as large here, so that each is worked out in a thread. */
const plannings = new Plannings({ largest: 0 })
let house: House
let street: Street
let program: string
beforeEach(async () => {
  house = await openRotatingHouse({ plannings })
  program = addProgram(house.as('maud'), programDetails())
  street = await openStreet(house)
})
afterEach(() => {
  plannings.endAll()
  return street.close()
})
afterAll(closeBrowser)

it('is waited for on a page that looks again by itself, without scripts', async () => {
  const { page } = await street.visit({ scripts: false, as: 'maud' })
  await page.goto(`/programs/${program}`)
  await page.getByRole('button', { name: /^Plan / }).click()
  await page.waitForURL(`**/programs/${program}`)
  expect(listRoundsOf(house.as(), program)).toHaveLength(1)
})

it.each([
  ['a phone', PHONE, false],
  ['a desk in the dark', DESK, true],
])('shows how far it is on %s, with nothing in the way', async (_where, size, dark) => {
  const { page } = await street.visit({ size, dark, as: 'maud' })
  await page.route('**/planning', async (route) => {
    const response = await route.fetch()
    const { refresh, ...headers } = response.headers()
    expect(refresh).toBe('2')
    await route.fulfill({ response, headers })
  })
  await page.goto(`/programs/${program}`)
  await page.getByRole('button', { name: /^Plan / }).click()
  await page.getByText('The plan is being worked out.').waitFor()
  expect(await inTheWay(page, `planning on ${size.width}`)).toEqual([])
  await page.getByRole('button', { name: 'Stop planning' }).click()
  await page.waitForURL(`**/programs/${program}`)
})
