import { afterAll, afterEach, expect, it } from 'vitest'
import type { Context } from '../../src/context.ts'
import { addProgram } from '../../src/features/programs/actions.ts'
import { type Planning, Plannings } from '../../src/features/programs/large_plan_actions.ts'
import { listRoundsOf } from '../../src/features/programs/round_store.ts'
import { closeBrowser, DESK, inTheWay, openStreet, PHONE, type Street } from '../support/browser.ts'
import type { House } from '../support/house.ts'
import { openRotatingHouse, programDetails } from '../support/rotating.ts'

/** A plan that is still being worked out when its page comes, on the fastest machine and the slowest. */
class AtWork extends Plannings {
  #program: string | undefined

  override begin(_ctx: Context, program: string): null {
    this.#program = program

    return null
  }

  override find(program: string): Planning | undefined {
    if (program !== this.#program) return undefined

    return { state: 'at_work', done: 3, of: 12, leaders: 6, touchpoints: 3, leadsTo: '', failure: null }
  }

  override end(): void {
    this.#program = undefined
  }
}

let house: House
let street: Street
let program: string
async function open(plannings: Plannings): Promise<void> {
  house = await openRotatingHouse({ plannings })
  program = addProgram(house.as('maud'), programDetails())
  street = await openStreet(house)
}
afterEach(() => street.close())
afterAll(closeBrowser)

it('is waited for on a page that looks again by itself, without scripts', async () => {
  // Every plan counts as large, so that it is worked out in a thread.
  await open(new Plannings({ largest: 0 }))
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
  const plannings = new AtWork()
  await open(plannings)
  plannings.begin(house.as('maud'), program)
  const { page } = await street.visit({ size, dark, as: 'maud' })
  await page.route('**/planning', async (route) => {
    const response = await route.fetch()
    const { refresh, ...headers } = response.headers()
    expect(refresh).toBe('2')
    await route.fulfill({ response, headers })
  })
  await page.goto(`/programs/${program}/planning`)
  await page.getByText('The plan is being worked out.').waitFor()
  expect(await inTheWay(page, `planning on ${size.width}`)).toEqual([])
  await page.getByRole('button', { name: 'Stop planning' }).click()
  await page.waitForURL(`**/programs/${program}`)
})
