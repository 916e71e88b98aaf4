import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { VALUED } from '../../src/features/months/measures.ts'
import { readQuote } from '../../src/features/notices/heard.ts'
import { rowInWords } from '../../src/features/notices/heard_sheet.ts'
import {
  closedMonths,
  heardPages,
  heardReplies,
  publicLinks,
  publishedCells,
  reflectionReleases,
  reflections,
} from '../../src/platform/db/tables.ts'
import { raise } from '../followups/raised.ts'
import { type House, openHouse } from '../support/house.ts'
import { furnish, reflect } from '../support/reflected.ts'

describe('a chosen text', () => {
  it('is read by its reflection and field only', () => {
    expect(readQuote('a-b_1.story', 'hard')).toEqual({ reflectionId: 'a-b_1', field: 'story', part: 'hard' })
    for (const wrong of ['a.belief', 'story', '.story', `${'a'.repeat(61)}.story`])
      expect(readQuote(wrong, 'hard')).toBeUndefined()
  })
})

describe('a number on the sheet', () => {
  const cell = { measure: 'valued', shown: true, count: 9, of: 12, low: 0.47, high: 0.91 }

  it('is a count with its interval, or one word for whatever is not shown', () => {
    expect(rowInWords(VALUED, cell)).toMatchObject({ name: 'Felt valued', figure: '9 of 12', interval: '47–91%' })
    for (const hidden of [undefined, { ...cell, shown: false }])
      expect(rowInWords(VALUED, hidden)).toMatchObject({ name: 'Felt valued', figure: 'withheld', interval: '' })
  })
})

