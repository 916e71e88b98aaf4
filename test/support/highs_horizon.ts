/** The most owed contacts over a whole horizon, asked of HiGHS as an integer program over leaders, touchpoints and days. */

import highsLoader from 'highs'
import type { RotationProblem } from '../../src/features/programs/rotation_problem.ts'
import { chances } from './rotation_problems.ts'

/** One zone, weekdays only, a leave here and there, few touchpoints and long cool-downs. */
export function tightProblem(seed: number): RotationProblem {
  const chance = chances(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const length = pick([14, 30])
  const first = Temporal.PlainDate.from('2026-01-05')
  const on = (days: number) => first.add({ days }).toString()
  const rounds = Array.from({ length: pick([3, 4, 5]) }, (_, i) => ({
    id: `r${i}`,
    from: on(i * length),
    to: on((i + 1) * length - 1),
  }))
  const away = () => ({ from: on(Math.floor(chance() * 60)), to: on(60 + Math.floor(chance() * 30)) })
  const touchpoints = Array.from({ length: pick([1, 2, 3]) }, (_, i) => ({
    id: `t${i}`,
    department: pick(['ops', 'sales', null]),
    languages: ['en'],
    weight: 1,
    zone: 'Europe/London',
    open: weekdays(chance() < 0.3 ? ['mon', 'thu'] : ['mon', 'tue', 'wed', 'thu', 'fri']),
  }))

  return {
    leaders: Array.from({ length: pick([1, 2, 3, 4]) }, (_, i) => ({
      id: `l${i}`,
      department: pick(['ops', 'sales', null, null]),
      languages: ['en'],
      zone: 'Europe/London',
      absences: chance() < 0.3 ? [away()] : [],
    })),
    touchpoints,
    scenarios: touchpoints.map(({ id }) => ({ id: `s${id}`, touchpoints: [id] })),
    rounds,
    rules: {
      contactsPerLeader: pick([1, 1, 2]),
      contactsPerRound: null,
      cooldownDays: pick([20, 45, 90]),
      lockoutDays: 365,
      spacingDays: 3,
      perMonth: pick([1, 2]),
    },
    history: [],
    fixed: [],
  }
}

export async function horizonSolver(): Promise<(problem: RotationProblem) => number> {
  const load = highsLoader as unknown as typeof highsLoader.default
  const highs = await load()

  return (problem) => {
    const contacts = listContacts(problem)
    if (contacts.length === 0) return 0
    const names = contacts.map((_, i) => `x${i}`)
    const rules = limits(problem, contacts).map(
      ({ among, most }, i) => ` c${i}: ${among.map((j) => names[j]).join(' + ')} <= ${most}`,
    )
    const lp = `Maximize\n obj: ${names.join(' + ')}\nSubject To\n${rules.join('\n')}\nBinary\n ${names.join(' ')}\nEnd`

    return Math.round(highs.solve(lp).ObjectiveValue)
  }
}

interface Contact {
  leader: string
  touchpoint: string
  round: string
  day: string
}

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function weekdays(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, [['09:00', '17:00'] as const]]))
}

/** A contact is owed only to those with three usable days in the round: Monday to Saturday, not away. */
function listContacts({ leaders, touchpoints, rounds }: RotationProblem): Contact[] {
  return rounds.flatMap((round) =>
    leaders.flatMap(({ id, department, absences }) => {
      const here = daysFrom(round.from, round.to).filter(
        (day) => weekdayOf(day) !== 'sun' && !(absences ?? []).some(({ from, to }) => from <= day && day <= to),
      )
      if (here.length < 3) return []
      const meets = touchpoints.filter((touchpoint) => !department || touchpoint.department !== department)

      return meets.flatMap(({ id: touchpoint, open }) =>
        here.filter((day) => open[weekdayOf(day)]).map((day) => ({ leader: id, touchpoint, round: round.id, day })),
      )
    }),
  )
}

function limits({ rules }: RotationProblem, contacts: readonly Contact[]): { among: number[]; most: number }[] {
  const grouped = (key: (contact: Contact) => string, most: number) =>
    [...Map.groupBy(contacts.keys(), (i) => key(contacts[i] as Contact)).values()].map((among) => ({ among, most }))
  const cooldowns = contacts.map((first) => ({
    most: 1,
    among: [...contacts.keys()].filter((i) => {
      const other = contacts[i] as Contact
      return (
        other.leader === first.leader &&
        other.touchpoint === first.touchpoint &&
        other.day >= first.day &&
        other.day < Temporal.PlainDate.from(first.day).add({ days: rules.cooldownDays }).toString()
      )
    }),
  }))

  return [
    ...grouped(({ leader, round }) => `${leader} ${round}`, rules.contactsPerLeader),
    ...grouped(({ leader, day }) => `${leader} ${day.slice(0, 7)}`, rules.perMonth),
    ...grouped(({ touchpoint, day }) => `${touchpoint} ${day}`, 1),
    ...cooldowns,
  ]
}

function daysFrom(from: string, to: string): string[] {
  const first = Temporal.PlainDate.from(from)

  return Array.from({ length: first.until(to, { largestUnit: 'days' }).days + 1 }, (_, days) =>
    first.add({ days }).toString(),
  )
}

function weekdayOf(day: string): (typeof NAMES)[number] {
  return NAMES[Temporal.PlainDate.from(day).dayOfWeek - 1] as (typeof NAMES)[number]
}
