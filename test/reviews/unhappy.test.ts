import { describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { memberRoles } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { parseCsv } from '../support/parse_csv.ts'
import { readPdf, readSlides, readXlsx } from '../support/read_files.ts'
import { furnish, reflect } from '../support/reflected.ts'
import { draftOf } from '../support/reviewed.ts'

/** April to June closed, with these contacts in them. */
async function quarterOf(contacts: (house: House) => void): Promise<House> {
  const house = await openHouse({ now: '2026-07-20T09:00:00Z' })
  furnish(house.as())
  reflect(house.as(), { month: '2026-03' })
  contacts(house)
  closeDueMonths(house.as())

  return house
}

async function everyFormat(house: House, id: string) {
  const bytes = async (format: string) => {
    const answer = await house.get('maud', `/reviews/${id}/export/${format}`)
    expect(answer.statusCode, format).toBe(200)

    return answer.rawPayload
  }
  const { pages } = await readPdf(await bytes('pdf'))

  return {
    pages,
    sheets: readXlsx(await bytes('xlsx')),
    slides: readSlides(await bytes('pptx')),
    rows: parseCsv((await bytes('csv')).toString()),
    json: JSON.parse((await bytes('json')).toString()),
    page: (await house.get('maud', `/reviews/${id}`)).body,
  }
}

const post = (house: House, who: 'maud' | 'rhea' | 'alva', { id, version }: ReturnType<typeof draftOf>, noun: string) =>
  house.post(who, `/reviews/${id}/${noun}`, { version: version() })

describe('a quarter without contacts', () => {
  it('is drafted, says so, and is written, submitted and signed like any other; DRAFT stands everywhere until then', async () => {
    const house = await quarterOf(() => {})
    const review = draftOf(house, '2026-Q2')
    const draft = await everyFormat(house, review.id)
    // That there were none is told as little as that there were few.
    expect(draft.page).toContain('April to June 2026: how many contacts felt valued is withheld')
    for (const page of draft.pages) expect(page).toContain('DRAFT')
    for (const { name, rows } of draft.sheets) expect(rows.flat(), name).toContain('DRAFT')
    for (const { texts } of draft.slides) expect(texts).toContain('DRAFT')
    expect(draft.rows.flat()).toContain('DRAFT')
    expect(draft.json.draft).toBe(true)
    expect(draft.page).toContain('DRAFT')
    await post(house, 'maud', review, 'submission')
    await post(house, 'rhea', review, 'signature')
    const signed = await everyFormat(house, review.id)
    for (const [format, said] of Object.entries(signed)) expect(JSON.stringify(said), format).not.toContain('DRAFT')
    expect(signed.json.draft).toBe(false)
  })
})

describe('a quarter of one leader', () => {
  it('gives nothing of them away in any format', async () => {
    const house = await quarterOf((house) => {
      for (const month of ['2026-04', '2026-05', '2026-06'])
        for (const valued of [1, 2, 5] as const) reflect(house.as(), { month, valued })
    })
    const { pages, sheets, slides, rows, json, page } = await everyFormat(house, draftOf(house, '2026-Q2').id)
    const measured = rows.slice(1).filter(([kind]) => kind !== 'note')
    expect(measured.length).toBeGreaterThan(40)
    for (const row of measured) expect(row.slice(6)).toEqual(['', '', 'withheld', '', ''])
    expect(JSON.stringify(json)).not.toMatch(/"(count|of|value)":\d/)
    const shown = [
      page.replace(/<svg.*?<\/svg>|<style.*?<\/style>/gs, ''),
      pages.join(' '),
      JSON.stringify([sheets, slides]),
    ]
    for (const text of shown) expect(text).not.toMatch(/\b\d+ (of|over) \d+\b(?! pages)(?<!Page \d+ of \d+)/)
    expect(page).toContain('how many contacts felt valued is withheld, to protect those who made them')
  })
})

describe('two people who sign at once', () => {
  it('sign once: one number, and the second is told', async () => {
    const house = await quarterOf(() => {})
    house.db.insert(memberRoles).values({ memberId: 'alva', role: 'reviewer' }).run()
    const review = draftOf(house, '2026-Q2')
    await post(house, 'maud', review, 'submission')
    const answers = await Promise.all((['rhea', 'alva'] as const).map((who) => post(house, who, review, 'signature')))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(answers.find(({ statusCode }) => statusCode === 409)?.body).toContain('One signature is enough.')
    expect(house.db.$client.prepare(`select count(*) from reviews where state = 'signed'`).pluck().get()).toBe(1)
    const again = await Promise.all([1, 2].map(() => post(house, 'rhea', review, 'signature')))
    for (const { statusCode } of again) expect([303, 409]).toContain(statusCode)
  })
})
