import { beforeAll, describe, expect, it } from 'vitest'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { horizonSolver, tightProblem } from '../support/highs_horizon.ts'
import { brokenRules } from '../support/rotation_checker.ts'

let mostPossible: (problem: RotationProblem) => number
beforeAll(async () => {
  mostPossible = await horizonSolver()
})

describe('tight horizons', { timeout: 120_000 }, () => {
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

it('keeps a leader with three touchpoints and a cool-down of three months going all year', () => {
  const open = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((weekday) => [weekday, [['09:00', '17:00'] as const]]),
  )
  const problem: RotationProblem = {
    ...tightProblem(1),
    leaders: ['a', 'b', 'c'].map((id) => ({ id, languages: ['en'], zone: 'Europe/London' })),
    touchpoints: ['x', 'y', 'z'].map((id) => ({ id, languages: ['en'], weight: 1, zone: 'Europe/London', open })),
    scenarios: [{ id: 's', touchpoints: ['x', 'y', 'z'] }],
    rounds: Array.from({ length: 12 }, (_, i) => Temporal.PlainYearMonth.from('2026-01').add({ months: i })).map(
      (month) => ({ id: `${month}`, from: `${month}-01`, to: `${month}-${month.daysInMonth}` }),
    ),
    rules: { contactsPerLeader: 1, cooldownDays: 90, lockoutDays: 365, spacingDays: 3, perMonth: 2 },
  }
  expect(owed(problem)).toMatchObject({ value: 36, bound: 36 })
})

function owed(problem: RotationProblem) {
  return planRotation(problem).goals.find(({ name }) => name === 'owed') as { value: number; bound: number }
}
