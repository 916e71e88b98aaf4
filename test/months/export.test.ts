import { gunzipSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { assignments, programs, touchpoints } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { complaintsOf } from '../support/json_schema.ts'
import { cellsOf, csvOf, inhabited, textOf } from '../support/months.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { furnish, reflect } from '../support/reflected.ts'

describe('took part', () => {
  it('counts assignments that were due, whatever became of them', async () => {
    const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
    furnish(house.as())
    const add = (
      state: typeof assignments.$inferInsert.state,
      toDay = '2026-07-10',
      origin: 'rotation' | 'own_initiative' = 'rotation',
    ) =>
      house.db
        .insert(assignments)
        .values({
          id: house.as().newId(),
          leaderId: 'nora',
          touchpointId: 'chat',
          origin,
          fromDay: '2026-07-01',
          toDay,
          state,
        })
        .run()
    for (const state of ['reflected', 'declined', 'missed', 'contacted', 'open'] as const) add(state)
    for (const state of ['planned', 'handed_over', 'excused', 'cancelled'] as const) add(state)
    add('reflected', '2026-07-20')
    add('reflected', '2026-07-10', 'own_initiative')
    reflect(house.as(), { month: '2026-07', cover: 'blown' })
    const csv = await csvOf(house, '/months.csv')
    expect(cellsOf(csv, 'took_part', '2026-07').slice(0, 2)).toEqual(['2', '6'])
    expect(cellsOf(csv, 'valued', '2026-07').slice(0, 2)).toEqual(['0', '0'])
  })
})

describe('the export', () => {
  it('is tidy, and says what the page says', async () => {
    const house = await inhabited()
    const answer = await house.get('maud', '/months.csv')
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="months-2026-07.csv"')
    const [header, ...rows] = parseCsv(answer.body)
    expect(header?.join()).toBe('measure,kind,span,breakdown,slice,level,count,of,value,low,high')
    expect(rows.every((row) => row.length === 11)).toBe(true)
    const keys = rows.map((row) => row.slice(0, 6).join())
    expect(new Set(keys).size).toBe(keys.length)

    const { body: page } = await house.get('maud', '/months')
    const months: Record<string, string> = { '2026-05': 'May 2026', '2026-06': 'June 2026', '2026-07': 'July 2026' }
    for (const [measure, , span = '', , , , count, of] of rows.filter(([, kind]) => kind === 'share'))
      if (months[span] && measure !== 'standard' && of !== '0') {
        const chart = page.slice(page.indexOf(`aria-labelledby="${measure}-t`))
        expect(chart.slice(0, chart.indexOf('</figure>'))).toContain(`<title>${months[span]}: ${count} of ${of},`)
      }
  })

  it('holds the intervals with all their digits, quarters and levels too', async () => {
    const csv = await csvOf(await inhabited(), '/months.csv')
    const [count, of, value, low, high] = cellsOf(csv, 'valued', '2026-Q2')
    expect([count, of, value]).toEqual(['9', '12', '0.75'])
    expect(Number(low)).toBeCloseTo(0.4677, 4)
    expect(Number(high)).toBeCloseTo(0.9111, 4)
    const proud = csv.filter(([measure, , span]) => measure === 'pride' && span === '2026-06')
    expect(proud.map((row) => [row[1], row[5], row[6], row[7]])).toEqual(
      ['1', '2', '3', '4', '5'].map((level) => ['distribution', level, level === '4' ? '6' : '0', '6']),
    )
  })

  it('names the program it is of, and takes no name for a formula', async () => {
    const house = await inhabited()
    house.db.update(programs).set({ name: '=2+5, "quoted"' }).where(eq(programs.id, 'after_hours')).run()
    const rows = await csvOf(house, '/months.csv?month=2026-06&program=after_hours')
    expect(rows[0]?.slice(3, 5)).toEqual(['program', '\'=2+5, "quoted"'])
    expect(cellsOf(rows, 'standard', '2026-06').slice(0, 2)).toEqual(['0', '6'])
  })
})

describe('a file that is sent in pieces', () => {
  it.each(['/months.csv?breakdown=touchpoint', '/months.json?breakdown=channel', '/months.csv'])(
    'comes small to whoever takes it small, and is the same: %s',
    async (url) => {
      const house = await inhabited()
      const whole = await house.get('maud', url)
      const small = await house.get('maud', url, { 'accept-encoding': 'gzip, br' })
      expect(small.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(small.rawPayload).toString()).toBe(whole.body)
      expect(small.headers['content-disposition']).toBe(whole.headers['content-disposition'])
    },
  )
})

describe('one slice at a time', () => {
  it.each([
    ['touchpoint=billing_line', 'Billing line', 12],
    ['of=touchpoint%3Abilling_line', 'Billing line', 12],
    ['of=', '', 18],
    ['channel=phone', 'Phone line', 18],
    ['purpose=ask', 'Ask', 12],
    ['program=first_hand', 'First hand', 12],
    ['department=service', 'Customer service', 12],
  ])('?%s is the contacts of %s', async (query, name, contacts) => {
    const house = await sliced()
    const rows = await csvOf(house, `/months.csv?${query}`)
    const months = ['2026-05', '2026-06', '2026-07'].map((month) => Number(cellsOf(rows, 'valued', month)[1]))
    expect(months.reduce((sum, of) => sum + of, 0)).toBe(contacts)
    expect(rows[0]?.[4]).toBe(name)
    if (name) expect(await textOf(house, 'maud', `/months?${query}`)).toContain(`: ${name} .`)
  })

  it('and never two, nor one that is not there', async () => {
    const house = await sliced()
    for (const query of ['touchpoint=chat&channel=phone', 'of=purpose:ask&program=first_hand', 'of=leader:nora'])
      expect((await house.get('maud', `/months?${query}`)).statusCode).toBe(422)
    for (const query of ['touchpoint=nowhere', 'channel=fax', 'purpose=buy', 'department=finance'])
      expect((await house.get('maud', `/months?${query}`)).statusCode).toBe(404)
  })

  it('or every slice of a breakdown in one file, which adds up to the whole', async () => {
    const house = await sliced()
    const all = await csvOf(house, '/months.csv')
    const by = await csvOf(house, '/months.csv?breakdown=touchpoint')
    expect(new Set(by.map((row) => row[4]).filter(Boolean))).toEqual(
      new Set(['Billing line', 'City shop', 'Moving-home chat']),
    )
    for (const measure of ['valued', 'addressed', 'took_part']) {
      const parts = by.filter((row) => row[0] === measure && row[2] === '2026-07')
      const sum = (column: number) => parts.reduce((total, row) => total + Number(row[column]), 0)
      expect([sum(6), sum(7)]).toEqual(cellsOf(all, measure, '2026-07').slice(0, 2).map(Number))
    }
    expect((await house.get('maud', '/months.csv?breakdown=leader')).statusCode).toBe(422)
    for (const who of ['maud', 'rhea'] as const)
      for (const file of ['csv', 'json']) {
        const both = await house.get(who, `/months.${file}?breakdown=touchpoint&channel=phone`)
        expect(both.statusCode).toBe(422)
        expect(both.body).toContain('not for both')
      }
  })
})

describe('the JSON', () => {
  it('says the numbers of the page as its schema describes them', async () => {
    const house = await sliced()
    const schema = JSON.parse((await house.get('maud', '/months.schema.json')).body)
    for (const query of ['', '?breakdown=purpose', '?channel=phone', '?month=2026-06']) {
      const answer = await house.get('maud', `/months.json${query}`)
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
      expect(complaintsOf(schema, JSON.parse(answer.body))).toEqual([])
    }
    const { caveat, slices } = JSON.parse((await house.get('maud', '/months.json')).body)
    expect(caveat).toContain('not a measurement of the contact centre')
    const valued = slices[0].results.find(
      (row: { measure: string; span: string }) => row.measure === 'valued' && row.span === '2026-07',
    )
    expect(valued).toMatchObject({ count: 0, of: 6, value: 0, verdict: 'clear_fall', confidence: 0.95 })
    expect(valued).toMatchObject({ since: '2026-06', signal: null })
    const gap = slices[0].results.find(
      (row: { measure: string; span: string }) => row.measure === 'expectation_gap' && row.span === '2026-07',
    )
    expect(gap).toMatchObject({ withheld: true, count: null, of: null, value: null, verdict: null, difference: null })
  })

  it('tells standards apart by their id, and names them with their touchpoint and their target', async () => {
    const house = await inhabited()
    const { slices } = (await house.get('maud', '/months.json?month=2026-06')).json()
    const standard = slices[0].results.find((row: { measure: string }) => row.measure === 'standard')
    expect(standard).toMatchObject({ level: 'three_minutes', target: 0.8 })
    expect(standard.level_name).toBe('Billing line: A person answers within 3 minutes')
  })

  it('gives nobody but leads anything of months that are open', async () => {
    const house = await sliced()
    expect((await house.get('alva', '/months.json')).statusCode).toBe(403)
    for (const who of ['nora', 'otto', 'rhea'] as const)
      expect((await house.get(who, '/months.json')).json()).toMatchObject({ live: false, closed: [], slices: [] })
  })
})

it('says on every export what it is', async () => {
  const rows = await csvOf(await inhabited(), '/months.csv')
  expect(rows.at(-1)?.[5]).toBe('Leaders’ own contacts: stories with numbers, not a measurement of the contact centre.')
})

/** The house with three months, May and June elsewhere than July: another touchpoint, another errand, another program. */
async function sliced(): Promise<House> {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  house.db.update(touchpoints).set({ departmentId: 'service' }).where(eq(touchpoints.id, 'billing_line')).run()
  const leaders = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const
  for (const leaderId of leaders) {
    reflect(house.as(), { month: '2026-05', leaderId, valued: 5 })
    reflect(house.as(), { month: '2026-06', leaderId, valued: 5 })
    reflect(house.as(), {
      month: '2026-07',
      leaderId,
      valued: 1,
      touchpointId: 'chat',
      scenarioId: null,
      programId: null,
    })
  }

  return house
}
