import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrateDatabase } from '../../src/platform/db/migrate.ts'
import { drizzleOver, openDatabase } from '../../src/platform/db/open.ts'
import { auditEntries, reflections, reflectionVersions } from '../../src/platform/db/tables.ts'
import { copyInto } from '../support/copied.ts'
import { type House, openHouse } from '../support/house.ts'
import { FORM, LEFT, NAMED, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

type Posted = Record<string, string | string[]>
const handIn = async (form: Posted = {}) => {
  await house.post('nora', '/assignments/bill/reflection', { ...FORM, ...LEFT, ...form })

  return house.db.select().from(reflections).get()?.id ?? ''
}
const correct = (id: string, version: string, form: Posted) =>
  house.post('nora', `/reflections/${id}/correction`, { version, ...LEFT, ...form })
const decide = (id: string, what: string, form: Posted = {}) =>
  house.post('maud', `/reflections/${id}/${what}`, { version: '1', ...form })

describe('masked words', () => {
  const inVersion = (text: string) => JSON.stringify(house.db.select().from(reflectionVersions).all()).includes(text)

  it('are gone from what stands, from what stood, and from the page of whoever reads', async () => {
    const id = await handIn({ story: NAMED, unsaid: 'Ask sarah whitcombe.' })
    await correct(id, '1', { story: `${NAMED} Twice.` })
    expect(inVersion('Whitcombe')).toBe(true)
    const answer = await decide(id, 'masking', { version: '2', found: ['Sarah Whitcombe'], words: '' })

    expect(answer.statusCode).toBe(303)
    expect(house.db.select().from(reflections).get()).toMatchObject({
      story: '[…] thanked me three times, and I still do not know what I owe. Twice.',
      unsaid: 'Ask […].',
      version: 3,
    })
    expect(inVersion('Whitcombe')).toBe(false)
    for (const who of ['nora', 'maud'] as const)
      expect((await house.get(who, `/reflections/${id}`)).body).not.toMatch(/whitcombe/i)
    expect(JSON.stringify(house.db.select().from(auditEntries).all())).not.toMatch(/whitcombe/i)
  })

  it('do not come back with a form that was open before', async () => {
    const id = await handIn({ story: NAMED })
    await decide(id, 'masking', { words: 'Sarah Whitcombe' })

    expect((await correct(id, '1', { story: NAMED, transfers: '2' })).statusCode).toBe(409)
    expect(JSON.stringify(house.db.select().from(reflections).all())).not.toContain('Whitcombe')
  })

  it('have to stand there; what was typed is kept', async () => {
    const id = await handIn({ story: NAMED })
    const answer = await decide(id, 'masking', { words: 'Marek' })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('“Marek” does not stand in these texts.')
    expect(answer.body).toContain('value="Marek"')
  })

  it('are gone from the file and its log, free pages included', async () => {
    const path = join(tmpdir(), `plainclothes-masking-${process.pid}.db`)
    const sqlite = openDatabase(path)
    migrateDatabase(sqlite)
    const kept = house
    house = await openHouse({ db: drizzleOver(sqlite), empty: true })
    copyInto(kept, house)
    const id = await handIn({ story: NAMED })
    await correct(id, '1', { story: `${NAMED} ${'Much more. '.repeat(100)}` })
    await decide(id, 'masking', { version: '2', words: 'Sarah Whitcombe' })

    const bytes = [path, `${path}-wal`].map((file) => readFileSync(file).toString('latin1')).join('')
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true })
    expect(bytes).not.toContain('Whitcombe')
  })
})
