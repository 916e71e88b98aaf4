import { beforeEach, describe, expect, it } from 'vitest'
import { answerCounts, assignments, reflectionVersions } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { FORM, handIn, onlyReflection, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

const at = (moment: string) => {
  house.now = Temporal.Instant.from(moment)
}

describe('correcting', () => {
  const correct = (change: Record<string, string | string[]>, version = '1') =>
    house.post('nora', `/reflections/${onlyReflection(house).id}/correction`, {
      version,
      ...FORM,
      valued: '',
      acknowledged: '',
      pride: '',
      business: '',
      ...change,
    })

  it('offers facts and texts, not what was felt', async () => {
    await handIn(house)
    const { body } = await house.get('nora', `/reflections/${onlyReflection(house).id}/correction`)

    expect(body).toContain('name="wait" value="3_to_10" checked')
    expect(body).toContain('name="cover"')
    for (const name of ['valued', 'pride', 'business', 'causes', 'acknowledged'])
      expect(body).not.toContain(`name="${name}"`)
  })

  it('keeps what stood, and says what changed', async () => {
    await handIn(house)
    const answer = await correct({ wait: 'over_10', story: 'Nine minutes for a shrug.' })

    expect(answer.statusCode).toBe(303)
    expect(onlyReflection(house)).toMatchObject({
      wait: 'over_10',
      story: 'Nine minutes for a shrug.',
      valued: 2,
      version: 2,
    })
    expect(house.db.select().from(reflectionVersions).all()).toMatchObject([{ version: 1, stood: { wait: '3_to_10' } }])
    const { body } = await house.get('nora', `/reflections/${onlyReflection(house).id}`)
    expect(body).toContain('what stood before')
    expect(body).toContain(FORM.story)
  })

  it('refuses another feeling', async () => {
    await handIn(house)
    const answer = await correct({ valued: '5' })

    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('stands as you handed it in')
    expect(onlyReflection(house).valued).toBe(2)
  })

  it('keeps the words of a correction that another page overtook', async () => {
    await handIn(house)
    await correct({ story: 'One.' })
    const stale = await correct({ story: 'Two.' })

    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('Two.')
    expect(onlyReflection(house).story).toBe('One.')
  })

  it('changes nothing when nothing was changed', async () => {
    await handIn(house)
    await correct({})

    expect(onlyReflection(house).version).toBe(1)
    expect(house.db.select().from(reflectionVersions).all()).toEqual([])
  })

  it('moves the contact to its right day, month and lateness', async () => {
    at('2026-07-02T09:00:00Z')
    await handIn(house, { contacted_on: '2026-07-01' })
    expect(onlyReflection(house)).toMatchObject({ month: '2026-07', daysLate: 0 })
    await correct({ contacted_on: '2026-06-30' })

    expect(onlyReflection(house)).toMatchObject({ month: '2026-06', daysLate: 2, contactedOn: '2026-06-30' })
    expect(house.db.select().from(assignments).get()?.contactedOn).toBe('2026-06-30')
  })

  it('keeps the counts of the months in step', async () => {
    await handIn(house)
    const reached = () =>
      house.db
        .select()
        .from(answerCounts)
        .all()
        .filter(({ breakdown, question }) => breakdown === 'all' && question === 'reached')
    expect(reached()).toMatchObject([{ month: '2026-06', answer: 'person', contacts: 1 }])

    await correct({ reached: 'no_answer', escalation: 'not_offered' })
    expect(reached()).toMatchObject([{ answer: 'no_answer', contacts: 1 }])
    await correct({ reached: 'no_answer', escalation: 'not_offered', cover: 'blown' }, '2')
    expect(reached()).toEqual([])
  })

  it('ends with the month: additions only', async () => {
    await handIn(house)
    at('2026-07-08T09:00:00Z')
    expect((await correct({ story: 'Later.' })).statusCode).toBe(409)
    const { id } = onlyReflection(house)

    expect((await house.post('nora', `/reflections/${id}/addition`, { words: ' ' })).statusCode).toBe(422)
    expect(
      (await house.post('nora', `/reflections/${id}/addition`, { words: 'They rang back in July.' })).statusCode,
    ).toBe(303)
    expect((await house.get('nora', `/reflections/${id}`)).body).toContain('They rang back in July.')
    expect(onlyReflection(house).story).toBe(FORM.story)
  })

  it('takes no additions while the month is open', async () => {
    await handIn(house)

    expect(
      (await house.post('nora', `/reflections/${onlyReflection(house).id}/addition`, { words: 'More.' })).statusCode,
    ).toBe(409)
  })

  it('asks for a promise that is still open until the month closes', async () => {
    await handIn(house, { promise: 'still_open' })
    for (const url of ['/contacts', '/today'])
      expect((await house.get('nora', url)).body).toContain('Did they come back to you?')
    await correct({ promise: 'broken' })
    for (const url of ['/contacts', '/today'])
      expect((await house.get('nora', url)).body).not.toContain('Did they come back to you?')
    expect(onlyReflection(house).promise).toBe('broken')
  })

  it('asks for a promise from the day it is due, where the leader knows it', async () => {
    await handIn(house, { promise: 'still_open', promise_due_on: '2026-06-15' })
    const asked = async () => (await house.get('nora', '/today')).body.includes('Did they come back to you?')

    expect(await asked()).toBe(false)
    at('2026-06-15T09:00:00Z')
    expect(await asked()).toBe(true)
  })

  it('corrects a duration and keeps what stood', async () => {
    await handIn(house, { wait_half_minutes: '7', holds: '1', duration_minutes: '12' })
    expect(onlyReflection(house)).toMatchObject({ waitHalfMinutes: 7, holds: 1, durationMinutes: 12 })
    await correct({ holds: '2', duration_minutes: '12' })

    expect(onlyReflection(house)).toMatchObject({ waitHalfMinutes: 7, holds: 2, durationMinutes: 12 })
    const { body } = await house.get('nora', `/reflections/${onlyReflection(house).id}`)
    expect(body).toContain('3½ minutes')
    expect(body).toContain('Corrected')
  })
})
