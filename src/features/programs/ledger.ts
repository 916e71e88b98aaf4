/** What is booked so far: windows, cool-downs, contacts a month, and the counts the goals are about. Grows as the rounds are planned. */

import { DAYPARTS } from '../../lib/days.ts'
import { type DayNumber, dayNumber, monthName } from './day_numbers.ts'
import type { Roster } from './roster.ts'
import type { FixedAssignment, MissedContact, PastContact } from './rotation_problem.ts'

/** A window given to a leader at a touchpoint. */
export interface Booking {
  /** −1: somebody, or below something, that only other programs know. */
  leader: number
  touchpoint: number
  /** −1: none known. */
  scenario: number
  /** The number of the round; −1: of another program. */
  round: number
  from: DayNumber
  to: DayNumber
  /** In the order of DAYPARTS; −1: none known. */
  daypart: number
  /** The days in it on which the leader can make the contact, first to last; none for what was published. */
  days: DayNumber[]
  published: FixedAssignment | null
  /** Published, and nobody has begun: it may give way. */
  isMovable?: boolean
}

/** A stretch of days that keeps the same leader away from the same touchpoint for some days before and after. */
interface Stretch {
  /** A booking itself, so that the stretch moves with its window. */
  at: Readonly<{ from: DayNumber; to: DayNumber }>
  before: number
  after: number
  booking: Booking | null
}

export type Rest = 'rested' | 'squeezed' | 'cooldown' | 'lockout'

export class Ledger {
  readonly bookings: Booking[] = []
  readonly roster: Roster
  /** By round, then by leader, touchpoint, or touchpoint × daypart. */
  readonly byLeader: Int32Array[]
  readonly byTouchpoint: Int32Array[]
  readonly byDaypart: Int32Array[]
  /** By round, then by leader: contacts that were given and not made. */
  readonly missed: Int32Array[]
  /** Contacts before the first round, by leader: the last word between leaders who are otherwise alike. */
  readonly earlier: Int32Array
  readonly #stretches = new Map<number, Stretch[]>()
  readonly #windows: Booking[][]
  /** By month, then by leader, those only other programs know first. */
  readonly #months = new Map<string, Int32Array>()
  readonly #uses: Int32Array
  /** By leader: touchpoints with a contact or window of theirs, and scenarios they have played. */
  readonly #marked: Set<number>[]
  readonly #played: Set<number>[]

  constructor(roster: Roster) {
    const { problem } = roster
    this.roster = roster
    this.byLeader = roster.rounds.map(() => new Int32Array(roster.leaders))
    this.missed = roster.rounds.map(() => new Int32Array(roster.leaders))
    this.byTouchpoint = roster.rounds.map(() => new Int32Array(roster.touchpoints))
    this.byDaypart = roster.rounds.map(() => new Int32Array(roster.touchpoints * DAYPARTS.length))
    this.earlier = new Int32Array(roster.leaders)
    this.#marked = problem.leaders.map(() => new Set())
    this.#played = problem.leaders.map(() => new Set())
    this.#windows = problem.touchpoints.map(() => [])
    this.#uses = new Int32Array(roster.leaders * problem.scenarios.length)
  }

  book(booking: Booking): void {
    const { leader, touchpoint, round, from, to, daypart } = booking
    const { cooldownDays } = this.roster.problem.rules
    this.bookings.push(booking)
    this.#windows[touchpoint]?.push(booking)
    for (const month of monthsOf(from, to)) this.#countMonth(leader, month)
    if (leader < 0 || touchpoint < 0) return

    this.#stretch(leader, touchpoint, { at: booking, before: cooldownDays, after: cooldownDays, booking })
    this.#countUse(leader, booking.scenario)
    if (round < 0) return
    this.#count(leader, touchpoint, round)
    const counts = this.byDaypart[round]
    if (counts && daypart >= 0) add(counts, touchpoint * DAYPARTS.length + daypart)
  }

