import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { assignments, rounds, touchpoints } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { openHouseWithProgram } from '../support/rotating.ts'

let house: House
let program: string
beforeEach(async () => {
  ;({ house, program } = await openHouseWithProgram())
})

const plan = () => planRound(house.as('maud'), program)

describe('the page of a program', () => {
  it('opens with the draft that waits, whichever rounds are looked at', async () => {
    publishRound(house.as('maud'), plan())
    for (let round = 0; round < 6; round++) planRound(house.as('maud'), program)
    for (const from of [1, 7])
      expect((await house.get('maud', `/programs/${program}?rounds=${from}`)).body).toMatch(/<h1>[^<]*is a draft\./)
  })

  it('counts no cool-down where nobody made a contact', async () => {
    const round = plan()
    publishRound(house.as('maud'), round)
    house.db.update(assignments).set({ state: 'missed' }).where(eq(assignments.roundId, round)).run()
    const { body } = await house.get('maud', `/programs/${program}?rounds=1`)
    expect(body).toContain('Cool-downs: no contact has started one.')
    expect(body).not.toContain('All 0 kept')
  })

  it('says what cannot be planned where one looks for it: below the matrix, and of a closed round on its own page', async () => {
    house.db.update(touchpoints).set({ openingHours: {} }).where(eq(touchpoints.id, 'chat')).run()
    const round = plan()
    const page = async () => (await house.get('maud', `/programs/${program}?rounds=1`)).body
    expect(await page()).toContain('href="#obstacles"')
    house.db.update(rounds).set({ state: 'closed' }).where(eq(rounds.id, round)).run()
    expect(await page()).not.toContain('href="#obstacles"')
    expect(await page()).toContain(`href="/rounds/${round}#gaps"`)
    expect((await house.get('maud', `/rounds/${round}`)).body).toContain('id="gaps"')
  })
})
