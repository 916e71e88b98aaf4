import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { planSchema, readProblem } from '../../src/features/programs/plan_forms.ts'
import { planRotation } from '../../src/features/programs/rotation.ts'
import { ownFolder } from '../support/own_folder.ts'
import { brokenRules } from '../support/rotation_checker.ts'
import { QUICKLY } from '../support/sources.ts'

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

  it('may call a country or a leader whatever it likes', () => {
    const odd = changed((p) => {
      p.leaders[0].country = 'constructor'
      p.leaders[0].id = '__proto__'
      p.history = []
      p.fixed = []
    })
    expect(planRotation(readProblem(odd)).assignments).toMatchObject([{ leader: '__proto__', round: '2026-03' }])
  })

  it('may deal more contacts in a round than a thousand: there may be five thousand leaders', () => {
    const many = readProblem(changed((p) => (p.rules.contactsPerRound = 3000)))
    expect(planRotation(many).goals[0]).toMatchObject({ name: 'owed', value: 1, bound: 1 })
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
    ['', 'The problem is empty: it must be a JSON object.'],
    ['{', 'The problem is not JSON: see line 1, column 2.'],
    ['{"leaders": NaN}', 'The problem is not JSON.'],
    ['[]', 'The problem must be an object, not a list.'],
    ['null', 'The problem must be an object, not null.'],
    [changed((p) => delete p.rounds), 'rounds is missing.'],
    [changed((p) => (p.leaders = 1)), 'leaders must be a list, not 1.'],
    [changed((p) => delete p.leaders[0].id), 'leaders[0].id is missing.'],
    [changed((p) => (p.leaders[0].id = '')), 'leaders[0].id must not be empty.'],
    [changed((p) => (p.leaders[0].zone = 'Mars/Base')), 'leaders[0].zone must be a time zone like Europe/London.'],
    [changed((p) => (p.leaders[0].hours = { monday: [] })), 'leaders[0].hours must not hold "monday".'],
    [
      changed((p) => (p.leaders[0].absences[0].to = '2026-02-01')),
      'leaders[0].absences[0] must not end before it begins.',
    ],
    [
      changed((p) => (p.touchpoints[0].open.mon = [['9', '12:00']])),
      'touchpoints[0].open.mon[0][0] must be a time like 09:30.',
    ],
    [
      changed((p) => (p.touchpoints[0].open.mon = [['12:00', '09:00']])),
      'touchpoints[0].open.mon[0] must end after it begins.',
    ],
    [
      changed((p) => (p.touchpoints[0].open.mon = ['09:00'])),
      'touchpoints[0].open.mon[0] must be a pair of times like ["09:00", "17:00"], not "09:00".',
    ],
    [
      changed((p) => p.touchpoints[0].exceptions.push(p.touchpoints[0].exceptions[0])),
      'touchpoints[0].exceptions[1].day is 2026-12-24, which has its hours already.',
    ],
    [changed((p) => (p.touchpoints[0].weight = -1)), 'touchpoints[0].weight must not be negative.'],
    [changed((p) => (p.touchpoints[0].weight = '3')), 'touchpoints[0].weight must be a number, not "3".'],
    [WRITTEN.replace('"weight": 3', '"weight": 1e999'), 'touchpoints[0].weight must be a number, not Infinity.'],
    [changed((p) => (p.rounds[0].to = '2026-02-30')), 'rounds[0].to must be a day like 2026-03-01.'],
    [changed((p) => (p.rounds[0].to = '2026-02-01')), 'rounds[0] must not end before it begins.'],
    [changed((p) => p.rounds.push(p.rounds[0])), 'rounds[1].id is "2026-03", and so is rounds[0].id.'],
    [
      changed((p) => p.rounds.unshift({ id: 'x', from: '2026-03-31', to: '2026-04-30' })),
      'Round "x" begins on 2026-03-31, before round "2026-03" is over on 2026-03-31.',
    ],
    [changed((p) => (p.rounds[0].to = '2226-03-31')), 'The rounds span more than ten years.'],
    [changed((p) => (p.rules.perMonth = 1.5)), 'rules.perMonth must be a whole number, not 1.5.'],
    [changed((p) => (p.rules.cooldownDays = -1)), 'rules.cooldownDays must not be negative.'],
    [changed((p) => (p.holidays.GB = ['4 May'])), 'holidays.GB[0] must be a day like 2026-03-01.'],
    [
      changed((p) => (p.scenarios[0].touchpoints = ['chat'])),
      'scenarios[0] names "chat", which is not among the touchpoints.',
    ],
    [changed((p) => (p.history[0].leader = 'viktor')), 'history[0] names "viktor", which is not among the leaders.'],
    [changed((p) => (p.fixed[0].scenario = 'x')), 'fixed[0] names "x", which is not among the scenarios.'],
    [
      changed((p) => (p.fixed[0].daypart = 'noon')),
      'fixed[0].daypart must be one of early, morning, midday, afternoon, evening, night, not "noon".',
    ],
  ])('is refused in one sentence: %#', (text, sentence) => {
    expect(() => readProblem(text)).toThrow(sentence)
  })

  it('may name strangers in the windows of other programs, and rounds in any order', () => {
    const text = changed((p) => {
      p.rounds.unshift({ id: '2026-04', from: '2026-04-01', to: '2026-04-30' })
      p.fixed[0] = { ...p.fixed[0], leader: 'viktor', scenario: 'another', round: 'another program' }
    })
    expect(planRotation(readProblem(text)).assignments).toMatchObject([{ round: '2026-03' }])
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

describe('the plan command', () => {
  const inFolder = ownFolder('file')
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [...QUICKLY, 'src/cli.ts', 'plan', ...words], { encoding: 'utf8' })

  it('prints the plan', () => {
    const file = inFolder('problem.json')
    writeFileSync(file, WRITTEN)
    const plan = JSON.parse(
      execFileSync(process.execPath, [...QUICKLY, 'src/cli.ts', 'plan', '--input', file], { encoding: 'utf8' }),
    )
    expect(plan).toEqual(planRotation(readProblem(WRITTEN)))
  })

  it('answers a bad problem, a missing file and missing words with one sentence and 2', () => {
    const file = inFolder('bad.json')
    writeFileSync(file, '{"leaders": 1}')
    for (const { status, stdout, stderr } of [run('--input', file), run('--input', inFolder('none.json')), run()]) {
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })
})
