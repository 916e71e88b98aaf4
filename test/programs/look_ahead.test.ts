import { beforeAll, describe, expect, it } from 'vitest'
import { planWithProof } from '../../src/features/programs/proven_rotation.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { Goal, RotationPlan, RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { horizonSolver, tightProblem } from '../support/highs_horizon.ts'
import { brokenRules } from '../support/rotation_checker.ts'

let mostPossible: (problem: RotationProblem) => number
beforeAll(async () => {
  mostPossible = await horizonSolver()
})

describe('tight horizons', () => {
  const problems = Array.from({ length: 25 }, (_, seed) => tightProblem(seed + 1))

  it('never claim that fewer contacts are possible than HiGHS finds', () => {
    for (const [i, problem] of problems.entries())
      expect(owed(problem).bound, `problem ${i}`).toBeGreaterThanOrEqual(mostPossible(problem))
  })

  it('get as many contacts as HiGHS finds possible, or say that more may be', () => {
    const found = problems.map((problem) => ({ ...owed(problem), possible: mostPossible(problem) }))
    expect(found.filter(({ value, bound, possible }) => value < possible && value === bound)).toEqual([])
    expect(found.filter(({ value, possible }) => value === possible).length).toBeGreaterThanOrEqual(24)
    expect(problems.flatMap((problem) => brokenRules(problem, planRotation(problem)))).toEqual([])
  })
})

describe('a tight horizon that is looked at as a whole', () => {
  const open = [5, 78, 95].map(tightProblem)

  it('has as many contacts as HiGHS finds possible, says so, and breaks no rule', async () => {
    for (const problem of open) {
      const plan = await planWithProof(problem)
      const possible = mostPossible(problem)
      expect(owedIn(planRotation(problem)).bound).toBeGreaterThan(owed(problem).value)
      expect(owedIn(plan)).toEqual({ round: null, name: 'owed', value: possible, bound: possible })
      expect(brokenRules(problem, plan)).toEqual([])
    }
  })

  it('is as even and as well spread as it says it could be, and never more', async () => {
    const problem = tightProblem(26)
    const { goals } = await planWithProof({ ...problem, rounds: monthsFrom('2026-01', 4) })
    const isProven = ({ name }: Goal) => name === 'owed' || name === 'loads' || name === 'coverage'
    for (const goal of goals.filter(isProven)) expect(goal).toMatchObject({ bound: goal.value })
    for (const { value, bound } of goals.filter((goal) => !isProven(goal))) expect(bound).toBeLessThanOrEqual(value)
  })

  it('has the same plan again', async () => {
    const [problem] = open as [RotationProblem]
    expect(await planWithProof(problem)).toEqual(await planWithProof(structuredClone(problem)))
  })
})

it('keeps a leader with three touchpoints and a cool-down of three months going all year', () => {
  const open = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((weekday) => [weekday, [['09:00', '17:00'] as const]]),
  )
  const problem: RotationProblem = {
    ...tightProblem(1),
    leaders: ['a', 'b', 'c'].map((id) => ({ id, languages: ['en'], zone: 'Europe/London' })),
    touchpoints: ['x', 'y', 'z'].map((id) => ({ id, languages: ['en'], weight: 1, zone: 'Europe/London', open })),
    scenarios: [{ id: 's', touchpoints: ['x', 'y', 'z'] }],
    rounds: monthsFrom('2026-01', 12),
    rules: { contactsPerLeader: 1, cooldownDays: 90, lockoutDays: 365, spacingDays: 3, perMonth: 2 },
  }
  expect(owed(problem)).toMatchObject({ value: 36, bound: 36 })
})

function owed(problem: RotationProblem): Goal {
  return owedIn(planRotation(problem))
}

function owedIn({ goals }: RotationPlan): Goal {
  return goals.find(({ name }) => name === 'owed') as Goal
}

function monthsFrom(first: string, length: number): RotationProblem['rounds'] {
  return Array.from({ length }, (_, i) => Temporal.PlainYearMonth.from(first).add({ months: i })).map((month) => ({
    id: `${month}`,
    from: `${month}-01`,
    to: `${month}-${month.daysInMonth}`,
  }))
}
