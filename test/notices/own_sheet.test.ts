import { beforeEach, describe, expect, it } from 'vitest'
import { SHARES } from '../../src/features/months/measures.ts'
import {
  errata,
  heardFollowups,
  heardPages,
  publishedCells,
  retestAnswers,
  retests,
  touchpoints,
} from '../../src/platform/db/tables.ts'
import { raise } from '../followups/raised.ts'
import { type House, openHouse } from '../support/house.ts'
import { furnish, reflect } from '../support/reflected.ts'

const SHEET = '/heard/winter/sheet'

const ASKED = {
  ...{ touchpointId: 'billing_line', question: 'Were you told what happens next?', askedBy: 'maud' },
  ...{ fromDay: '2026-03-01', askedOn: '2026-03-01', endedOn: '2026-03-10' },
}

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

  it('says what later contacts said of a change, and how that is counted', async () => {
    publish()
    const followupId = await raise(house, { touchpoint: 'billing_line', owner: 'viktor' })
    house.db.insert(heardFollowups).values({ heardId: 'winter', followupId, position: 0 }).run()
    expect((await house.get('otto', SHEET)).body).not.toContain('A re-test is')
    const reflectionId = reflect(house.as(), { month: '2026-03', leaderId: 'nora' })
    house.db
      .insert(retests)
      .values({ id: 'told', followupId, ...ASKED })
      .run()
    house.db.insert(retestAnswers).values({ retestId: 'told', reflectionId, answer: 'yes' }).run()
    const { body } = await house.get('otto', SHEET)
    expect(body).toContain('Held in 1 of 1 re-tests: March 2026 1 of 1.')
    expect(body).toContain('<dt>Held</dt><dd>A re-test is a later contact whose leader was asked about it afterwards.')
  })

  it('says what was put right of the figures that stand there, and of no others', async () => {
    publish()
    const quarter = { span: '2026-Q1', breakdown: 'touchpoint', slice: 'billing_line' } as const
    house.db
      .insert(publishedCells)
      .values({
        ...{ ...quarter, firstMonth: '2026-01', lastMonth: '2026-03', sliceName: 'Billing line', measure: 'valued' },
        ...{
          level: '',
          levelName: '',
          shown: true,
          confidence: 0.95,
          count: 9,
          of: 12,
          value: 0.75,
          low: 0.4,
          high: 0.9,
        },
      })
      .run()
    const said = { publishedBy: 'maud', publishedOn: '2026-04-20' }
    const others = 'Days were counted wrongly.'
    house.db
      .insert(errata)
      .values([
        { ...quarter, ...said, id: 'one', measure: 'valued', words: 'Contacts of another line were counted here.' },
        { ...quarter, ...said, id: 'two', measure: 'in_time', words: others },
        { ...quarter, ...said, id: 'three', slice: 'shop', measure: 'valued', words: others },
      ])
      .run()
    const { body } = await house.get('otto', SHEET)
    expect(body).toContain(
      'Correction to “Felt valued”, Billing line, January to March 2026, of 20 April 2026: Contacts of another line',
    )
    expect(body).not.toContain(others)
  })

  it('is not there for anybody else’s eyes, nor while it is a draft', async () => {
    expect((await house.get('otto', SHEET)).statusCode).toBe(404)
    publish()
    expect((await house.get('rhea', SHEET)).statusCode).toBe(403)
    house.db.update(touchpoints).set({ ownerId: 'viktor' }).run()
    expect((await house.get('otto', SHEET)).statusCode).toBe(404)
  })
})
