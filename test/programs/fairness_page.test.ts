import { beforeEach, describe, expect, it } from 'vitest'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { absences } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { openHouseWithProgram } from '../support/rotating.ts'

let house: House
let program: string
beforeEach(async () => {
  ;({ house, program } = await openHouseWithProgram())
})

const plan = () => planRound(house.as('maud'), program)
const page = async (query = '') => house.get('maud', `/programs/${program}/fairness${query}`)
const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the fairness page', () => {
  it('opens with words to read aloud, then shows the figures and pictures they follow from', async () => {
    publishRound(house.as('maud'), plan())
    plan()
    const { body, statusCode } = await page()
    expect(statusCode).toBe(200)
    expect(text(body)).toContain('2 contacts each.')
    expect(text(body)).toContain('Over 2 rounds 6 leaders have 12 contacts; 12 are owed.')
    expect(text(body)).toContain('Nobody meets the same touchpoint twice within 90 days.')
    expect(body.match(/<svg class="plot"/g)).toHaveLength(3 - 1)
    expect(body).toContain('Nora Lindqvist: 2 contacts, 2 owed')
    expect(body).toMatch(/Billing line: \d contacts, 4 due by its share of the traffic/)
  })

  it('owes nothing to a leader who was away, and says so by the mark', async () => {
    house.db
      .insert(absences)
      .values({ id: 'away', memberId: 'viktor', fromDay: '2026-05-25', toDay: '2026-07-01' })
      .run()
    plan()
    const { body } = await page()
    expect(body).toContain('Viktor Hale: 0 contacts, 0 owed')
    expect(text(body)).toContain('Among leaders who were there alike nobody has more than one above another.')
  })

  it('keeps the proof of each drawing', async () => {
    plan()
    expect(text((await page()).body)).toMatch(/June 2026 Proven best: .*loads/)
  })

  it('says that nothing is planned before the first round', async () => {
    const { body, statusCode } = await page()
    expect(statusCode).toBe(200)
    expect(text(body)).toContain('Nothing is planned yet.')
  })

  it('is for leads, and for programs that are there', async () => {
    expect((await house.get('nora', `/programs/${program}/fairness`)).statusCode).toBe(403)
    expect((await house.get('maud', '/programs/nobody-knows-this/fairness')).statusCode).toBe(404)
    expect((await page('?leaders=-3')).statusCode).toBe(200)
  })
})
