/** The days of the horizon: who is away, what is open, and where both meet. */

import { type Minutes, spansToMinutes, WEEKDAYS } from '../../lib/days.ts'
import { type DayNumber, dayNumber, weekdayNumber } from './day_numbers.ts'
import type { RotationLeader, RotationProblem, RotationTouchpoint } from './rotation_problem.ts'
import {
  clockDifference,
  type DaypartSet,
  hasAnHour,
  usableDayparts,
  type WallHours,
  wallHours,
} from './usable_hours.ts'

export type Whereabouts = 'here' | 'absent' | 'holiday'

export class PlanningCalendar {
  readonly first: DayNumber
  readonly last: DayNumber
  readonly #leaders: LeaderDays[]
  readonly #touchpoints: TouchpointDays[]
  readonly #meetings: Uint8Array[] = []
  readonly #differences = new Map<string, (number | null)[]>()
  /** By the hours of a day, which are the same list whenever they are the same hours of the week. */
  readonly #answers = new Map<readonly Minutes[], Map<number, Map<number, DaypartSet>>>()

  constructor(problem: RotationProblem) {
    this.first = Math.min(...problem.rounds.map(({ from }) => dayNumber(from)))
    this.last = Math.max(...problem.rounds.map(({ to }) => dayNumber(to)))
    const clocks = new Map<string, Clock>()
    this.#leaders = problem.leaders.map((leader) => this.#leaderDays(leader, problem, clocks))
    this.#touchpoints = problem.touchpoints.map(touchpointDays)
  }

  /** The dayparts in which the leader can contact the touchpoint on that day, all rules about pairs apart; 0 is none. */
  dayparts(leader: number, touchpoint: number, day: DayNumber): DaypartSet {
    const { clock, away } = this.#leaders[leader] as LeaderDays
    const at = day - this.first + 1
    if (away[at] !== HERE) return 0

    const neighbours = (away[at - 1] === HERE ? 1 : 0) + (away[at + 1] === HERE ? 2 : 0)

    return this.#meeting(clock, touchpoint, neighbours)[at - 1] ?? 0
  }

  /** Leaders with the same days meet every touchpoint on the same days of the stretch. */
  daysAlike(leader: number, from: DayNumber, to: DayNumber): string {
    const { clock, away } = this.#leaders[leader] as LeaderDays

    return `${clock.number} ${away.subarray(from - this.first, to - this.first + 3).join('')}`
  }

