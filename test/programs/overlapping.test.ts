import { expect, it } from 'vitest'
import { changesBetween } from '../../src/features/programs/changes.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { FixedAssignment, RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { brokenRules } from '../support/rotation_checker.ts'
import { companyProblem } from '../support/rotation_problems.ts'

const DAYS = 26
const WINDOW = 3

/** A month of which somebody wrote the windows down without looking: at every touchpoint they run into each other. */
function overlapping(leaders: number, touchpoints: number): RotationProblem {
  const problem = companyProblem({ leaders, touchpoints, rounds: 1 })
  const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}`
  const fixed = problem.leaders.map(({ id }, at): FixedAssignment => {
    const first = 1 + ((at * 2) % DAYS)
    const touchpoint = `t${at % touchpoints}`

    return {
      ...{ leader: id, touchpoint, scenario: `${touchpoint}-s0`, round: '2026-01' },
      ...{ from: day(first), to: day(first + WINDOW - 1), daypart: 'morning', started: false },
    }
  })

  return { ...problem, fixed }
}

it('keeps as many of the published windows that exclude each other as can be kept, and proves it', () => {
  for (const [leaders, touchpoints] of [
    [30, 4],
    [90, 8],
    [200, 20],
  ] as const) {
    const problem = overlapping(leaders, touchpoints)
    const plan = planRotation(problem)
    const changes = plan.goals.find(({ name }) => name === 'changes')
    expect(brokenRules(problem, plan)).toEqual([])
    expect(changes?.value).toBe(changesBetween(problem.fixed, plan.assignments).length)
    expect(changes?.value).toBeGreaterThan(0)
    expect(changes?.bound, `${leaders} leaders`).toBe(changes?.value)
  }
})

it('keeps a long chain of them the same way, whoever wrote them down in whatever order', () => {
  const problem = overlapping(60, 5)
  const turned = planRotation({ ...problem, fixed: problem.fixed.toReversed() })
  expect(turned).toEqual(planRotation(problem))
})
