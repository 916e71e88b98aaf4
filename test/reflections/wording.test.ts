import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { isAboutWording, piecesOf, wordingComplaints, wordingName } from '../../src/features/reflections/wording.ts'
import { decidedWords } from '../../src/features/reflections/wording_forms.ts'
import { checkText } from '../../src/lib/name_check.ts'
import { reflectionAdditions, reflectionDrafts, reflections, scenarioVersions } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { FORM, handIn, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

type Posted = Record<string, string | string[]>
const NAMED = 'Sarah thanked me three times, and I still do not know what I owe.'
const stories = () =>
  house.db
    .select()
    .from(reflections)
    .all()
    .map(({ story }) => story)
/** What a browser would send from the page that asks. */
const carried = (html: string): Posted => {
  const form: Record<string, string[]> = {}
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g))
    form[name] = [...(form[name] ?? []), plain(value)]

  return form
}
const plain = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&')

describe('words that may point at one person', () => {
  it('are shown once more before handing in: marked, why, and other words; nothing is handed in yet', async () => {
    const { statusCode, body } = await handIn(house, { story: NAMED })

    expect(statusCode).toBe(422)
    expect(body).toContain('<mark class="found">Sarah</mark>')
    expect(body).toContain('“Sarah”: this looks like somebody’s name.')
    expect(body).toMatch(/the person I spoke with thanked me/i)
    expect(stories()).toEqual([])
  })

  it('cost no extra step where nothing is found', async () => {
    expect((await handIn(house)).statusCode).toBe(303)
  })

  it('are handed in as the author decides: the words offered, their own, or as they are', async () => {
    const { body } = await handIn(house, {
      story: NAMED,
      well_done: 'Marek was patient.',
      unsaid: 'Call 020 7946 0018.',
    })
    const answer = await house.post('nora', '/assignments/bill/reflection', {
      ...carried(body),
      wording_story: 'take',
      wording_well_done: 'own',
      own_well_done: 'They were patient.',
      wording_unsaid: 'leave',
    })

    expect(answer.statusCode).toBe(303)
    expect(house.db.select().from(reflections).get()).toMatchObject({
      story: expect.stringMatching(/^the person I spoke with thanked me/i),
      wellDone: 'They were patient.',
      unsaid: 'Call 020 7946 0018.',
      causes: [],
      valued: 2,
    })
  })

  it('are asked about again when other words name somebody too, and what was decided stays decided', async () => {
    const first = await handIn(house, { story: NAMED, unsaid: 'Call 020 7946 0018.' })
    const second = await house.post('nora', '/assignments/bill/reflection', {
      ...carried(first.body),
      wording_story: 'own',
      own_story: 'Marek thanked me three times.',
      wording_unsaid: 'leave',
    })

    expect(second.statusCode).toBe(422)
    expect(second.body).toContain('<mark class="found">Marek</mark>')
    expect(second.body).not.toContain('own_unsaid')
    const third = await house.post('nora', '/assignments/bill/reflection', {
      ...carried(second.body),
      wording_story: 'leave',
    })
    expect(third.statusCode).toBe(303)
    expect(stories()).toEqual(['Marek thanked me three times.'])
  })

  it('are not lost to a key that was not pressed: changed words count though another answer is still chosen', async () => {
    const { body } = await handIn(house, { story: NAMED })
    await house.post('nora', '/assignments/bill/reflection', {
      ...carried(body),
      wording_story: 'take',
      own_story: 'They thanked me three times.',
    })

    expect(stories()).toEqual(['They thanked me three times.'])
  })

  it('are kept as a draft while they are asked about, and lead back to the form', async () => {
    const { body } = await handIn(house, { story: NAMED, version: '0', causes: ['policy', 'wording'] })
    expect(house.db.select().from(reflectionDrafts).get()).toMatchObject({ version: 1, answers: { story: NAMED } })

    const back = await house.post('nora', '/assignments/bill/reflection', { ...carried(body), back: 'yes' })
    expect(back.statusCode).toBe(200)
    expect(back.body).toContain(NAMED)
    expect(back.body).toContain('name="causes" value="wording" checked')
    expect(back.body).toContain('name="version" value="1"')
  })

  it('never replace what another page has saved since', async () => {
    await house.post('nora', '/assignments/bill/draft', { version: '0', story: 'newer' })
    await handIn(house, { story: NAMED, version: '0' })

    expect(house.db.select().from(reflectionDrafts).get()).toMatchObject({ version: 1, answers: { story: 'newer' } })
  })

  it('are asked about only once everything else is right', async () => {
    const { body } = await handIn(house, { story: NAMED, pride: '' })

    expect(body).toContain('href="#pride"')
    expect(body).not.toContain('wording_story')
  })

  it('hand in once, though the last button is pressed twice', async () => {
    const form = { ...carried((await handIn(house, { story: NAMED })).body), wording_story: 'take' }
    const [one, two] = await Promise.all(
      [0, 1].map(() => house.post('nora', '/assignments/bill/reflection', { ...form })),
    )

    expect(one?.headers.location).toBe(two?.headers.location)
    expect(stories()).toHaveLength(1)
  })

  it('do not include the company’s own leaders, ways in and name, but the details prepared for this contact', async () => {
    house.db
      .update(scenarioVersions)
      .set({ details: [{ label: 'Name', value: 'Holm & Sons' }] })
      .run()
    expect((await handIn(house, { unsaid: 'They had “holm & sons” on file.' })).body).toContain('prepared detail')
    expect((await handIn(house, { unsaid: 'Viktor will not believe this of Northwind Energy.' })).statusCode).toBe(303)
  })

  it('are another leader’s secret', async () => {
    const answer = await house.post('viktor', '/assignments/bill/reflection', { ...FORM, story: NAMED })

    expect(answer.statusCode).toBe(404)
    expect(answer.body).not.toContain('Sarah')
  })
})

