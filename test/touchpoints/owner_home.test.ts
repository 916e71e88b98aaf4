import { beforeEach, describe, expect, it } from 'vitest'
import { addStandard, setIntent } from '../../src/features/touchpoints/actions.ts'
import { addBillingLine } from '../support/billing_line.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const billing = (name?: string, ownerId?: string | null) => addBillingLine(house, name, ownerId)

describe('an owner', () => {
  it('has a home with what is wanted at their own touchpoints', async () => {
    const id = billing()
    billing('Solar desk', null)
    setIntent(house.as('maud'), id, 1, {
      intent: 'Feel taken seriously.',
      motivation: 'Why',
      storyWanted: 'They listened.',
    })
    addStandard(house.as('maud'), id, { statement: 'A person answers within three minutes.', target: 0.8 })
    const home = await house.get('otto', '/touchpoints/own')
    for (const words of ['Billing line', 'Feel taken seriously.', 'They listened.', 'within three minutes', '80%'])
      expect(home.body).toContain(words)
    expect(await textOf(house, 'otto', '/touchpoints/own')).toContain('Wednesday 9–17')
    expect(home.body).not.toContain('Solar desk')
    expect(home.body).not.toContain('/change')
  })

  it('reads their own, and learns nothing of others', async () => {
    expect((await house.get('otto', `/touchpoints/${billing()}`)).statusCode).toBe(200)
    expect((await house.get('otto', `/touchpoints/${billing('Solar desk', null)}`)).statusCode).toBe(404)
  })

  it('changes nothing', async () => {
    const id = billing()
    expect((await house.post('otto', `/touchpoints/${id}`, { name: 'Mine', version: '1' })).statusCode).toBe(403)
    expect((await house.post('otto', `/touchpoints/${id}/intent`, { intent: 'x', version: '1' })).statusCode).toBe(403)
  })

  it('is told when nothing is theirs yet', async () => {
    expect((await house.get('otto', '/touchpoints/own')).body).toContain('No touchpoint names you as its owner yet.')
  })
})
