import { createHash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { publishedTexts, reflections } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { closedHalfYear, draftOf, shareStories } from '../support/reviewed.ts'

let house: House
let id: string
let told: string[]
let version: () => string
beforeEach(async () => {
  house = await closedHalfYear()
  told = shareStories(house, '2026-Q2', ['Karin rang me back.', 'Nobody rang me back.'])
  const review = draftOf(house, '2026-Q2')
  id = review.id
  version = review.version
  const stories = house.db
    .select()
    .from(publishedTexts)
    .all()
    .map((text) => text.id)
  const form = { version: version(), summary: 'A quarter.', decisions: '', stories }
  expect((await house.post('maud', `/reviews/${id}/change`, form)).statusCode).toBe(303)
  expect((await house.post('maud', `/reviews/${id}/submission`, { version: version() })).statusCode).toBe(303)
})

const sign = (shown = version()) => house.post('rhea', `/reviews/${id}/signature`, { version: shown })
const body = async (url: string) => (await house.get('rhea', `/reviews/${id}${url}`)).body
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const mask = async () => {
  const row = house.db
    .select()
    .from(reflections)
    .all()
    .find((one) => one.id === told[0])
  const form = { version: String(row?.version), words: 'Karin' }
  expect((await house.post('maud', `/reflections/${told[0]}/masking`, form)).statusCode).toBe(303)
}

it('can be verified story by story, from what anybody who reads it can take', async () => {
  await sign()
  const content = await body('/content.json')
  expect(content).not.toContain('rang me back')
  const stories = JSON.parse(await body('/stories.json')) as { sha256: string; salt: string; words: string }[]
  expect(stories.map(({ words }) => words).sort()).toEqual(['Karin rang me back.', 'Nobody rang me back.'])
  for (const story of stories) {
    expect(sha256(`${story.salt}\n${story.words}`)).toBe(story.sha256)
    expect(content).toContain(`sha256:${story.sha256}`)
  }
})

it('loses the words everywhere when they are masked after it was signed, and not a byte of what was signed', async () => {
  await sign()
  const [content, page] = [await body('/content.json'), await body('')]
  expect(page).toContain('Karin rang me back.')
  const lead = (await house.get('maud', `/reflections/${told[0]}`)).body
  expect(lead).toContain(`<a href="/reviews/${id}">2026-Q2</a> (signed, no. 1)`)
  await mask()
  expect(await body('/content.json')).toBe(content)
  expect(await body('')).toContain(sha256(content))
  for (const url of ['', '/export/json', '/stories.json']) {
    expect(await body(url)).not.toContain('Karin')
    expect(await body(url)).toContain('[…] rang me back.')
    expect(await body(url)).toContain('Nobody rang me back.')
  }
  expect(await body('')).toContain('Words in these stories were masked after this was signed')
  expect(JSON.stringify(house.db.$client.prepare('select * from review_quotes').all())).not.toContain('Karin')
  const again = await house.post('maud', `/reviews/${id}/correction`, { corrects: 'A story named somebody.' })
  expect(again.statusCode).toBe(303)
})

it('is not signed as somebody saw it before words were masked; what is signed then has the mark', async () => {
  const shown = version()
  await mask()
  expect((await sign(shown)).statusCode).toBe(409)
  expect((await sign()).statusCode).toBe(303)
  expect(await body('')).not.toContain('masked after this was signed')
  const stories = JSON.parse(await body('/stories.json')) as { sha256: string; salt: string; words: string }[]
  const masked = stories.find(({ words }) => words.startsWith('[…]'))
  expect(sha256(`${masked?.salt}\n${masked?.words}`)).toBe(masked?.sha256)
})

it('keeps its stories where a lead stops sharing them: what was signed was signed', async () => {
  await sign()
  house.db.delete(publishedTexts).run()
  expect(await body('')).toContain('Karin rang me back.')
  await mask()
  expect(await body('')).not.toContain('Karin')
})