  whereabouts(leader: number, day: DayNumber): Whereabouts {
    return WHEREABOUTS[this.#leaders[leader]?.away[day - this.first + 1] ?? HERE] as Whereabouts
  }

  /** PRODUCT.md §2: a contact is owed only with at least three of these in the round: not away, and an hour of the leader's own. */
  usableDays(leader: number, from: DayNumber, to: DayNumber): number {
    const { clock, away } = this.#leaders[leader] as LeaderDays
    let days = 0
    for (let day = from; day <= to; day += 1)
      if (away[day - this.first + 1] === HERE && hasAnHour(clock.hours, day)) days += 1

    return days
  }

  isOpen(touchpoint: number, day: DayNumber): boolean {
    return openOn(this.#touchpoints[touchpoint] as TouchpointDays, day).length > 0
  }

  isBlocked(touchpoint: number, day: DayNumber): boolean {
    return (this.#touchpoints[touchpoint] as TouchpointDays).blocked.has(day)
  }

  /** Why the two can never meet on any day of the horizon, however free the leader is; null where they can. */
  barrier(leader: number, touchpoint: number): 'closed' | 'hours' | null {
    const { clock } = this.#leaders[leader] as LeaderDays
    if (this.#meeting(clock, touchpoint, 3).some((dayparts) => dayparts !== 0)) return null
    const there = this.#touchpoints[touchpoint] as TouchpointDays
    const isEverOpen = this.#meeting(clock, touchpoint, 3).some(
      (_, i) => openOn(there, this.first + i).length > 0 && !there.blocked.has(this.first + i),
    )

    return isEverOpen ? 'hours' : 'closed'
  }

  #leaderDays(leader: RotationLeader, problem: RotationProblem, clocks: Map<string, Clock>): LeaderDays {
    const hours = wallHours(leader.zone, leader.hours)
    const key = JSON.stringify(hours)
    const clock = clocks.get(key) ?? { number: clocks.size, hours }
    clocks.set(key, clock)
    const away = new Uint8Array(this.last - this.first + 3)
    const mark = (from: DayNumber, to: DayNumber, code: number) =>
      away.fill(code, Math.max(0, from - this.first + 1), Math.max(0, to - this.first + 2))
    for (const day of (leader.country && problem.holidays?.[leader.country]) || [])
      mark(dayNumber(day), dayNumber(day), HOLIDAY)
    for (const { from, to } of leader.absences ?? []) mark(dayNumber(from), dayNumber(to), ABSENT)
    if (leader.joined) mark(this.first - 1, dayNumber(leader.joined) - 1, ABSENT)

    return { clock, away }
  }

  /** Leaders with the same hours in the same zone meet a touchpoint on the same days, so the clocks are compared once for all of them. */
  #meeting(clock: Clock, touchpoint: number, neighbours: number): Uint8Array {
    const at = (clock.number * this.#touchpoints.length + touchpoint) * 4 + neighbours
    const known = this.#meetings[at]
    if (known) return known

    const differences = this.#clockDifferences((this.#touchpoints[touchpoint] as TouchpointDays).zone, clock.hours.zone)
    const days = new Uint8Array(differences.length)
    for (let i = 0; i < days.length; i += 1)
      days[i] = this.#compare(clock, touchpoint, this.first + i, neighbours, differences[i] ?? null)
    this.#meetings[at] = days

    return days
  }

  #compare(
    clock: Clock,
    touchpoint: number,
    day: DayNumber,
    neighbours: number,
    difference: number | null,
  ): DaypartSet {
    const there = this.#touchpoints[touchpoint] as TouchpointDays
    const open = there.blocked.has(day) ? [] : openOn(there, day)
    if (open.length === 0) return 0

    const ask = () => usableDayparts(open, there.zone, clock.hours, day, (neighbours & 1) > 0, (neighbours & 2) > 0)
    if (difference === null) return ask()

    const alike = this.#alike(clock, open, neighbours)
    const key = difference * 7 + weekdayNumber(day)
    const answer = alike.get(key) ?? ask()
    alike.set(key, answer)

    return answer
  }

  /** Day by day of the horizon; null on days around a clock change. */
  #clockDifferences(zone: string, leaderZone: string): (number | null)[] {
    const key = `${zone} ${leaderZone}`
    const known = this.#differences.get(key)
    if (known) return known

    const days = Array.from({ length: this.last - this.first + 1 }, (_, i) =>
      clockDifference(zone, leaderZone, this.first + i),
    )
    this.#differences.set(key, days)

    return days
  }

  /** Answers by clock difference and weekday, for one leader's clock and one day's hours. */
  #alike(clock: Clock, open: readonly Minutes[], neighbours: number): Map<number, DaypartSet> {
    const ofHours = this.#answers.get(open) ?? new Map<number, Map<number, DaypartSet>>()
    const alike = ofHours.get(clock.number * 4 + neighbours) ?? new Map<number, DaypartSet>()
    this.#answers.set(open, ofHours)
    ofHours.set(clock.number * 4 + neighbours, alike)

    return alike
  }
}

const HERE = 0
const ABSENT = 1
const HOLIDAY = 2
const WHEREABOUTS: readonly Whereabouts[] = ['here', 'absent', 'holiday']

interface Clock {
  number: number
  hours: WallHours
}

/** One byte a day, with a day more at either end for the neighbours. */
interface LeaderDays {
  clock: Clock
  away: Uint8Array
}

interface TouchpointDays {
  zone: string
  week: Minutes[][]
  exceptions: Map<DayNumber, Minutes[]>
  blocked: Set<DayNumber>
}

function touchpointDays(touchpoint: RotationTouchpoint): TouchpointDays {
  return {
    zone: touchpoint.zone,
    week: WEEKDAYS.map((weekday) => spansToMinutes(touchpoint.open[weekday] ?? [])),
    exceptions: new Map(
      (touchpoint.exceptions ?? []).map(({ day, open }) => [dayNumber(day), spansToMinutes(open ?? [])]),
    ),
    blocked: new Set((touchpoint.blocked ?? []).map(dayNumber)),
  }
}

function openOn(touchpoint: TouchpointDays, day: DayNumber): Minutes[] {
  return touchpoint.exceptions.get(day) ?? touchpoint.week[weekdayNumber(day)] ?? []
}
