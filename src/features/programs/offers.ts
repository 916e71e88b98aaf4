/** Which days of a round a leader could take at a touchpoint, and, where there are none, which rule took the last of them. */

import { type DayNumber, monthName } from './day_numbers.ts'
import type { Ledger } from './ledger.ts'
import type { PlanningCalendar } from './planning_calendar.ts'
import type { Roster, RosterRound } from './roster.ts'
import type { Reason } from './rotation_problem.ts'
import type { DaypartSet } from './usable_hours.ts'

/** What a round offers, as things stand before anything of it is planned. */
export class Offers {
  readonly roster: Roster
  readonly round: RosterRound
  readonly #calendar: PlanningCalendar
  readonly #ledger: Ledger
  readonly #taken: Uint8Array[]
  /** The calendar months the round touches. */
  readonly months: readonly string[]
  readonly #days: readonly DayNumber[]
  readonly #months: readonly string[]
  readonly #openDays: DayNumber[][] = []
  readonly #alike = new Map<string, Alike>()
  readonly #alikeOf: (Alike | undefined)[] = []

  constructor(roster: Roster, calendar: PlanningCalendar, ledger: Ledger, round: RosterRound) {
    this.roster = roster
    this.round = round
    this.#calendar = calendar
    this.#ledger = ledger
    this.#days = daysOf(round)
    this.#months = this.#days.map(monthName)
    this.months = [...new Set(this.#months)]
    this.#taken = roster.problem.touchpoints.map((_, touchpoint) => takenDays(ledger, touchpoint, round))
  }

  dayparts(leader: number, touchpoint: number, day: DayNumber): number {
    return this.#calendar.dayparts(leader, touchpoint, day)
  }

  /** How easily a day is found: 0 there is none, 1 with fewer than three days or by squeezing an earlier window, 2 otherwise. */
  ease(leader: number, touchpoint: number, month: string | null): 0 | 1 | 2 {
    let rested = 0
    let any = 0
    if (this.roster.barrier(leader, touchpoint)) return 0
    for (const day of this.#freeDays(leader, touchpoint)) {
      if (month !== null && this.#months[day - this.round.from] !== month) continue
      const rest = this.#ledger.rest(leader, touchpoint, day)
      if (rest === 'rested') rested += 1
      if (rest === 'rested' || rest === 'squeezed') any += 1
      if (rested === ENOUGH_DAYS) break
    }

    return easeOf(rested, any)
  }

  /** By touchpoint how easily a day is found, months apart. Leaders who are here on the same days differ only where something of theirs stands. */
  eases(leader: number): Uint8Array {
    const alike = this.#alikeTo(leader).eases
    const eases = new Uint8Array(alike.length)
    for (const touchpoint of this.roster.touchpointsFor(leader)) eases[touchpoint] = alike[touchpoint] as number
    for (const touchpoint of this.#ledger.marked(leader)) eases[touchpoint] = this.ease(leader, touchpoint, null)

    return eases
  }

  /** Whether nothing of the leader's own stands at the touchpoint, so that only clocks and other windows decide. */
  isUntouched(leader: number, touchpoint: number): boolean {
    return !this.#ledger.marked(leader).has(touchpoint)
  }

  /** The dayparts in which the leader could contact the touchpoint on some day, as far as clocks and other windows allow. */
  partsOf(leader: number, touchpoint: number): DaypartSet {
    return this.#alikeTo(leader).parts[touchpoint] as number
  }

  /** The days the leader could take; with `squeezed` also those for which an earlier window of the pair gives up days. */
  days(leader: number, touchpoint: number, month: string | null, squeezed: boolean): readonly DayNumber[] {
    const days = this.#freeDays(leader, touchpoint)
    if (month === null && this.isUntouched(leader, touchpoint)) return days

    return days.filter((day) => {
      if (month !== null && this.#months[day - this.round.from] !== month) return false
      const rest = this.#ledger.rest(leader, touchpoint, day)
      return rest === 'rested' || (squeezed && rest === 'squeezed')
    })
  }

  /** Open days at the touchpoint that nobody has yet: it takes at most one contact on each. */
  openDays(touchpoint: number): readonly DayNumber[] {
    const known = this.#openDays[touchpoint]
    if (known) return known

    const days = this.#days.filter(
      (day) =>
        this.#calendar.isOpen(touchpoint, day) &&
        !this.#calendar.isBlocked(touchpoint, day) &&
        !this.#isTaken(touchpoint, day),
    )
    this.#openDays[touchpoint] = days

    return days
  }

  /** Days that windows of the pair must not run over: contacts and windows of the same pair. */
  markers(leader: number, touchpoint: number): DayNumber[] {
    return this.#ledger.markersOf(leader, touchpoint).filter((day) => day > this.round.from && day <= this.round.to)
  }

  /** The rule that takes the last of the days, asked in the order of the list; null where a day is left. */
  reason(leader: number, touchpoint: number): Reason | null {
    const barrier = this.roster.barrier(leader, touchpoint)
    if (barrier) return barrier

    let days = this.#days
    for (const [reason, allows] of this.#rules(leader, touchpoint)) {
      days = days.filter(allows)
      if (days.length === 0) return reason
    }

    return null
  }

  #rules(leader: number, touchpoint: number): [Reason, (day: DayNumber) => boolean][] {
    const calendar = this.#calendar
    const rest = (day: DayNumber) => this.#ledger.rest(leader, touchpoint, day)

    return [
      ['closed', (day) => calendar.isOpen(touchpoint, day)],
      ['blocked_day', (day) => !calendar.isBlocked(touchpoint, day)],
      ['absent', (day) => calendar.whereabouts(leader, day) !== 'absent'],
      ['holiday', (day) => calendar.whereabouts(leader, day) !== 'holiday'],
      ['hours', (day) => calendar.dayparts(leader, touchpoint, day) !== 0],
      ['lockout', (day) => rest(day) !== 'lockout'],
      ['cooldown', (day) => rest(day) !== 'cooldown'],
      ['per_month', (day) => this.#ledger.monthRoom(leader, monthName(day)) > 0],
      ['capacity', (day) => !this.#isTaken(touchpoint, day)],
    ]
  }

  #alikeTo(leader: number): Alike {
    const known = this.#alikeOf[leader]
    if (known) return known

    const key = this.#calendar.daysAlike(leader, this.round.from, this.round.to)
    const alike = this.#alike.get(key) ?? this.#ofRested(leader)
    this.#alike.set(key, alike)
    this.#alikeOf[leader] = alike

    return alike
  }

  #ofRested(leader: number): Alike {
    const { touchpoints } = this.roster
    const alike: Alike = { eases: new Uint8Array(touchpoints), parts: new Uint8Array(touchpoints), days: [] }
    for (let touchpoint = 0; touchpoint < touchpoints; touchpoint += 1) {
      let days = 0
      for (let day = this.round.from; day <= this.round.to; day += 1) {
        const parts = this.#isTaken(touchpoint, day) ? 0 : this.#calendar.dayparts(leader, touchpoint, day)
        if (parts !== 0) days += 1
        alike.parts[touchpoint] = (alike.parts[touchpoint] as number) | parts
      }
      alike.eases[touchpoint] = easeOf(days, days)
    }

    return alike
  }

  /** As far as clocks and other windows allow. */
  #freeDays(leader: number, touchpoint: number): readonly DayNumber[] {
    const alike = this.#alikeTo(leader)
    const known = alike.days[touchpoint]
    if (known) return known

    const days = this.#days.filter(
      (day) => !this.#isTaken(touchpoint, day) && this.#calendar.dayparts(leader, touchpoint, day) !== 0,
    )
    alike.days[touchpoint] = days

    return days
  }

  #isTaken(touchpoint: number, day: DayNumber): boolean {
    return this.#taken[touchpoint]?.[day - this.round.from] === 1
  }
}

/** What leaders who are here on the same days have in common, by touchpoint. */
interface Alike {
  eases: Uint8Array
  parts: Uint8Array
  /** Found when somebody asks. */
  days: (readonly DayNumber[])[]
}

/** A window of fewer days is no choice any more. */
const ENOUGH_DAYS = 3

function easeOf(rested: number, any: number): 0 | 1 | 2 {
  if (rested >= ENOUGH_DAYS) return 2

  return any > 0 ? 1 : 0
}

function daysOf({ from, to }: RosterRound): DayNumber[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

function takenDays(ledger: Ledger, touchpoint: number, { from, to }: RosterRound): Uint8Array {
  const taken = new Uint8Array(to - from + 1)
  for (const window of ledger.windowsAt(touchpoint))
    taken.fill(1, Math.max(0, window.from - from), Math.max(0, window.to - from + 1))

  return taken
}
