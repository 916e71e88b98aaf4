import { beforeEach, describe, expect, it } from 'vitest'
import { startContact } from '../../src/features/assignments/actions.ts'
import { addProgram } from '../../src/features/programs/actions.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { type Duty, listDuties } from '../../src/features/programs/round_store.ts'
import { answerCounts, reflections } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { FORM } from '../support/reflection_form.ts'
import { openRotatingHouse, programDetails } from '../support/rotating.ts'

let house: House
let program: string
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
  program = addProgram(house.as('maud'), programDetails({ endsAfterRounds: 24 }))
})

const day = (iso: string) => {
  house.now = Temporal.Instant.from(`${iso}T10:00:00Z`)
}
const plan = (period: string) => {
  const round = planRound(house.as('maud'), program, period)
  const duties = listDuties(house.as(), [round])

  return { round, pairs: duties.map(({ leaderId, touchpointId }) => `${leaderId} ${touchpointId}`), duties }
}

/** Nora makes her June contact, and what she says of her cover is handed in. */
async function contact(cover: string): Promise<Duty> {
  const { round, duties } = plan('2026-06')
  publishRound(house.as('maud'), round)
  const duty = duties.find(({ leaderId }) => leaderId === 'nora') as Duty
  day(duty.fromDay)
  startContact(house.as('nora'), duty.id, { predictedValued: 3, predictedAddressed: 'yes', mood: 'calm' }, true)
  const { standards, ...form } = FORM
  const answer = await house.post('nora', `/assignments/${duty.id}/reflection`, {
    ...form,
    contacted_on: duty.fromDay,
    cover,
    cover_reason: 'They read my name aloud from the staff list.',
    wording_cover_reason: 'leave',
  })
  expect(answer.statusCode, answer.body).toBe(303)

  return duty
}

/** Whether the two meet again in a round that begins on this day. */
function meetsAgain({ leaderId, touchpointId }: Duty, period: string): boolean {
  day(`${period}-01`)

  return plan(period).pairs.includes(`${leaderId} ${touchpointId}`)
}

describe('a blown cover', () => {
  it('keeps the leader from the touchpoint for the configured time, whatever the cool-down says', async () => {
    const duty = await contact('blown')
    const met: string[] = []
    for (let month = 7; month <= 18; month++) {
      const period = Temporal.PlainYearMonth.from('2026-01')
        .add({ months: month - 1 })
        .toString()
      if (meetsAgain(duty, period)) met.push(period)
    }
    expect(met.filter((period) => period < '2027-05')).toEqual([])
  })

  it('would have let them meet again, had it been kept', async () => {
    const duty = await contact('kept')
    const months = ['07', '08', '09', '10', '11', '12'].filter((month) => meetsAgain(duty, `2026-${month}`))
    expect(months).not.toEqual([])
    expect(months).not.toContain('07')
  })

  it('counts in no figure, and a lead sees it at once, with what gave it away', async () => {
    await contact('blown')
    const counted = house.db.select().from(answerCounts).all()
    expect(counted.filter(({ question }) => question === 'valued')).toEqual([])
    const board = (await house.get('maud', '/programs')).body
    expect(board).toContain('Nora Lindqvist’s cover at')
    expect((await house.get('maud', '/reflections')).body).toContain('They read my name aloud')
    const { id } = house.db.select().from(reflections).get() ?? { id: '' }
    await house.post('maud', `/reflections/${id}/reading`)
    expect((await house.get('maud', '/programs')).body).not.toContain('Nora Lindqvist’s cover at')
  })

  it('is taken back where it turns out to have been kept: they may meet again', async () => {
    const duty = await contact('blown')
    const { id } = house.db.select().from(reflections).get() ?? { id: '' }
    const { standards, ...form } = FORM
    const answer = await house.post('nora', `/reflections/${id}/correction`, {
      ...form,
      contacted_on: duty.fromDay,
      version: '1',
      cover: 'kept',
    })
    expect(answer.statusCode).toBe(303)
    expect(
      house.db
        .select()
        .from(answerCounts)
        .all()
        .filter(({ question }) => question === 'valued'),
    ).not.toEqual([])
    const months = ['07', '08', '09', '10', '11', '12'].filter((month) => meetsAgain(duty, `2026-${month}`))
    expect(months).not.toEqual([])
  })
})
