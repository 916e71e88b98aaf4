import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { addProgram } from '../../src/features/programs/actions.ts'
import { foreseeWith, makeChange } from '../../src/features/programs/change_actions.ts'
import type { LifeChange, Priority } from '../../src/features/programs/life_change.ts'
import { countMoved } from '../../src/features/programs/replan.ts'
import { planRound, publishRound } from '../../src/features/programs/round_actions.ts'
import { type Duty, getRound, listDuties } from '../../src/features/programs/round_store.ts'
import { lineupOf } from '../../src/features/programs/store.ts'
import { absences, assignments, letters, members, touchpoints } from '../../src/platform/db/tables.ts'
import type { House } from '../support/house.ts'
import { addTouchpoint, LEADERS, openRotatingHouse, programDetails } from '../support/rotating.ts'

const BASE = 'https://plainclothes.example'

let house: House
let program: string
let june: string
let july: string
beforeEach(async () => {
  house = await openRotatingHouse({ now: '2026-05-20T09:00:00Z' })
  program = addProgram(house.as('maud'), programDetails({ leaders: LEADERS.filter((id) => id !== 'devika') }))
  june = planRound(house.as('maud'), program)
  publishRound(house.as('maud'), june)
  july = planRound(house.as('maud'), program)
})

const duties = (round = june) => listDuties(house.as(), [round])
const open = () => duties().filter(({ state }) => state === 'open')
const of = (leaderId: string) => open().find((duty) => duty.leaderId === leaderId)
const told = (all: readonly Duty[]) =>
  all.map((one) => `${one.leaderId} ${one.touchpointId} ${one.fromDay} ${one.toDay}`).sort()
const look = (change: LifeChange, priority: Priority = 'fewest') => foreseeWith(house.as('maud'), change, priority)
const make = (change: LifeChange, priority: Priority = 'fewest') =>
  makeChange(house.as('maud'), change, look(change, priority), BASE)
const movedLetters = () => house.db.select().from(letters).where(eq(letters.kind, 'moved')).all()
const everything = () =>
  JSON.stringify(
    [assignments, absences, letters, members, touchpoints].map((table) => house.db.select().from(table).all()),
  )
const awayIn = (leaderId: string): LifeChange => {
  const duty = of(leaderId)

  return { kind: 'absence', member: leaderId, from: duty?.fromDay ?? '', to: duty?.toDay ?? '' }
}

describe('looking beforehand', () => {
  it('changes nothing at all', () => {
    const before = everything()
    for (const change of [
      awayIn('nora'),
      { kind: 'leaving', member: 'viktor' },
      { kind: 'joining', member: 'devika', program },
      { kind: 'retiring', touchpoint: 'billing' },
      { kind: 'blocking', touchpoint: 'chat', from: '2026-06-01', to: '2026-06-30' },
      { kind: 'saved' },
    ] as LifeChange[])
      look(change)
    expect(everything()).toBe(before)
  })

  it('shows exactly what then comes of it', () => {
    const change = awayIn('nora')
    const [moves] = look(change).programs.map((each) => each.moves)
    make(change)
    const now = told(open())
    for (const { before, after } of moves ?? []) {
      if (before) expect(duties().find(({ id }) => id === before.id)?.state).toBe('cancelled')
      if (after) expect(now).toContain(`${after.leader} ${after.touchpoint} ${after.from} ${after.to}`)
    }
  })

  it('is asked again where something else changed meanwhile', () => {
    const change = awayIn('nora')
    const seen = look(change)
    house.db
      .update(assignments)
      .set({ state: 'excused' })
      .where(eq(assignments.id, of('nora')?.id ?? ''))
      .run()
    const before = everything()
    expect(() => makeChange(house.as('maud'), change, seen, BASE)).toThrow('Look again')
    expect(everything()).toBe(before)
  })
})

