import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Assignment,
  type Move,
  type Mover,
  mayMove,
  maySee,
  moved,
  STATES,
  type State,
  stateOn,
} from '../../src/features/assignments/assignment.ts'
import { Problem } from '../../src/lib/problem.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const nora: Mover = { id: 'nora', roles: ['leader'] }
const viktor: Mover = { id: 'viktor', roles: ['leader'] }
const maud: Mover = { id: 'maud', roles: ['lead'] }
const otto: Mover = { id: 'otto', roles: ['owner'] }
const plainclothes: Mover = { id: null, roles: [] }
const within = day('2026-06-11')
const MOVES = [
  'publish',
  'start',
  'reflect',
  'hand_over',
  'decline',
  'miss',
  'excuse',
  'cancel',
  'withdraw',
] as const satisfies Move[]

function assignment(state: State, over: Partial<Assignment> = {}): Assignment {
  return {
    leaderId: 'nora',
    origin: 'rotation',
    state,
    fromDay: day('2026-06-09'),
    toDay: day('2026-06-20'),
    ...over,
  }
}

function refusalOf(work: () => unknown): Problem {
  try {
    work()
  } catch (problem) {
    if (problem instanceof Problem) return problem
    throw problem
  }
  throw new Error('nothing was refused')
}

describe('the life of an assignment', () => {
  it('goes from planned to open, contacted and reflected', () => {
    expect(moved(assignment('planned'), 'publish', maud, within)).toBe('open')
    expect(moved(assignment('open'), 'start', nora, within)).toBe('contacted')
    expect(moved(assignment('contacted'), 'reflect', nora, within)).toBe('reflected')
  })

  it('knows every way out of each state', () => {
    const ways = STATES.map((state) => [
      state,
      MOVES.filter((move) => [nora, maud, plainclothes].some((who) => mayMove(assignment(state), move, who, within))),
    ])

    expect(Object.fromEntries(ways)).toEqual({
      planned: ['publish', 'cancel'],
      open: ['start', 'reflect', 'hand_over', 'decline', 'excuse', 'cancel'],
      contacted: ['reflect', 'excuse'],
      reflected: [],
      handed_over: [],
      declined: ['excuse'],
      missed: ['reflect', 'excuse'],
      excused: [],
      cancelled: [],
    })
  })

  it('is missed from the day after its last one, and reflected late all the same', () => {
    const late = assignment('open')

    expect(stateOn(late, day('2026-06-20'))).toBe('open')
    expect(stateOn(late, day('2026-06-21'))).toBe('missed')
    expect(moved(late, 'miss', plainclothes, day('2026-06-21'))).toBe('missed')
    expect(moved(late, 'reflect', nora, day('2026-06-21'))).toBe('reflected')
    expect(refusalOf(() => moved(late, 'start', nora, day('2026-06-21'))).message).toMatch(/accepted late/)
  })

  it('is not missed before its window is over', () => {
    expect(refusalOf(() => moved(assignment('open'), 'miss', plainclothes, within)).refusal).toBe('conflict')
  })

  it('does not start before its window', () => {
    const early = refusalOf(() => moved(assignment('open'), 'start', nora, day('2026-06-08')))

    expect(early.refusal).toBe('conflict')
    expect(early.message).toMatch(/not begun/)
  })

  it('starts once: the sealed prediction stays', () => {
    expect(refusalOf(() => moved(assignment('contacted'), 'start', nora, within)).message).toMatch(/sealed/)
  })

  it('does not let a started contact be declined, handed over or cancelled', () => {
    for (const [move, who] of [
      ['decline', nora],
      ['hand_over', nora],
      ['cancel', maud],
    ] as const) {
      expect(refusalOf(() => moved(assignment('contacted'), move, who, within)).refusal).toBe('conflict')
    }
  })

  it('lets a leader withdraw only what they logged by themselves', () => {
    expect(moved(assignment('contacted', { origin: 'own_initiative' }), 'withdraw', nora, within)).toBe('cancelled')
    expect(mayMove(assignment('contacted'), 'withdraw', nora, within)).toBe(false)
    expect(mayMove(assignment('reflected', { origin: 'own_initiative' }), 'withdraw', nora, within)).toBe(false)
  })
})

describe('whose an assignment is', () => {
  it('does not exist for another leader, an owner, or its own leader while it is a draft', () => {
    for (const who of [viktor, otto]) {
      expect(refusalOf(() => moved(assignment('open'), 'start', who, within)).refusal).toBe('not_found')
    }
    expect(maySee(assignment('planned'), nora)).toBe(false)
    expect(refusalOf(() => moved(assignment('planned'), 'cancel', nora, within)).refusal).toBe('not_found')
  })

  it('lets a lead see it, but not contact in its leader’s place', () => {
    expect(maySee(assignment('planned'), maud)).toBe(true)
    expect(refusalOf(() => moved(assignment('open'), 'start', maud, within)).refusal).toBe('forbidden')
    expect(refusalOf(() => moved(assignment('open'), 'excuse', nora, within)).refusal).toBe('forbidden')
  })

  it('never moves for anybody but its leader, a lead or Plainclothes itself', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.constantFrom(...MOVES),
        fc.constantFrom(viktor, otto),
        (state, move, who) => {
          expect(mayMove(assignment(state), move, who, within)).toBe(false)
        },
      ),
    )
  })

  it('never comes back from where it ended, whatever is tried by whomever', () => {
    const step = fc.tuple(
      fc.constantFrom(...MOVES),
      fc.constantFrom(nora, maud, plainclothes),
      fc.integer({ min: 0, max: 20 }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const seen: State[] = ['planned']
        for (const [move, who, days] of steps) {
          const current = assignment(seen.at(-1) as State)
          const today = day('2026-06-05').add({ days })
          if (mayMove(current, move, who, today)) seen.push(moved(current, move, who, today))
        }
        expect(new Set(seen).size).toBe(seen.length)
      }),
    )
  })
})
