import { afterAll, afterEach, beforeEach } from 'vitest'
import { reflectionDrafts } from '../../src/platform/db/tables.ts'
import { closeBrowser, openStreet, type Street } from './browser.ts'
import { assign, setUpErrands } from './errands.ts'
import { type House, openHouse } from './house.ts'

/** A house in which Nora has an errand, and a street to it: both anew for each test of the file that asks. */
export function errandStreet() {
  let house: House
  let street: Street
  beforeEach(async () => {
    house = await openHouse()
    setUpErrands(house)
    assign(house)
    street = await openStreet(house)
  })
  afterEach(() => street.close())
  afterAll(closeBrowser)

  return {
    get house() {
      return house
    },
    get street() {
      return street
    },
    /** What the server keeps of a reflection that is being written. */
    draft: () => house.db.select().from(reflectionDrafts).get(),
  }
}
