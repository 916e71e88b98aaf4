/** One small round: few enough leaders, touchpoints and days to try every plan there is for it. */

import fc from 'fast-check'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'

export const ROUND = { id: 'r', from: '2026-06-01', to: '2026-06-06' }
/** Monday 1 June 2026 and the days after it. */
export const DAYS = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04', '2026-06-05', '2026-06-06'] as const
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const
export const PARTS = ['morning', 'afternoon'] as const

const open = fc.subarray([...WEEKDAYS], { minLength: 2, maxLength: 4 }).map((names) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      [
        ['09:00', '12:00'],
        ['14:00', '17:00'],
      ],
    ]),
  ),
)
const aDay = fc.constantFrom(...DAYS)
const someDays = fc.tuple(aDay, aDay).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }))

/** Up to three leaders, two touchpoints and three contacts; some windows published, some contacts made before. */
export const smallProblem: fc.Arbitrary<RotationProblem> = fc
  .record({
    leaders: fc.integer({ min: 1, max: 3 }),
    touchpoints: fc.integer({ min: 1, max: 2 }),
    departments: fc.array(fc.constantFrom('ops', 'sales', null, null), { minLength: 5, maxLength: 5 }),
    opens: fc.array(open, { minLength: 2, maxLength: 2 }),
    weights: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 2 }),
    absences: fc.array(fc.option(someDays, { freq: 2 }), { minLength: 3, maxLength: 3 }),
    hours: fc.array(fc.constantFrom(null, [['13:00', '18:00']]), { minLength: 3, maxLength: 3 }),
    dealt: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 2 }),
    cooldownDays: fc.constantFrom(0, 2, 30),
    spacingDays: fc.integer({ min: 0, max: 3 }),
    evennessFirst: fc.boolean(),
    history: fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.constantFrom('2026-05-04', '2026-05-25')), { maxLength: 3 }),
    fixed: fc.array(
      fc.tuple(fc.nat(2), fc.nat(1), someDays, fc.constantFrom(...PARTS), fc.constantFrom(false, false, true)),
      { maxLength: 3 },
    ),
  })
  .map((drawn) => {
    const touchpoints = Array.from({ length: drawn.touchpoints }, (_, i) => ({
      id: `t${i}`,
      department: drawn.departments[i],
      languages: ['en'],
      weight: drawn.weights[i],
      zone: 'Europe/London',
      open: drawn.opens[i],
      dayparts: { morning: 0.6, afternoon: 0.4 },
    }))

    return {
      leaders: Array.from({ length: drawn.leaders }, (_, i) => ({
        id: `l${i}`,
        department: drawn.departments[2 + i],
        languages: ['en'],
        zone: 'Europe/London',
        hours: drawn.hours[i] && Object.fromEntries(WEEKDAYS.map((name) => [name, drawn.hours[i]])),
        absences: drawn.absences[i] ? [drawn.absences[i]] : [],
      })),
      touchpoints,
      scenarios: touchpoints.map(({ id }) => ({ id: `s-${id}`, touchpoints: [id] })),
      rounds: [{ id: 'before', from: '2026-05-01', to: '2026-05-31', closed: true }, ROUND],
      rules: {
        contactsPerLeader: 1,
        contactsPerRound: drawn.dealt,
        cooldownDays: drawn.cooldownDays,
        lockoutDays: 365,
        spacingDays: drawn.spacingDays,
        perMonth: 2,
        evennessFirst: drawn.evennessFirst,
      },
      history: drawn.history
        .filter(([leader, touchpoint]) => leader < drawn.leaders && touchpoint < drawn.touchpoints)
        .map(([leader, touchpoint, day]) => ({
          leader: `l${leader}`,
          touchpoint: `t${touchpoint}`,
          scenario: `s-t${touchpoint}`,
          day,
        })),
      fixed: drawn.fixed
        .filter(([leader, touchpoint]) => leader < drawn.leaders && touchpoint < drawn.touchpoints)
        .filter(([leader, touchpoint, { from, to }], i, all) =>
          all.every(
            ([l, t, days], j) => j >= i || l !== leader || t !== touchpoint || days.from !== from || days.to !== to,
          ),
        )
        .map(([leader, touchpoint, days, daypart, started]) => ({
          leader: `l${leader}`,
          touchpoint: `t${touchpoint}`,
          scenario: `s-t${touchpoint}`,
          round: 'r',
          ...days,
          daypart,
          started,
        })),
    } as unknown as RotationProblem
  })