describe('words that are revised', () => {
  const correct = (form: Posted) => house.post('nora', `/reflections/${id()}/correction`, { version: '1', ...form })
  const id = () => house.db.select().from(reflections).get()?.id

  it('are asked about where they changed, and only there', async () => {
    const asked = await handIn(house, { unsaid: 'Ask Marek.' })
    await house.post('nora', '/assignments/bill/reflection', { ...carried(asked.body), wording_unsaid: 'leave' })
    expect((await correct({ unsaid: 'Ask Marek.', story: 'Another story.' })).statusCode).toBe(303)

    const { statusCode, body } = await correct({ version: '2', story: NAMED })
    expect(statusCode).toBe(422)
    const saved = await house.post('nora', `/reflections/${id()}/correction`, {
      ...carried(body),
      wording_story: 'leave',
    })
    expect(saved.statusCode).toBe(303)
    expect(stories()).toEqual([NAMED])
  })

  it('are asked about in an addition too', async () => {
    await handIn(house)
    house.now = Temporal.Instant.from('2026-07-09T09:00:00Z')
    const { statusCode, body } = await house.post('nora', `/reflections/${id()}/addition`, {
      words: 'Sarah rang back.',
    })
    expect(statusCode).toBe(422)
    await house.post('nora', `/reflections/${id()}/addition`, { ...carried(body), wording_words: 'take' })

    expect(house.db.select().from(reflectionAdditions).get()?.words).toMatch(/^the person I spoke with rang back/i)
  })
})

describe('deciding about words', () => {
  const how = fc.constantFrom('take', 'own', 'leave', undefined)

  it('leaves no decision in the form, and settles only what was looked at', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), how, (story, own, decision) => {
        const sent = {
          story,
          own_story: own,
          offered_story: 'Other words.',
          ...(decision && { wording_story: decision }),
        }
        const { typed, settled } = decidedWords(sent)

        expect(Object.keys(typed)).toEqual(['story'])
        expect([story, own, 'Other words.']).toContain(typed.story)
        expect(settled.has('story')).toBe(
          decision === 'leave' ||
            (decision !== undefined && (typed.story === 'Other words.' || own.trim() === story.trim())),
        )
      }),
    )
  })

  it('loses no character of what was found and what was not', () => {
    fc.assert(
      fc.property(fc.constantFrom(NAMED, 'Ben and Aisha said 0808 157 0342.', ''), fc.string(), (a, b) => {
        const text = a + b
        expect(
          piecesOf(text, checkText(text))
            .map(({ words }) => words)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('is asked for each text by itself', () => {
    const passages = [
      { name: 'story', words: NAMED },
      { name: 'unsaid', words: 'Nothing.' },
      { name: 'phrase', words: 'Ask Marek.' },
    ]
    const complaints = wordingComplaints(passages, new Set(['phrase']), { names: [], prepared: [] })

    expect(Object.keys(complaints)).toEqual([wordingName('story')])
    expect(isAboutWording(complaints)).toBe(true)
    expect(isAboutWording({ ...complaints, pride: 'missing' })).toBe(false)
    expect(isAboutWording({})).toBe(false)
  })
})
