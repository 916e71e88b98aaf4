import { beforeAll, describe, expect, it } from 'vitest'
import { publishedTexts } from '../../src/platform/db/tables.ts'
import { raise } from '../followups/raised.ts'
import type { House } from '../support/house.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { readParts, readPdf, readSlides, readXlsx } from '../support/read_files.ts'
import { elements } from '../support/read_xml.ts'
import { closedHalfYear, draftOf, shareStories } from '../support/reviewed.ts'
import { squeezed } from '../support/said_everywhere.ts'

/** A formula, markup of every kind, a link, other scripts and what turns the direction, in each place that takes words of people. */
const MARKUP = '<script>alert(1)</script> &amp; </a:t> #eval("1+1") $x^2$ *b* _i_ `r` @l {{7*7}} https://x.example'
const said = (place: string) => `=${place}+1 ${MARKUP} \u202Eمرحبا שלום Łódź 😀`
const PLACES = [
  'company',
  'touchpoint',
  'standard',
  'story',
  'commitment',
  'line',
  'owner',
  'summary',
  'decision',
  'lead',
  'reviewer',
]
const LONG = `${'Ein langer Satz über die Abrechnung. '.repeat(530)}Ende.`

let house: House
let id: string
let get: (url: string) => Promise<{ body: string; rawPayload: Buffer }>

beforeAll(async () => {
  house = await closedHalfYear()
  await raise(house, { touchpoint: 'billing_line', owner: 'otto', due: '2026-08-30' })
  shareStories(house, '2026-Q2', [said('story')])
  const fill = (sql: string, ...values: string[]) => house.db.$client.prepare(sql).run(...values)
  fill('update organisation set name = ?', said('company'))
  fill(`update touchpoints set name = ? where id = 'billing_line'`, said('touchpoint'))
  fill(
    `update published_cells set slice_name = ?, level_name = iif(measure = 'standard', ?, level_name) where breakdown = 'touchpoint'`,
    said('touchpoint'),
    said('standard'),
  )
  // A standard that may be shown, so that its words are.
  fill(
    `update published_cells set shown = 1, count = 9, [of] = 12, value = 0.75, low = 0.47, high = 0.91, target = 0.9
     where measure = 'standard' and breakdown = 'touchpoint' and span = '2026-Q2'`,
  )
  fill(
    `update followups set raised_on = '2026-05-02', commitment = ?, for_customers = ?`,
    said('commitment'),
    said('line'),
  )
  for (const [who, place] of [
    ['otto', 'owner'],
    ['maud', 'lead'],
    ['rhea', 'reviewer'],
  ] as const)
    fill('update members set name = ? where id = ?', said(place), who)
  const review = draftOf(house, '2026-Q2')
  id = review.id
  const stories = house.db
    .select()
    .from(publishedTexts)
    .all()
    .map((text) => text.id)
  const form = { summary: `${said('summary')}\n\n${LONG}`, decisions: said('decision'), stories, settled: 'yes' }
  for (const [who, noun, more] of [
    ['maud', 'change', form],
    ['maud', 'submission', {}],
    ['rhea', 'signature', {}],
  ] as const) {
    const answer = await house.post(who, `/reviews/${id}/${noun}`, { version: review.version(), ...more })
    expect(answer.statusCode, noun).toBe(303)
  }
  await house.post('rhea', `/reviews/${id}/comments`, { words: said('comment'), settled: 'yes' })
  get = (url) => house.get('rhea', `/reviews/${id}${url}`)
})

/** Without what no format carries, and what only a typeface decides. */
const plain = (place: string) => squeezed(`=${place}+1 ${MARKUP}`)

describe('whatever people typed, in every place of a review', () => {
  it('is words on its page, and nothing else', async () => {
    const { body } = await get('')
    expect(body).not.toContain('<script>alert')
    for (const place of [...PLACES, 'comment']) expect(body, place).toContain(`=${place}+1 &lt;script&gt;`)
    expect(body).toContain(LONG.trim())
  })

  it('is set whole in the PDF, and is no markup, link or script there', async () => {
    const bytes = (await get('/export/pdf')).rawPayload
    const { pages } = await readPdf(bytes)
    const text = squeezed(pages.join('').replaceAll(/Page \d+ of \d+/g, ''))
    for (const place of PLACES) expect(text, place).toContain(plain(place))
    expect(text.split('Abrechnung.').length).toBe(531)
    expect(bytes.toString('latin1')).not.toMatch(/\/S\s*\/URI|\/JavaScript|\/Launch/)
  })

  it('is a string in the workbook', async () => {
    const bytes = (await get('/export/xlsx')).rawPayload
    const cells = squeezed(
      readXlsx(bytes)
        .flatMap(({ rows }) => rows.flat())
        .join('\n'),
    )
    for (const place of PLACES) expect(cells, place).toContain(plain(place))
    expect(cells.split('Abrechnung.').length).toBe(531)
    for (const part of Object.values(readParts(bytes)))
      for (const name of ['f', 'hyperlink', 'externalLink']) expect(elements(part, name)).toEqual([])
  })

  it('is words on the slides', async () => {
    const bytes = (await get('/export/pptx')).rawPayload
    const texts = squeezed(
      readSlides(bytes)
        .flatMap((slide) => [...slide.texts, slide.notes])
        .join('\n'),
    )
    for (const place of PLACES) expect(texts, place).toContain(plain(place))
    expect(texts.split('Abrechnung.').length).toBe(531)
    for (const part of Object.values(readParts(bytes))) expect(elements(part, 'a:hlinkClick')).toEqual([])
  })

  it('is defused in the CSV and whole in the JSON', async () => {
    const rows = parseCsv((await get('/export/csv')).body)
    expect(rows.flat().some((cell) => cell.includes('=touchpoint+1'))).toBe(true)
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^\s*[=+@]/)
    const json = squeezed(JSON.stringify(JSON.parse((await get('/export/json')).body)))
    for (const place of PLACES) expect(json, place).toContain(squeezed(JSON.stringify(plain(place)).slice(1, -1)))
    expect(json.split('Abrechnung.').length).toBe(531)
  })
})
