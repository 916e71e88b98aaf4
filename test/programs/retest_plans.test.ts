import { describe, expect, it } from 'vitest'
import { planWithRetests, type WaitingRetest } from '../../src/features/programs/retests.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { RotationPlan, RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { brokenRules } from '../support/rotation_checker.ts'
import { companyProblem } from '../support/rotation_problems.ts'

/** So light that a round of eight leaders leaves the last touchpoint out. */
function problemWith(seed: number): RotationProblem {
  const problem = companyProblem({ leaders: 8, touchpoints: 5, rounds: 4, seed })
  const touchpoints = problem.touchpoints.map((touchpoint, i) => ({
    ...touchpoint,
    languages: ['en', 'de'],
    department: null,
    weight: i === 4 ? 0.01 : 3,
  }))

  return { ...problem, touchpoints }
}

const waiting: WaitingRetest = {
  ...{ id: 'q', touchpointId: 't4', question: 'Did they call back?' },
  ...{ fromDay: '2026-01-01', ownerId: 'l0' },
}
const planned = (problem: RotationProblem) => planWithRetests(problem, [waiting], new Set(['2026-01']))
const goalsOf = ({ goals }: RotationPlan, round: string | null) => goals.filter((goal) => goal.round === round)

describe('a plan with a contact that answers a question', () => {
  it('gives as many contacts, breaks no rule, and says what it proves and what it does not', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const problem = problemWith(seed)
      const [free, plan] = [planRotation(problem), planned(problem)]
      const [answer] = plan.assignments.filter(({ round, touchpoint }) => round === '2026-01' && touchpoint === 't4')
      expect(answer?.leader).not.toBe('l0')
      expect(brokenRules(problem, plan)).toEqual([])
      expect(plan.assignments).toHaveLength(free.assignments.length)
      for (const { name, value, bound, because } of plan.goals) {
        if (name === 'owed') expect(bound).toBeGreaterThanOrEqual(value)
        else expect(bound).toBeLessThanOrEqual(value)
        expect(because === undefined).toBe(value === bound)
      }
    }
  })

  it('owns up to the coverage it costs in its round: the plan without it is nearer', () => {
    const problem = problemWith(1)
    const coverage = (plan: RotationPlan) => goalsOf(plan, '2026-01').find(({ name }) => name === 'coverage')
    const [free, plan] = [coverage(planRotation(problem)), coverage(planned(problem))]
    expect(plan?.value).toBeGreaterThan(free?.value ?? Number.NaN)
    expect(plan?.bound).toBe(free?.bound)
    expect(plan?.because).toContain('a question')
  })

  it('is the very plan where a contact answers it anyway', () => {
    const problem = companyProblem({ leaders: 20, touchpoints: 5, rounds: 2 })
    const touchpoints = problem.touchpoints.map((touchpoint) => ({ ...touchpoint, department: null }))
    const asked = { ...problem, touchpoints }
    expect(planWithRetests(asked, [{ ...waiting, ownerId: 'nobody' }], new Set(['2026-01']))).toEqual(
      planRotation(asked),
    )
  })
})
