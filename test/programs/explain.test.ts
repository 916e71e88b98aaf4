import { expect, it } from 'vitest'
import { gapInWords, neverInWords } from '../../src/features/programs/explain.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { companyProblem } from '../support/rotation_problems.ts'

const company = companyProblem({ leaders: 5, touchpoints: 1, rounds: 3 })
const away = [{ from: '2026-03-01', to: '2026-03-31' }]

/** Five leaders of whom in March two are away and three are of the desk's own department. */
const problem: RotationProblem = {
  ...company,
  leaders: company.leaders.map((leader, i) => ({
    ...leader,
    name: `Leader ${i}`,
    department: i < 2 ? null : 'solar',
    absences: i < 2 ? away : [],
    zone: 'Europe/London',
    country: null,
    languages: ['en'],
  })),
  touchpoints: company.touchpoints.map((touchpoint) => ({
    ...touchpoint,
    name: 'Solar sales desk',
    department: 'solar',
    languages: ['en'],
  })),
  rounds: company.rounds.slice(2),
}

it('says who cannot take a touchpoint and why', () => {
  const gap = planRotation(problem).unplanned.find(({ touchpoint }) => touchpoint === 't0')
  expect(gap && gapInWords(gap, problem)).toBe(
    'No eligible leader for Solar sales desk in March: 3 own department, 2 away.',
  )
})

it('says where a leader finds nothing', () => {
  const gap = planRotation(problem).unplanned.find(({ leader }) => leader === 'l4')
  expect(gap && gapInWords(gap, problem)).toBe('No touchpoint for Leader 4 in March: 1 own department.')
})

it('says which pairs can never be planned', () => {
  expect(neverInWords({ leader: 'l3', touchpoint: 't0', reason: 'own_department' }, problem)).toBe(
    'Leader 3 can never contact Solar sales desk: it belongs to their own department.',
  )
})

it('counts nobody when there is nobody', () => {
  const empty = { ...problem, leaders: [] }
  expect(planRotation(empty).unplanned.map((gap) => gapInWords(gap, empty))).toEqual([
    'No eligible leader for Solar sales desk in March: there are no leaders.',
  ])
})
