import { describe, expect, it } from 'vitest'
import {
  daysOverdue,
  type Followup,
  type FollowupDetails,
  mayMove,
  mayOwn,
  mayRead,
  openWords,
  refuseIncomplete,
  refuseMove,
} from '../../src/features/followups/followup.ts'
import { heldIn, heldWords, type Retested } from '../../src/features/reflections/retest.ts'
import { readRetests } from '../../src/features/reflections/retest_forms.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const lead = { id: 'maud', roles: ['lead'] }
const owner = { id: 'otto', roles: ['owner'] }
const open: Followup = { state: 'open', ownerId: 'otto', dueOn: '2026-06-30' }

describe('a follow-up', () => {
  it('is said to be done by its owner, and by nobody else', () => {
    expect(mayMove(open, 'finish', owner)).toBe(true)
    expect(mayMove(open, 'finish', lead)).toBe(false)
    expect(() => refuseMove(open, 'finish', lead)).toThrow('Only its owner says that it is done.')
  })

  it('is dropped, changed and opened again by leads', () => {
    for (const move of ['drop', 'change'] as const) {
      expect(mayMove(open, move, lead)).toBe(true)
      expect(mayMove(open, move, owner)).toBe(false)
    }
    expect(mayMove({ ...open, state: 'done' }, 'reopen', lead)).toBe(true)
    expect(() => refuseMove({ ...open, state: 'done' }, 'change', lead)).toThrow('done already')
    expect(() => refuseMove({ ...open, state: 'dropped' }, 'retest', lead)).toThrow('was dropped')
  })

  it('is overdue from the day after it was due, as long as it is open', () => {
    expect(daysOverdue(open, day('2026-06-30'))).toBe(0)
    expect(daysOverdue(open, day('2026-07-01'))).toBe(1)
    expect(daysOverdue({ ...open, state: 'done' }, day('2026-08-01'))).toBe(0)
  })

  it('is read by leads, its owner and whoever owns the touchpoint', () => {
    expect(mayRead(open, null, lead)).toBe(true)
    expect(mayRead(open, null, owner)).toBe(true)
    expect(mayRead({ ...open, ownerId: 'nora' }, 'otto', owner)).toBe(true)
    expect(mayRead({ ...open, ownerId: 'nora' }, 'joan', owner)).toBe(false)
    expect(mayRead({ ...open, ownerId: 'nora' }, null, { id: null, roles: [] })).toBe(false)
  })

  it('is given to those who lead, serve or plan, while they are there', () => {
    expect(mayOwn({ roles: ['leader'], retiredOn: null })).toBe(true)
    expect(mayOwn({ roles: ['reviewer', 'admin'], retiredOn: null })).toBe(false)
    expect(mayOwn({ roles: ['owner'], retiredOn: '2026-01-01' })).toBe(false)
  })

  it('needs a cause, unless there is something to celebrate', () => {
    const details: FollowupDetails = {
      ...{ kind: 'fix', cause: null, commitment: 'x', touchpointId: null, ownerId: 'otto' },
      dueOn: day('2026-06-30'),
    }
    expect(() => refuseIncomplete(details, day('2026-06-01'), null)).toThrow('A person never does')
    expect(() => refuseIncomplete({ ...details, kind: 'celebrate' }, day('2026-06-01'), null)).not.toThrow()
  })

  it('is due on a day to come, but keeps the day it has', () => {
    const details: FollowupDetails = {
      ...{ kind: 'celebrate', cause: null, commitment: 'x', touchpointId: null, ownerId: 'otto' },
      dueOn: day('2026-05-30'),
    }
    expect(() => refuseIncomplete(details, day('2026-06-01'), null)).toThrow('is over')
    expect(() => refuseIncomplete(details, day('2026-06-01'), '2026-05-30')).not.toThrow()
  })

  it('says in words how many are open and overdue', () => {
    const today = day('2026-07-02')
    expect(openWords([], today)).toBe('No follow-up is open.')
    expect(openWords([open], today)).toBe('1 follow-up is open, and overdue.')
    expect(openWords([open, { ...open, dueOn: '2026-07-02' }], today)).toBe('2 follow-ups are open, 1 of them overdue.')
  })
})

describe('re-tests', () => {
  const told = (month: string, answer: Retested['answer']): Retested => ({ month, answer })

  it('held where a later contact said yes; partly is not yes, and could not tell is no answer', () => {
    const answers = [told('2026-09', 'yes'), told('2026-10', 'partly'), told('2026-10', 'could_not_tell')]
    expect(heldIn(answers)).toEqual({ held: 1, of: 2 })
    expect(heldWords(answers, 'en-GB')).toBe(
      'Held in 1 of 2 re-tests: September 2026 1 of 1 and October 2026 0 of 1 (partly).',
    )
  })

  it('say nothing before the first, and plainly when none held', () => {
    expect(heldWords([], 'en-GB')).toBe('')
    expect(heldWords([told('2026-10', 'could_not_tell')], 'en-GB')).toBe('')
    expect(heldWords([told('2026-10', 'no')], 'en-GB')).toBe('Held in 0 of 1 re-tests: October 2026 0 of 1.')
  })

  it('read only answers that can be given', () => {
    const typed = { retest_a: 'yes', retest_b: 'perhaps', retest_c: ['no', 'yes'], story: 'no' }
    expect([...readRetests(typed)]).toEqual([['a', 'yes']])
  })
})
