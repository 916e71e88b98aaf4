import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brokenRule } from '../../src/features/programs/placement.ts'
import { PlanningCalendar } from '../../src/features/programs/planning_calendar.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { anyProblem } from '../support/any_problem.ts'

describe('the rules a lead’s hand keeps', () => {
  it('are those of the rotation: nothing the planner gives breaks one', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const plan = planRotation(problem)
        const calendar = new PlanningCalendar(problem)
        for (const planned of plan.assignments) {
          if (problem.fixed.some((fixed) => fixed.leader === planned.leader && fixed.from === planned.from)) continue
          const others = plan.assignments.filter((other) => other !== planned).map((other) => ({ ...other }))
          const known: RotationProblem = { ...problem, fixed: [...elsewhere(problem), ...others] }
          expect(brokenRule(known, calendar, planned)).toBeNull()
        }
      }),
      { numRuns: 60, seed: 9 },
    )
  })
})

/** Windows that stand and are not part of the plan: over, or of other programs. */
function elsewhere(problem: RotationProblem): RotationProblem['fixed'] {
  const planned = new Set(problem.rounds.filter(({ closed }) => !closed).map(({ id }) => id))

  return problem.fixed.filter(({ round }) => !planned.has(round))
}
