import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { planSchema, readProblem } from '../../src/features/programs/plan_forms.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import { brokenRules } from '../support/rotation_checker.ts'

/** The problem as the rotation's issue writes it. */
const WRITTEN = `{"leaders": [{"id": "nora", "department": "ops", "languages": ["en"], "country": "GB", "zone": "Europe/London", "hours": {"mon": [["07:00", "21:00"]]}, "joined": "2025-01-01", "absences": [{"from": "2026-03-02", "to": "2026-03-08"}]}],
 "touchpoints": [{"id": "billing", "department": "finance", "owner": null, "languages": ["en"], "weight": 3, "zone": "Europe/London", "open": {"mon": [["09:00", "12:00"], ["13:00", "17:00"]]}, "exceptions": [{"day": "2026-12-24", "open": [["09:00", "12:00"]]}], "blocked": ["2026-05-25"], "dayparts": {"morning": 0.6, "afternoon": 0.4}}],
 "scenarios": [{"id": "double-charge", "touchpoints": ["billing"], "languages": ["en"]}],
 "rounds": [{"id": "2026-03", "from": "2026-03-01", "to": "2026-03-31"}],
 "rules": {"contactsPerLeader": 1, "contactsPerRound": null, "cooldownDays": 90, "lockoutDays": 365, "spacingDays": 3, "perMonth": 2},
 "holidays": {"GB": ["2026-05-04"]},
 "history": [{"leader": "nora", "touchpoint": "billing", "scenario": "double-charge", "day": "2025-12-10", "blown": false}],
 "fixed": [{"leader": "nora", "touchpoint": "billing", "scenario": "double-charge", "round": "2026-03", "from": "2026-03-09", "to": "2026-03-13", "daypart": "morning", "started": false}]}`

const changed = (change: (problem: ReturnType<typeof JSON.parse>) => void) => {
  const problem = JSON.parse(WRITTEN)
  change(problem)
  return JSON.stringify(problem)
}

describe('a problem written as JSON', () => {
  it('is read and planned as it is written', () => {
    const problem = readProblem(changed((p) => (p.history[0].day = '2025-12-09')))
    const plan = planRotation(problem)
    expect(plan.assignments).toMatchObject([
      { leader: 'nora', touchpoint: 'billing', from: '2026-03-09', to: '2026-03-13', daypart: 'morning' },
    ])
    expect(brokenRules(problem, plan)).toEqual([])
  })

  it('has a published window moved that would begin on the 89th day of a cool-down of 90', () => {
    const plan = planRotation(readProblem(WRITTEN))
    expect(plan.assignments).toMatchObject([
      { leader: 'nora', touchpoint: 'billing', from: '2026-03-16', to: '2026-03-30' },
    ])
    expect(plan.goals).toContainEqual({ round: null, name: 'changes', value: 1, bound: 1 })
  })

  it('may leave out what has a default', () => {
    const short = readProblem('{"leaders":[],"touchpoints":[],"scenarios":[],"rounds":[],"rules":{}}')
    expect(short.rules).toMatchObject({
      contactsPerLeader: 1,
      cooldownDays: 90,
      lockoutDays: 365,
      spacingDays: 3,
      perMonth: 2,
    })
  })

  it.each([
    ['{', 'The problem is not JSON.'],
    ['[]', 'The problem is not right'],
    ['null', 'The problem is not right'],
    [changed((p) => delete p.rounds), 'rounds is not right'],
    [changed((p) => (p.leaders[0].zone = 'Mars/Base')), 'leaders[0].zone must be a time zone like Europe/London.'],
    [
      changed((p) => (p.touchpoints[0].open.mon = [['9', '12:00']])),
      'touchpoints[0].open.mon[0][0] must be a time like 09:30.',
    ],
    [
      changed((p) => (p.touchpoints[0].open.mon = [['12:00', '09:00']])),
      'touchpoints[0].open.mon[0] must end after it begins.',
    ],
    [changed((p) => (p.touchpoints[0].weight = -1)), 'touchpoints[0].weight must not be negative.'],
    [changed((p) => (p.rounds[0].to = '2026-02-30')), 'rounds[0].to must be a day like 2026-03-01.'],
    [changed((p) => (p.rounds[0].to = '2026-02-01')), 'rounds[0] must not end before it begins.'],
    [changed((p) => p.rounds.push(p.rounds[0])), 'Two rounds have the id 2026-03.'],
    [
      changed((p) => p.rounds.push({ id: 'x', from: '2026-03-31', to: '2026-04-30' })),
      'Round x begins before the one before it is over.',
    ],
    [changed((p) => (p.rounds[0].to = '2226-03-31')), 'The rounds span more than ten years.'],
    [changed((p) => (p.rules.perMonth = 1.5)), 'rules.perMonth must be a whole number.'],
    [changed((p) => (p.fixed[0].daypart = 'noon')), 'fixed[0].daypart is not right'],
  ])('is refused in one sentence: %#', (text, sentence) => {
    expect(() => readProblem(text)).toThrow(sentence)
  })

  it('has a schema, and so has the plan', () => {
    const { problem, plan } = planSchema()
    expect(problem).toMatchObject({
      type: 'object',
      required: ['leaders', 'touchpoints', 'scenarios', 'rounds', 'rules'],
    })
    expect(z.fromJSONSchema(plan as never).safeParse(planRotation(readProblem(WRITTEN))).success).toBe(true)
  })
})

describe('the plan command', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-'))
  const run = (...words: string[]) =>
    spawnSync(process.execPath, ['src/cli.ts', 'plan', ...words], { encoding: 'utf8' })

  it('prints the plan', () => {
    const file = join(folder, 'problem.json')
    writeFileSync(file, WRITTEN)
    const plan = JSON.parse(
      execFileSync(process.execPath, ['src/cli.ts', 'plan', '--input', file], { encoding: 'utf8' }),
    )
    expect(plan).toEqual(planRotation(readProblem(WRITTEN)))
  })

  it('answers a bad problem, a missing file and missing words with one sentence and 2', () => {
    const file = join(folder, 'bad.json')
    writeFileSync(file, '{"leaders": 1}')
    for (const { status, stdout, stderr } of [run('--input', file), run('--input', join(folder, 'none.json')), run()]) {
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })
})
