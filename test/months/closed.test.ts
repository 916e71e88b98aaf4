import { beforeAll, describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { rounds } from '../../src/platform/db/tables.ts'
import { closedQuarter } from '../support/closed.ts'
import { type CastName, type House, openHouse } from '../support/house.ts'
import { complaintsOf } from '../support/json_schema.ts'
import { textOf } from '../support/months.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { furnish, reflect } from '../support/reflected.ts'

const READERS: readonly CastName[] = ['nora', 'otto', 'rhea']
const PAGES = ['/months', '/months?month=2026-05', '/months?breakdown=touchpoint', '/months?touchpoint=billing_line']
const FILES = ['/months.csv', '/months.json']

describe('a closed month', () => {
  let house: House
  beforeAll(async () => {
    house = await closedQuarter()
  })

  it('opens with a sentence made of published figures, the caveat, why it closed late and what was put right', async () => {
    for (const who of READERS) {
      const page = await textOf(house, who, '/months')
      expect(page).toMatch(/June 2026: \d of \d contacts felt valued\. No clear change since May\./)
      expect(page).toContain('stories with numbers, not a measurement of the contact centre')
      expect(page).toContain('put off to 12 July 2026: Two leaders were ill.')
      expect(page).toContain(
        'Correction to “Felt valued”, June 2026, of 20 July 2026: One contact was written down twice.',
      )
    }
  })

  it('draws how expectation was met, and says that how far contacts got is withheld where it is', async () => {
    const { body } = await house.get('nora', '/months')
    expect(body).toContain('How valued leaders felt, less how valued they had expected to feel, means by month')
    expect(body).toContain('<p>Withheld for April to June 2026.</p>')
  })

  it('is read from what was published alone: with everything else gone, no page and no file changes', async () => {
    const bare = await closedQuarter()
    const live = ['answer_counts', 'participation_counts', 'frozen_contacts', 'frozen_assignments']
    bare.db.$client.pragma('foreign_keys = off')
    for (const table of live) bare.db.$client.exec(`delete from ${table}`)
    for (const who of READERS)
      for (const url of [...PAGES, ...FILES]) {
        const [one, other] = [await house.get(who, url), await bare.get(who, url)]
        expect(one.statusCode, `${who} ${url}`).toBe(200)
        expect(other.body, `${who} ${url}`).toBe(one.body)
      }
  })

  it('says “withheld” of a withheld cell, and no number', async () => {
    const rows = parseCsv((await house.get('rhea', '/months.csv')).body).slice(1, -1)
    const withheld = rows.filter((row) => row[8] === 'withheld')
    expect(withheld.length).toBeGreaterThan(0)
    for (const row of withheld) expect([row[6], row[7], row[9], row[10]]).toEqual(['', '', '', ''])
    expect(await textOf(house, 'rhea', '/months?touchpoint=shop')).toContain('is withheld')
  })

  it('says nothing of a slice in a quarter nobody contacted it in, or was to: nothing is withheld there', async () => {
    const later = await closedQuarter()
    for (const month of ['2026-07', '2026-08', '2026-09'])
      for (const leaderId of READERS) reflect(later.as(), { month, leaderId })
    later.now = Temporal.Instant.from('2026-10-20T09:00:00Z')
    closeDueMonths(later.as())
    const page = await textOf(later, 'rhea', '/months?breakdown=touchpoint')
    expect(page).toContain('A dash: nothing was due there, and nothing counted.')
    expect(page).toMatch(/City shop withheld – /)
    expect(await textOf(later, 'rhea', '/months?touchpoint=shop')).not.toContain('July to September')
    expect(await textOf(house, 'rhea', '/months?breakdown=touchpoint')).not.toContain('A dash')
  })

  it('shows an owner what their own touchpoint got beside the totals, and nobody else’s', async () => {
    const rows = parseCsv((await house.get('otto', '/months.csv')).body).slice(1, -1)
    expect([...new Set(rows.map((row) => `${row[3]} ${row[4]}`))].sort()).toEqual([' ', 'touchpoint Billing line'])
    const list = await textOf(house, 'otto', '/months?breakdown=touchpoint')
    expect([list.includes('Billing line'), list.includes('City shop')]).toEqual([true, false])
    expect((await house.get('otto', '/touchpoints/own')).body).toContain('href="/months?touchpoint=billing_line"')
    expect((await house.get('otto', '/months?touchpoint=shop')).statusCode).toBe(404)
    expect((await house.get('otto', '/months?breakdown=channel')).statusCode).toBe(403)
    expect((await house.get('rhea', '/months?breakdown=channel')).statusCode).toBe(200)
  })

  it('answers files as it answers pages: no empty one for what nobody published, or not for this reader', async () => {
    for (const kind of ['', '.csv', '.json']) {
      const statusOf = async (who: 'otto' | 'rhea', asked: string) =>
        (await house.get(who, `/months${kind}?${asked}`)).statusCode
      expect(await statusOf('otto', 'touchpoint=shop'), kind).toBe(404)
      expect(await statusOf('otto', 'breakdown=channel'), kind).toBe(403)
      expect(await statusOf('otto', 'touchpoint=billing_line'), kind).toBe(200)
      expect(await statusOf('rhea', 'channel=fax'), kind).toBe(404)
    }
  })

  it('is JSON as the one schema says that leads read theirs by', async () => {
    const schema = (await house.get('maud', '/months.schema.json')).json()
    for (const who of [...READERS, 'maud'] as const) {
      expect((await house.get(who, '/months.schema.json')).json()).toEqual(schema)
      const questions = who === 'otto' ? [''] : ['', '?month=2026-05', '?breakdown=channel', '?purpose=ask']
      for (const asked of questions)
        expect(complaintsOf(schema, (await house.get(who, `/months.json${asked}`)).json()), asked).toEqual([])
      const written = (await house.get(who, '/months.json')).json()
      expect(written.errata).toMatchObject([{ span: '2026-06', words: 'One contact was written down twice.' }])
    }
  })

  it('stays shut while it runs, and to those who read no months', async () => {
    expect((await house.get('nora', '/months?month=2026-07')).statusCode).toBe(404)
    expect((await house.get('nora', '/months.json?month=2026-07')).statusCode).toBe(404)
    expect((await house.get('nora', '/months?touchpoint=nobody')).statusCode).toBe(404)
    expect((await house.get('nora', '/months?breakdown=touchpoint&measure=luck')).statusCode).toBe(404)
    for (const url of [...PAGES, ...FILES]) expect((await house.get('alva', url)).statusCode).toBe(403)
  })
})

describe('before any month is closed', () => {
  it('the page says when one is, and which programs are too small for numbers', async () => {
    const house = await openHouse()
    furnish(house.as())
    const round = { period: '2026-06', number: 1, startsOn: '2026-06-01', endsOn: '2026-06-30', gaps: [] }
    for (const [programId, state] of [
      ['first_hand', 'published'],
      ['after_hours', 'planned'],
    ] as const)
      house.db
        .insert(rounds)
        .values({ ...round, id: programId, programId, state, plannedOn: '2026-05-20' })
        .run()
    const page = await textOf(house, 'nora', '/months')
    expect(page).toContain('No month is closed yet.')
    expect(page).toContain('First hand runs. Too few leaders take part in it for numbers to be shared.')
    expect(page, 'nothing of it is published, so it does not run').not.toContain('After hours runs.')
  })
})
