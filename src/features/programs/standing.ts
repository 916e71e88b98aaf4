/** What stands before anything is planned: contacts made, windows started or of other programs, and what was published and is still right. */

import { DAYPARTS } from '../../lib/days.ts'
import { dayNumber } from './day_numbers.ts'
import { type Booking, Ledger, monthsOf } from './ledger.ts'
import type { PlanningCalendar } from './planning_calendar.ts'
import type { Roster } from './roster.ts'
import type { FixedAssignment, PastContact } from './rotation_problem.ts'

/** The ledger as the rounds find it, and what was published and cannot stay. */
export function openLedger(roster: Roster, calendar: PlanningCalendar): { ledger: Ledger; dropped: FixedAssignment[] } {
  const { fixed, history } = roster.problem
  const ledger = settledLedger(roster)
  const dropped: FixedAssignment[] = []
  for (const assignment of inOrder(fixed.filter((assignment) => !isSettled(assignment, roster, history)))) {
    const booking = bookingOf(assignment, roster)
    if (isStillRight(booking, roster, calendar, ledger)) ledger.book(booking)
    else dropped.push(assignment)
  }

  return { ledger, dropped }
}

/** Only what no plan could change. */
export function settledLedger(roster: Roster): Ledger {
  const { fixed, history } = roster.problem
  const ledger = new Ledger(roster)
  for (const assignment of fixed) if (isSettled(assignment, roster, history)) ledger.book(bookingOf(assignment, roster))
  for (const contact of history) ledger.record(contact)
  for (const contact of roster.problem.missed ?? []) ledger.recordMiss(contact)

  return ledger
}

/** Never moved: started, contacted, of a round that is over or of another program. */
function isSettled(
  { leader, touchpoint, round, from, to, started }: FixedAssignment,
  roster: Roster,
  history: readonly PastContact[],
): boolean {
  const number = roster.roundNumbers.get(round)
  if (started || number === undefined || roster.rounds[number]?.closed) return true

  return history.some(
    (contact) =>
      contact.leader === leader && contact.touchpoint === touchpoint && from <= contact.day && contact.day <= to,
  )
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
