/** Any problem at all, small: for laws that hold for every plan. */

import fc from 'fast-check'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'

const FIRST = Temporal.PlainDate.from('2026-01-01')
const ZONES = ['Europe/London', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'] as const
const PARTS = ['ops', 'finance', 'sales', null] as const

const aDay = fc.integer({ min: -200, max: 260 }).map((days) => FIRST.add({ days }).toString())
const aSpan = fc
  .tuple(aDay, fc.integer({ min: 0, max: 25 }))
  .map(([from, days]) => ({ from, to: Temporal.PlainDate.from(from).add({ days }).toString() }))
const languages = fc.subarray(['en', 'de'], { minLength: 1 })
const spans = fc.constantFrom(
  [['09:00', '17:00']],
  [
    ['08:00', '10:00'],
    ['13:00', '18:00'],
  ],
  [['00:00', '24:00']],
  [['22:00', '24:00']],
  [['09:00', '09:45']],
  [],
)
const hours = fc
  .record({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans })
  .map((week) => week as never)

const leader = (id: string) =>
  fc.record({
    id: fc.constant(id),
    department: fc.constantFrom(...PARTS),
    languages,
    country: fc.constantFrom('GB', 'DE', null),
    zone: fc.constantFrom(...ZONES),
    hours: fc.option(hours, { freq: 3 }),
    joined: fc.option(aDay, { freq: 5 }),
    absences: fc.array(aSpan, { maxLength: 3 }),
  })

const touchpoint = (id: string) =>
  fc.record({
    id: fc.constant(id),
    department: fc.constantFrom(...PARTS),
    owner: fc.constantFrom(null, 'l0'),
    languages,
    weight: fc.integer({ min: 1, max: 5 }),
    zone: fc.constantFrom(...ZONES),
    open: hours,
    exceptions: fc.array(fc.record({ day: aDay, open: spans }), { maxLength: 2 }).map((list) => list as never),
    blocked: fc.array(aDay, { maxLength: 3 }),
    dayparts: fc.constantFrom(null, { morning: 0.6, afternoon: 0.4 }),
  })

const LENGTHS = [7, 14, 30, 45] as const

/** One to five rounds of one length, one after the other. */
const rounds = fc.tuple(fc.constantFrom(...LENGTHS), fc.integer({ min: 1, max: 5 })).map(([length, count]) =>
  Array.from({ length: count }, (_, i) => ({
    id: `r${i}`,
    from: FIRST.add({ days: i * length }).toString(),
    to: FIRST.add({ days: (i + 1) * length - 1 }).toString(),
  })),
)

const rules = fc.record({
  contactsPerLeader: fc.integer({ min: 1, max: 2 }),
  contactsPerRound: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 3 }),
  cooldownDays: fc.constantFrom(0, 10, 30, 90),
  lockoutDays: fc.constant(365),
  spacingDays: fc.constantFrom(0, 1, 3),
  perMonth: fc.integer({ min: 1, max: 2 }),
})

export const anyProblem: fc.Arbitrary<RotationProblem> = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 4 }), rounds, rules)
  .chain(([leaders, touchpoints, rounds, rules]) => {
    const who = Array.from({ length: leaders }, (_, i) => `l${i}`)
    const what = Array.from({ length: touchpoints }, (_, i) => `t${i}`)
    const past = fc.record({
      leader: fc.constantFrom(...who, 'gone'),
      touchpoint: fc.constantFrom(...what, 'gone'),
      scenario: fc.constantFrom(...what, null),
      day: aDay,
      blown: fc.boolean(),
    })
    const published = fc
      .record({
        leader: fc.constantFrom(...who, 'gone'),
        touchpoint: fc.constantFrom(...what, 'gone'),
        round: fc.constantFrom(...rounds, null),
        offset: fc.integer({ min: 0, max: 6 }),
        started: fc.boolean(),
      })
      .map(({ leader, touchpoint, round, offset, started }) => {
        const from = Temporal.PlainDate.from(round?.from ?? FIRST).add({ days: offset })
        return {
          leader,
          touchpoint,
          scenario: null,
          round: round?.id ?? 'elsewhere',
          from: from.toString(),
          to: from.toString(),
          daypart: null,
          started: started && round !== null,
        }
      })

    return fc.record({
      leaders: fc.tuple(...who.map(leader)),
      touchpoints: fc.tuple(...what.map(touchpoint)),
      scenarios: fc.constant(what.map((id) => ({ id, touchpoints: [id] }))),
      rounds: fc.constant(rounds),
      rules: fc.constant(rules),
      holidays: fc.constant({ GB: ['2026-01-01', '2026-04-03'], DE: ['2026-01-01'] }),
      history: fc.array(past, { maxLength: 6 }),
      fixed: fc.array(published, { maxLength: 3 }),
    })
  })
  .map((problem) => problem as unknown as RotationProblem)
