import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addByHand, swapAssignment } from '../../src/features/programs/placement_actions.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { type Duty, getDuty, listDuties, listOwed } from '../../src/features/programs/round_store.ts'
import { absences, assignments, letters } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { openHouseWithProgram, programDetails } from '../support/rotating.ts'

let house: House
let program: string
beforeEach(async () => {
  ;({ house, program } = await openHouseWithProgram())
})

const plan = (period?: string) => planRound(house.as('maud'), program, period)
const BASE = 'https://plainclothes.example'
const told = () =>
  house.db
    .select()
    .from(letters)
    .where(eq(letters.kind, 'moved'))
    .all()
    .map(({ memberId }) => memberId)
    .sort()
const duties = (round: string) => listDuties(house.as(), [round])
const away = (memberId: string, fromDay: string, toDay: string) =>
  house.db
    .insert(absences)
    .values({ id: `away-${memberId}`, memberId, fromDay, toDay })
    .run()

describe('a lead’s hand', () => {
  const choose = (differs: Record<string, string>) => ({
    leader: 'amara',
    touchpoint: 'billing',
    scenario: 'doubled',
    from: '2026-06-01',
    to: '2026-06-02',
    daypart: 'any',
    ...differs,
  })
  const pick = (duty: Duty, leader: string) => ({
    leader,
    touchpoint: duty.touchpointId,
    scenario: duty.scenarioId ?? '',
    from: Temporal.PlainDate.from(duty.fromDay),
    to: Temporal.PlainDate.from(duty.toDay),
    daypart: duty.daypart,
  })

  it.each([
    [{ leader: 'viktor' }, 'it is their own department'],
    [{ leader: 'otto' }, 'Choose one of the program’s leaders.'],
    [{ touchpoint: 'nowhere' }, 'Choose one of the program’s touchpoints.'],
    [{ scenario: '' }, 'Choose a scenario.'],
    [{ from: '2026-06-06', to: '2026-06-07' }, 'it is closed on those days'],
    [{ from: '2026-05-31' }, 'The round begins on 1 June 2026.'],
    [{ to: '2026-07-01' }, 'The round ends on 30 June 2026.'],
    [{ from: '2026-06-09', to: '2026-06-08' }, 'The last day comes before the first.'],
    [{ from: 'soon' }, 'Write the first day as a date'],
    [{ daypart: 'noon' }, 'Choose a part of the day.'],
  ] as [Record<string, string>, string][])('is held to the rules, in words: %o', async (differs, words) => {
    for (const leader of programDetails().leaders) away(leader, '2026-06-03', '2026-06-30')
    const round = plan()
    house.db.delete(assignments).run()
    house.db.delete(absences).run()
    const answer = await house.post('maud', `/rounds/${round}/assignments`, choose(differs))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
    expect(duties(round)).toHaveLength(0)
  })

  it('adds a contact to a draft as a draft, to a published round as an open one', async () => {
    const round = plan()
    house.db.delete(assignments).where(eq(assignments.leaderId, 'amara')).run()
    house.db.delete(assignments).where(eq(assignments.touchpointId, 'billing')).run()
    const answer = await house.post('maud', `/rounds/${round}/assignments`, choose({}))
    expect(answer.statusCode).toBe(303)
    const added = duties(round).find(({ origin }) => origin === 'by_hand')
    expect(added).toMatchObject({ state: 'planned', why: 'Chosen by hand by Maud Bergström.', leaderId: 'amara' })
    publishRound(house.as('maud'), round)
    expect(told()).toEqual([])
    const days = { from: Temporal.PlainDate.from('2026-06-25'), to: Temporal.PlainDate.from('2026-06-26') }
    const second = addByHand(house.as('maud'), round, { ...pick(added as Duty, 'devika'), ...days }, BASE)
    expect(getDuty(house.as(), second).state).toBe('open')
    expect(told()).toEqual(['devika'])
  })

  it('swaps a draft in place and a published one by cancelling it and opening another', async () => {
    const round = plan()
    const duty = duties(round).find(
      ({ leaderId, touchpointId }) => leaderId !== 'viktor' && touchpointId === 'chat',
    ) as Duty
    const other = programDetails().leaders.find(
      (leader) =>
        leader !== duty.leaderId &&
        !duties(round).some((one) => one.leaderId === leader && one.touchpointId === 'chat'),
    ) as string
    expect(swapAssignment(house.as('maud'), duty.id, 1, pick(duty, other), null)).toBe(duty.id)
    expect(getDuty(house.as(), duty.id)).toMatchObject({ leaderId: other, origin: 'by_hand', state: 'planned' })
    publishRound(house.as('maud'), round)
    const open = getDuty(house.as(), duty.id)
    expect(told()).toEqual([])
    const moved = swapAssignment(house.as('maud'), duty.id, open.version, pick(open, duty.leaderId), BASE)
    expect(told()).toEqual([other, duty.leaderId].sort())
    expect(getDuty(house.as(), duty.id).state).toBe('cancelled')
    expect(getDuty(house.as(), moved)).toMatchObject({ leaderId: duty.leaderId, state: 'open' })
    const again = await house.post('maud', `/assignments/${duty.id}/swap`, {
      ...choose({ leader: duty.leaderId }),
      version: String(open.version),
    })
    expect(again.statusCode).toBe(409)
  })

  it('does not swap a contact for itself', () => {
    const round = plan('2026-06')
    publishRound(house.as('maud'), round)
    const [duty] = duties(round) as [Duty]
    const swap = () => swapAssignment(house.as('maud'), duty.id, duty.version, pick(duty, duty.leaderId), BASE)
    expect(swap).toThrow('Nothing is different yet.')
    expect(getDuty(house.as(), duty.id).state).toBe('open')
    expect(told()).toEqual([])
  })

  it('offers eligible leaders first and says why the others are not', async () => {
    const round = plan()
    const duty = duties(round).find(({ touchpointId }) => touchpointId === 'billing') as Duty
    const page = await house.get('maud', `/assignments/${duty.id}/swap`)
    expect(page.body).toContain('Viktor Hale – it is their own department')
    expect(page.body.indexOf('>Viktor Hale –')).toBeGreaterThan(page.body.indexOf(`>${duty.leader}<`))
  })

  it('replaces a declined one and leaves it declined', () => {
    const round = plan()
    publishRound(house.as('maud'), round)
    const duty = duties(round).find(({ touchpointId }) => touchpointId === 'chat') as Duty
    house.db.update(assignments).set({ state: 'declined' }).where(eq(assignments.id, duty.id)).run()
    const other = programDetails().leaders.find(
      (leader) => !duties(round).some((one) => one.leaderId === leader && one.touchpointId === 'chat'),
    ) as string
    const moved = swapAssignment(house.as('maud'), duty.id, duty.version, pick(duty, other), BASE)
    expect(told()).toEqual([other])
    expect([getDuty(house.as(), duty.id).state, getDuty(house.as(), moved).state]).toEqual(['declined', 'open'])
    expect(listOwed(house.as()).some(({ id }) => id === duty.id)).toBe(false)
    expect(() => swapAssignment(house.as('maud'), duty.id, duty.version, pick(duty, other), BASE)).toThrow('already')
    house.db.update(assignments).set({ state: 'cancelled' }).where(eq(assignments.id, moved)).run()
    expect(listOwed(house.as()).some(({ id }) => id === duty.id)).toBe(true)
  })
})
