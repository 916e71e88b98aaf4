import { describe, expect, it } from 'vitest'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { companyProblem } from '../support/rotation_problems.ts'

describe('a missed contact', () => {
  it('is not carried over: its leader is as much in turn as the others', () => {
    const problem = afterJanuary({ missed: [{ leader: 'l1', round: '2026-01' }] })
    expect(leadersIn(planRotation(problem))).toEqual(['l2', 'l3'])
  })

  it('would be carried over if nobody said that it was given', () => {
    const problem = afterJanuary({})
    expect(leadersIn(planRotation(problem))[0]).toBe('l1')
  })

  it('leaves its touchpoint free, and its leader without another one in the same round', () => {
    const problem = { ...afterJanuary({ missed: [{ leader: 'l1', round: '2026-02' }] }), history: [] }
    const plan = planRotation({ ...problem, rules: { ...problem.rules, contactsPerRound: null } })
    expect(leadersIn(plan)).toEqual(['l0', 'l2', 'l3'])
    expect(plan.goals[0]).toEqual({ round: null, name: 'owed', value: 3, bound: 3 })
  })

  it('of somebody or a round nobody knows is passed over', () => {
    const problem = afterJanuary({ missed: [{ leader: 'gone', round: '2025-01' }] })
    expect(planRotation(problem).assignments).toHaveLength(2)
  })
})

/** Four leaders alike, two contacts a round; in January l0 made theirs. */
function afterJanuary(differs: Partial<RotationProblem>): RotationProblem {
  const base = companyProblem({ leaders: 4, touchpoints: 4, rounds: 2 })

  return {
    ...base,
    leaders: base.leaders.map(({ id }) => ({ id, languages: ['en', 'de'], zone: 'Europe/London' })),
    touchpoints: base.touchpoints.map((touchpoint) => ({ ...touchpoint, department: null, weight: 1 })),
    rounds: base.rounds.map((round) => ({ ...round, closed: round.id === '2026-01' })),
    rules: { ...base.rules, contactsPerRound: 2 },
    history: [{ leader: 'l0', touchpoint: 't0', day: '2026-01-12' }],
    ...differs,
  }
}

function leadersIn(plan: ReturnType<typeof planRotation>): string[] {
  return plan.assignments.map(({ leader }) => leader).toSorted()
}
