import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { Goal, RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { bestOfAll, type GoalValues, measure, orderOf } from '../support/every_plan.ts'
import { brokenRules } from '../support/rotation_checker.ts'
import { ROUND, smallProblem } from '../support/small_round.ts'

const RUNS = 60

/** Of a small round every plan there is was tried: so the goals are checked in their order, as long as those before are as good as can be. */
it('says truly what a plan is worth and what the best of all plans could be, and is nearly always that one', () => {
  let best = 0
  fc.assert(
    fc.property(smallProblem, (problem) => {
      const plan = planRotation(problem)
      expect(brokenRules(problem, plan)).toEqual([])
      const there = measure(
        problem,
        plan.assignments.filter(({ round }) => round === ROUND.id),
      )
      if (compare(problem, plan.goals, there, bestOfAll(problem))) best += 1
    }),
    { numRuns: RUNS, seed: 8 },
  )
  expect(best / RUNS).toBeGreaterThan(0.95)
})

/** Whether the plan is the best one there is. */
function compare(problem: RotationProblem, goals: readonly Goal[], there: GoalValues, best: GoalValues): boolean {
  for (const name of orderOf(problem)) {
    const goal = goals.find((goal) => goal.name === name && goal.round !== 'before') as Goal
    expect(goal.value, name).toBeCloseTo(there[name], 4)
    if (name === 'owed') expect(goal.bound).toBeGreaterThanOrEqual(best[name])
    else expect(goal.bound, name).toBeLessThanOrEqual(best[name] + 1e-4)
    if (Math.abs(there[name] - best[name]) > 1e-4) return false
  }

  return true
}
