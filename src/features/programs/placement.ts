/** What a lead does by hand keeps the same hard rules as the rotation: which of them a placement would break, in words. */
import { DAYPARTS, type Daypart } from '../../lib/days.ts'
import { type Month, monthsBetween } from '../../lib/periods.ts'
import { dayNumber } from './day_numbers.ts'
import type { PlanningCalendar } from './planning_calendar.ts'
import type { Reason, RotationLeader, RotationProblem, RotationTouchpoint } from './rotation_problem.ts'

/** One leader, one touchpoint, one scenario, one window. */
export interface Placement {
  leader: string
  touchpoint: string
  scenario: string | null
  from: string
  to: string
  /** Null or left out: any part of the day. */
  daypart?: Daypart | null
  /** Its words are its own, whatever became of the scenario since. */
  isPublished?: boolean
}

/** The first hard rule it would break, of the problem whose calendar it is, asked in the order of the rotation's reasons; null: it may stand. */
export function brokenRule(problem: RotationProblem, calendar: PlanningCalendar, placement: Placement): Reason | null {
  const leader = problem.leaders[calendar.leaderNumbers.get(placement.leader) ?? -1]
  const touchpoint = problem.touchpoints[calendar.touchpointNumbers.get(placement.touchpoint) ?? -1]
  if (!leader || !touchpoint) return 'no_scenario'
  const broken: [Reason, boolean][] = [
    ['own_department', leader.department != null && leader.department === touchpoint.department],
    ['own_touchpoint', touchpoint.owner === leader.id],
    ['language', sharedLanguages(leader, touchpoint).length === 0],
    ['no_scenario', !placement.isPublished && !isScenarioFor(problem, placement.scenario, leader, touchpoint)],
  ]

  return broken.find(([, is]) => is)?.[0] ?? brokenByDays(problem, calendar, placement)
}

/** Said of a leader and a touchpoint, after their names: "Nora Lindqvist, Billing line: …". */
export const RULE_WORDS: Readonly<Record<Reason, string>> = {
  own_department: 'it is their own department',
  own_touchpoint: 'they own it',
  language: 'no language both speak',
  no_scenario: 'no scenario of this program fits both',
  closed: 'it is closed on those days',
  blocked_day: 'those days are blocked',
  absent: 'away',
  holiday: 'a public holiday where they live',
  hours: 'no hour of those days suits both',
  lockout: 'their cover was blown there',
  cooldown: 'within the cool-down',
  per_month: 'enough contacts that month',
  capacity: 'somebody else’s window lies on those days',
}

function brokenByDays(problem: RotationProblem, calendar: PlanningCalendar, placement: Placement): Reason | null {
  const unusable = whyNoDay(calendar, placement)
  if (unusable) return unusable
  const { cooldownDays, lockoutDays, perMonth } = problem.rules
  const past = problem.history.filter(({ leader, touchpoint }) => isPair({ leader, touchpoint }, placement))
  const booked = problem.fixed.filter(({ leader, touchpoint }) => isPair({ leader, touchpoint }, placement))
  const gaps = [
    ...past.map(({ day }) => gapBetween({ from: day, to: day }, placement)),
    ...booked.map((window) => gapBetween(window, placement)),
  ]
  if (past.some((contact) => isLockedOut(contact, placement, lockoutDays))) return 'lockout'
  if (gaps.some((gap) => gap < cooldownDays)) return 'cooldown'
  if (monthsTouched(placement).some((month) => contactsIn(problem, placement.leader, month) >= perMonth))
    return 'per_month'

  return isTaken(problem, placement) ? 'capacity' : null
}

/** At least one day of the window must do; the rule that takes the last of them is the reason. */
function whyNoDay(calendar: PlanningCalendar, placement: Placement): Reason | null {
  const leader = calendar.leaderNumbers.get(placement.leader) ?? -1
  const touchpoint = calendar.touchpointNumbers.get(placement.touchpoint) ?? -1
  let days = daysOf(placement)
  const rules: [Reason, (day: number) => boolean][] = [
    ['closed', (day) => calendar.isOpen(touchpoint, day)],
    ['blocked_day', (day) => !calendar.isBlocked(touchpoint, day)],
    ['absent', (day) => calendar.whereabouts(leader, day) !== 'absent'],
    ['holiday', (day) => calendar.whereabouts(leader, day) !== 'holiday'],
    ['hours', (day) => (calendar.dayparts(leader, touchpoint, day) & partsOf(placement)) !== 0],
  ]
  for (const [reason, allows] of rules) {
    days = days.filter(allows)
    if (days.length === 0) return reason
  }

  return null
}

/** The parts of the day it may be made in, as the calendar counts them. */
function partsOf({ daypart }: Placement): number {
  return daypart ? 1 << DAYPARTS.indexOf(daypart) : (1 << DAYPARTS.length) - 1
}

function daysOf({ from, to }: Placement): number[] {
  const first = dayNumber(from)

  return Array.from({ length: dayNumber(to) - first + 1 }, (_, i) => first + i)
}

function isPair(one: { leader: string; touchpoint: string }, placement: Placement): boolean {
  return one.leader === placement.leader && one.touchpoint === placement.touchpoint
}

/** Days from the last day of the one to the first of the other; negative where they overlap. */
function gapBetween(one: { from: string; to: string }, other: { from: string; to: string }): number {
  return Math.max(dayNumber(other.from) - dayNumber(one.to), dayNumber(one.from) - dayNumber(other.to))
}

/** Whoever was recognised stays away for some time after it; what came before it was unknown to them. */
function isLockedOut(
  { day, blown }: RotationProblem['history'][number],
  { from }: Placement,
  lockoutDays: number,
): boolean {
  const since = dayNumber(from) - dayNumber(day)

  return blown === true && since >= 0 && since < lockoutDays
}

function isTaken(problem: RotationProblem, placement: Placement): boolean {
  return problem.fixed.some(
    (window) => window.touchpoint === placement.touchpoint && gapBetween(window, placement) <= 0,
  )
}

/** A window counts in every month it touches, because its contact may fall in any; a contact inside a window is that window's. */
function contactsIn(problem: RotationProblem, leader: string, month: string): number {
  const windows = problem.fixed.filter((window) => window.leader === leader)
  const made = problem.history.filter(
    (contact) =>
      contact.leader === leader &&
      contact.day.startsWith(month) &&
      !windows.some(
        (window) => isPair(window, { ...contact, scenario: null, from: '', to: '' }) && isIn(window, contact.day),
      ),
  )

  return made.length + windows.filter((window) => monthsTouched(window).includes(month)).length
}

function monthsTouched({ from, to }: { from: string; to: string }): Month[] {
  return monthsBetween(from.slice(0, 7), to.slice(0, 7))
}

function isIn(window: { from: string; to: string }, day: string): boolean {
  return window.from <= day && day <= window.to
}

function isScenarioFor(
  problem: RotationProblem,
  scenarioId: string | null,
  leader: RotationLeader,
  touchpoint: RotationTouchpoint,
): boolean {
  const scenario = problem.scenarios.find(({ id }) => id === scenarioId)
  if (!scenario?.touchpoints.includes(touchpoint.id)) return false

  return sharedLanguages(leader, touchpoint).some((code) => !scenario.languages || scenario.languages.includes(code))
}

function sharedLanguages(leader: RotationLeader, touchpoint: RotationTouchpoint): string[] {
  return leader.languages.filter((code) => touchpoint.languages.includes(code))
}
