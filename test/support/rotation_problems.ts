/** Problems to plan, small and large, from a seed: the same seed gives the same problem. */

import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'

export interface ProblemSize {
  leaders: number
  touchpoints: number
  rounds: number
  seed?: number
}

const DEPARTMENTS = ['ops', 'finance', 'sales', 'people', 'grid', 'digital', 'legal']
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** A believable company: seven departments, three zones, leave, holidays, and a year of monthly rounds. */
export function companyProblem({ leaders, touchpoints, rounds, seed = 1 }: ProblemSize): RotationProblem {
  const chance = chances(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const months = Array.from({ length: rounds }, (_, i) => Temporal.PlainYearMonth.from('2026-01').add({ months: i }))
  const spoken = () => (chance() < 0.8 ? ['en', 'de'] : ['en'])
  const ids = Array.from({ length: touchpoints }, (_, i) => `t${i}`)

  return {
    leaders: Array.from({ length: leaders }, (_, i) => ({
      id: `l${i}`,
      department: pick(DEPARTMENTS),
      languages: spoken(),
      country: pick(['GB', 'DE', 'US']),
      zone: pick(['Europe/London', 'Europe/Berlin', 'America/New_York']),
      absences: chance() < 0.4 ? [leave(chance)] : [],
    })),
    touchpoints: ids.map((id) => ({
      id,
      department: pick(DEPARTMENTS),
      owner: null,
      languages: chance() < 0.15 ? ['de'] : ['en', 'de'],
      weight: 1 + Math.floor(chance() * 5),
      zone: pick(['Europe/London', 'Europe/Berlin']),
      open: Object.fromEntries(
        WEEKDAYS.map((weekday) => [
          weekday,
          [
            ['08:00', '12:00'],
            ['13:00', '18:00'],
          ],
        ]),
      ),
      blocked: chance() < 0.3 ? ['2026-05-25'] : [],
      dayparts: { morning: 0.5, afternoon: 0.4, midday: 0.1 },
    })),
    scenarios: ids.flatMap((id) =>
      [0, 1, 2].map((n) => ({ id: `${id}-s${n}`, touchpoints: [id], languages: ['en', 'de'] })),
    ),
    rounds: months.map((month) => ({
      id: month.toString(),
      from: `${month}-01`,
      to: month.toPlainDate({ day: month.daysInMonth }).toString(),
    })),
    rules: {
      contactsPerLeader: 1,
      contactsPerRound: null,
      cooldownDays: 90,
      lockoutDays: 365,
      spacingDays: 3,
      perMonth: 2,
    },
    holidays: {
      GB: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-12-25'],
      DE: ['2026-01-01', '2026-05-01', '2026-10-03', '2026-12-25'],
    },
    history: [],
    fixed: [],
  }
}

function leave(chance: () => number): { from: string; to: string } {
  const from = Temporal.PlainDate.from('2026-01-01').add({ days: Math.floor(chance() * 330) })

  return { from: from.toString(), to: from.add({ days: 5 + Math.floor(chance() * 25) }).toString() }
}

/** Mulberry32, a small generator of numbers from 0 to 1. */
export function chances(seed: number): () => number {
  let state = seed >>> 0

  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)

    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
