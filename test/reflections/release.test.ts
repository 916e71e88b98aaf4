import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { releaseCleanTexts } from '../../src/features/reflections/jobs.ts'
import { addContext } from '../../src/features/reflections/release_actions.ts'
import {
  auditEntries,
  contextNotes,
  memberRoles,
  reflectionReleases,
  reflections,
} from '../../src/platform/db/tables.ts'
import { assign } from '../support/errands.ts'
import type { House } from '../support/house.ts'
import { openHouse } from '../support/house.ts'
import { FORM, LEFT, NAMED, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

type Posted = Record<string, string | string[]>
const on = (day: string) => {
  house.now = Temporal.Instant.from(`2026-06-${day}T09:00:00Z`)
}
const handIn = async (form: Posted = {}) => {
  await house.post('nora', '/assignments/bill/reflection', { ...FORM, ...LEFT, ...form })

  return house.db.select().from(reflections).get()?.id ?? ''
}
const correct = (id: string, version: string, form: Posted) =>
  house.post('nora', `/reflections/${id}/correction`, { version, ...LEFT, ...form })
const state = () => house.db.select().from(reflectionReleases).get()
const decide = (id: string, what: string, form: Posted = {}) =>
  house.post('maud', `/reflections/${id}/${what}`, { version: '1', ...form })
const runJob = () => releaseCleanTexts(house.as())

describe('a lead', () => {
  it('reads what is not released, oldest first, and releases it; twice is once', async () => {
    const id = await handIn({ story: NAMED })
    expect((await house.get('maud', '/reflections?which=unreleased')).body).toContain('1 reflection not released yet.')
    const page = (await house.get('maud', `/reflections/${id}`)).body
    expect(page).toContain('It waits for a lead')
    expect(page).toContain('value="Sarah Whitcombe"')

    const [one, two] = [await decide(id, 'release'), await decide(id, 'release')]
    expect([one.statusCode, two.statusCode]).toEqual([303, 303])
    expect(state()).toMatchObject({ state: 'released', decidedBy: 'maud', decidedOn: '2026-06-10' })
    expect(house.db.select().from(auditEntries).where(eq(auditEntries.action, 'released')).all()).toHaveLength(1)
    expect((await house.get('maud', `/reflections/${id}`)).body).toContain('Released by Maud Bergström')
    expect((await house.get('nora', `/reflections/${id}`)).body).toContain('A lead may now show your words')
    expect((await house.get('maud', '/reflections?which=unreleased')).body).toContain('Nothing waits for a decision.')
  })

  it('holds it with a note, which the author reads; without one the words typed are kept', async () => {
    const id = await handIn()
    const empty = await decide(id, 'hold', { note: ' ' })
    expect(empty.statusCode).toBe(422)
    const long = await decide(id, 'hold', { note: 'x'.repeat(501) })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('xxxxx')

    await decide(id, 'hold', { note: 'Say it without the desk.' })
    expect((await house.get('nora', `/reflections/${id}`)).body).toContain('Say it without the desk.')
    expect((await house.get('nora', '/contacts')).body).toContain('held, with a note to you')
    on('20')
    runJob()
    expect(state()?.state).toBe('held')
  })

  it('never decides about their own, and nobody but leads decides at all', async () => {
    house.db.insert(memberRoles).values({ memberId: 'maud', role: 'leader' }).run()
    assign(house, { id: 'own', leaderId: 'maud', state: 'contacted', contactedOn: '2026-06-10' })
    await house.post('maud', '/assignments/own/reflection', { ...FORM, ...LEFT, story: NAMED })
    const id = house.db.select().from(reflections).get()?.id ?? ''
    for (const [what, form] of [
      ['release', {}],
      ['hold', { note: 'Mine.' }],
      ['masking', { words: 'Sarah' }],
    ] as const)
      expect((await decide(id, what, form)).statusCode, what).toBe(403)
    expect((await house.get('maud', `/reflections/${id}`)).body).not.toContain('/release"')
    for (const who of ['nora', 'viktor', 'otto', 'rhea', 'alva'] as const)
      expect((await house.post(who, `/reflections/${id}/release`, { version: '1' })).statusCode).toBe(403)
    expect(state()?.state).toBe('unreleased')
  })

  it('decides about what they have read: not about words revised meanwhile', async () => {
    const id = await handIn()
    await correct(id, '1', { story: 'Another story, told later.' })

    expect((await decide(id, 'release')).statusCode).toBe(409)
    expect(state()?.state).toBe('unreleased')
  })
})

describe('released texts', () => {
  it('are unreleased again once a text is revised, and stay released where only a fact is corrected', async () => {
    const id = await handIn()
    await decide(id, 'release')
    await correct(id, '1', { transfers: '2' })
    expect(state()?.state).toBe('released')

    on('12')
    await correct(id, '2', { story: 'Another story.' })
    expect(state()).toMatchObject({ state: 'unreleased', decidedOn: null, decidedBy: null, writtenOn: '2026-06-12' })
  })

  it('are read by their author and leads until then, and by nobody else', async () => {
    const id = await handIn()
    for (const decided of [false, true]) {
      if (decided) await decide(id, 'release')
      for (const who of ['viktor', 'otto', 'rhea', 'alva'] as const)
        expect([403, 404]).toContain((await house.get(who, `/reflections/${id}`)).statusCode)
    }
  })
})

describe('on the third day', () => {
  it('clean English texts release themselves: once, and also when the server was down', async () => {
    await handIn()
    on('12')
    runJob()
    expect(state()?.state).toBe('unreleased')
    on('17')
    runJob()
    runJob()

    expect(state()).toMatchObject({ state: 'released', decidedBy: null, decidedOn: '2026-06-17' })
    expect(house.db.select().from(auditEntries).where(eq(auditEntries.action, 'released')).all()).toHaveLength(1)
  })

  it('texts with a name, or in a language that was not measured, are left to a lead', async () => {
    for (const story of [NAMED, 'Ich habe lange gewartet und niemand wusste etwas von mir.']) {
      house = await openHouseAfterContact()
      const id = await handIn({ story })
      on('13')
      runJob()
      expect(state()).toMatchObject({ state: 'unreleased', leftToLead: true })
      expect((await house.get('maud', `/reflections/${id}`)).body).toContain('It waits for a lead')
    }
  })

  it('a revised text begins its three days anew, and is looked at again', async () => {
    const id = await handIn({ story: NAMED })
    on('13')
    runJob()
    await correct(id, '1', { story: 'They thanked me three times, and that was all I got.' })
    on('15')
    runJob()
    expect(state()?.state).toBe('unreleased')
    on('16')
    runJob()
    expect(state()?.state).toBe('released')
  })

  it('does nothing before set-up', async () => {
    const empty = await openHouse({ empty: true })
    expect(() => releaseCleanTexts(empty.as())).not.toThrow()
  })
})

describe('the owner of the touchpoint', () => {
  const note = (words = 'The system was down that day.') => addContext(house.as('otto'), id, words)
  let id = ''
  beforeEach(async () => {
    id = await handIn()
  })

  it('may say something beside released texts for a week; it changes no answer, and leads see it', async () => {
    expect(note).toThrow('There is no such reflection.')
    await decide(id, 'release')
    const before = house.db.select().from(reflections).get()
    note()
    note('Our system was down that day.')

    expect(house.db.select().from(contextNotes).all()).toHaveLength(1)
    expect(house.db.select().from(reflections).get()).toEqual(before)
    expect((await house.get('maud', `/reflections/${id}`)).body).toContain('Our system was down that day.')
    on('18')
    expect(note).toThrow('There is no such reflection.')
  })

  it('is shown nothing of it yet, and nobody else may add a note', async () => {
    await decide(id, 'release')
    for (const url of ['/touchpoints/own', '/touchpoints/billing'])
      expect((await house.get('otto', url)).body).not.toContain(FORM.story)
    for (const who of ['maud', 'nora', 'rhea'] as const)
      expect(() => addContext(house.as(who), id, 'Mine.')).toThrow('There is no such reflection.')
    expect(() => note(' ')).toThrow()
  })
})
