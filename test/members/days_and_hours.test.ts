import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { absenceComplaint, DEFAULT_HOURS, hoursToKeep } from '../../src/features/members/absence.ts'
import { listAbsences } from '../../src/features/members/absence_store.ts'
import { getMember } from '../../src/features/members/store.ts'
import { type House, openHouse } from '../support/house.ts'
import { textOf } from '../support/months.ts'

let house: House
beforeEach(async () => {
  house = await openHouse()
})

const WEEK = { mon: '7-21', tue: '7-21', wed: '7:30–9 and 17–19', thu: '', fri: '7-21', sat: '', sun: '' }
const awayOf = (id: string) =>
  listAbsences(house.as(), id, '2026-01-01').map(({ fromDay, toDay }) => `${fromDay} ${toDay}`)

describe('days away', () => {
  it('are kept by the leader, and shown to them and to leads', async () => {
    const answer = await house.post('nora', '/you/absences', { from: '2026-07-06', to: '2026-07-17' })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/you/absences'])
    expect((await house.get('nora', '/you')).body).toContain('6–17 July 2026')
    expect((await house.get('maud', '/members/nora')).body).toContain('6–17 July 2026')
  })

  it('are one day where no last day is typed', async () => {
    await house.post('nora', '/you/absences', { from: '2026-07-06', to: '' })
    expect(awayOf('nora')).toEqual(['2026-07-06 2026-07-06'])
  })

  it.each([
    [{ from: '2026-07-17', to: '2026-07-06' }, 'The last day comes before the first.'],
    [{ from: '2026-02-30', to: '' }, 'Write the day as a date'],
    [{ from: '', to: '2026-07-06' }, 'Write the day as a date'],
    [{ from: '2026-07-06', to: '2036-07-06' }, 'Write at most two years.'],
  ])('%j are refused, and what was typed is kept', async (typed, sentence) => {
    const answer = await house.post('nora', '/you/absences', typed)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(sentence)
    for (const word of Object.values(typed).filter(Boolean)) expect(answer.body).toContain(`value="${word}"`)
    expect(awayOf('nora')).toEqual([])
  })

  it('are added once, however often they are sent', async () => {
    const twice = { from: '2026-07-06', to: '2026-07-17' }
    await house.post('nora', '/you/absences', twice)
    expect((await house.post('nora', '/you/absences', twice)).statusCode).toBe(422)
    expect(awayOf('nora')).toHaveLength(1)
  })

  it('are removed by oneself or a lead, and by nobody else', async () => {
    await house.post('maud', '/members/nora/absences', { from: '2026-07-06', to: '' })
    const { id } = listAbsences(house.as(), 'nora', '2026-01-01')[0] ?? { id: '' }
    await house.post('viktor', `/you/absences/${id}/removal`)
    expect((await house.post('viktor', `/members/nora/absences/${id}/removal`)).statusCode).toBe(403)
    expect(awayOf('nora')).toHaveLength(1)
    await house.post('nora', `/you/absences/${id}/removal`)
    await house.post('nora', `/you/absences/${id}/removal`)
    expect(awayOf('nora')).toEqual([])
  })

  it('of somebody nobody knows are not found', async () => {
    expect((await house.get('maud', '/members/nobody/absences')).statusCode).toBe(404)
    expect((await house.post('maud', '/members/nobody/absences', { from: '2026-07-06' })).statusCode).toBe(404)
  })

  it('never overlap, whatever is added', () => {
    const day = fc.integer({ min: 0, max: 120 }).map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }))
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { maxLength: 20 }), (wanted) => {
        const kept: { id: string; fromDay: string; toDay: string }[] = []
        for (const [from, to] of wanted)
          if (!absenceComplaint({ from, to }, kept))
            kept.push({ id: '', fromDay: from.toString(), toDay: to.toString() })
        const sorted = kept.toSorted((a, b) => (a.fromDay < b.fromDay ? -1 : 1))
        for (const [i, one] of sorted.entries()) {
          expect(one.fromDay <= one.toDay).toBe(true)
          const next = sorted[i + 1]
          if (next) expect(one.toDay < next.fromDay).toBe(true)
        }
      }),
    )
  })
})

describe('contactable hours', () => {
  const version = (id: string) => String(getMember(house.as(), id).version)

  it('are Monday to Saturday 7–21 until somebody says otherwise', async () => {
    expect(await textOf(house, 'nora', '/you')).toContain('Monday to Saturday 7–21')
    expect(getMember(house.as(), 'nora').contactableHours).toBeNull()
  })

  it('are read as people write them, several spans a day', async () => {
    const answer = await house.post('nora', '/you/hours', { ...WEEK, version: version('nora') })
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/you'])
    expect(getMember(house.as(), 'nora').contactableHours).toMatchObject({
      wed: [
        ['07:30', '09:00'],
        ['17:00', '19:00'],
      ],
    })
    expect((await house.get('nora', '/you/hours')).body).toContain('value="07:30–09:00, 17:00–19:00"')
  })

  it('typed as the default are the default again', async () => {
    const days = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => [day, '7–21']))
    await house.post('nora', '/you/hours', { ...days, sun: '', version: '1' })
    expect(getMember(house.as(), 'nora').contactableHours).toBeNull()
    expect(hoursToKeep(DEFAULT_HOURS)).toBeNull()
  })

  it('that cannot be read, or leave nothing, are refused with every word kept', async () => {
    const odd = await house.post('nora', '/you/hours', { ...WEEK, tue: 'after lunch', version: '1' })
    expect(odd.statusCode).toBe(422)
    expect(odd.body).toContain('value="after lunch"')
    expect(odd.body).toContain('value="7:30–9 and 17–19"')
    const none = await house.post('nora', '/you/hours', { version: '1' })
    expect(none.statusCode).toBe(422)
    expect(none.body).toContain('Leave at least some hours in the week.')
  })

  it('that somebody else overtook are shown again', async () => {
    await house.post('maud', '/members/nora/hours', { ...WEEK, version: '1' })
    const late = await house.post('nora', '/you/hours', { ...WEEK, mon: '8–9', version: '1' })
    expect(late.statusCode).toBe(409)
    expect(late.body).toContain('value="8–9"')
  })

  it('are a leader’s own or kept by leads and admins; nobody else comes here', async () => {
    for (const who of ['viktor', 'otto', 'rhea'] as const)
      expect((await house.get(who, '/members/nora/hours')).statusCode).toBe(403)
    expect((await house.get('otto', '/you/hours')).statusCode).toBe(403)
    for (const who of ['maud', 'alva'] as const)
      expect((await house.get(who, '/members/nora/hours')).statusCode).toBe(200)
  })
})