describe('what we heard', () => {
  let house: House
  let good: string
  let bad: string
  beforeEach(async () => {
    house = await openHouse({ now: '2026-04-20T09:00:00Z' })
    furnish(house.as())
    good = reflect(house.as(), { month: '2026-02', leaderId: 'nora', touchpointId: 'billing_line', pride: 5 })
    bad = reflect(house.as(), { month: '2026-03', leaderId: 'viktor', touchpointId: 'billing_line', pride: 1 })
    say(good, 'They rang me back before I did.')
    say(bad, 'I was asked the same thing three times.')
    closeQuarter(house)
  })

  const say = (id: string, story: string, state: 'released' | 'held' = 'released') => {
    house.db.update(reflections).set({ story }).where(eq(reflections.id, id)).run()
    house.db
      .update(reflectionReleases)
      .set({ state, decidedOn: '2026-04-01' })
      .where(eq(reflectionReleases.reflectionId, id))
      .run()
  }
  const begin = async () => {
    const answer = await house.post('maud', '/heard', { touchpoint: 'billing_line', quarter: '2026-Q1' })
    return String(answer.headers.location).replace('/heard/', '')
  }
  const save = (id: string, form: Record<string, string | string[]> = {}, version = '1') =>
    house.post('maud', `/heard/${id}`, {
      version,
      opening: '',
      praise: [`${good}.story`],
      hard: [`${bad}.story`],
      ...form,
    })
  const share = async (id: string, version = '2') => {
    await house.post('maud', `/heard/${id}/publication`, { version })
    const made = (await house.post('maud', `/heard/${id}/links`)).body
    return /(\/h\/[\w-]{43})/.exec(made)?.[1] ?? ''
  }

  it('is about a closed quarter, and one page for each touchpoint', async () => {
    const id = await begin()
    expect(await begin()).toBe(id)
    expect((await house.post('maud', '/heard', { touchpoint: 'billing_line', quarter: '2026-Q2' })).statusCode).toBe(
      422,
    )
    expect((await house.post('maud', '/heard', { touchpoint: 'nowhere', quarter: '2026-Q1' })).statusCode).toBe(422)
    expect((await house.get('otto', '/heard')).statusCode).toBe(403)
  })

  it('puts praise first, then what was hard, then what will change', async () => {
    const id = await begin()
    const followup = await raise(house, { touchpoint: 'billing_line', owner: 'viktor' })
    await save(id, { opening: 'Thank you for the winter.', followups: followup })
    const path = await share(id)
    const { body } = await house.get(null, path)
    const places = [
      'Thank you for the winter.',
      'They rang me back',
      'asked the same thing',
      'Every caller is told',
      '9 of 12',
    ]
    const found = places.map((words) => body.indexOf(words))
    expect(found.every((at) => at > 0)).toBe(true)
    expect(found).toEqual(found.toSorted((a, b) => a - b))
    expect(body).toContain('withheld')
    expect(body).toContain('Due 30 June 2026')
    expect(body).toContain('The words were chosen by the people who lead the program; other stories were told.')
    expect(body).not.toMatch(/Viktor|Nora|Maud|February|2026-02/)
  })

  it('asks for no sign-in, is kept by no search engine and no cache, and loads no script', async () => {
    const id = await begin()
    await save(id)
    const page = await house.get(null, await share(id))
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain('<meta name="robots" content="noindex')
    expect(page.body).not.toContain('<script')
  })

  it('leads nowhere once its link is ended or the page is taken back', async () => {
    const id = await begin()
    await save(id)
    const [first, second] = [await share(id), await share(id)]
    const [link] = house.db.select().from(publicLinks).all()
    await house.post('maud', `/heard/${id}/links/${link?.id}/end`)
    expect(
      [await house.get(null, first), await house.get(null, second)].map(({ statusCode }) => statusCode).toSorted(),
    ).toEqual([200, 404])
    const { version } = house.db.select().from(heardPages).all()[0] ?? { version: 0 }
    await house.post('maud', `/heard/${id}/withdrawal`, { version: String(version) })
    expect((await house.get(null, second)).statusCode).toBe(404)
    expect((await house.post('maud', `/heard/${id}/links`)).statusCode).toBe(409)
  })

  it('loses a text that is held, revised or masked afterwards', async () => {
    const id = await begin()
    await save(id)
    const path = await share(id)
    say(bad, 'I was asked the same thing three times.', 'held')
    say(good, 'They rang [masked] back.')
    const { body } = await house.get(null, path)
    expect(body).not.toContain('asked the same thing')
    expect(body).toContain('They rang [masked] back.')
    expect(body).not.toContain('They rang me back')
  })

  it.each([
    ['of the touchpoint', { shown: false, count: null, of: null, value: null, low: null, high: null }],
    ['but who took part', { measure: 'took_part' }],
    ['of this quarter alone', { span: '2025-Q4/2026-Q1', firstMonth: '2025-10' }],
  ])('shows no text where no number is shown %s', async (_, differs) => {
    const id = await begin()
    await save(id)
    const path = await share(id)
    expect((await house.get(null, path)).body).toContain('They rang me back')
    house.db.update(publishedCells).set(differs).where(eq(publishedCells.shown, true)).run()
    expect((await house.get(null, path)).body).not.toContain('They rang me back')
    expect((await house.get('maud', `/heard/${id}`)).body).toContain('the sheet leaves them out')
  })

  it('takes no text that is not released, of elsewhere, or too much for one sheet', async () => {
    const id = await begin()
    say(bad, 'Held.', 'held')
    expect((await save(id)).statusCode).toBe(422)
    const elsewhere = reflect(house.as(), { month: '2026-02', leaderId: 'nora', touchpointId: 'chat' })
    say(elsewhere, 'Elsewhere.')
    expect((await save(id, { hard: `${elsewhere}.story` })).statusCode).toBe(422)
    say(good, 'long '.repeat(481))
    const long = await save(id, { hard: [] })
    expect(long.statusCode).toBe(422)
    expect(long.body).toContain('does not fit on one sheet')
  })

  it('lets any text stand in either part, so that its place tells nobody how proud its leader was', async () => {
    const id = await begin()
    const form = (await house.get('maud', `/heard/${id}`)).body
    for (const part of ['praise', 'hard'])
      for (const one of [good, bad]) expect(form).toContain(`name="${part}" value="${one}.story"`)
    expect((await save(id, { praise: [`${bad}.story`], hard: [`${good}.story`] })).statusCode).toBe(303)
    const { body } = await house.get(null, await share(id))
    expect(body.indexOf('asked the same thing')).toBeLessThan(body.indexOf('They rang me back'))
    expect((await save(id, { praise: [`${bad}.story`] }, '3')).body).toContain('A text stands in one place')
  })

  it('asks about a name in a lead’s own words', async () => {
    const id = await begin()
    expect((await save(id, { opening: 'Sarah Whitcombe was wonderful.' })).body).toContain('“Sarah Whitcombe”')
    expect((await save(id, { opening: 'Sarah Whitcombe was wonderful.', settled: 'yes' })).statusCode).toBe(303)
  })

  it('takes answers of staff: the words and the day, once, and for leads only', async () => {
    const id = await begin()
    await save(id)
    const path = await share(id)
    const answer = (words: string) => house.post(null, `${path}/replies`, { words })
    for (const _ of [1, 2]) expect((await answer('The form asks it twice, not we.')).statusCode).toBe(303)
    const replies = house.db.select().from(heardReplies).all()
    expect(replies).toEqual([
      {
        id: expect.any(String),
        heardId: id,
        words: 'The form asks it twice, not we.',
        receivedOn: '2026-04-20',
        readOn: null,
      },
    ])
    expect((await house.get('maud', `/heard/${id}`)).body).toContain('The form asks it twice')
    expect((await house.get('maud', '/heard')).body).toContain('1 answer not read')
    expect((await house.get(null, path)).body).not.toContain('The form asks it twice')
    await house.post('maud', `/heard/${id}/replies/${replies[0]?.id}/reading`)
    expect((await house.get('maud', '/heard')).body).not.toContain('not read')
    expect((await answer('')).statusCode).toBe(422)
    const named = await answer('Sarah Whitcombe told me to write this.')
    expect(named.statusCode).toBe(422)
    expect(named.body).toContain('Sarah Whitcombe told me to write this.')
  })

  it('slows down whoever sends too many', async () => {
    const id = await begin()
    await save(id)
    const path = await share(id)
    const statuses: number[] = []
    for (let n = 0; n < 22; n++)
      statuses.push((await house.post(null, `${path}/replies`, { words: `Answer ${n}.` })).statusCode)
    expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true)
    expect(statuses.at(-1)).toBe(429)
    expect((await house.get(null, path)).statusCode).toBe(200)
  })
})

/** The first quarter as closing leaves it: one number shown for the billing line, the others withheld. */
function closeQuarter({ db }: House): void {
  const closed = { closedOn: '2026-04-08', smallestGroup: 5, fiscalYearStart: 1, primaryMeasure: 'valued' }
  for (const month of ['2026-01', '2026-02', '2026-03'])
    db.insert(closedMonths)
      .values({ month, ...closed, contactsHidden: 0, contactsHiddenAtLeast: 0 })
      .run()
  const cell = {
    ...{ span: '2026-Q1', firstMonth: '2026-01', lastMonth: '2026-03', breakdown: 'touchpoint' as const },
    ...{ slice: 'billing_line', sliceName: 'Billing line', level: '', levelName: '', confidence: 0.99 },
  }
  db.insert(publishedCells)
    .values([
      { ...cell, measure: 'valued', shown: true, count: 9, of: 12, value: 0.75, low: 0.47, high: 0.91 },
      { ...cell, measure: 'addressed', shown: false },
    ])
    .run()
}
