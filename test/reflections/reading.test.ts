import { beforeEach, describe, expect, it } from 'vitest'
import { predictions, reflections } from '../../src/platform/db/tables.ts'
import { assign } from '../support/errands.ts'
import type { House } from '../support/house.ts'
import { FORM, handIn, onlyReflection, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

const at = (moment: string) => {
  house.now = Temporal.Instant.from(moment)
}

describe('who reads a reflection', () => {
  it('its author and leads; for everybody else it is not there', async () => {
    await handIn(house)
    const { id } = onlyReflection(house)

    expect((await house.get('nora', `/reflections/${id}`)).statusCode).toBe(200)
    expect((await house.get('maud', `/reflections/${id}`)).statusCode).toBe(200)
    expect((await house.get('viktor', `/reflections/${id}`)).statusCode).toBe(404)
    for (const who of ['otto', 'rhea', 'alva'] as const)
      expect((await house.get(who, `/reflections/${id}`)).statusCode).toBe(403)
    for (const url of ['thanks', 'correction', 'addition'])
      expect((await house.get('viktor', `/reflections/${id}/${url}`)).statusCode).toBe(404)
  })

  it('a lead sees the answers, never the prediction or the mood', async () => {
    await handIn(house)
    const { body } = await house.get('maud', `/reflections/${onlyReflection(house).id}`)

    expect(body).toContain(FORM.story)
    expect(body).toContain('2')
    expect(body).not.toMatch(/expect|rushed|mood/i)
  })

  it('nobody, while none is handed in: leads are not told that they have read it all', async () => {
    for (const url of ['/reflections', '/reflections?which=all', '/reflections?which=unreleased'])
      expect((await house.get('maud', url)).body).toMatch(/<h1>Noth/)
    expect((await house.get('maud', '/reflections')).body).toContain('Nothing has been handed in yet.')
  })

  it('leads see the year of what has waited since another one', async () => {
    await handIn(house)
    at('2027-01-04T09:00:00Z')
    expect((await house.get('maud', '/reflections')).body).toContain('10 June 2026')
  })

  it('leads find what is unread, oldest first, and say that they have read it', async () => {
    await handIn(house)
    assign(house, { id: 'second', leaderId: 'viktor', state: 'contacted', contactedOn: '2026-06-10' })
    at('2026-06-11T09:00:00Z')
    await house.post('viktor', '/assignments/second/reflection', { ...FORM, story: 'The second one.', cover: 'blown' })
    const list = (await house.get('maud', '/reflections')).body

    expect(list).toContain('2 reflections wait for you.')
    expect(list).toContain('Viktor Hale at Billing line')
    expect(list).toContain('10 June')
    expect(list).not.toContain('10 June 2026')
    const [first] = house.db
      .select()
      .from(reflections)
      .all()
      .filter(({ leaderId }) => leaderId === 'nora')
    const [second] = house.db
      .select()
      .from(reflections)
      .all()
      .filter(({ leaderId }) => leaderId === 'viktor')
    const next = await house.post('maud', `/reflections/${first?.id}/reading`)
    expect(next.headers.location).toBe(`/reflections/${second?.id}`)
    expect((await house.post('maud', `/reflections/${second?.id}/reading`)).headers.location).toBe('/reflections')
    expect((await house.get('maud', '/reflections')).body).toContain('You have read everything.')
    expect((await house.get('maud', '/reflections?which=all')).body).toContain('2 reflections handed in.')
    expect((await house.get('nora', '/reflections')).statusCode).toBe(403)
  })
})

describe('a leader’s own page', () => {
  it('shows their stories, and from three contacts on how well they expect', async () => {
    await handIn(house)
    for (const id of ['a', 'b']) {
      assign(house, { id, state: 'contacted', contactedOn: '2026-06-10' })
      house.db
        .insert(predictions)
        .values({ assignmentId: id, predictedValued: 3, predictedAddressed: 'no', mood: 'calm' })
        .run()
      await house.post('nora', `/assignments/${id}/reflection`, { ...FORM, story: `Story ${id}.` })
    }
    const { body } = await house.get('nora', '/contacts')

    expect(body).toContain('You have made 3 contacts.')
    expect(body).toContain('Over 3 contacts you expect 1.3 more than you get.')
    expect(body).toContain('Story a.')
    expect((await house.get('viktor', '/contacts')).body).toContain('You have not made a contact yet.')
  })
})
