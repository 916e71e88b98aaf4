import { beforeEach, describe, expect, it } from 'vitest'
import { reasonComplaint } from '../../src/features/assignments/reason.ts'
import { assign, setUpErrands } from '../support/errands.ts'
import { type House, openHouse } from '../support/house.ts'

describe('a reason', () => {
  it('is asked for, in a few words', () => {
    expect(reasonComplaint('  ')).toMatch(/why/)
    expect(reasonComplaint('x'.repeat(501))).toMatch(/500/)
    expect(reasonComplaint('In surgery that week')).toBeNull()
  })
})

describe('the page that asks for it', () => {
  let house: House
  beforeEach(async () => {
    house = await openHouse()
    setUpErrands(house)
    assign(house)
  })
  const page = async (who: 'nora' | 'maud', path: string) => (await house.get(who, path)).body

  it('tells a leader beforehand who reads it', async () => {
    expect(await page('nora', '/today')).toContain('your lead reads why and may find somebody else')
    expect(await page('nora', '/assignments/bill/decline')).toContain('Your lead sees the reason')
  })

  it('shows a lead whose contact is excused or cancelled, as the page before does', async () => {
    expect(await page('maud', '/assignments/bill')).toContain('>The cover story</h2>')
    expect(await page('nora', '/assignments/bill')).toContain('>Your cover story</h2>')
    for (const noun of ['excuse', 'cancellation'])
      expect(await page('maud', `/assignments/bill/${noun}`)).toContain('Nora Lindqvist at Billing line, ')
    expect(await page('nora', '/assignments/bill/decline')).not.toContain('Nora Lindqvist at')
  })
})
