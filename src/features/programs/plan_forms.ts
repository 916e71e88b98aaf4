/** Reads a problem written as JSON for `npm run -s cli -- plan`, and tells how problem and plan are written. */

import { z } from 'zod'
import { DAYPARTS, isZone, minutesOf, WEEKDAYS } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { complaintAbout, type Fault, placeOf, whatIsWrong } from './plan_complaints.ts'
import { GOALS, REASONS, type RotationProblem } from './rotation_problem.ts'

/** The problem, or one clear sentence about the first thing that is wrong with it. */
export function readProblem(text: string): RotationProblem {
  const read = PROBLEM.safeParse(parse(text), { error: (issue) => whatIsWrong(issue as Fault) })
  const [issue] = read.error?.issues ?? []
  if (issue) throw wrong(`${placeOf(issue.path)} ${issue.message}.`)
  // The schema is written beside the type; exactOptionalPropertyTypes tells them apart where a field may be left out.
  const problem = read.data as RotationProblem
  const complaint = complaintAbout(problem)
  if (complaint) throw wrong(complaint)

  return problem
}

/** The JSON Schemas of both. */
export function planSchema(): { problem: object; plan: object } {
  return { problem: z.toJSONSchema(PROBLEM, { io: 'input' }), plan: z.toJSONSchema(PLAN, { io: 'input' }) }
}

const day = z.iso.date()
const id = z.string().min(1, 'must not be empty')
const label = z.string().nullish()
const count = z.int().min(0, 'must not be negative').max(1000, 'must not be above 1,000')
const dealt = z.int().min(0, 'must not be negative').max(100_000, 'must not be above 100,000')
const numberOfDays = z.int().min(0, 'must not be negative').max(100_000, 'must not be above 100,000')
const share = z.number().min(0, 'must not be negative').max(1e9, 'must not be above 1,000,000,000')
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
  contactsPerRound: dealt.nullish(),
  cooldownDays: numberOfDays.default(90),
  lockoutDays: numberOfDays.default(365),
  spacingDays: numberOfDays.default(3),
  perMonth: count.default(2),
  evennessFirst: z.boolean().nullish(),
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

/** A byte order mark is no part of the problem. */
function parse(text: string): unknown {
  const written = text.replace(/^\uFEFF/, '')
  if (written.trim() === '') throw wrong('The problem is empty: it must be a JSON object.')
  try {
    return JSON.parse(written)
  } catch (error) {
    const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? []
    throw wrong(line ? `The problem is not JSON: see line ${line}, column ${column}.` : 'The problem is not JSON.')
  }
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
