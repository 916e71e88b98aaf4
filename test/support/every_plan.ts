/** Every plan there is for a small round: what the goals come to at best, found by trying all of them and none of the planner's code. */

import type {
  FixedAssignment,
  PlannedAssignment,
  RotationProblem,
} from '../../src/features/programs/rotation_problem.ts'
import { DAYS, PARTS, WEEKDAYS } from './small_round.ts'

type Window = Pick<FixedAssignment, 'leader' | 'touchpoint' | 'from' | 'to' | 'daypart'>

export type GoalValues = {
  owed: number
  changes: number
  loads: number
  coverage: number
  scenarios: number
  dayparts: number
  spacing: number
}

/** The goals of the best of all plans, in the order the rules give them. */
export function bestOfAll(problem: RotationProblem): GoalValues {
  const order = orderOf(problem)
  let best: GoalValues | null = null
  for (const plan of everyPlan(problem)) {
    const values = measure(problem, plan)
    if (!best || isBefore(values, best, order)) best = values
  }

  return best as GoalValues
}

export function orderOf({ rules }: RotationProblem): (keyof GoalValues)[] {
  const rest = ['coverage', 'scenarios', 'dayparts', 'spacing'] as const

  return rules.evennessFirst ? ['owed', 'loads', 'changes', ...rest] : ['owed', 'changes', 'loads', ...rest]
}

function isBefore(one: GoalValues, other: GoalValues, order: readonly (keyof GoalValues)[]): boolean {
  for (const goal of order) {
    const better = goal === 'owed' ? other[goal] - one[goal] : one[goal] - other[goal]
    if (Math.abs(better) > 1e-6) return better < 0
  }

  return false
}

export function measure(problem: RotationProblem, plan: readonly Window[]): GoalValues {
  const { leaders, touchpoints, rules, history, fixed } = problem
  const each = (days: readonly string[], id: string) => {
    const there = leaders.filter((leader) => days.filter((day) => isThere(problem, leader.id, day)).length >= 3)
    const share = rules.contactsPerRound == null ? rules.contactsPerLeader : rules.contactsPerRound / there.length
    return there.some((leader) => leader.id === id) ? share : 0
  }
  const may = Array.from({ length: 31 }, (_, i) => `2026-05-${String(i + 1).padStart(2, '0')}`)
  const contacts = (test: (one: { leader: string; touchpoint: string }) => boolean) =>
    [...plan, ...history].filter(test).length
  const all = plan.length + history.length
  const weights = touchpoints.reduce((sum, { weight }) => sum + weight, 0)

  return {
    owed: plan.length,
    changes: fixed.filter((one) => !one.started && !plan.some((other) => isSame(one, other))).length,
    loads: leaders.reduce(
      (sum, { id }) => sum + (contacts(({ leader }) => leader === id) - each(may, id) - each(DAYS, id)) ** 2,
      0,
    ),
    coverage: touchpoints.reduce(
      (sum, { id, weight }) => sum + (contacts(({ touchpoint }) => touchpoint === id) - (weight / weights) * all) ** 2,
      0,
    ),
    scenarios: repeats(problem, plan),
    dayparts: touchpoints.reduce((sum, { id }) => sum + spread(plan.filter(({ touchpoint }) => touchpoint === id)), 0),
    spacing: plan.flatMap((a, i) =>
      plan.slice(i + 1).filter((b) => a.touchpoint === b.touchpoint && gap(a, b) < rules.spacingDays),
    ).length,
  }
}

/** Settled windows, published ones kept as they are, and new ones for those who are still owed one. */
function* everyPlan(problem: RotationProblem): Generator<Window[]> {
  const { fixed, leaders, touchpoints, rules } = problem
  const settled = fixed.filter(({ started }) => started)
  const published = fixed.filter(({ started }) => !started)
  const fresh: Window[] = leaders
    .filter(({ id }) => usableDays(problem, id).length >= 3)
    .flatMap(({ id: leader }) => touchpoints.flatMap(({ id: touchpoint }) => windowsOf(problem, leader, touchpoint)))
  const isFull = (plan: readonly Window[], leader: string) =>
    rules.contactsPerRound == null
      ? plan.filter((one) => one.leader === leader).length >= rules.contactsPerLeader
      : plan.length >= rules.contactsPerRound
  function* keep(plan: Window[], at: number): Generator<Window[]> {
    const next = published[at]
    if (!next) yield* add(plan, 0)
    else {
      if (isAllowed(problem, plan, next)) yield* keep([...plan, next], at + 1)
      yield* keep(plan, at + 1)
    }
  }
  function* add(plan: Window[], from: number): Generator<Window[]> {
    yield plan
    for (let i = from; i < fresh.length; i += 1) {
      const next = fresh[i] as Window
      if (!isFull(plan, next.leader) && isAllowed(problem, plan, next)) yield* add([...plan, next], i + 1)
    }
  }
  yield* keep(settled, 0)
}