  /** Takes a booking back, as if it had never been. */
  withdraw(booking: Booking): void {
    const { leader, touchpoint, round, from, to, daypart, scenario } = booking
    remove(this.bookings, booking)
    remove(this.#windows[touchpoint] ?? [], booking)
    for (const month of monthsOf(from, to)) this.#countMonth(leader, month, -1)
    if (leader < 0 || touchpoint < 0) return

    const stretches = this.#stretches.get(this.roster.pair(leader, touchpoint)) ?? []
    stretches.splice(
      stretches.findIndex((stretch) => stretch.booking === booking),
      1,
    )
    this.#countUse(leader, scenario, -1)
    if (round < 0) return
    add(this.byLeader[round] as Int32Array, leader, -1)
    add(this.byTouchpoint[round] as Int32Array, touchpoint, -1)
    if (daypart >= 0) add(this.byDaypart[round] as Int32Array, touchpoint * DAYPARTS.length + daypart, -1)
  }

  /** A contact that was made. One inside a published window is that window's contact and is not counted again. */
  record(contact: PastContact): void {
    const leader = this.roster.leaderNumbers.get(contact.leader)
    if (leader === undefined) return

    const touchpoint = this.roster.touchpointNumbers.get(contact.touchpoint) ?? -1
    const day = dayNumber(contact.day)
    if (touchpoint >= 0) this.#rest(leader, touchpoint, day, contact.blown === true)
    if (this.#isOfAWindow(leader, touchpoint, day)) return

    this.#countMonth(leader, monthName(day))
    this.#countUse(leader, this.roster.scenarioNumbers.get(contact.scenario ?? '') ?? -1)
    const round = this.roster.rounds.findIndex(({ from, to }) => from <= day && day <= to)
    if (round < 0) add(this.earlier, leader)
    else if (touchpoint >= 0) this.#count(leader, touchpoint, round)
  }

  /** Not made, and not carried over: it is no contact at the touchpoint, and no cool-down, but the leader had their turn. */
  recordMiss({ leader, round }: MissedContact): void {
    const counts = this.missed[this.roster.roundNumbers.get(round) ?? -1]
    const number = this.roster.leaderNumbers.get(leader)
    if (counts && number !== undefined) add(counts, number)
  }

  windowsAt(touchpoint: number): readonly Booking[] {
    return this.#windows[touchpoint] ?? []
  }

  /** The windows that are within the spacing of a stretch of days. */
  windowsNear(touchpoint: number, { from, to }: { from: DayNumber; to: DayNumber }, spacing: number): Booking[] {
    return this.windowsAt(touchpoint).filter((window) => window.from < to + spacing && window.to > from - spacing)
  }

  /** Squeezed: possible once an earlier window of this plan gives up its later days. */
  rest(leader: number, touchpoint: number, day: DayNumber, except: Booking | null = null): Rest {
    let rest: Rest = 'rested'
    for (const stretch of this.#stretches.get(this.roster.pair(leader, touchpoint)) ?? []) {
      const { at, before, after, booking } = stretch
      const { from, to } = at
      if ((except && booking === except) || day <= from - before || day >= to + after) continue
      const gives = booking && !booking.published && day >= from + after
      rest = strongest(rest, gives ? 'squeezed' : after > before ? 'lockout' : 'cooldown')
    }

    return rest
  }

  /** Days a window of the pair must not run over: contacts and windows of the same pair. */
  markersOf(leader: number, touchpoint: number): DayNumber[] {
    return (this.#stretches.get(this.roster.pair(leader, touchpoint)) ?? []).map(({ at }) => at.from)
  }

  /** Contacts the leader may still be given in the month, over all programs. */
  monthRoom(leader: number, month: string): number {
    return this.roster.problem.rules.perMonth - (this.#months.get(month)?.[leader + 1] ?? 0)
  }

  uses(leader: number, scenario: number): number {
    return this.#uses[leader * this.roster.problem.scenarios.length + scenario] ?? 0
  }

  /** Touchpoints at which something of the leader's stands or was done: everywhere else they are rested. */
  marked(leader: number): ReadonlySet<number> {
    return this.#marked[leader] as Set<number>
  }

  /** The scenarios the leader has played. */
  played(leader: number): ReadonlySet<number> {
    return this.#played[leader] as Set<number>
  }

  /** Earlier windows of the pair give up the days that would be within the cool-down of a window that begins on this day. */
  squeeze(leader: number, touchpoint: number, day: DayNumber): void {
    for (const stretch of this.#stretches.get(this.roster.pair(leader, touchpoint)) ?? []) {
      const { booking, after } = stretch
      if (!booking || booking.published || booking.from >= day || booking.to <= day - after) continue
      booking.days = booking.days.filter((usable) => usable <= day - after)
      booking.to = booking.days.at(-1) ?? booking.from
    }
  }

  #rest(leader: number, touchpoint: number, day: DayNumber, blown: boolean): void {
    const { cooldownDays, lockoutDays } = this.roster.problem.rules
    const after = blown ? Math.max(cooldownDays, lockoutDays) : cooldownDays
    const before = blown && lockoutDays > 0 ? Math.max(cooldownDays, 1) : cooldownDays // the very day is locked out too
    this.#stretch(leader, touchpoint, { at: { from: day, to: day }, before, after, booking: null })
  }

  #isOfAWindow(leader: number, touchpoint: number, day: DayNumber): boolean {
    return this.windowsAt(touchpoint).some(
      (window) => window.leader === leader && window.from <= day && day <= window.to,
    )
  }

  #stretch(leader: number, touchpoint: number, stretch: Stretch): void {
    this.#marked[leader]?.add(touchpoint)
    const pair = this.roster.pair(leader, touchpoint)
    const known = this.#stretches.get(pair)
    if (known) known.push(stretch)
    else this.#stretches.set(pair, [stretch])
  }

  #count(leader: number, touchpoint: number, round: number): void {
    add(this.byLeader[round] as Int32Array, leader)
    add(this.byTouchpoint[round] as Int32Array, touchpoint)
  }

  #countMonth(leader: number, month: string, by = 1): void {
    const counts = this.#months.get(month) ?? new Int32Array(this.roster.leaders + 1)
    this.#months.set(month, counts)
    add(counts, leader + 1, by)
  }

  #countUse(leader: number, scenario: number, by = 1): void {
    if (scenario < 0) return
    add(this.#uses, leader * this.roster.problem.scenarios.length + scenario, by)
    if (this.uses(leader, scenario) > 0) this.#played[leader]?.add(scenario)
    else this.#played[leader]?.delete(scenario)
  }
}

/** The calendar months a window touches: it counts in each, because its contact may fall in any. */
export function monthsOf(from: DayNumber, to: DayNumber): string[] {
  const months = new Set([monthName(from)])
  for (let day = from; day <= to; day += 1) months.add(monthName(day))

  return [...months]
}

const RESTS: readonly Rest[] = ['rested', 'squeezed', 'cooldown', 'lockout']
/** Of several windows and contacts that are near, the one that forbids most speaks. */
function strongest(one: Rest, other: Rest): Rest {
  return RESTS.indexOf(one) > RESTS.indexOf(other) ? one : other
}

function add(counts: Int32Array, at: number, by = 1): void {
  counts[at] = (counts[at] ?? 0) + by
}

function remove(list: Booking[], booking: Booking): void {
  if (list.includes(booking)) list.splice(list.lastIndexOf(booking), 1)
}
