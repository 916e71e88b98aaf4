import { beforeEach, describe, expect, it } from 'vitest'
import { listMembers } from '../../src/features/members/store.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const TOMAS = {
  name: 'Tomás Rivera',
  email: 'tomas@northwind.example',
  jobTitle: 'CIO',
  department: 'Digital',
  country: 'ES',
  timeZone: 'Europe/Madrid',
  languages: ['en', 'es'],
  joinedOn: '2026-02-01',
  roles: ['leader'],
}

describe('the members page', () => {
  it('shows everybody by name to an admin', async () => {
    const page = await house.get('alva', '/members')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Nora Lindqvist')
    expect(page.body.indexOf('Alva Nyström')).toBeLessThan(page.body.indexOf('Viktor Hale'))
  })

  it('refuses leaders, and sends whoever is signed out to sign in', async () => {
    expect((await house.get('nora', '/members')).statusCode).toBe(403)
    const out = await house.get(null, '/members')
    expect([out.statusCode, out.headers.location]).toEqual([303, '/sign-in?next=%2Fmembers'])
  })
})

describe('adding a member', () => {
  it('puts the name where people look for it, also one that does not begin with A to Z', async () => {
    for (const [i, name] of ['Öystein Berg', 'Émile Roux'].entries())
      await house.post('alva', '/members', { ...TOMAS, name, email: `another${i}@northwind.example` })
    const firstNames = listMembers(house.as()).map(({ name }) => name.split(' ')[0])
    expect(firstNames).toEqual(['Alva', 'Émile', 'Maud', 'Nora', 'Otto', 'Öystein', 'Rhea', 'Viktor'])
  })

  it('begins a department nobody knew yet', async () => {
    const answer = await house.post('alva', '/members', TOMAS)
    expect(answer.statusCode).toBe(303)
    expect(listMembers(house.as()).find(({ email }) => email === TOMAS.email)).toMatchObject({
      department: 'Digital',
      roles: ['leader'],
    })
  })

  it('puts somebody into the department there is, however its name is spelt: nobody is sent to their own', async () => {
    await house.post('alva', '/members', { ...TOMAS, department: 'Öffentlichkeit' })
    for (const [i, department] of ['ÖFFENTLICHKEIT', 'O\u0308ffentlichkeit'].entries())
      await house.post('alva', '/members', { ...TOMAS, email: `another${i}@northwind.example`, department })
    const departments = new Set(
      listMembers(house.as()).map(({ departmentId, department }) => `${departmentId} ${department}`),
    )
    expect([...departments].filter((one) => /ffentlichkeit/.test(one))).toHaveLength(1)
  })

  it('keeps every typed word beside the complaint', async () => {
    const answer = await house.post('alva', '/members', { ...TOMAS, email: 'not an address', jobTitle: '“CIO” & more' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Write an e-mail address like nora@northwind.example.')
    expect(answer.body).toContain('value="“CIO” &amp; more"')
  })

  it('works once: the same form again finds the address taken', async () => {
    await house.post('alva', '/members', TOMAS)
    const again = await house.post('alva', '/members', TOMAS)
    expect(again.statusCode).toBe(422)
    expect(listMembers(house.as()).filter(({ email }) => email === TOMAS.email)).toHaveLength(1)
  })
})

describe('changing a member', () => {
  it('refuses a form that somebody else overtook, and keeps its words', async () => {
    const first = { ...TOMAS, name: 'Nora Lind', email: 'nora@northwind.example', version: '1' }
    expect((await house.post('alva', '/members/nora', first)).statusCode).toBe(303)
    const stale = await house.post('alva', '/members/nora', { ...first, name: 'Nora L.' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('value="Nora L."')
  })

  it('keeps at least one admin', async () => {
    const answer = await house.post('alva', '/members/alva', {
      ...TOMAS,
      name: 'Alva',
      email: 'alva@northwind.example',
      version: '1',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('This is the only admin.')
  })

  it('keeps at least one lead, until there is another', async () => {
    const form = { ...TOMAS, name: 'Maud Bergström', email: 'maud@northwind.example', version: '1' }
    const alone = await house.post('alva', '/members/maud', form)
    expect(alone.statusCode).toBe(422)
    expect(alone.body).toContain('This is the only lead. Make somebody else a lead first.')
    const leaves = await house.post('alva', '/members/maud/retirement')
    expect(leaves.statusCode).toBe(422)
    expect(leaves.body).toContain('This is the only lead.')
    const leads = { ...TOMAS, name: 'Viktor Hale', email: 'viktor@northwind.example', version: '1', roles: 'lead' }
    expect((await house.post('alva', '/members/viktor', leads)).statusCode).toBe(303)
    expect((await house.post('alva', '/members/maud', form)).statusCode).toBe(303)
    expect((await house.post('alva', '/members/viktor/retirement')).statusCode).toBe(422)
  })
})

describe('a member who leaves', () => {
  it('disappears from the list, not from history', async () => {
    expect((await house.get('maud', '/members')).body).not.toContain('retired=yes')
    await house.post('alva', '/members/viktor/retirement')
    const without = (await house.get('maud', '/members')).body
    expect([without.includes('Viktor Hale'), without.includes('With those who left')]).toEqual([false, true])
    expect((await house.get('maud', '/members?retired=yes')).body).toContain('Viktor Hale')
    expect((await house.get('maud', '/members/viktor')).body).toContain('Left on 10 June 2026')
  })
})

describe('a post from another site', () => {
  it('is refused', async () => {
    const answer = await house.app.inject({
      method: 'POST',
      url: '/members',
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(answer.statusCode).toBe(403)
  })
})
