import { beforeEach, describe, expect, it } from 'vitest'
import { SHARES } from '../../src/features/months/measures.ts'
import { heardPages, touchpoints } from '../../src/platform/db/tables.ts'
import { raise } from '../followups/raised.ts'
import { type House, openHouse } from '../support/house.ts'
import { furnish } from '../support/reflected.ts'

const SHEET = '/heard/winter/sheet'

describe('what staff read of a touchpoint', () => {
  let house: House
  beforeEach(async () => {
    house = await openHouse({ now: '2026-04-20T09:00:00Z' })
    furnish(house.as())
    house.db.update(touchpoints).set({ ownerId: 'otto' }).run()
    house.db
      .insert(heardPages)
      .values({ id: 'winter', touchpointId: 'billing_line', quarter: '2026-Q1', opening: 'Thank you for the winter.' })
      .run()
  })

  const publish = () => house.db.update(heardPages).set({ publishedOn: '2026-04-19', publishedBy: 'maud' }).run()

  it('stands on its owner’s home once it is published, on top with what they answer for', async () => {
    await raise(house, { touchpoint: 'billing_line', owner: 'otto' })
    expect((await house.get('otto', '/touchpoints/own')).body).not.toContain('as staff read it')
    publish()
    const { body } = await house.get('otto', '/touchpoints/own')
    const found = ['You answer for</h2>', `href="${SHEET}"`, 'What customers should get'].map((at) => body.indexOf(at))
    expect(found).toEqual(found.filter((at) => at > 0).toSorted((a, b) => a - b))
    expect(body.split('You answer for</h2>')).toHaveLength(2)
    expect(body).toContain('January to March 2026, published 19 April 2026')
  })

  it('is read by its owner as it was published, without the line for answers', async () => {
    publish()
    const { body } = await house.get('otto', SHEET)
    expect(body).toContain('Thank you for the winter.')
    expect(body).not.toContain('Answer, without a name')
  })

  it('says of each figure how it is counted, and why one may be withheld', async () => {
    publish()
    const { body } = await house.get('otto', SHEET)
    const asked = body.slice(body.indexOf('How is this counted?'))
    for (const { name, of, counted } of SHARES.filter(({ key }) =>
      ['valued', 'promise_kept', 'right_warm'].includes(key),
    ))
      expect(asked).toContain(`<dt>${name}</dt><dd>Share of ${of}. ${counted}</dd>`)
    expect(asked).toContain('Withheld, so that nobody’s answers can be worked out')
  })

  it('is not there for anybody else’s eyes, nor while it is a draft', async () => {
    expect((await house.get('otto', SHEET)).statusCode).toBe(404)
    publish()
    expect((await house.get('rhea', SHEET)).statusCode).toBe(403)
    house.db.update(touchpoints).set({ ownerId: 'viktor' }).run()
    expect((await house.get('otto', SHEET)).statusCode).toBe(404)
  })
})
