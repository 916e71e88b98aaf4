import { beforeEach, describe, expect, it } from 'vitest'
import { reflectionDrafts } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { FORM, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

const handIn = (form: Record<string, string | string[]> = {}) =>
  house.post('nora', '/assignments/bill/reflection', { ...FORM, ...form })

describe('a draft', () => {
  const draft = (form: Record<string, string | string[]>) => house.post('nora', '/assignments/bill/draft', form)

  it('comes back as it was typed, unfinished and unchecked', async () => {
    const saved = await draft({
      version: '0',
      reached: 'bot',
      story: '  half a sen',
      valued: '3',
      causes: 'system',
      forged: 'x',
    })

    expect([saved.statusCode, saved.headers.location]).toEqual([303, '/today'])
    const { body } = await house.get('nora', '/assignments/bill/reflection')
    expect(body).toContain('  half a sen')
    expect(body).toContain('name="valued" value="3" checked')
    expect(body).toContain('name="causes" value="system" checked')
    expect(JSON.stringify(house.db.select().from(reflectionDrafts).all())).not.toContain('forged')
  })

  it('is not overwritten by an older page; both words are kept for the leader to choose', async () => {
    await draft({ version: '0', story: 'first' })
    await draft({ version: '1', story: 'second' })
    const stale = await draft({ version: '1', story: 'stale' })

    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('stale')
    expect(house.db.select().from(reflectionDrafts).get()?.answers).toMatchObject({ story: 'second' })
    expect((await draft({ version: '2', story: 'stale' })).statusCode).toBe(303)
  })

  it('is gone once it is handed in, and takes nothing more', async () => {
    await draft({ version: '0', story: 'half' })
    await handIn()

    expect(house.db.select().from(reflectionDrafts).all()).toEqual([])
    const late = await draft({ version: '1', story: 'half, again' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('half, again')
  })

  it('is taken at any length one would type, and no further', async () => {
    expect((await draft({ version: '0', story: 'x'.repeat(9000) })).statusCode).toBe(303)
    const endless = await draft({ version: '1', story: 'y'.repeat(1_000_000) })

    expect(endless.statusCode).toBe(422)
    expect(endless.body).toContain('yyyyyyyy')
  })

  it('makes today lead back to it', async () => {
    await draft({ version: '0', story: 'half' })

    expect((await house.get('nora', '/today')).body).toContain('Go on with your reflection')
  })

  it('is its leader’s alone', async () => {
    for (const who of ['viktor', 'maud'] as const)
      expect([403, 404]).toContain((await house.post(who, '/assignments/bill/draft', { version: '0' })).statusCode)
  })
})
