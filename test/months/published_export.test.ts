import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MONTHS_SCHEMA } from '../../src/features/months/months_schema.ts'
import { publishedMonths } from '../../src/features/months/published_export_pages.ts'
import { CAVEAT } from '../../src/features/months/verdict.ts'
import { addMonths } from '../../src/lib/periods.ts'
import { closedMonths, errata, publishedCells } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { complaintsOf } from '../support/json_schema.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { QUICKLY, ROOT } from '../support/sources.ts'

type Row = typeof publishedCells.$inferInsert

const CELL = {
  ...{ span: '2026-04', firstMonth: '2026-04', lastMonth: '2026-04', breakdown: 'all', slice: '', sliceName: '' },
  ...{ measure: 'valued', level: '', levelName: '', shown: true, confidence: 0.95 },
} as const satisfies Partial<Row>
const SETTINGS = {
  ...{ smallestGroup: 5, fiscalYearStart: 1, primaryMeasure: 'valued' },
  ...{ contactsHidden: 0, contactsHiddenAtLeast: 0 },
}
const NO_NUMBER = ['', '', '', '', '']
const SHOWN = { count: 9, of: 12, value: 0.75, low: 0.4677, high: 0.9111 }

/** A closed April: one figure shown, a mean, a level, and the billing line withheld. */
async function closedApril(): Promise<House> {
  const house = await openHouse()
  house.db
    .insert(closedMonths)
    .values({ month: '2026-04', closedOn: '2026-05-08', ...SETTINGS })
    .run()
  const quarter = {
    span: '2026-Q2',
    lastMonth: '2026-06',
    breakdown: 'touchpoint',
    slice: 'tp',
    sliceName: '=Billing',
  } as const
  const cells: Row[] = [
    {
      ...CELL,
      ...SHOWN,
      comparedWith: '2026-03',
      verdict: 'no_clear_change',
      difference: 0.1,
      differenceLow: -0.2,
      differenceHigh: 0.4,
    },
    { ...CELL, measure: 'expectation_gap', of: 11, sum: -4, squares: 9, value: -0.36, low: -0.9, high: 0.2 },
    { ...CELL, ...SHOWN, measure: 'pride', level: '5' },
    { ...CELL, ...quarter, shown: false },
    { ...CELL, ...quarter, measure: 'standard', level: 'st', levelName: 'A person answers', ...SHOWN, target: 0.8 },
  ]
  house.db.insert(publishedCells).values(cells).run()
  house.db
    .insert(errata)
    .values({
      id: 'e',
      span: '2026-04',
      words: 'Two contacts were counted twice.',
      publishedBy: 'maud',
      publishedOn: '2026-05-20',
    })
    .run()

  return house
}

