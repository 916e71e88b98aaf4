import { beforeEach, describe, expect, it } from 'vitest'
import { differences, PRIMARY_MEASURES, RANGES } from '../../src/features/members/organisation.ts'
import { getMember, getOrganisation, listDepartments } from '../../src/features/members/store.ts'
import { SHARES } from '../../src/features/months/measures.ts'
import { auditEntries } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const SETTINGS = {
  ...{ name: 'Northwind Energy', locale: 'en-GB', country: 'GB', timeZone: 'Europe/London', fiscalYearStart: '4' },
  ...{ cooldownDays: '60', lockoutDays: '365', spacingDays: '3', contactsPerMonth: '2', roundClosesAfterDays: '7' },
  ...{ monthClosesAfterDays: '7', smallestGroup: '6', primaryMeasure: 'proud', neutralTitle: 'Customer hour' },
  version: '1',
}

describe('the settings', () => {
  it('show what holds, and an admin changes it', async () => {
    const page = await house.get('alva', '/settings')
    expect(page.body).toContain('value="90"')
    const answer = await house.post('alva', '/settings', SETTINGS)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/settings?saved=yes'])
    expect((await house.get('alva', '/settings?saved=yes')).body).toContain('Saved.')
    expect(getOrganisation(house.as())).toMatchObject({ cooldownDays: 60, smallestGroup: 6, primaryMeasure: 'proud' })
  })

  it('are nobody else’s', async () => {
    for (const who of ['nora', 'maud', 'otto', 'rhea'] as const) {
      expect((await house.get(who, '/settings')).statusCode).toBe(403)
      expect((await house.post(who, '/settings', SETTINGS)).statusCode).toBe(403)
    }
  })

  it('that somebody else overtook are not saved, and keep their words', async () => {
    await house.post('alva', '/settings', SETTINGS)
    const stale = await house.post('alva', '/settings', { ...SETTINGS, neutralTitle: 'Blue hour' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('value="Blue hour"')
    expect(getOrganisation(house.as()).neutralTitle).toBe('Customer hour')
  })

  it.each([
    ['smallestGroup', '3', 'from 4 to'],
    ['smallestGroup', 'five', 'from 4 to'],
    ['cooldownDays', '-1', 'Write a whole number of days from 0 to 730.'],
    ['cooldownDays', '1e3', 'Write a whole number of days from 0 to 730.'],
    ['contactsPerMonth', '0', 'Write a whole number of contacts from 1 to 31.'],
    ['fiscalYearStart', '13', 'Choose the month the fiscal year begins with.'],
    ['timeZone', 'Mars/Olympus', 'Choose a time zone like Europe/London.'],
    ['locale', 'not a locale', 'Choose how days and figures are written'],
    ['locale', 'fa-IR', 'Choose how days and figures are written'],
    ['locale', 'en-GB-u-ca-hebrew', 'Choose how days and figures are written'],
    ['locale', 'ar-EG', 'Choose how days and figures are written'],
    ['country', 'XX', 'Choose a country.'],
    ['primaryMeasure', '__proto__', 'Choose one of the measures shown.'],
    ['neutralTitle', '', 'Write a title that gives nothing away'],
    ['name', ' ', 'Write the company’s name.'],
  ])('%s = %j is refused beside its field', async (name, value, sentence) => {
    const answer = await house.post('alva', '/settings', { ...SETTINGS, [name]: value })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    expect(getOrganisation(house.as()).version).toBe(1)
  })

  it('take every end of their ranges', async () => {
    let version = 1
    for (const end of [0, 1] as const) {
      const numbers = Object.fromEntries(Object.entries(RANGES).map(([name, range]) => [name, String(range[end])]))
      const answer = await house.post('alva', '/settings', { ...SETTINGS, ...numbers, version: String(version++) })
      expect(answer.statusCode).toBe(303)
    }
  })

  it('leave in the audit what changed, old and new', async () => {
    await house.post('alva', '/settings', SETTINGS)
    const entry = house.db
      .select()
      .from(auditEntries)
      .all()
      .find(({ subject }) => subject === 'organisation')
    expect(entry).toMatchObject({ actorId: 'alva', action: 'changed' })
    expect(entry?.detail).toMatchObject({ cooldownDays: [90, 60], smallestGroup: [5, 6] })
    expect(entry?.detail).not.toHaveProperty('lockoutDays')
    expect(differences({ a: 1, b: 2 }, { a: 1, b: 3 })).toEqual({ b: [2, 3] })
  })

  it('offer countries and ways of writing in the order of their names, each language together', async () => {
    const { body } = await house.get('alva', '/settings')
    const offered = (name: string) =>
      [...(body.split(`name="${name}"`)[1]?.split('</select>')[0] ?? '').matchAll(/<option[^>]*>([^<]+)</g)].map(
        ([, label]) => label ?? '',
      )
    const countries = offered('country')
    expect(countries.slice(0, 3)).toEqual(['Australia', 'Austria', 'Belgium'])
    expect(countries).toEqual(countries.toSorted((a, b) => a.localeCompare(b, 'en-GB')))
    expect(offered('locale').filter((label) => label.startsWith('German'))).toEqual([
      'German (Austria)',
      'German (Germany)',
      'German (Switzerland)',
    ])
  })

  it('write days in the organisation’s way', async () => {
    await house.post('alva', '/settings', { ...SETTINGS, locale: 'de-DE', country: 'DE' })
    expect((await house.get('maud', '/members/nora')).body).toContain('1. Januar 2025')
  })

  it('know every measure a lead may put first, by the same name, and so never take another for it', async () => {
    const named = Object.entries(PRIMARY_MEASURES)
    expect(named.toSorted()).toEqual(SHARES.map(({ key, name }) => [key, name]).toSorted())
    await house.post('maud', '/months/primary-measure', { measure: 'embarrassed' })
    expect((await house.get('alva', '/settings')).body).toMatch(/<option value="embarrassed" selected>/)
  })
})

describe('departments', () => {
  it('are listed with what belongs to them, for admins', async () => {
    const page = await house.get('alva', '/departments')
    expect(page.body).toContain('3 departments.')
    expect(page.body).toContain('1 member, 0 touchpoints')
    expect((await house.get('maud', '/departments')).statusCode).toBe(403)
  })

  it('are renamed: members and history stay with them', async () => {
    await house.post('alva', '/departments/operations', { name: 'Grid operations', version: '1' })
    expect(getMember(house.as(), 'nora').department).toBe('Grid operations')
    const stale = await house.post('alva', '/departments/operations', { name: 'Ops', version: '1' })
    expect(stale.statusCode).toBe(409)
    expect(stale.body).toContain('value="Ops"')
  })

  it('do not share a name, in whatever case', async () => {
    const answer = await house.post('alva', '/departments/operations', { name: 'FINANCE', version: '1' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Another department has this name.')
  })

  it('are retired when nobody belongs to them any more, and come back when they are typed again', async () => {
    expect((await house.post('alva', '/departments/operations/retirement')).statusCode).toBe(409)
    await house.post('alva', '/members/nora/retirement')
    expect((await house.post('alva', '/departments/operations/retirement')).statusCode).toBe(303)
    await house.post('alva', '/departments/operations/retirement')
    const names = () => listDepartments(house.as()).map(({ name }) => name)
    expect(names()).not.toContain('Operations')
    await house.post('alva', '/members', {
      ...{ name: 'Tomás', email: 'tomas@northwind.example', department: 'operations', country: 'GB', jobTitle: '' },
      ...{ timeZone: 'Europe/London', languages: 'en', joinedOn: '2026-06-01', roles: 'leader' },
    })
    expect(names()).toContain('Operations')
  })
})

describe('the members list', () => {
  it('finds by part of a name, department or role, accents and case aside', async () => {
    const names = async (search: string) =>
      [
        ...(await house.get('maud', `/members?search=${encodeURIComponent(search)}`)).body.matchAll(
          /<th scope="row"><a[^>]*>([^<]*)/g,
        ),
      ].map(([, name]) => name)
    expect(await names('bergstrom')).toEqual(['Maud Bergström'])
    expect(await names('FINANCE lea')).toEqual(['Viktor Hale'])
    expect(await names('nobody like that')).toEqual([])
    expect((await names('')).length).toBe(6)
  })

  it.each(['page=0', 'page=99999', 'page=x', 'page=1&page=2', 'search=a&search=b', 'search=%00', 'retired=maybe'])(
    'takes any address: %s',
    async (query) => {
      expect((await house.get('maud', `/members?${query}`)).statusCode).toBe(200)
    },
  )

  it('shows five hundred in pages', async () => {
    for (let i = 0; i < 250; i++)
      house.db.$client
        .prepare(
          `insert into members (id, name, email, country, time_zone, languages, joined_on) values (?, ?, ?, 'GB', 'Europe/London', '["en"]', '2026-01-01')`,
        )
        .run(`m${i}`, `Member ${String(i).padStart(3, '0')}`, `m${i}@northwind.example`)
    const first = await house.get('maud', '/members')
    expect(first.body).toContain('256 members.')
    expect(first.body).toContain('Page 1 of 3')
    expect((await house.get('maud', '/members?page=3')).body).toContain('Viktor Hale')
  })
})
