import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pairsNeverPlannable, planRotation } from '../../src/features/programs/rotation.ts'
import type { RotationPlan, RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { anyProblem } from '../support/any_problem.ts'
import { brokenRules } from '../support/rotation_checker.ts'
import { companyProblem } from '../support/rotation_problems.ts'

describe('whatever the problem', () => {
  it('breaks no hard rule', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        expect(brokenRules(problem, planRotation(problem))).toEqual([])
      }),
      { numRuns: 300, seed: 1 },
    )
  })

  it('gives the same plan again', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        expect(planRotation(structuredClone(problem))).toEqual(planRotation(problem))
      }),
      { numRuns: 50, seed: 2 },
    )
  })

  it('gives the same plan in whatever order the problem is written', () => {
    const shuffled = <T>(list: readonly T[]) => list.toReversed()
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { leaders, touchpoints, scenarios, history, fixed } = problem
        const other = {
          ...problem,
          leaders: shuffled(leaders),
          touchpoints: shuffled(touchpoints),
          scenarios: shuffled(scenarios),
        }
        expect(planRotation({ ...other, history: shuffled(history), fixed: shuffled(fixed) })).toEqual(
          planRotation(problem),
        )
      }),
      { numRuns: 100, seed: 6 },
    )
  })

  it('claims no value better than its bound', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        for (const { name, value, bound } of planRotation(problem).goals)
          if (name === 'owed') expect(value).toBeLessThanOrEqual(bound)
          else expect(value).toBeGreaterThanOrEqual(bound)
      }),
      { numRuns: 100, seed: 3 },
    )
  })

  it('changes nothing when all of it is published', () => {
    fc.assert(
      fc.property(anyProblem, (drawn) => {
        const problem = { ...drawn, fixed: [] }
        const plan = planRotation(problem)
        const again = planRotation({
          ...problem,
          fixed: plan.assignments.map((assignment) => ({ ...assignment, started: false })),
        })
        expect(again.assignments.map(withoutWhy)).toEqual(plan.assignments.map(withoutWhy))
      }),
      { numRuns: 100, seed: 4 },
    )
  })
})

describe('a company over a year', () => {
  const problem = companyProblem({ leaders: 24, touchpoints: 9, rounds: 12 })
  const plan = planRotation(problem)

  it('gives every leader a contact in every round they are owed one', () => {
    expect(goal(plan, null, 'owed')).toEqual({ value: 288, bound: 288 })
    expect(brokenRules(problem, plan)).toEqual([])
  })

  it('reaches the proven bound of loads, coverage and scenarios in every round', () => {
    for (const name of ['loads', 'coverage', 'scenarios'])
      for (const { id } of problem.rounds) {
        const { value, bound } = goal(plan, id, name)
        expect(value, `${name} in ${id}`).toBe(bound)
      }
  })
})

describe('contacts dealt among the leaders', () => {
  it('differ by one at most among leaders who are always there', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 8, max: 10 }),
        (contactsPerRound, leaders, touchpoints) => {
          const problem = alike(leaders, touchpoints, 4)
          const plan = planRotation({ ...problem, rules: { ...problem.rules, contactsPerRound } })
          const counts = problem.leaders.map(({ id }) => plan.assignments.filter(({ leader }) => leader === id).length)
          expect(plan.assignments).toHaveLength(4 * Math.min(contactsPerRound, 2 * leaders))
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 40, seed: 5 },
    )
  })
})