describe('the export of closed months', () => {
  it('is tidy, withholds by the word, and takes no name for a formula', async () => {
    const [header, ...rows] = parseCsv(publishedMonths((await closedApril()).as(), 'csv'))
    expect(header?.join()).toBe('measure,kind,span,breakdown,slice,level,count,of,value,low,high')
    expect(rows).toEqual([
      ['expectation_gap', 'mean', '2026-04', '', '', '', '', '11', '-0.36', '-0.9', '0.2'],
      ['pride', 'distribution', '2026-04', '', '', '5', '9', '12', '0.75', '0.4677', '0.9111'],
      ['valued', 'share', '2026-04', '', '', '', '9', '12', '0.75', '0.4677', '0.9111'],
      [
        'standard',
        'share',
        '2026-Q2',
        'touchpoint',
        "'=Billing",
        'A person answers',
        '9',
        '12',
        '0.75',
        '0.4677',
        '0.9111',
      ],
      ['valued', 'share', '2026-Q2', 'touchpoint', "'=Billing", '', '', '', 'withheld', '', ''],
      ['note', 'note', '2026-04', '', '', 'Erratum of 2026-05-20: Two contacts were counted twice.', ...NO_NUMBER],
      ['note', 'note', '', '', '', CAVEAT, ...NO_NUMBER],
    ])
  })

  it('says what was corrected beside the figures it is about, to those who read these', async () => {
    const house = await closedApril()
    const about = { span: '2026-Q2', breakdown: 'touchpoint', slice: 'tp', measure: 'standard' } as const
    const said = { words: 'A bot was taken for a person.', publishedBy: 'maud', publishedOn: '2026-08-01' }
    house.db
      .insert(errata)
      .values({ id: 'f', ...about, ...said })
      .run()
    const notes = (mayRead: (cell: { breakdown: string }) => boolean) =>
      parseCsv(publishedMonths(house.as(), 'csv', { mayRead })).filter(([measure]) => measure === 'note')
    const words = 'Erratum of 2026-08-01 to “Each standard met”: A bot was taken for a person.'
    const row = ['note', 'note', '2026-Q2', 'touchpoint', "'=Billing", words, ...NO_NUMBER]
    expect(notes(() => true)).toContainEqual(row)
    expect(notes(({ breakdown }) => breakdown === 'all')).not.toContainEqual(row)
  })

  it('says in JSON what changed and what was corrected, and of a withheld cell nothing but that', async () => {
    const written = JSON.parse(publishedMonths((await closedApril()).as(), 'json'))
    expect(complaintsOf(MONTHS_SCHEMA, written)).toEqual([])
    expect(written).toMatchObject({
      ...{ format: 'plainclothes-months', month: '2026-04', live: false, running: false },
      closed: [{ month: '2026-04', closed_on: '2026-05-08' }],
      errata: [{ span: '2026-04', words: 'Two contacts were counted twice.' }],
    })
    const [all, billing] = written.slices
    expect(all).toMatchObject({ breakdown: null, slice: null, name: null, control_charts: [] })
    expect(all.results).toContainEqual(
      expect.objectContaining({
        ...{ measure: 'valued', count: 9, since: '2026-03', verdict: 'no_clear_change', confidence: 0.95 },
        ...{ difference: 0.1, difference_low: -0.2, difference_high: 0.4, signal: null },
      }),
    )
    expect(billing).toMatchObject({ breakdown: 'touchpoint', slice: 'tp', name: '=Billing' })
    const said = Object.entries(billing.results.at(-1)).filter(([, value]) => value !== null)
    expect(Object.fromEntries(said)).toEqual({
      ...{ measure: 'valued', kind: 'share', span: '2026-Q2', months: ['2026-04', '2026-05', '2026-06'] },
      ...{ level: '', level_name: '', withheld: true },
    })
  })

  it('holds the control chart of published months, and of each month the word it closed with', async () => {
    const house = await openHouse()
    const counts = [6, 5, 6, 7, 6, 5, 7, 6, 5, 6, 7, 6, 0]
    for (const [i, count] of counts.entries()) {
      const month = addMonths('2025-01', i)
      house.db
        .insert(closedMonths)
        .values({ ...SETTINGS, month, closedOn: `${addMonths(month, 1)}-08` })
        .run()
      const value = month === '2025-05' ? { shown: false } : { ...SHOWN, count, of: 10, value: count / 10 }
      const cell = { ...CELL, span: month, firstMonth: month, lastMonth: month, ...value }
      house.db.insert(publishedCells).values(cell).run()
    }
    const written = JSON.parse(publishedMonths(house.as(), 'json'))
    expect(complaintsOf(MONTHS_SCHEMA, written)).toEqual([])
    const [{ control_charts: charts, results }] = written.slices
    expect(charts).toMatchObject([{ measure: 'valued', level: '', improvement: 'up' }])
    expect(charts[0].points).toHaveLength(12)
    expect(charts[0].points.at(-1)).toMatchObject({ month: '2026-01', signal: 'concern', rule: 'outside' })
    const signals = results.map((row: { span: string; signal: string | null }) => [row.span, row.signal])
    expect(signals.filter(([, signal]: [string, string | null]) => signal)).toEqual([['2026-01', 'concern']])
  })

  it('holds nothing of a month that is still open', async () => {
    const house = await openHouse()
    expect(parseCsv(publishedMonths(house.as(), 'csv')).length, 'a header and the caveat').toBe(2)
    expect(JSON.parse(publishedMonths(house.as(), 'json'))).toMatchObject({
      ...{ month: null, closed: [], slices: [], errata: [] },
    })
  })
})

describe('on the command line', () => {
  it('months and everything are written to a file, and a wrong word is answered by how to say it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plainclothes-'))
    try {
      const path = join(folder, 'house.db')
      ;(await closedApril()).db.$client.prepare('vacuum into ?').run(path)
      const cli = (...words: string[]) =>
        spawnSync(process.execPath, [...QUICKLY, 'src/cli.ts', 'export', ...words], {
          cwd: ROOT,
          encoding: 'utf8',
          env: { DATABASE_PATH: path },
        })
      const out = (name: string) => join(folder, name)
      expect(cli('months', '--format', 'csv', '--out', out('months.csv')).stdout).toBe(`Wrote ${out('months.csv')}.\n`)
      expect(parseCsv(readFileSync(out('months.csv'), 'utf8')).length).toBe(8)
      expect(cli('everything', '--out', out('all.jsonl')).stdout).toMatch(/^Wrote \d+ rows to /)
      expect(readFileSync(out('all.jsonl'), 'utf8')).toContain('{"table":"published_cells","row":')
      for (const words of [[], ['months', '--format', 'pdf', '--out', out('x')]]) {
        const { status, stderr } = cli(...words)
        expect([status, stderr]).toEqual([2, expect.stringContaining('export everything --out FILE')])
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
