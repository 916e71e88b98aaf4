import { beforeEach, describe, expect, it } from 'vitest'
import { reflectionDrafts } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { handIn, openHouseAfterContact } from '../support/reflection_form.ts'

const JSON_ONLY = { accept: 'application/json' }

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

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

  it('without the facts that are nearly always so comes back with them filled in, and with whatever else was said of them', async () => {
    await draft({ version: '0', story: 'half', survey: 'could_say' })

    const { body } = await house.get('nora', '/assignments/bill/reflection')
    expect(body).toContain('name="cover" value="kept" checked')
    expect(body).toContain('name="survey" value="could_say" checked')
    expect(body).not.toContain('name="survey" value="not_asked" checked')
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
    await handIn(house)

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

  it('is saved by the page as it is typed, under a version, and told to whoever was overtaken', async () => {
    const save = async (form: Record<string, string>) => {
      const answer = await house.post('nora', '/assignments/bill/draft', form, JSON_ONLY)
      return { status: answer.statusCode, ...(answer.json() as object) }
    }

    expect(await save({ version: '0', story: 'first' })).toEqual({ status: 200, version: 1 })
    expect(await save({ version: '0', story: 'first' })).toEqual({ status: 200, version: 1 })
    expect(await save({ version: '0', story: 'older' })).toMatchObject({ status: 409 })
    const { body } = await house.get('nora', '/assignments/bill/draft', JSON_ONLY)
    expect(JSON.parse(body)).toEqual({ version: 1, answers: { story: 'first' }, waits: true })
    expect(await save({ version: 'x' })).toMatchObject({ status: 422, complaints: { version: expect.any(String) } })
  })

  it('lets a page follow itself, also where it never heard that it was saved, but not its own past', async () => {
    const save = async (turn: string, story: string) =>
      (await house.post('nora', '/assignments/bill/draft', { version: '0', writer: 'w1', turn, story }, JSON_ONLY))
        .statusCode

    expect([await save('1', 'a'), await save('3', 'abc'), await save('2', 'ab')]).toEqual([200, 200, 409])
    expect(house.db.select().from(reflectionDrafts).get()?.answers).toMatchObject({ story: 'abc' })
  })

  it('is not handed in over newer words from another page; both are shown, and the second time is a choice', async () => {
    await draft({ version: '0', story: 'newer words' })
    const stale = await handIn(house, { version: '0', story: 'older words' })

    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('newer words')
    expect(stale.body).toContain('older words')
    expect(stale.body).toContain('name="version" value="1"')
    expect((await handIn(house, { version: '1', story: 'older words' })).statusCode).toBe(303)
  })

  it('is handed in by the page that saved it last, whichever version it knows', async () => {
    await draft({ version: '0', writer: 'w1', turn: '1', story: 'half' })

    expect((await handIn(house, { version: '0', writer: 'w1', story: 'whole' })).statusCode).toBe(303)
  })

  it('is its leader’s alone', async () => {
    for (const who of ['viktor', 'maud'] as const)
      for (const answer of [
        await house.post(who, '/assignments/bill/draft', { version: '0' }),
        await house.get(who, '/assignments/bill/draft', JSON_ONLY),
      ])
        expect([403, 404]).toContain(answer.statusCode)
  })
})
