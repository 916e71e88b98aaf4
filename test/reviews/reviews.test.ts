import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { decideReminders } from '../../src/features/reminders/actions.ts'
import { draftDueReviews } from '../../src/features/reviews/actions.ts'
import { memberRoles, reviews } from '../../src/platform/db/tables.ts'
import { plantClosedMonths } from '../support/closed_months.ts'
import { type House, openHouse } from '../support/house.ts'
import { parseCsv } from '../support/parse_csv.ts'

let house: House
let id: string
beforeEach(async () => {
  house = await openHouse({ now: '2026-07-10T09:00:00Z' })
  plantClosedMonths(house.db, {
    '2026-01': { count: 4, of: 10 },
    '2026-02': { count: 5, of: 11 },
    '2026-03': { count: 6, of: 12 },
    '2026-04': { count: 9, of: 12, withheld: ['survey'] },
    '2026-05': { count: 10, of: 12 },
    '2026-06': { count: 11, of: 12 },
  })
  draftDueReviews(house.as())
  id = house.db.select().from(reviews).where(eq(reviews.quarter, '2026-Q2')).get()?.id ?? ''
})

const row = () => house.db.select().from(reviews).where(eq(reviews.id, id)).get()
const version = () => String(row()?.version)
const write = (form: Record<string, string | string[]> = {}) =>
  house.post('maud', `/reviews/${id}/change`, {
    version: version(),
    summary: 'A good quarter.',
    decisions: '',
    ...form,
  })
const submit = () => house.post('maud', `/reviews/${id}/submission`, { version: version() })
const sign = (who: 'rhea' | 'maud' = 'rhea', shown = version()) =>
  house.post(who, `/reviews/${id}/signature`, { version: shown })