function windowsOf(problem: RotationProblem, leader: string, touchpoint: string): Window[] {
  return PARTS.flatMap((daypart) => {
    const days = DAYS.filter((day) => canContact(problem, leader, touchpoint, day, daypart))

    return days.flatMap((from) =>
      days.filter((to) => to >= from).map((to) => ({ leader, touchpoint, from, to, daypart })),
    )
  })
}

function isAllowed(problem: RotationProblem, plan: readonly Window[], next: Window): boolean {
  const { rules, history } = problem
  const { leader, touchpoint, from, to, daypart } = next
  const inside = DAYS.filter((day) => from <= day && day <= to)
  const usable = inside.some((day) => canContact(problem, leader, touchpoint, day, daypart ?? 'morning'))
  const free = plan.every((one) => one.touchpoint !== touchpoint || one.to < from || to < one.from)
  const own = plan.filter((one) => one.leader === leader)
  const rested =
    own.every((one) => one.touchpoint !== touchpoint || gap(one, next) >= rules.cooldownDays) &&
    history.every(
      (one) => one.leader !== leader || one.touchpoint !== touchpoint || daysApart(one.day, from) >= rules.cooldownDays,
    )

  return usable && free && rested && own.length < rules.perMonth
}

function canContact(
  problem: RotationProblem,
  leader: string,
  touchpoint: string,
  day: string,
  daypart: string,
): boolean {
  const there = problem.touchpoints.find(({ id }) => id === touchpoint)
  const who = problem.leaders.find(({ id }) => id === leader)
  const isOpen = !!there?.open[WEEKDAYS[DAYS.indexOf(day as never)] as 'mon']
  const isOwn = !!who?.department && who.department === there?.department

  return isOpen && !isOwn && isThere(problem, leader, day) && (!who?.hours || daypart === 'afternoon')
}

/** Somebody's own days: Monday to Saturday, not away. */
function isThere(problem: RotationProblem, leader: string, day: string): boolean {
  const who = problem.leaders.find(({ id }) => id === leader)
  const isSunday = Temporal.PlainDate.from(day).dayOfWeek === 7

  return !isSunday && !(who?.absences ?? []).some(({ from, to }) => from <= day && day <= to)
}

function usableDays(problem: RotationProblem, leader: string): string[] {
  return DAYS.filter((day) => isThere(problem, leader, day))
}

/** New contacts with a scenario played more often than another the leader could play; each touchpoint has one of its own. */
function repeats({ touchpoints, leaders, history, fixed }: RotationProblem, plan: readonly Window[]): number {
  const isNew = (one: Window) => !fixed.some((other) => isSame(one, other))
  const standing = plan.filter((one) => !isNew(one))

  return leaders.reduce((sum, { id, department }) => {
    const mine = touchpoints.filter((touchpoint) => !department || touchpoint.department !== department)
    const uses = new Map(mine.map((touchpoint) => [touchpoint.id, 0]))
    const play = ({ leader, touchpoint }: { leader: string; touchpoint: string }) => {
      if (leader === id && uses.has(touchpoint)) uses.set(touchpoint, (uses.get(touchpoint) ?? 0) + 1)
    }
    for (const one of [...history, ...standing]) play(one)
    const fresh = plan.filter((one) => one.leader === id && isNew(one))
    return sum + Math.min(...orders(fresh).map((order) => repeatsIn(order, new Map(uses))))
  }, 0)
}

function repeatsIn(order: readonly Window[], uses: Map<string, number>): number {
  return order.reduce((sum, { touchpoint }) => {
    const again = (uses.get(touchpoint) ?? 0) > Math.min(...uses.values()) ? 1 : 0
    uses.set(touchpoint, (uses.get(touchpoint) ?? 0) + 1)
    return sum + again
  }, 0)
}

function orders<T>(list: readonly T[]): T[][] {
  return list.length < 2
    ? [[...list]]
    : list.flatMap((one, i) => orders(list.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

function spread(windows: readonly Window[]): number {
  const count = (part: string) => windows.filter(({ daypart }) => daypart === part).length

  return (count('morning') - 0.6 * windows.length) ** 2 + (count('afternoon') - 0.4 * windows.length) ** 2
}

function gap(a: Window, b: Window): number {
  return a.from <= b.from ? daysApart(a.to, b.from) : daysApart(b.to, a.from)
}

function daysApart(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

function isSame(a: Window | PlannedAssignment, b: Window | PlannedAssignment): boolean {
  return (
    a.leader === b.leader &&
    a.touchpoint === b.touchpoint &&
    a.from === b.from &&
    a.to === b.to &&
    a.daypart === b.daypart
  )
}
