import { beforeEach, describe, expect, it } from 'vitest'
import { addStandard } from '../../src/features/touchpoints/actions.ts'
import { listStandards } from '../../src/features/touchpoints/store.ts'
import { addBillingLine } from '../support/billing_line.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const billing = (name?: string, ownerId?: string | null) => addBillingLine(house, name, ownerId)

describe('standards', () => {
  const STANDARD = { statement: 'A person answers within three minutes.', target: '80' }

  it('are added once, with a target', async () => {
    const id = billing()
    await house.post('maud', `/touchpoints/${id}/standards`, STANDARD)
    await house.post('maud', `/touchpoints/${id}/standards`, STANDARD)
    expect(listStandards(house.as(), id)).toMatchObject([{ statement: STANDARD.statement, target: 0.8, position: 1 }])
    const twin = await house.post('maud', `/touchpoints/${id}/standards`, { ...STANDARD, target: '90' })
    expect([twin.statusCode, twin.body]).toEqual([
      422,
      expect.stringContaining('This standard is already in the list.'),
    ])
  })

  it('are five at most, retired ones apart', async () => {
    const id = billing()
    const statements = ['one', 'two', 'three', 'four', 'five', 'six'].map((n) => `The customer hears ${n}.`)
    for (const statement of statements.slice(0, 5)) addStandard(house.as('maud'), id, { statement, target: null })
    const sixth = await house.post('maud', `/touchpoints/${id}/standards`, {
      statement: statements[5] ?? '',
      target: '',
    })
    expect([sixth.statusCode, sixth.body]).toEqual([422, expect.stringContaining('The customer hears six.')])
    const [first] = listStandards(house.as(), id)
    await house.post('maud', `/touchpoints/${id}/standards/${first?.id}/retirement`)
    expect(
      (await house.post('maud', `/touchpoints/${id}/standards`, { statement: statements[5] ?? '', target: '' }))
        .statusCode,
    ).toBe(303)
    const back = await house.post('maud', `/touchpoints/${id}/standards/${first?.id}/return`)
    expect(back.statusCode).toBe(422)
    expect(listStandards(house.as(), id)).toHaveLength(5)
    expect(listStandards(house.as(), id, { retired: true })).toHaveLength(6)
  })

  it('are changed as they were shown, at their own touchpoint only', async () => {
    const id = billing()
    const standard = addStandard(house.as('maud'), id, { statement: 'A person answers.', target: null })
    const at = `/touchpoints/${id}/standards/${standard}`
    expect((await house.post('maud', at, { ...STANDARD, version: '1' })).statusCode).toBe(303)
    const stale = await house.post('alva', at, { statement: 'A human being answers.', target: '', version: '1' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('A human being answers.')
    expect(stale.body).toContain(`<dd>${STANDARD.statement}</dd>`)
    const other = billing('Solar desk', null)
    expect((await house.get('maud', `/touchpoints/${other}/standards/${standard}/change`)).statusCode).toBe(404)
    expect((await house.post('maud', `/touchpoints/${other}/standards/${standard}/retirement`)).statusCode).toBe(404)
  })

  it('keep the words when something is missing', async () => {
    const answer = await house.post('maud', `/touchpoints/${billing()}/standards`, { statement: 'Kind', target: '120' })
    expect(answer.statusCode).toBe(422)
    for (const words of ['Kind</textarea>', 'value="120"', 'Say in a sentence', 'from 1 to 100'])
      expect(answer.body).toContain(words)
  })
})
