import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { assignments, auditEntries, reflections } from '../../src/platform/db/tables.ts'
import { assign } from '../support/errands.ts'
import type { House } from '../support/house.ts'
import { FORM, handIn, onlyReflection, openHouseAfterContact } from '../support/reflection_form.ts'

let house: House
beforeEach(async () => {
  house = await openHouseAfterContact()
})

const at = (moment: string) => {
  house.now = Temporal.Instant.from(moment)
}

describe('the reflection form', () => {
  it('asks facts, feelings and meaning on one page, fills in facts and never an opinion', async () => {
    const { body, statusCode } = await house.get('nora', '/assignments/bill/reflection')

    expect(statusCode).toBe(200)
    for (const words of ['Facts', 'Feelings', 'Meaning', 'Did you get through?', 'As a customer, I was treated as …'])
      expect(body).toContain(words)
    expect([...body.matchAll(/name="(\w+)" value="(\w+)" checked/g)].map(([, name, value]) => [name, value])).toEqual([
      ['survey', 'not_asked'],
      ['cover', 'kept'],
    ])
    expect(body).toContain('value="2026-06-10"')
  })

  it('does not show the prediction before it is handed in', async () => {
    const { body } = await house.get('nora', '/assignments/bill/reflection')

    expect(body).toContain('Your prediction stays sealed')
    expect(body).not.toMatch(/rushed|expected/i)
  })

  it('explains without scripts what may not apply', async () => {
    const { body } = await house.get('nora', '/assignments/bill/reflection')

    expect(body).toContain('Leave it if you reached nobody.')
    expect(body).toContain('Leave it if only a bot answered.')
  })

  it('asks three of four standards, taking turns', async () => {
    const asked = async () =>
      [
        ...(await house.get('nora', '/assignments/next/reflection')).body.matchAll(
          /name="standards" value="standard-(\d)"/g,
        ),
      ].map(([, number]) => Number(number))
    assign(house, { id: 'next', state: 'contacted', contactedOn: '2026-06-10' })
    expect(await asked()).toEqual([0, 1, 2])

    await handIn(house)
    expect(await asked()).toEqual([0, 1, 3])
  })
})

