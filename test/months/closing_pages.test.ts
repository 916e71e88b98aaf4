import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { closeDueMonths } from '../../src/features/months/closing_actions.ts'
import { listErrata, listPublishedTexts } from '../../src/features/months/published_store.ts'
import { auditEntries, publishedCells, reflectionReleases, reflections } from '../../src/platform/db/tables.ts'
import { type House, openHouse } from '../support/house.ts'
import { furnish, reflect } from '../support/reflected.ts'

const LEADERS = ['nora', 'viktor', 'maud', 'otto', 'rhea', 'alva'] as const

let house: House
beforeAll(async () => {
  house = await openHouse({ now: '2026-07-10T09:00:00Z' })
  furnish(house.as())
  for (const month of ['2026-04', '2026-05', '2026-06', '2026-07'])
    for (const [i, leaderId] of LEADERS.entries())
      reflect(house.as(), { month, leaderId, valued: i < 2 ? 1 : 5, addressed: i < 3 ? 'yes' : 'partly' })
  house.db.update(reflectionReleases).set({ state: 'released', decidedOn: '2026-07-01' }).run()
  closeDueMonths(house.as())
})

const page = async (url: string) => (await house.get('maud', url)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('the page on closing', () => {
  it('says when months close and what closing withheld', async () => {
    const words = await page('/months/closing')
    expect(words).toContain('July 2026 closes on')
    expect(words).toContain('June 2026 Closed on')
  })

  it('keeps what was typed where a delay cannot be', async () => {
    const answer = await house.post('maud', '/months/closing/delays', {
      month: '2026-07',
      until: '2026-07-01',
      reason: 'The strike',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('The strike')
    expect(answer.body).toContain('Choose a day after 7 August 2026')
    expect(answer.body, 'whoever cannot see the page is led to it').toContain('role="alert" tabindex="-1" autofocus>')
  })

  it('refuses a day there is not', async () => {
    const answer = await house.post('maud', '/months/closing/delays', {
      month: '2026-07',
      until: '2026-02-31',
      reason: 'The strike',
    })
    expect(answer.statusCode).toBe(422)
  })

  it('takes a delay, shows it with its reason, and records it', async () => {
    const answer = await house.post('maud', '/months/closing/delays', {
      month: '2026-07',
      until: '2026-08-20',
      reason: 'The strike week',
    })
    expect(answer.statusCode).toBe(303)
    expect(await page('/months/closing')).toMatch(/July 2026 stays open until .* The strike week/)
    expect(
      house.db
        .select()
        .from(auditEntries)
        .all()
        .map(({ action }) => action),
    ).toContain('delayed the closing')
  })

  it('refuses to delay a closed month', async () => {
    const closed = { month: '2026-06', until: '2026-08-20', reason: 'Too late' }
    expect((await house.post('maud', '/months/closing/delays', closed)).statusCode).toBe(409)
  })

  it('publishes an erratum about what was published, and about nothing else', async () => {
    const words = { words: 'Two contacts were counted twice.' }
    const wrong = await house.post('maud', '/months/closing/errata', {
      span: '2031-01',
      about: 'all:',
      measure: 'valued',
      ...words,
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Two contacts were counted twice.')
    const nowhere = { span: '2026-05', about: 'touchpoint:billing_line', measure: 'valued', ...words }
    const unread = await house.post('maud', '/months/closing/errata', nowhere)
    expect([unread.statusCode, listErrata(house.as(), ['2026-05'])]).toEqual([422, []])
    expect(unread.body).toContain('Months have totals alone')
    const right = await house.post('maud', '/months/closing/errata', {
      span: '2026-05',
      about: 'all:',
      measure: 'valued',
      ...words,
    })
    expect(right.statusCode).toBe(303)
    expect(listErrata(house.as(), ['2026-05'])).toHaveLength(1)
  })

  it('publishes no erratum that would tell what is not shown', async () => {
    const about = { span: '2026-06', about: 'all:' }
    const words = 'It should have been one fewer.'
    const number = await house.post('maud', '/months/closing/errata', { ...about, measure: 'valued', words })
    expect([number.statusCode, number.body.includes(words)]).toEqual([422, true])
    expect(number.body).toContain('say what went wrong without a number')
    const everybody = { ...about, measure: 'reached', words: 'A bot was taken for a person.' }
    const withheld = await house.post('maud', '/months/closing/errata', everybody)
    expect([withheld.statusCode, listErrata(house.as(), ['2026-06'])]).toEqual([422, []])
    expect(withheld.body).toContain('nobody has read a number of it')
  })

  it('names a quarter by its months, in the form, in the list and beside the number', async () => {
    const form = (await house.get('maud', '/months/closing')).body
    expect(form).toContain('<option value="2026-Q2">April to June 2026</option>')
    const erratum = { span: '2026-Q2', about: ':', measure: '', words: 'One was written down twice.' }
    const said = await house.post('maud', '/months/closing/errata', erratum)
    expect([said.statusCode, said.headers.location]).toEqual([303, '/months/closing#errata'])
    expect(await page('/months/closing')).toContain('April to June 2026: All figures, All measures')
    const byTouchpoint = (await house.get('rhea', '/months?breakdown=touchpoint')).body
    expect(byTouchpoint).toContain('Correction to April to June 2026')
    expect(byTouchpoint).toContain('<td data-of="Apr to Jun 2026">')
    expect((await house.get('alva', '/audit')).body).toContain('April to June 2026')
  })
})

describe('the words a lead shares', () => {
  const first = () => house.db.select().from(reflections).all()[0]?.id ?? ''

  it('are chosen among released ones of touchpoints that show a figure, and can be taken back', async () => {
    expect(await page('/months/texts')).toContain('They called me back.')
    expect(await page('/months/texts')).not.toContain('Shared by')
    const shared = await house.post('maud', `/months/texts/${first()}`, { fields: 'story' })
    const chosen = `words-${first()}`
    expect([shared.statusCode, shared.headers.location]).toEqual([303, `/months/texts?span=2026-Q2#${chosen}`])
    expect((await house.get('maud', '/months/texts')).body, 'a long list is come back to where one was').toContain(
      `<li id="${chosen}">`,
    )
    expect(await page('/months/texts')).toContain('Shared by Maud Bergström on 10 July 2026.')
    expect(listPublishedTexts(house.as(), {}).map(({ words, span }) => [words, span])).toEqual([
      ['They called me back.', '2026-Q2'],
    ])
    await house.post('maud', `/months/texts/${first()}`, {})
    expect(listPublishedTexts(house.as(), {})).toEqual([])
  })

  it('are none of touchpoints where nothing is shown but who took part', async () => {
    const touchpoint = eq(publishedCells.breakdown, 'touchpoint')
    const before = house.db.select().from(publishedCells).where(touchpoint).all()
    house.db.delete(publishedCells).where(touchpoint).run()
    const place = before.find(({ shown }) => shown)
    house.db
      .insert(publishedCells)
      .values({ ...(place as NonNullable<typeof place>), measure: 'took_part', level: '' })
      .run()
    expect(await page('/months/texts')).not.toContain('They called me back.')
    expect((await house.post('maud', `/months/texts/${first()}`, { fields: 'story' })).statusCode).toBe(404)
    house.db.delete(publishedCells).where(touchpoint).run()
    house.db.insert(publishedCells).values(before).run()
  })

  it('are gone as soon as they are held', async () => {
    await house.post('maud', `/months/texts/${first()}`, { fields: ['story'] })
    house.db.update(reflectionReleases).set({ state: 'held' }).run()
    expect(listPublishedTexts(house.as(), {})).toEqual([])
    expect((await house.post('maud', `/months/texts/${first()}`, { fields: ['story'] })).statusCode).toBe(404)
    house.db.update(reflectionReleases).set({ state: 'released' }).run()
  })

  it('are never those of an open month, of nobody, or of a made-up field', async () => {
    const open =
      house.db
        .select()
        .from(reflections)
        .all()
        .find(({ month }) => month === '2026-07')?.id ?? ''
    expect((await house.post('maud', `/months/texts/${open}`, { fields: 'story' })).statusCode).toBe(404)
    expect((await house.post('maud', '/months/texts/nobody', { fields: 'story' })).statusCode).toBe(404)
    expect((await house.post('maud', `/months/texts/${first()}`, { fields: 'mood' })).statusCode).toBe(422)
    expect((await house.get('maud', '/months/texts?span=2031-Q1')).statusCode).toBe(404)
  })
})
