/** An independent reading of PRODUCT.md §2: every hard rule, checked day by day with Temporal and none of the planner's code. */

import type {
  PlannedAssignment,
  RotationLeader,
  RotationPlan,
  RotationProblem,
  RotationTouchpoint,
} from '../../src/features/programs/rotation_problem.ts'

type Span = readonly [string, string]
const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const PARTS: Record<string, Span[]> = {
  early: [['06:00', '09:00']],
  morning: [['09:00', '12:00']],
  midday: [['12:00', '14:00']],
  afternoon: [['14:00', '17:00']],
  evening: [['17:00', '21:00']],
  night: [
    ['00:00', '06:00'],
    ['21:00', '24:00'],
  ],
}

/** The hard rules a plan breaks, in words; none for a right one. */
export function brokenRules(problem: RotationProblem, plan: RotationPlan): string[] {
  return [
    ...plan.assignments.flatMap((a) => brokenAlone(problem, a)),
    ...brokenTogether(problem, plan.assignments),
    ...brokenByFixed(problem, plan.assignments),
  ]
}

function brokenAlone(problem: RotationProblem, a: PlannedAssignment): string[] {
  const leader = problem.leaders.find(({ id }) => id === a.leader)
  const touchpoint = problem.touchpoints.find(({ id }) => id === a.touchpoint)
  const round = problem.rounds.find(({ id }) => id === a.round)
  const scenario = problem.scenarios.find(({ id }) => id === a.scenario)
  if (isSettled(problem, a)) return []
  if (!leader || !touchpoint || !round) return [`${told(a)}: nobody, nothing or no round of that name`]

  const shared = leader.languages.filter((language) => touchpoint.languages.includes(language))
  const faults: [boolean, string][] = [
    [touchpoint.owner === leader.id, 'own touchpoint'],
    [!!leader.department && leader.department === touchpoint.department, 'own department'],
    [shared.length === 0, 'no language in common'],
    [!isFixed(problem, a) && !scenario, 'no scenario'],
    [!!scenario && !scenario.touchpoints.includes(a.touchpoint), 'a scenario of another touchpoint'],
    [
      !!scenario?.languages && !scenario.languages.some((language) => shared.includes(language)),
      'a scenario nobody can play',
    ],
    [a.from > a.to, 'a window that ends before it begins'],
    [!isFixed(problem, a) && (a.from < round.from || a.to > round.to), 'a window outside its round'],
    [
      !days(a.from, a.to).some((day) => isUsable(problem, leader, touchpoint, day, a.daypart)),
      'no usable day in the window',
    ],
  ]

  return faults.flatMap(([broken, what]) => (broken ? [`${told(a)}: ${what}`] : []))
}

function brokenTogether(problem: RotationProblem, planned: PlannedAssignment[]): string[] {
  const others = problem.fixed
    .filter((f) => !problem.rounds.some(({ id }) => id === f.round))
    .map((f) => ({ ...f, scenario: null, daypart: null, why: '' }))
  const closed = problem.fixed
    .filter((f) => problem.rounds.some(({ id, closed }) => id === f.round && closed))
    .map((f) => ({ ...f, scenario: null, daypart: null, why: '' }))
  const all: PlannedAssignment[] = [...planned, ...others, ...closed]
  const { cooldownDays, lockoutDays, perMonth } = problem.rules
  const broken: string[] = []
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) {
      if (isSettled(problem, a) && isSettled(problem, b)) continue
      if (a.touchpoint !== b.touchpoint) continue
      if (a.from <= b.to && b.from <= a.to) broken.push(`${told(a)} overlaps ${told(b)}`)
      const [first, second] = a.from <= b.from ? [a, b] : [b, a]
      if (a.leader === b.leader && distance(first.to, second.from) < cooldownDays)
        broken.push(`${told(second)} within the cool-down of ${told(first)}`)
    }
    if (isSettled(problem, a)) continue
    for (const past of problem.history.filter(
      (h) =>
        h.leader === a.leader &&
        h.touchpoint === a.touchpoint &&
        !(a.from <= h.day && h.day <= a.to && isFixed(problem, a)),
    )) {
      const apart = past.day <= a.from ? distance(past.day, a.from) : distance(a.to, past.day)
      if (apart < cooldownDays) broken.push(`${told(a)} within the cool-down of ${past.day}`)
      if (past.blown && past.day <= a.from && apart < lockoutDays)
        broken.push(`${told(a)} where cover was blown on ${past.day}`)
    }
  }
  for (const leader of problem.leaders) {
    const counts = new Map<string, number>()
    const mine = all.filter((a) => a.leader === leader.id)
    const made = problem.history.filter(
      (h) =>
        h.leader === leader.id && !mine.some((a) => a.touchpoint === h.touchpoint && a.from <= h.day && h.day <= a.to),
    )
    for (const a of mine)
      for (const month of new Set([a.from.slice(0, 7), a.to.slice(0, 7)]))
        counts.set(month, (counts.get(month) ?? 0) + 1)
    for (const h of made) counts.set(h.day.slice(0, 7), (counts.get(h.day.slice(0, 7)) ?? 0) + 1)
    for (const [month, count] of counts)
      if (count > perMonth && mine.some((a) => !isSettled(problem, a) && a.from.startsWith(month)))
        broken.push(`${leader.id} has ${count} contacts in ${month}`)
  }

  return broken
}

