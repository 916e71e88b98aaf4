import { expect, it } from 'vitest'
import { planRotation } from '../../src/features/programs/rotation.ts'
import { brokenRules } from '../support/rotation_checker.ts'
import { companyProblem } from '../support/rotation_problems.ts'
import { greedyRotation, randomRotation } from '../support/simple_rotations.ts'

/** Every other one has four touchpoints for a cool-down of three months: not all that is owed can be planned. */
const PROBLEMS = Array.from({ length: 10 }, (_, i) =>
  companyProblem({ leaders: 8 + ((i * 7) % 25), touchpoints: 4 + ((i * 5) % 10), rounds: 12, seed: i + 1 }),
)

it('has loads and coverage at the proven bound in 99 of 100 rounds, also where not everything owed can be planned', {
  timeout: 120_000,
}, () => {
  const rounds = PROBLEMS.flatMap((problem) => {
    const { goals } = planRotation(problem)

    return problem.rounds.map(({ id }) =>
      goals.every(
        ({ round, name, value, bound }) => round !== id || (name !== 'loads' && name !== 'coverage') || value === bound,
      ),
    )
  })
  expect(rounds.filter(Boolean).length / rounds.length).toBeGreaterThanOrEqual(0.99)
})

it('gives no fewer contacts than taking turns by hand, and breaks nothing', { timeout: 120_000 }, () => {
  for (const [seed, problem] of PROBLEMS.slice(0, 4).entries()) {
    const plan = planRotation(problem)
    const simple = [greedyRotation(problem), randomRotation(problem, seed)].map(({ contacts }) => contacts)
    expect(plan.assignments.length).toBeGreaterThanOrEqual(Math.max(...simple))
    expect(brokenRules(problem, plan)).toEqual([])
  }
})
