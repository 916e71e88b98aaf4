import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { listPrograms } from '../../src/features/programs/store.ts'
import type { House } from '../support/house.ts'
import { openRotatingHouse, programDetails, programForm } from '../support/rotating.ts'

let house: House
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
})

const custom = (rule: string, differs = {}) => programForm({ cadence: 'custom', rule, ends: 'never', ...differs })
/** The rounds a page lists: "1: 1–30 June 2026". */
const roundsIn = (html: string) =>
  [...html.matchAll(/<li value="(\d+)">([^<]+)<\/li>/g)].map(
    ([, number, days]) => `${number}: ${days?.replace(/\s/gu, ' ')}`,
  )

describe('the next rounds of a cadence being typed', () => {
  it('are ten, numbered, without the program being begun', async () => {
    const { body, statusCode } = await house.post(
      'maud',
      '/programs/coming',
      programForm({ cadence: 'monthly', ends: 'never' }),
    )
    expect(statusCode).toBe(200)
    expect(roundsIn(body)).toHaveLength(10)
    expect(roundsIn(body).slice(0, 2)).toEqual(['1: 1–30 June 2026', '2: 1–31 July 2026'])
    expect(listPrograms(house.as())).toEqual([])
  })

  it('are as many as there are where it ends', async () => {
    const { body } = await house.post('maud', '/programs/coming', programForm())
    expect(roundsIn(body)).toHaveLength(6)
  })

  it('follow a rule of one’s own: the last Friday, the 31st, a leap day', async () => {
    const fridays = await house.post('maud', '/programs/coming', custom('FREQ=MONTHLY;BYDAY=-1FR'))
    expect(roundsIn(fridays.body)[0]).toBe('1: 26 June – 30 July 2026')
    const last = await house.post('maud', '/programs/coming', custom('FREQ=MONTHLY;BYMONTHDAY=31'))
    expect(roundsIn(last.body)[0]).toBe('1: 31 July – 30 August 2026')
    const leap = await house.post('maud', '/programs/coming', custom('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'))
    expect(roundsIn(leap.body)[0]).toBe('1: 29 February 2028 – 28 February 2032')
  })

  it('keep every word that was typed, also where the rest is still missing', async () => {
    const typed = programForm({ name: '', aim: 'What the queue feels like', leaders: ['nora'] })
    const { body, statusCode } = await house.post('maud', '/programs/coming', typed)
    expect(statusCode).toBe(200)
    expect(body).toContain('What the queue feels like')
    expect(body).toMatch(/name="leaders" value="nora" checked/)
    expect(body).not.toMatch(/name="leaders" value="viktor" checked/)
  })

  it('say beside the rule what is wrong with it', async () => {
    for (const rule of ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=HOURLY', 'every now and then', '']) {
      const { body, statusCode } = await house.post('maud', '/programs/coming', custom(rule))
      expect(statusCode, rule).toBe(422)
      expect(body).toContain('id="rule-wrong"')
    }
  })

  it('are counted on from what is published when a program is changed', async () => {
    const program = addProgram(house.as('maud'), programDetails())
    publishRound(house.as('maud'), planRound(house.as('maud'), program))
    const form = programForm({ cadence: 'fortnightly', ends: 'never', version: '1' })
    const { body } = await house.post('maud', `/programs/${program}/coming`, form)
    expect(roundsIn(body).slice(0, 2)).toEqual(['2: 1–14 July 2026', '3: 15–28 July 2026'])
    expect(body).toContain('name="version" value="1"')
  })

  it('are for leads', async () => {
    expect((await house.post('nora', '/programs/coming', programForm())).statusCode).toBe(403)
    expect((await house.post('maud', '/programs/nobody-knows-this/coming', programForm())).statusCode).toBe(404)
  })
})
