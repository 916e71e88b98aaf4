/** Last of all, windows take the days that nobody needs: what was kept short to leave room, or what a neighbour gave up. */

import { type DayNumber, monthName } from './day_numbers.ts'
import type { Booking, Ledger } from './ledger.ts'
import type { PlanningCalendar } from './planning_calendar.ts'
import type { RosterRound } from './roster.ts'

/** The shortest first, a day at a time, until no window can grow without coming closer to another than the spacing. */
export function lengthenWindows(ledger: Ledger, calendar: PlanningCalendar, longest: number): void {
  let growing = ledger.bookings.filter(({ published, daypart }) => !published && daypart >= 0)
  while (growing.length > 0) {
    growing = growing
      .filter((booking) => booking.days.length < longest)
      .sort(
        (a, b) =>
          a.days.length - b.days.length || a.from - b.from || a.touchpoint - b.touchpoint || a.leader - b.leader,
      )
      .filter((booking) => grow(booking, 1, ledger, calendar) || grow(booking, -1, ledger, calendar))
  }
}

function grow(booking: Booking, step: 1 | -1, ledger: Ledger, calendar: PlanningCalendar): boolean {
  const { leader, touchpoint, round, daypart } = booking
  const { from, to } = ledger.roster.rounds[round] as RosterRound
  for (let day = (step > 0 ? booking.to : booking.from) + step; day >= from && day <= to; day += step) {
    if (!isFree(day, booking, ledger)) return false
    if ((calendar.dayparts(leader, touchpoint, day) & (1 << daypart)) === 0) continue
    booking.days = step > 0 ? [...booking.days, day] : [day, ...booking.days]
    booking.from = Math.min(booking.from, day)
    booking.to = Math.max(booking.to, day)

    return true
  }

  return false
}

/** A window that grows stays in its month, rested from the same pair's others, and as far as the spacing from its neighbours. */
function isFree(day: DayNumber, booking: Booking, ledger: Ledger): boolean {
  const { leader, touchpoint } = booking
  const apart = Math.max(1, ledger.roster.problem.rules.spacingDays)
  if (monthName(day) !== monthName(booking.from) || ledger.rest(leader, touchpoint, day, booking) !== 'rested')
    return false

  return ledger
    .windowsAt(touchpoint)
    .every((window) => window === booking || day <= window.from - apart || day >= window.to + apart)
}
