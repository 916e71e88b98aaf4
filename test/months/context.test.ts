import { beforeEach, describe, expect, it } from 'vitest'
import { releaseTexts } from '../../src/features/reflections/release_actions.ts'
import { contextNotes, publishedCells, publishedTexts, reflections, touchpoints } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { FORM, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
  await house.post('nora', '/assignments/bill/reflection', FORM)
  const id = house.db.select().from(reflections).get()?.id ?? ''
  releaseTexts(house.as('maud'), id, 1)
  house.now = Temporal.Instant.from('2026-07-20T09:00:00Z')
  house.db
    .insert(publishedCells)
    .values({
      ...{ span: '2026-Q2', firstMonth: '2026-04', lastMonth: '2026-06', breakdown: 'touchpoint', slice: 'billing' },
      ...{ sliceName: 'Billing line', measure: 'valued', level: '', levelName: '', shown: true, count: 9, of: 12 },
      confidence: 0.95,
    })
    .run()
  house.db
    .insert(publishedTexts)
    .values({
      ...{ id: 'shared', reflectionId: id, field: 'story', span: '2026-Q2', touchpointId: 'billing' },
      ...{ chosenBy: 'maud', chosenOn: '2026-07-20' },
    })
    .run()
})

const note = (words: string, more = {}) => house.post('otto', '/texts/shared/context', { words, ...more })
const kept = () => house.db.select().from(contextNotes).all()
const on = (day: string) => {
  house.now = Temporal.Instant.from(`${day}T09:00:00Z`)
}

describe('the owner of a touchpoint', () => {
  it('reads what a lead shared with them, by quarter, and not who wrote it', async () => {
    const page = (await house.get('otto', '/texts')).body
    expect(page).toContain(FORM.story)
    expect(page).toContain('<h3>April to June 2026</h3>')
    expect(page.replace('April to June 2026', '')).not.toMatch(/Nora|June|2026-06|\/reflections\//)
  })

  it('adds a note beside it within seven days, once more in place of the first', async () => {
    expect((await note('The system was down.')).statusCode).toBe(303)
    on('2026-07-27')
    await note('The system was down all week.')
    expect(kept()).toMatchObject([{ words: 'The system was down all week.', memberId: 'otto' }])
    on('2026-07-28')
    expect((await note('Too late.')).statusCode).toBe(404)
    const page = (await house.get('otto', '/texts')).body
    expect(page).toContain('The system was down all week.')
    expect(page).not.toContain('Put it beside the words')
    const { id } = house.db.select().from(reflections).get() ?? { id: '' }
    expect((await house.get('maud', `/reflections/${id}`)).body).toContain('The system was down all week.')
  })

  it('says something else beside other words of the same leader, which tells nobody that they are the same', async () => {
    const [shared] = house.db.select().from(publishedTexts).all()
    house.db.update(reflections).set({ phrase: 'It cannot be helped.' }).run()
    if (shared)
      house.db
        .insert(publishedTexts)
        .values({ ...shared, id: 'phrase', field: 'phrase' })
        .run()
    await note('The system was down.')
    const page = (await house.get('otto', '/texts')).body
    expect(page.split('<strong>Otto Fuchs:</strong>')).toHaveLength(2)
    await house.post('otto', '/texts/phrase/context', { words: 'We say it otherwise now.' })
    expect(kept().map(({ field, words }) => [field, words])).toEqual([
      ['phrase', 'We say it otherwise now.'],
      ['story', 'The system was down.'],
    ])
  })

  it('is asked once more where it may name somebody, and keeps what was typed', async () => {
    const asked = await note('Sarah Whitcombe was new then.')
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('Sarah Whitcombe was new then.')
    expect(kept()).toEqual([])
    expect((await note(' ')).statusCode).toBe(422)
    expect((await note('Whitcombe House was being moved, says Sarah.', { settled: 'yes' })).statusCode).toBe(303)
  })

  it('reads nothing of another touchpoint, and nothing that is held again', async () => {
    const { id } = house.db.select().from(reflections).get() ?? { id: '' }
    await house.post('maud', `/reflections/${id}/hold`, { version: '1', note: 'Not yet.' })
    expect((await house.get('otto', '/texts')).body).not.toContain(FORM.story)
    expect((await note('Mine.')).statusCode).toBe(404)
    await house.post('maud', `/reflections/${id}/release`, { version: '1' })
    house.db.update(touchpoints).set({ ownerId: null }).run()
    expect((await house.get('otto', '/texts')).body).toContain('Nothing has been shared with you yet.')
    expect((await note('Mine.')).statusCode).toBe(404)
  })

  it('is the only one: others are turned away', async () => {
    for (const who of ['viktor', 'maud', 'rhea', 'alva'] as const)
      expect((await house.get(who, '/texts')).statusCode).toBe(403)
  })
})