describe('when little or nothing can be planned', () => {
  const base = companyProblem({ leaders: 3, touchpoints: 2, rounds: 1 })

  it('says so when there is nobody, nothing or no round', () => {
    expect(planRotation({ ...base, leaders: [] }).assignments).toEqual([])
    expect(planRotation({ ...base, touchpoints: [] }).unplanned.map(({ leader }) => leader)).toEqual(['l0', 'l1', 'l2'])
    expect(planRotation({ ...base, rounds: [] })).toEqual({ assignments: [], unplanned: [], goals: [] })
  })

  it('says own department when everything is', () => {
    const own = {
      ...base,
      leaders: base.leaders.map((l) => ({ ...l, department: 'ops' })),
      touchpoints: base.touchpoints.map((t) => ({ ...t, department: 'ops' })),
    }
    const plan = planRotation(own)
    expect(plan.assignments).toEqual([])
    expect(plan.unplanned).toContainEqual({
      round: '2026-01',
      leader: null,
      touchpoint: 't0',
      reasons: [{ reason: 'own_department', count: 3 }],
    })
    expect(plan.unplanned).toContainEqual({
      round: '2026-01',
      leader: 'l0',
      touchpoint: null,
      reasons: [{ reason: 'own_department', count: 2 }],
    })
    expect(pairsNeverPlannable(own)).toHaveLength(6)
  })

  it('owes nothing to leaders who are away, and says that they are', () => {
    const away = {
      ...base,
      leaders: base.leaders.map((l) => ({
        ...l,
        department: null,
        absences: [{ from: '2025-12-20', to: '2026-02-02' }],
      })),
    }
    const plan = planRotation(away)
    expect(goal(plan, null, 'owed')).toEqual({ value: 0, bound: 0 })
    expect(plan.unplanned).toContainEqual({
      round: '2026-01',
      leader: null,
      touchpoint: 't0',
      reasons: [{ reason: 'absent', count: 3 }],
    })
  })

  it('sends nobody back on the very day they were recognised, also without a cool-down', () => {
    const [leader] = base.leaders.map((l) => ({ ...l, department: null, languages: ['en', 'de'], absences: [] }))
    const [touchpoint] = base.touchpoints.map((t) => ({ ...t, department: null }))
    const plan = planRotation({
      ...base,
      leaders: leader ? [leader] : [],
      touchpoints: touchpoint ? [touchpoint] : [],
      rules: { ...base.rules, contactsPerLeader: 2, cooldownDays: 0 },
      rounds: [{ id: 'week', from: '2026-01-12', to: '2026-01-16' }],
      history: [{ leader: 'l0', touchpoint: 't0', day: '2026-01-12', blown: true }],
    })
    expect(plan.assignments).toEqual([])
    expect(plan.unplanned).toContainEqual({
      round: 'week',
      leader: 'l0',
      touchpoint: null,
      reasons: [{ reason: 'lockout', count: 1 }],
    })
  })

  it('says why no more contacts can be dealt than there are days and leaders for', () => {
    const { assignments, unplanned } = planRotation({ ...base, rules: { ...base.rules, contactsPerRound: 1000 } })
    expect(assignments.length).toBeLessThan(1000)
    expect(unplanned.filter(({ leader }) => leader)).not.toEqual([])
  })

  it('says closed of a touchpoint that never opens', () => {
    const shut = { ...base, touchpoints: base.touchpoints.map((t) => ({ ...t, department: null, open: {} })) }
    expect(planRotation(shut).unplanned).toContainEqual({
      round: '2026-01',
      leader: null,
      touchpoint: 't0',
      reasons: [{ reason: 'closed', count: 3 }],
    })
    expect(pairsNeverPlannable(shut)[0]).toEqual({ leader: 'l0', touchpoint: 't0', reason: 'closed' })
  })
})

/** Leaders and touchpoints that differ in nothing: every leader may meet every touchpoint on every weekday. */
function alike(leaders: number, touchpoints: number, rounds: number): RotationProblem {
  const base = companyProblem({ leaders, touchpoints, rounds })

  return {
    ...base,
    leaders: base.leaders.map(({ id }) => ({ id, languages: ['en'], zone: 'Europe/London' })),
    touchpoints: base.touchpoints.map((touchpoint) => ({
      ...touchpoint,
      department: null,
      languages: ['en'],
      weight: 1,
    })),
  }
}

function goal(plan: RotationPlan, round: string | null, name: string): { value: number; bound: number } {
  const { value, bound } = plan.goals.find((goal) => goal.round === round && goal.name === name) as never

  return { value, bound }
}

function withoutWhy<T extends { why: string }>({ why, ...rest }: T) {
  return rest
}
