/** Reads a problem written as JSON for `npm run -s cli -- plan`, and tells how problem and plan are written. */

import { z } from 'zod'
import { DAYPARTS, isZone, minutesOf, WEEKDAYS } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { GOALS, REASONS, type RotationProblem } from './rotation_problem.ts'

/** The problem, or one clear sentence about the first thing that is wrong with it. */
export function readProblem(text: string): RotationProblem {
  const read = PROBLEM.safeParse(parse(text))
  if (!read.success) throw wrong(sentenceOf(read.error.issues[0] as z.core.$ZodIssue))
  const complaint = complaintAbout(read.data)
  if (complaint) throw wrong(complaint)

  return read.data
}

/** The JSON Schemas of both. */
export function planSchema(): { problem: object; plan: object } {
  return { problem: z.toJSONSchema(PROBLEM, { io: 'input' }), plan: z.toJSONSchema(PLAN, { io: 'input' }) }
}

const day = z.iso.date('must be a day like 2026-03-01')
const id = z.string('must be text').min(1, 'must not be empty')
const label = z.string().nullish()
const count = z.int('must be a whole number').min(0, 'must not be negative').max(100_000, 'is too large')
const share = z.number('must be a number').min(0, 'must not be negative')
const zone = z.string().refine(isZone, 'must be a time zone like Europe/London')
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time like 09:30')
const span = z.tuple([time, time]).refine(([from, to]) => isAfter(to, from), 'must end after it begins')
const spans = z.array(span)
const week = z.strictObject(Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, spans.optional()])))
const period = z.object({ from: day, to: day }).refine(({ from, to }) => from <= to, 'must not end before it begins')
const traffic = z.strictObject(Object.fromEntries(DAYPARTS.map((daypart) => [daypart, share.optional()])))

const LEADER = z.object({
  id,
  name: label,
  department: label,
  languages: z.array(id),
  country: label,
  zone,
  hours: week.nullish(),
  joined: day.nullish(),
  absences: z.array(period).nullish(),
})

const TOUCHPOINT = z.object({
  id,
  name: label,
  department: label,
  owner: label,
  languages: z.array(id),
  weight: share,
  zone,
  open: week,
  exceptions: z.array(z.object({ day, open: spans })).nullish(),
  blocked: z.array(day).nullish(),
  dayparts: traffic.nullish(),
})

/** PRODUCT.md §2 names the defaults. */
const RULES = z.object({
  contactsPerLeader: count.default(1),
  contactsPerRound: count.nullish(),
  cooldownDays: count.default(90),
  lockoutDays: count.default(365),
  spacingDays: count.default(3),
  perMonth: count.default(2),
  evennessFirst: z.boolean('must be true or false').nullish(),
  longestWindow: count.min(1, 'must be at least 1').nullish(),
})

const PROBLEM = z.object({
  leaders: z.array(LEADER),
  touchpoints: z.array(TOUCHPOINT),
  scenarios: z.array(z.object({ id, name: label, touchpoints: z.array(id), languages: z.array(id).nullish() })),
  rounds: z.array(period.safeExtend({ id, closed: z.boolean().nullish() })),
  rules: RULES,
  holidays: z.record(z.string(), z.array(day)).nullish(),
  history: z
    .array(z.object({ leader: id, touchpoint: id, scenario: label, day, blown: z.boolean().nullish() }))
    .default([]),
  fixed: z
    .array(
      period.safeExtend({
        leader: id,
        touchpoint: id,
        scenario: label,
        round: id,
        daypart: z.enum(DAYPARTS).nullish(),
        started: z.boolean().nullish(),
      }),
    )
    .default([]),
  missed: z.array(z.object({ leader: id, round: id })).nullish(),
})

const REASON = z.object({ reason: z.enum(REASONS), count: z.int() })

const PLAN = z.object({
  assignments: z.array(
    z.object({
      leader: z.string(),
      touchpoint: z.string(),
      scenario: z.string().nullable(),
      round: z.string(),
      from: z.string(),
      to: z.string(),
      daypart: z.enum(DAYPARTS).nullable(),
      why: z.string(),
    }),
  ),
  unplanned: z.array(
    z.object({
      round: z.string(),
      leader: z.string().nullable(),
      touchpoint: z.string().nullable(),
      reasons: z.array(REASON),
    }),
  ),
  goals: z.array(
    z.object({
      round: z.string().nullable(),
      name: z.enum(GOALS),
      value: z.number(),
      bound: z.number(),
      because: z.string().optional(),
    }),
  ),
})

/** Ten years: enough for any program, and every calendar fits. */
const LONGEST_HORIZON = 3660

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw wrong('The problem is not JSON.')
  }
}

/** What no field by itself can show. */
function complaintAbout(problem: RotationProblem): string | null {
  const { leaders, touchpoints, scenarios, rounds } = problem
  for (const [what, list] of Object.entries({ leaders, touchpoints, scenarios, rounds })) {
    const twice = list.find(({ id }, i) => list.findIndex((other) => other.id === id) < i)
    if (twice) return `Two ${what} have the id ${twice.id}.`
  }
  const late = rounds.find(({ from }, i) => i > 0 && from <= (rounds[i - 1]?.to ?? ''))
  if (late) return `Round ${late.id} begins before the one before it is over.`

  const [first, last] = [rounds[0], rounds.at(-1)]
  const days = first && last ? Temporal.PlainDate.from(first.from).until(last.to, { largestUnit: 'days' }).days : 0

  return days > LONGEST_HORIZON ? 'The rounds span more than ten years.' : null
}

/** "leaders[0].zone must be a time zone like Europe/London." */
function sentenceOf({ path, message }: z.core.$ZodIssue): string {
  const place = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
  const said = /^(must|is) /.test(message) ? message : `is not right: ${message}`

  return `${place || 'The problem'} ${said}.`
}

function isAfter(to: string, from: string): boolean {
  try {
    return minutesOf(to) > minutesOf(from)
  } catch {
    return true
  }
}

function wrong(sentence: string): Problem {
  return new Problem('invalid', sentence)
}