describe('a draft', () => {
  it('is there once for every closed quarter, and not for one that is still open', () => {
    plantClosedMonths(house.db, { '2026-07': { count: 1, of: 9 } })
    draftDueReviews(house.as())
    expect(
      house.db
        .select()
        .from(reviews)
        .all()
        .map(({ quarter, state }) => [quarter, state])
        .sort(),
    ).toEqual([
      ['2026-Q1', 'draft'],
      ['2026-Q2', 'draft'],
    ])
  })

  it('begins with sentences that say what the numbers carry', () => {
    const summary = row()?.summary ?? ''
    expect(summary).toContain(
      'April to June 2026: 30 of 36 contacts felt valued. A clear rise since January to March 2026.',
    )
    expect(summary).toContain('“Reached a person” rose clearly, to 30 of 36')
    expect(summary).toContain('Of 36 assignments that were due, 30 were made and written down.')
    expect(summary).not.toContain('survey')
  })

  it('is nobody’s but the leads’', async () => {
    expect((await house.get('maud', `/reviews/${id}`)).body).toContain('DRAFT')
    expect((await house.get('rhea', `/reviews/${id}`)).statusCode).toBe(404)
    expect((await house.get('rhea', '/reviews')).body).not.toContain(id)
    for (const who of ['nora', 'otto', 'alva'] as const) expect((await house.get(who, '/reviews')).statusCode).toBe(403)
    expect((await house.get('rhea', `/reviews/${id}/export/json`)).statusCode).toBe(404)
  })

  it('keeps both texts where two leads write at once', async () => {
    const shown = version()
    await write({ summary: 'Mine.' })
    const late = await write({ version: shown, summary: 'Theirs.' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('Mine.')
    expect(late.body).toContain('Theirs.')
    expect(row()?.summary).toBe('Mine.')
  })

  it('complains beside the field and keeps the words', async () => {
    const answer = await write({ summary: ' ', decisions: 'Hire two people.', place_pride: '99' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Write the summary first')
    expect(answer.body).toContain('Use a number from 1 to 10.')
    expect(answer.body).toContain('Hire two people.')
  })

  it('asks about words that may name a colleague, and takes them once somebody has looked', async () => {
    const named = { summary: 'Karin was lovely on the phone.', decisions: 'Thank Karin.' }
    const asked = await write(named)
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('“Karin”: this looks like somebody’s name.')
    expect(asked.body).toContain('nobody who serves customers is named here')
    expect(row()?.summary).not.toContain('Karin')
    expect((await write({ ...named, settled: 'yes' })).statusCode).toBe(303)
    expect(row()?.summary).toContain('Karin')
  })

  it('asks nothing about the words it began with, nor about members and nouns of a language it cannot check', async () => {
    expect((await write({ summary: row()?.summary ?? '' })).statusCode).toBe(303)
    const german = 'Im Quartal fühlten sich die Kunden am Telefon gut, und die Hotline hat den Rückruf nun eingeführt.'
    expect((await write({ summary: german, decisions: 'Otto Fuchs owns it.' })).statusCode).toBe(303)
  })

  it('has its sections in the order a lead chose', async () => {
    await write({ place_pride: '1', place_figures: '2' })
    const page = (await house.get('maud', `/reviews/${id}`)).body
    expect(page.indexOf('How it felt to watch')).toBeLessThan(page.indexOf('Key figures'))
  })
})

describe('a submitted review', () => {
  beforeEach(async () => {
    await write({ decisions: 'Staff the debt line.\nKeep the call-back.' })
    await submit()
  })

  it('is read by reviewers, with the lead’s name under the summary', async () => {
    const page = (await house.get('rhea', `/reviews/${id}`)).body
    expect(page).toContain('Maud Bergström, 10 July 2026')
    expect(page).toContain('1. Staff the debt line.')
    expect(page).toContain('DRAFT')
    expect(page).toContain('stories with numbers, not a measurement of the contact centre')
    expect((await house.get('rhea', '/reviews')).body).toContain('waits for a signature')
  })

  it('is changed by nobody until it is taken back', async () => {
    expect((await write({ summary: 'Other words.' })).statusCode).toBe(409)
    await house.post('maud', `/reviews/${id}/withdrawal`, { version: version() })
    expect((await write({ summary: 'Other words.' })).statusCode).toBe(303)
    expect((await house.get('rhea', `/reviews/${id}`)).statusCode).toBe(404)
  })

  it('is commented on, once where the button is pressed twice', async () => {
    for (let i = 0; i < 2; i++) await house.post('rhea', `/reviews/${id}/comments`, { words: 'Why the debt line?' })
    const page = (await house.get('maud', `/reviews/${id}`)).body
    expect(page.split('Why the debt line?').length).toBe(2)
    expect((await house.post('rhea', `/reviews/${id}/comments`, { words: '' })).statusCode).toBe(422)
    const named = await house.post('rhea', `/reviews/${id}/comments`, { words: 'Was it Karin again?' })
    expect(named.statusCode).toBe(422)
    expect(named.body).toContain('Was it Karin again?')
  })

  it('is signed by one who did not draft it, and as it was shown', async () => {
    expect((await sign('maud')).statusCode).toBe(403)
    house.db.insert(memberRoles).values({ memberId: 'maud', role: 'reviewer' }).run()
    expect((await sign('maud')).statusCode).toBe(403)
    expect((await sign('rhea', '1')).statusCode).toBe(409)
    expect((await sign()).statusCode).toBe(303)
    expect(row()).toMatchObject({ state: 'signed', number: 1, signedBy: 'rhea' })
  })
})

describe('a signed review', () => {
  beforeEach(async () => {
    await write()
    await submit()
    await sign()
  })

  it('is numbered, and verified by anybody from its bytes', async () => {
    const { rawPayload } = await house.get('rhea', `/reviews/${id}/content.json`)
    const hash = createHash('sha256').update(rawPayload).digest('hex')
    const page = (await house.get('maud', `/reviews/${id}`)).body
    expect(page).toContain(hash)
    expect(page).toContain('Number 1, 2026-Q2, version 1.')
    expect(page).not.toContain('DRAFT')
  })

  it('never changes, whatever is published or renamed afterwards', async () => {
    const before = row()?.content
    plantClosedMonths(house.db, { '2026-07': { count: 1, of: 9 } })
    draftDueReviews(house.as())
    expect((await write({ summary: 'Other words.' })).statusCode).toBe(409)
    expect((await submit()).statusCode).toBe(409)
    expect((await house.post('maud', `/reviews/${id}/withdrawal`, { version: version() })).statusCode).toBe(409)
    expect((await sign()).statusCode).toBe(303)
    expect(row()?.content).toBe(before)
    expect(row()?.number).toBe(1)
  })

  it('is corrected by a second version that names what it corrects', async () => {
    const answer = await house.post('maud', `/reviews/${id}/correction`, { corrects: 'May was misread.' })
    const first = id
    id = /\/reviews\/([^/]+)\/change/.exec(String(answer.headers.location))?.[1] ?? ''
    expect(row()).toMatchObject({ edition: 2, corrects: 'version 1: May was misread.', state: 'draft' })
    expect((await house.post('maud', `/reviews/${first}/correction`, { corrects: 'Again.' })).statusCode).toBe(409)
    await submit()
    await sign()
    expect(row()).toMatchObject({ number: 2 })
    expect((await house.get('rhea', `/reviews/${id}`)).body).toContain('version 1: May was misread.')
  })

  it('shows the same numbers on the page, as CSV and as JSON, and never what is withheld', async () => {
    const csv = parseCsv((await house.get('rhea', `/reviews/${id}/export/csv`)).body)
    const [header = [], ...rows] = csv
    const cell = (measure: string, span: string, column: string) =>
      rows.find((each) => each[0] === measure && each[header.indexOf('span')] === span)?.[header.indexOf(column)]
    expect([cell('valued', '2026-05', 'count'), cell('valued', '2026-05', 'of')]).toEqual(['10', '12'])
    expect([cell('valued', '2026-Q2', 'count'), cell('valued', '2026-Q2', 'of')]).toEqual(['30', '36'])
    expect(cell('survey', '2026-04', 'count')).not.toMatch(/\d/)
    expect(cell('survey', '2026-Q2', 'of')).not.toMatch(/\d/)
    const json = (await house.get('rhea', `/reviews/${id}/export/json`)).body
    expect(JSON.parse(json)).toBeTruthy()
    const page = (await house.get('rhea', `/reviews/${id}`)).body
    expect(page).toContain('<b>30</b> <span class="whole">of 36</span>')
    expect(page).toContain('withheld')
  })
})

it('has words for a company nobody closed a month of', async () => {
  const empty = await openHouse()
  draftDueReviews(empty.as())
  expect((await empty.get('rhea', '/reviews')).body).toContain('No quarter has a review yet.')
  expect((await empty.get('maud', '/reviews/nobody-knows-this')).statusCode).toBe(404)
})

describe('whoever could sign', () => {
  const letters = () =>
    house.db.$client.prepare("select member_id from letters where kind = 'review' order by member_id").pluck().all()

  it('is told once that a review waits, and again only where it was submitted anew', async () => {
    await write()
    decideReminders(house.as(), 'https://x.example')
    expect(letters()).toEqual([])
    await submit()
    for (let i = 0; i < 2; i++) decideReminders(house.as(), 'https://x.example')
    expect(letters()).toEqual(['rhea'])
    await house.post('maud', `/reviews/${id}/withdrawal`, { version: version() })
    await submit()
    decideReminders(house.as(), 'https://x.example')
    expect(letters()).toEqual(['rhea', 'rhea'])
  })
})
