/** What stands before anything is planned: contacts made, windows started or of other programs, and what was published and is still right. */

import { DAYPARTS } from '../../lib/days.ts'
import { dayNumber } from './day_numbers.ts'
import { keepMost } from './kept_windows.ts'
import { type Booking, Ledger, monthsOf } from './ledger.ts'
import type { PlanningCalendar } from './planning_calendar.ts'
import { Roster } from './roster.ts'
import type { FixedAssignment, RotationProblem } from './rotation_problem.ts'

export interface Standing {
  ledger: Ledger
  /** Published windows that have to change at least, because rules or each other forbid them. */
  leastBroken: number
  /** Whether it is certain which of them: none had to be chosen between. */
  isForced: boolean
}

/** The ledger as the rounds find it: as many of the published windows stay as can; of several ways to keep as many, the one that is worth most. */
export function openLedger(roster: Roster, calendar: PlanningCalendar, worth: (ledger: Ledger) => number): Standing {
  const ledger = settledLedger(roster)
  const isSettled = settledIn(roster)
  const movable = inOrder(roster.problem.fixed.filter((assignment) => !isSettled(assignment)))
  const bookings = movable.map((assignment) => ({ ...bookingOf(assignment, roster), isMovable: true }))
  const isRight = (booking: Booking) => isStillRight(booking, roster, calendar, ledger)
  const right = bookings.filter(isRight)
  const { sure, groups, least } = keepMost(right, ledger, isRight)
  for (const booking of sure) ledger.book(booking)
  for (const [first = []] of groups) for (const booking of first) ledger.book(booking)
  const choices = groups.filter((ways) => ways.length > 1)
  for (const [i, ways] of choices.entries()) settle(ways.slice(0, waysFor(roster, choices.length, i)), ledger, worth)
  const isForced = choices.length === 0 && least === 0

  return { ledger, leastBroken: bookings.length - right.length + least, isForced }
}

/** The first of the ways is booked; the best of them is afterwards. */
function settle(ways: readonly Booking[][], ledger: Ledger, worth: (ledger: Ledger) => number): void {
  if (ways.length < 2) return
  const [first = []] = ways
  for (const booking of first) ledger.withdraw(booking)
  const worths = ways.map((way) => {
    for (const booking of way) ledger.book(booking)
    const answer = worth(ledger)
    for (const booking of way) ledger.withdraw(booking)
    return answer
  })
  for (const booking of ways[worths.indexOf(Math.max(...worths))] ?? first) ledger.book(booking)
}

/** Pairs of a leader and a touchpoint, round by round, that are looked at to choose between ways: counted, so that every machine finds the same. */
const MOST_LOOKED_AT = 500_000

/** The earlier groups are asked about first; the later ones keep their first way where there is no room for more questions. */
function waysFor({ leaders, touchpoints, rounds }: Roster, groups: number, at: number): number {
  const all = Math.floor(MOST_LOOKED_AT / Math.max(1, leaders * touchpoints * rounds.length))

  return Math.floor(all / groups) + (at < all % groups ? 1 : 0)
}

/** The final standing as a round found it: what no plan could change, the rounds before, and, if it may not move, what was published. */
export function ledgerBefore(round: number, final: Ledger, isPublishedFixed: boolean): Ledger {
  const ledger = settledLedger(final.roster)
  const isThere = ({ isMovable, published, round: own }: Booking) =>
    own < round ? isMovable || !published : isMovable && isPublishedFixed
  for (const booking of final.bookings) if (isThere(booking)) ledger.book(booking)

  return ledger
}

/** Only what no plan could change. */
export function settledLedger(roster: Roster): Ledger {
  const { fixed, history } = roster.problem
  const ledger = new Ledger(roster)
  const isSettled = settledIn(roster)
  for (const assignment of fixed) if (isSettled(assignment)) ledger.book(bookingOf(assignment, roster))
  for (const contact of history) ledger.record(contact)
  for (const contact of roster.problem.missed ?? []) ledger.recordMiss(contact)

  return ledger
}

/** What was published and may move, if it must. */
export function movableOf(problem: RotationProblem): FixedAssignment[] {
  const isSettled = settledIn(new Roster({ ...problem, scenarios: [], leaders: [], touchpoints: [] }))

  return problem.fixed.filter((assignment) => !isSettled(assignment))
}

/** Never moved: started, contacted, of a round that is over or of another program. */
function settledIn({ problem, rounds, roundNumbers }: Roster): (assignment: FixedAssignment) => boolean {
  const made = Map.groupBy(problem.history, ({ leader, touchpoint }) => JSON.stringify([leader, touchpoint]))

  return ({ leader, touchpoint, round, from, to, started }) => {
    const number = roundNumbers.get(round)
    if (started || number === undefined || rounds[number]?.closed) return true

    return (made.get(JSON.stringify([leader, touchpoint])) ?? []).some(({ day }) => from <= day && day <= to)
  }
}

function bookingOf(assignment: FixedAssignment, roster: Roster): Booking {
  return {
    leader: roster.leaderNumbers.get(assignment.leader) ?? -1,
    touchpoint: roster.touchpointNumbers.get(assignment.touchpoint) ?? -1,
    scenario: roster.scenarioNumbers.get(assignment.scenario ?? '') ?? -1,
    round: roster.roundNumbers.get(assignment.round) ?? -1,
    from: dayNumber(assignment.from),
    to: dayNumber(assignment.to),
    daypart: assignment.daypart ? DAYPARTS.indexOf(assignment.daypart) : -1,
    days: [],
    published: assignment,
  }
}

/** Every hard rule, asked of a window as it was published. */
function isStillRight(booking: Booking, roster: Roster, calendar: PlanningCalendar, ledger: Ledger): boolean {
  const { leader, touchpoint, from, to } = booking
  if (leader < 0 || touchpoint < 0) return false

  const barrier = roster.barrier(leader, touchpoint)
  const days = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const usable = days.some((day) => isUsable(calendar.dayparts(leader, touchpoint, day), booking.daypart))
  const rested = days.every((day) => ledger.rest(leader, touchpoint, day) === 'rested')
  const free = ledger.windowsAt(touchpoint).every((window) => window.to < from || to < window.from)
  const room = monthsOf(from, to).every((month) => ledger.monthRoom(leader, month) > 0)

  return (barrier === null || barrier === 'no_scenario') && usable && rested && free && room
}

function isUsable(dayparts: number, daypart: number): boolean {
  return daypart < 0 ? dayparts !== 0 : (dayparts & (1 << daypart)) > 0
}

/** Which of two published windows that exclude each other stays must not depend on the order they were given in. */
function inOrder(fixed: readonly FixedAssignment[]): FixedAssignment[] {
  const key = ({ from, to, leader, touchpoint }: FixedAssignment) => `${from} ${to} ${leader} ${touchpoint}`

  return fixed.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
