import { like } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { members } from '../../src/platform/db/tables.ts'
import { openCrowdedHouse } from '../support/crowd.ts'
import type { House } from '../support/house.ts'
import { programForm } from '../support/rotating.ts'

let house: House
let program: string
beforeAll(async () => {
  ;({ house, program } = await openCrowdedHouse())
})

async function visit(url: string): Promise<string> {
  const answer = await house.get('maud', url)
  expect(answer.statusCode, url).toBe(200)

  return answer.body
}

const named = (html: string) => new Set(html.match(/Leader \d{3}/g)).size

describe('with 500 leaders and 24 rounds', () => {
  it.each([
    '/programs',
    '/programs/PROGRAM',
    '/programs/PROGRAM?rounds=1',
    '/programs/PROGRAM/fairness',
    '/rounds/2026-05',
    '/rounds/2026-06',
  ])('%s draws only what is seen', async (url) => {
    const body = await visit(url.replace('PROGRAM', program))
    // Fifty, and up to twenty whose contacts stand in the way.
    expect(named(body)).toBeLessThanOrEqual(70)
    const sent = await house.get('maud', url.replace('PROGRAM', program), { 'accept-encoding': 'gzip' })
    expect(sent.rawPayload.length).toBeLessThan(20 * 1024)
    expect(body.length).toBeLessThan(100 * 1024)
  })

  it('leads from page to page to everybody', async () => {
    const body = await visit('/rounds/2026-05')
    expect(body).toContain('/rounds/2026-05?leaders=10')
    expect(await visit('/rounds/2026-05?leaders=10')).toContain('Leader 499')
    expect(await visit(`/programs/${program}?leaders=10`)).toContain('Leader 499')
  })
})

describe('the form of a program with 500 leaders and 40 touchpoints', () => {
  it('folds leaders by department and touchpoints by channel, and leaves nobody out', async () => {
    house.db.update(members).set({ departmentId: 'finance' }).where(like(members.id, 'leader-0%')).run()
    const body = await visit(`/programs/${program}/change`)
    expect(named(body)).toBe(500)
    expect(body.match(/name="leaders"[^>]* checked/g)).toHaveLength(500)
    expect(
      body.replace(/<details.*?<\/details>/gs, '').match(/<(?:input|select|textarea|button|a) /g)?.length,
    ).toBeLessThan(50)
    expect([...body.matchAll(/<summary[^>]*>(.*?: \d.*?)<\/summary>/g)].map(([, name]) => name)).toEqual([
      'Finance: 100 of 101 so far',
      'Operations: 0 of 1 so far',
      'Without a department: 400 of 404 so far',
      'Phone line: 40 of 43 so far',
    ])
  })

  it('opens only the first fold where nobody was chosen, and keeps who was', async () => {
    const typed = { ...programForm({ leaders: '', touchpoints: 'place-3', scenarios: 'crowd' }) }
    const nobody = await house.post('maud', '/programs', typed)
    expect(nobody.statusCode).toBe(422)
    expect(nobody.body).toContain('href="#leaders"')
    expect(nobody.body.match(/<details[^>]* open>.*?<\/summary>/g)).toHaveLength(1)
    expect(nobody.body).toMatch(/<details class="more" id="leaders-0" open><summary id="leaders">/)
    expect(nobody.body).toMatch(/value="place-3" checked/)
    const one = await house.post('maud', '/programs', { ...typed, name: '', leaders: 'leader-007' })
    expect(one.statusCode).toBe(422)
    expect(one.body.match(/name="leaders" value="[^"]*" checked/g)).toEqual([
      'name="leaders" value="leader-007" checked',
    ])
  })

  it('chooses all or none of a list or of one fold, and keeps everything else that was typed', async () => {
    const chosen = (body: string) =>
      (body.match(/name="leaders" value="[^"]*" checked/g) ?? []).map((ticked) => ticked.split('"')[3])
    const typed = programForm({ name: 'Pilot', leaders: ['leader-007', 'nora', 'tomas'], touchpoints: 'place-3' })
    const none = (await house.post('maud', '/programs/lineup', { ...typed, none: 'leaders' })).body
    expect(chosen(none)).toEqual([])
    expect(none).toContain('value="Pilot"')
    expect(none).toMatch(/value="place-3" checked/)
    const finance = (await house.post('maud', '/programs/lineup', { ...typed, all: 'leaders/Finance' })).body
    expect(chosen(finance)).toHaveLength(101 + 2)
    expect(finance.match(/<details[^>]* open>.*?<\/summary>/g)?.join()).toContain('Finance: 101 of 101 so far')
    const change = `/programs/${program}/lineup`
    const without = (await house.post('maud', change, { ...typed, version: '1', none: 'leaders/Finance' })).body
    expect(chosen(without).toSorted()).toEqual(['nora', 'tomas'])
    expect(without).toContain('name="version" value="1"')
    expect(chosen((await house.post('maud', change, { ...typed, all: 'constructor' })).body)).toHaveLength(3)
    expect((await house.post('nora', '/programs/lineup', typed)).statusCode).toBe(403)
  })
})