describe('an absence', () => {
  it('plans only those programs again that the leader is in', () => {
    const other = addProgram(house.as('maud'), programDetails({ name: 'Other', leaders: ['devika'] }))
    publishRound(house.as('maud'), planRound(house.as('maud'), other))
    expect(look(awayIn('nora')).programs.map(({ programId }) => programId)).toEqual([program])
    expect(look({ kind: 'leaving', member: 'nora' }).programs.map(({ programId }) => programId)).toEqual([program])
    expect(look({ kind: 'saved' }).programs).toHaveLength(2)
  })

  it('moves what falls in it, and nobody else who need not be moved', () => {
    const others = told(open().filter(({ leaderId }) => leaderId !== 'nora'))
    const change = awayIn('nora')
    expect(countMoved(look(change).programs.flatMap(({ moves }) => moves))).toBe(1)
    make(change)
    expect(told(open().filter(({ leaderId }) => leaderId !== 'nora'))).toEqual(others)
    const { from, to } = change as { from: string; to: string }
    for (const duty of open().filter(({ leaderId }) => leaderId === 'nora'))
      expect(duty.toDay < from || duty.fromDay > to).toBe(true)
  })

  it('leaves nothing in June for whoever is away all June', () => {
    make({ kind: 'absence', member: 'nora', from: '2026-05-25', to: '2026-07-02' })
    expect(of('nora')).toBeUndefined()
    expect(open()).toHaveLength(4)
  })

  it('never moves what was started', () => {
    const nora = of('nora')
    house.db
      .update(assignments)
      .set({ state: 'contacted', contactedOn: nora?.fromDay ?? '' })
      .where(eq(assignments.id, nora?.id ?? ''))
      .run()
    house.now = Temporal.Instant.from(`${nora?.fromDay}T12:00:00Z`)
    make({ kind: 'absence', member: 'nora', from: nora?.fromDay ?? '', to: '2026-06-30' })
    expect(duties().find(({ id }) => id === nora?.id)?.state).toBe('contacted')
  })

  it('from today on moves what has begun and cannot be made any more', () => {
    const nora = of('nora')
    const second = Temporal.PlainDate.from(nora?.fromDay ?? '').add({ days: 1 })
    house.now = Temporal.Instant.from(`${second}T08:00:00Z`)
    expect(nora?.toDay && second.toString() <= nora.toDay).toBe(true)
    make({ kind: 'absence', member: 'nora', from: second.toString(), to: nora?.toDay ?? '' })
    expect(duties().find(({ id }) => id === nora?.id)?.state).toBe('cancelled')
    expect(movedLetters().map(({ memberId }) => memberId)).toEqual(['nora'])
  })

  it('gives nothing new to whoever missed, declined or was excused in the round', () => {
    const states = { viktor: 'missed', amara: 'declined', tomas: 'excused', ingrid: 'handed_over' } as const
    for (const [leaderId, state] of Object.entries(states))
      house.db
        .update(assignments)
        .set({ state })
        .where(eq(assignments.id, of(leaderId)?.id ?? ''))
        .run()
    make(awayIn('nora'))
    expect(
      open()
        .map(({ leaderId }) => leaderId)
        .filter((id) => id !== 'nora'),
    ).toEqual([])
  })

  it('is told to those it concerns, once, and says nothing', () => {
    const change = awayIn('nora')
    make(change)
    make(change)
    expect(movedLetters().map(({ memberId }) => memberId)).toEqual(['nora'])
    const [letter] = movedLetters()
    expect(letter?.subject).toBe('Customer hour')
    expect(letter?.text).not.toMatch(/Billing|Outage|chat|Nora/)
  })

  it('draws the drafts again as well', () => {
    make({ kind: 'absence', member: 'nora', from: '2026-07-01', to: '2026-07-31' })
    expect(duties(july).filter(({ leaderId }) => leaderId === 'nora')).toEqual([])
    expect(duties(july)).toHaveLength(4)
    expect(getRound(house.as(), july).state).toBe('planned')
  })
})

describe('leaving and joining', () => {
  it('takes whoever leaves out of every program, and what was theirs is cancelled', () => {
    make({ kind: 'leaving', member: 'nora' })
    expect(lineupOf(house.as(), program).leaders).not.toContain('nora')
    expect(of('nora')).toBeUndefined()
    expect(duties().find(({ leaderId }) => leaderId === 'nora')?.reason).toBe('Planned again by Maud Bergström.')
  })

  it('leaves no empty row in the matrix, but keeps one for what they did', async () => {
    const rowOf = async (id: string) => (await house.get('maud', `/programs/${id}`)).body.includes('>Nora Lindqvist<')
    make({ kind: 'leaving', member: 'nora' })
    expect(await rowOf(program)).toBe(false)
    const tomas = of('tomas')
    house.db
      .update(assignments)
      .set({ state: 'missed' })
      .where(eq(assignments.id, tomas?.id ?? ''))
      .run()
    make({ kind: 'leaving', member: 'tomas' })
    expect((await house.get('maud', `/programs/${program}`)).body).toContain('not in the program any more')
  })

  it('gives whoever joins a contact, and moves nobody for it if it can be helped', () => {
    const before = told(open())
    make({ kind: 'joining', member: 'devika', program })
    expect(of('devika')).toBeDefined()
    expect(told(open().filter(({ leaderId }) => leaderId !== 'devika'))).toEqual(before)
  })

  it('never leaves a program without leaders', () => {
    const alone = addProgram(house.as('maud'), programDetails({ name: 'Alone', leaders: ['devika'] }))
    expect(() => look({ kind: 'leaving', member: 'devika' })).toThrow('the only leader of Alone')
    expect(lineupOf(house.as(), alone).leaders).toEqual(['devika'])
  })
})

describe('touchpoints', () => {
  it('that retire send what was planned there elsewhere', () => {
    make({ kind: 'retiring', touchpoint: 'billing' })
    expect(open().map(({ touchpointId }) => touchpointId)).not.toContain('billing')
    expect(new Set(open().map(({ leaderId }) => leaderId)).size).toBe(open().length)
  })

  it('that join are in the program', () => {
    addTouchpoint(house, 'mail', 'Service mail')
    make({ kind: 'opening', touchpoint: 'mail', program })
    expect(lineupOf(house.as(), program).touchpoints).toContain('mail')
  })

  it('that are blocked for a month have nobody in it', () => {
    make({ kind: 'blocking', touchpoint: 'billing', from: '2026-06-01', to: '2026-06-30' })
    expect(open().map(({ touchpointId }) => touchpointId)).not.toContain('billing')
  })
})