describe('handing in', () => {
  it('keeps the answers, closes the assignment, and thanks', async () => {
    const answer = await handIn(house)
    const row = onlyReflection(house)

    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/reflections/${row.id}/thanks`])
    expect(row).toMatchObject({
      month: '2026-06',
      counts: true,
      daysLate: 0,
      handedInOn: '2026-06-10',
      valued: 2,
      transfers: 1,
    })
    expect(house.db.select().from(assignments).get()).toMatchObject({ state: 'reflected', contactedOn: '2026-06-10' })
    const thanks = await house.get('nora', `/reflections/${row.id}/thanks`)
    expect(thanks.body).toContain('You expected to feel valued 4 of 5, and felt 2.')
    expect(thanks.body).toContain('They explained it, and it was my bill they talked about.')
    expect(thanks.body).toContain('Close the ticket they open.')
  })

  it('keeps every word and choice beside each complaint', async () => {
    const words = 'Ünïcode “quotes” & <tags>, kept — 電話'
    const answer = await handIn(house, {
      story: '',
      well_done: words,
      valued: '',
      causes: ['policy', 'wording'],
      escalation: 'not_needed',
      addressed: 'no',
    })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Ünïcode “quotes” &amp; &lt;tags&gt;, kept — 電話')
    expect(answer.body).toContain('name="causes" value="wording" checked')
    expect(answer.body).toContain('name="standard_standard-1" value="met" checked')
    for (const field of ['story', 'valued', 'escalation']) expect(answer.body).toContain(`href="#${field}"`)
    expect(answer.body).not.toContain('href="#pride"')
    expect(house.db.select().from(reflections).all()).toEqual([])
  })

  it('ignores what does not apply', async () => {
    await handIn(house, { reached: 'no_answer', addressed: 'yes', correct: 'no', escalation: 'not_offered' })

    expect(onlyReflection(house)).toMatchObject({
      addressed: 'no',
      correct: null,
      acknowledged: null,
      transfers: null,
      repeated: null,
    })
  })

  it('works once: a double click, the back button and a second tab make no second one', async () => {
    const [first, second] = await Promise.all([handIn(house), handIn(house)])
    const third = await handIn(house)

    expect(new Set([first, second, third].map((answer) => answer.headers.location)).size).toBe(1)
    onlyReflection(house)
    expect((await house.get('nora', '/assignments/bill/reflection')).headers.location).toBe(
      `/reflections/${onlyReflection(house).id}`,
    )
  })

  it('does not lose other words from a second tab, nor let them replace what stands', async () => {
    await handIn(house)
    const answer = await handIn(house, { story: 'Another story, written in the other tab.' })

    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain('Another story, written in the other tab.')
    expect(answer.body).toContain(`/reflections/${onlyReflection(house).id}/correction`)
    expect(onlyReflection(house).story).toBe(FORM.story)
  })

  it('explains a day that has not come or lies before the window', async () => {
    expect((await handIn(house, { contacted_on: '2026-06-11' })).body).toContain('That day has not come yet')
    expect((await handIn(house, { contacted_on: '2026-06-08' })).body).toContain('before your window began')
    expect((await handIn(house, { contacted_on: 'yesterday' })).statusCode).toBe(422)
  })

  it('survives doubled fields, NUL bytes, long words and made-up standards', async () => {
    for (const odd of [
      { reached: ['person', 'bot'] },
      { story: 'a\0b' },
      { unsaid: 'x'.repeat(50_000) },
      { contacted_on: '9'.repeat(9000) },
      { standards: ['__proto__', 'constructor', '../etc'] },
      { valued: '99999999999' },
    ])
      expect((await handIn(house, odd)).statusCode).toBe(422)
    expect((await handIn(house, { standards: ['standard-0', 'made-up', 'standard-1', 'standard-2'] })).statusCode).toBe(
      303,
    )
  })

  it('asks as many standards as it showed: leaving one out does not help', async () => {
    const answer = await handIn(house, { standards: ['standard-1'] })

    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(
      '<a href="#standard_standard-0">“A person answers within three minutes.” has no answer yet.</a>',
    )
  })

  it('marks it late when it comes more than a day after the contact, by days at the touchpoint', async () => {
    at('2026-06-11T22:59:00Z')
    expect((await handIn(house)).statusCode).toBe(303)
    expect(onlyReflection(house).daysLate).toBe(0)
  })

  it('keeps the delay in days', async () => {
    at('2026-06-11T23:01:00Z')
    await handIn(house)

    expect(onlyReflection(house).daysLate).toBe(2)
    expect((await house.get('nora', `/reflections/${onlyReflection(house).id}/thanks`)).body).toContain(
      '2 days after the contact ended',
    )
  })

  it('counts it in its month while that is open, else in the earliest open one, and says so', async () => {
    at('2026-07-08T09:00:00Z')
    await handIn(house)

    expect(onlyReflection(house).month).toBe('2026-07')
    expect((await house.get('nora', `/reflections/${onlyReflection(house).id}`)).body).toContain(
      'it is counted in July 2026',
    )
  })

  it('is accepted without a prediction, and after the window', async () => {
    assign(house, { id: 'unstarted', toDay: '2026-06-09' })
    const answer = await house.post('nora', '/assignments/unstarted/reflection', FORM)

    expect(answer.statusCode).toBe(303)
    expect((await house.get('nora', `${answer.headers.location}`)).body).not.toContain('Expectation beside experience')
  })

  it('is refused, its words kept, when the contact was cancelled meanwhile', async () => {
    house.db.update(assignments).set({ state: 'cancelled' }).where(eq(assignments.id, 'bill')).run()
    const answer = await handIn(house)

    expect(answer.statusCode).toBe(409)
    expect(answer.body).toContain(FORM.story)
    expect(answer.body).toContain('no longer waits for a reflection')
    expect((await house.get('nora', '/assignments/bill/reflection')).headers.location).toBe('/assignments/bill')
  })

  it('keeps no clock time anywhere', async () => {
    at('2026-06-10T09:17:43.123Z')
    await handIn(house)
    const kept = [reflections, assignments, auditEntries].map((table) => house.db.select().from(table).all())

    expect(JSON.stringify(kept)).not.toMatch(/\d{2}:\d{2}|1781082|T09/)
  })
})
