/** What is wrong with a problem written as JSON, in words that name the place. */

import type { RotationProblem } from './rotation_problem.ts'

/** "leaders[0].zone"; a name that is no word is written as JSON would. */
export function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`
    const name = String(step)
    return /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`
  })

  return steps.join('').replace(/^\./, '') || 'The problem'
}

/** What a schema found wrong with a value. */
export interface Fault {
  readonly code: string
  readonly input?: unknown
  readonly expected?: string
  readonly values?: readonly unknown[]
  readonly keys?: readonly string[]
}

/** What follows the place. */
export function whatIsWrong({ code, input, expected = '', values = [], keys = [] }: Fault): string {
  if (code === 'unrecognized_keys') return `must not hold ${keys.map((key) => JSON.stringify(key)).join(', ')}`
  if (input === undefined) return 'is missing'
  if (code === 'invalid_type') return `must be ${KINDS[expected] ?? expected}, not ${kindOf(input)}`
  if (code === 'invalid_format') return 'must be a day like 2026-03-01'
  if (code === 'invalid_value') return `must be one of ${values.join(', ')}, not ${kindOf(input)}`
  if (code === 'too_small' || code === 'too_big') return 'must be a pair of times like ["09:00", "17:00"]'

  return 'is not written as plan --schema says'
}

/** What no field by itself can show: a sentence, or null. */
export function complaintAbout(problem: RotationProblem): string | null {
  return doubled(problem) ?? unknown(problem) ?? wrongRounds(problem)
}

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  tuple: 'a pair of times like ["09:00", "17:00"]',
  object: 'an object',
  record: 'an object',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

/** "a list", "null", "1.5", "\"noon\"". */
function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const written = typeof value === 'string' ? JSON.stringify(value) : String(value)

  return written.length > 60 ? `${written.slice(0, 59)}…` : written
}

function doubled({ leaders, touchpoints, scenarios, rounds }: RotationProblem): string | null {
  for (const [what, list] of Object.entries({ leaders, touchpoints, scenarios, rounds })) {
    const known = new Map<string, number>()
    for (const [i, { id }] of list.entries()) {
      if (known.has(id)) return `${what}[${i}].id is ${JSON.stringify(id)}, and so is ${what}[${known.get(id)}].id.`
      known.set(id, i)
    }
  }
  for (const [i, { exceptions }] of touchpoints.entries()) {
    const days = (exceptions ?? []).map(({ day }) => day)
    const twice = days.findIndex((day, at) => days.indexOf(day) < at)
    if (twice >= 0) return `touchpoints[${i}].exceptions[${twice}].day is ${days[twice]}, which has its hours already.`
  }

  return null
}

/** Windows of other programs may be of leaders and touchpoints this one does not have; an owner need not be a leader. */
function unknown(problem: RotationProblem): string | null {
  const rounds = new Set(problem.rounds.map(({ id }) => id))
  const named = [
    ...problem.scenarios.map(({ touchpoints }, i) => ({ at: `scenarios[${i}]`, touchpoints })),
    ...problem.history.map((contact, i) => ({ at: `history[${i}]`, ...one(contact) })),
    ...problem.fixed.flatMap((window, i) => (rounds.has(window.round) ? [{ at: `fixed[${i}]`, ...one(window) }] : [])),
    ...(problem.missed ?? []).map(({ leader, round }, i) => ({
      at: `missed[${i}]`,
      leaders: [leader],
      rounds: [round],
    })),
  ]
  for (const what of ['leaders', 'touchpoints', 'scenarios', 'rounds'] as const) {
    const ids = new Set(problem[what].map(({ id }) => id))
    for (const { at, ...names } of named) {
      const stranger = (names as Partial<Record<typeof what, string[]>>)[what]?.find((id) => !ids.has(id))
      if (stranger !== undefined) return `${at} names ${JSON.stringify(stranger)}, which is not among the ${what}.`
    }
  }

  return null
}

function one({
  leader,
  touchpoint,
  scenario,
}: {
  leader: string
  touchpoint: string
  scenario?: string | null | undefined
}) {
  return { leaders: [leader], touchpoints: [touchpoint], scenarios: scenario ? [scenario] : [] }
}

/** Ten years: enough for any program, and every calendar fits. */
const LONGEST_HORIZON = 3660

function wrongRounds({ rounds }: RotationProblem): string | null {
  const sorted = rounds.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [i, round] of sorted.entries()) {
    const before = sorted[i - 1]
    if (before && round.from <= before.to)
      return `Round ${JSON.stringify(round.id)} begins on ${round.from}, before round ${JSON.stringify(before.id)} is over on ${before.to}.`
  }
  const [first, last] = [sorted[0], sorted.at(-1)]
  const days = first && last ? Temporal.PlainDate.from(first.from).until(last.to, { largestUnit: 'days' }).days : 0

  return days > LONGEST_HORIZON ? 'The rounds span more than ten years.' : null
}