function brokenByFixed(problem: RotationProblem, planned: PlannedAssignment[]): string[] {
  const started = problem.fixed.filter(
    (f) => f.started && problem.rounds.some(({ id, closed }) => id === f.round && !closed),
  )

  return started.flatMap((f) => (planned.some((a) => same(a, f)) ? [] : [`${told(f)} was started and moved`]))
}

/** Minute by minute: an hour in a row, in the daypart, open there and within the leader's own hours, on days when neither is off. */
function isUsable(
  problem: RotationProblem,
  leader: RotationLeader,
  touchpoint: RotationTouchpoint,
  day: string,
  daypart: string | null,
): boolean {
  if (touchpoint.blocked?.includes(day) || isAway(problem, leader, day)) return false
  const weekday = NAMES[Temporal.PlainDate.from(day).dayOfWeek - 1] as (typeof NAMES)[number]
  const open = touchpoint.exceptions?.find((exception) => exception.day === day)?.open ?? touchpoint.open[weekday] ?? []
  const inDaypart = daypart ? (PARTS[daypart] as Span[]) : [['00:00', '24:00'] as const]
  let row = 0
  const start = Temporal.PlainDate.from(day).toZonedDateTime(touchpoint.zone)
  const end = start.add({ days: 1 })
  for (let at = start; Temporal.ZonedDateTime.compare(at, end) < 0; at = at.add({ minutes: 15 })) {
    const there = at.toPlainTime().toString({ smallestUnit: 'minute' })
    const own = at.withTimeZone(leader.zone)
    const isOpen = within(open, there) && within(inDaypart, there) && isContactable(problem, leader, own)
    row = isOpen ? row + 15 : 0
    if (row >= 60) return true
  }

  return false
}

function isContactable(problem: RotationProblem, leader: RotationLeader, at: Temporal.ZonedDateTime): boolean {
  if (isAway(problem, leader, at.toPlainDate().toString())) return false
  const weekday = NAMES[at.dayOfWeek - 1] as (typeof NAMES)[number]
  const hours = leader.hours ? (leader.hours[weekday] ?? []) : weekday === 'sun' ? [] : [['07:00', '21:00'] as const]

  return within(hours, at.toPlainTime().toString({ smallestUnit: 'minute' }))
}

function isAway(problem: RotationProblem, leader: RotationLeader, day: string): boolean {
  return (
    (leader.absences ?? []).some(({ from, to }) => from <= day && day <= to) ||
    (!!leader.country && (problem.holidays?.[leader.country] ?? []).includes(day)) ||
    (!!leader.joined && day < leader.joined)
  )
}

function within(spans: readonly Span[], time: string): boolean {
  return spans.some(([from, to]) => from <= time && time < to)
}

function isFixed(problem: RotationProblem, a: PlannedAssignment): boolean {
  return problem.fixed.some((f) => same(a, f))
}

/** Started, contacted, of a round that is over or of another program: not the plan's doing. */
function isSettled(problem: RotationProblem, a: PlannedAssignment): boolean {
  const made = problem.history.some(
    (h) => h.leader === a.leader && h.touchpoint === a.touchpoint && a.from <= h.day && h.day <= a.to,
  )

  return problem.fixed.some(
    (f) => same(a, f) && (made || f.started || problem.rounds.every(({ id, closed }) => id !== f.round || closed)),
  )
}

function same(
  a: { leader: string; touchpoint: string; from: string; to: string },
  b: { leader: string; touchpoint: string; from: string; to: string },
): boolean {
  return a.leader === b.leader && a.touchpoint === b.touchpoint && a.from === b.from && a.to === b.to
}

function distance(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

function days(from: string, to: string): string[] {
  return Array.from({ length: distance(from, to) + 1 }, (_, i) =>
    Temporal.PlainDate.from(from).add({ days: i }).toString(),
  )
}

function told(a: { leader: string; touchpoint: string; from: string; to: string }): string {
  return `${a.leader} at ${a.touchpoint} ${a.from} to ${a.to}`
}
