import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { followups, letters } from '../../src/platform/db/tables.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'
import { raise } from './raised.ts'

let mail: Reminding
beforeEach(async () => {
  mail = await openReminding({ now: '2026-06-10T09:00:00Z' })
})
afterEach(() => mail.close())

const given = () => mail.house.db.select().from(letters).where(eq(letters.kind, 'followup')).all()

describe('the letter to whoever a follow-up is given to', () => {
  it('comes once, says nothing, and goes to the next owner too', async () => {
    const id = await raise(mail.house)
    for (const _ of [1, 2]) await mail.tick()
    expect(given()).toHaveLength(1)
    expect(given()[0]).toMatchObject({ memberId: 'otto', state: 'sent', subject: 'Customer hour' })
    expect(given()[0]?.text).not.toMatch(/caller|billing|fix|maud/i)
    mail.house.db.update(followups).set({ ownerId: 'viktor' }).where(eq(followups.id, id)).run()
    await mail.tick()
    expect(given().map(({ memberId }) => memberId)).toEqual(['otto', 'viktor'])
  })

  it('is not written to those who do not want it, nor sent once it is closed', async () => {
    mail.choose('otto', { declined: ['followup'] })
    await raise(mail.house)
    await mail.tick()
    expect(given()).toEqual([])
    mail.house.now = Temporal.Instant.from('2026-06-10T22:00:00Z')
    const id = await raise(mail.house, { owner: 'viktor', commitment: 'Viktor rings back.' })
    await mail.tick()
    mail.house.db.update(followups).set({ state: 'done', doneOn: '2026-06-11' }).where(eq(followups.id, id)).run()
    await mail.at('2026-06-11T09:00:00Z')
    expect(given().map(({ state }) => state)).not.toContain('sent')
  })
})
