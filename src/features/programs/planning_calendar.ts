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
  readonly leaderNumbers: ReadonlyMap<string, number>
  readonly touchpointNumbers: ReadonlyMap<string, number>
  readonly #leaders: LeaderDays[]
  readonly #touchpoints: TouchpointDays[]
  /** By clock, opening hours and neighbours: the dayparts of each day, UNKNOWN until somebody asks. */
  readonly #meetings: Uint8Array[] = []
  /** By clock and opening hours. */
  readonly #barriers: ('closed' | 'hours' | null)[] = []
  readonly #differences = new Map<string, (number | null)[]>()
  /** By clock, hours of the week and neighbours: answers by clock difference and weekday. */
  readonly #answers: Map<number, DaypartSet>[] = []

  constructor(problem: RotationProblem) {
    this.first = Math.min(...problem.rounds.map(({ from }) => dayNumber(from)))
    this.last = Math.max(...problem.rounds.map(({ to }) => dayNumber(to)))
    this.leaderNumbers = new Map(problem.leaders.map(({ id }, i) => [id, i]))
    this.touchpointNumbers = new Map(problem.touchpoints.map(({ id }, i) => [id, i]))
    const clocks = new Map<string, Clock>()
    this.#leaders = problem.leaders.map((leader) => this.#leaderDays(leader, problem, clocks))
    this.#touchpoints = openingsOf(problem.touchpoints)
  }

  /** The dayparts in which the leader can contact the touchpoint on that day, all rules about pairs apart; 0 is none. */
  dayparts(leader: number, touchpoint: number, day: DayNumber): DaypartSet {
    const { clock, away } = this.#leaders[leader] as LeaderDays
    const at = day - this.first + 1
    if (away[at] !== HERE) return 0

    const neighbours = (away[at - 1] === HERE ? 1 : 0) + (away[at + 1] === HERE ? 2 : 0)

    return this.#meetOn(clock, touchpoint, neighbours, day)
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
    const there = this.#touchpoints[touchpoint] as TouchpointDays
    const at = clock.number * this.#touchpoints.length + there.number
    const known = this.#barriers[at]
    if (known !== undefined) return known
    const barrier = this.#barrierBetween(clock, touchpoint)
    this.#barriers[at] = barrier

    return barrier
  }

  #barrierBetween(clock: Clock, touchpoint: number): 'closed' | 'hours' | null {
    let isEverOpen = false
    for (let day = this.first; day <= this.last; day += 1) {
      if (this.#meetOn(clock, touchpoint, 3, day) !== 0) return null
      isEverOpen ||= this.isOpen(touchpoint, day) && !this.isBlocked(touchpoint, day)
    }

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
    for (const day of holidaysOf(leader, problem)) mark(dayNumber(day), dayNumber(day), HOLIDAY)
    for (const { from, to } of leader.absences ?? []) mark(dayNumber(from), dayNumber(to), ABSENT)
    if (leader.joined) mark(this.first - 1, dayNumber(leader.joined) - 1, ABSENT)

    return { clock, away }
  }

  /** Leaders with the same hours in the same zone meet touchpoints with the same hours on the same days, so clocks are compared once for all of them. */
  #meetOn(clock: Clock, touchpoint: number, neighbours: number, day: DayNumber): DaypartSet {
    const there = this.#touchpoints[touchpoint] as TouchpointDays
    const at = (clock.number * this.#touchpoints.length + there.number) * 4 + neighbours
    const days = this.#meetings[at] ?? new Uint8Array(this.last - this.first + 1).fill(UNKNOWN)
    this.#meetings[at] = days
    const known = days[day - this.first]
    if (known !== UNKNOWN) return known ?? 0

    const answer = this.#compare(clock, there, neighbours, day)
    days[day - this.first] = answer

    return answer
  }

  #compare(clock: Clock, there: TouchpointDays, neighbours: number, day: DayNumber): DaypartSet {
    const open = there.blocked.has(day) ? [] : openOn(there, day)
    if (open.length === 0) return 0

    const leader = { hours: clock.hours, before: (neighbours & 1) > 0, after: (neighbours & 2) > 0 }
    const ask = () => usableDayparts(day, { zone: there.zone, open }, leader)
    const difference = this.#clockDifferences(there.zone, clock.hours.zone)[day - this.first] ?? null
    if (difference === null || there.exceptions.has(day)) return ask()

    const at = (clock.number * this.#touchpoints.length + there.week.number) * 4 + neighbours
    const answers = this.#answers[at] ?? new Map<number, DaypartSet>()
    this.#answers[at] = answers
    const key = difference * 7 + weekdayNumber(day)
    const answer = answers.get(key) ?? ask()
    answers.set(key, answer)

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
}

/** More than any set of six dayparts. */
const UNKNOWN = 255

const HERE = 0
const ABSENT = 1
const HOLIDAY = 2
const WHEREABOUTS: readonly Whereabouts[] = ['here', 'absent', 'holiday']

interface Clock {
  number: number
  hours: WallHours
}

/** A country may be called whatever somebody wrote: only lists that are there are looked at. */
function holidaysOf({ country }: RotationLeader, { holidays }: RotationProblem): readonly string[] {
  return country && holidays && Object.hasOwn(holidays, country) ? (holidays[country] ?? []) : []
}

/** One byte a day, with a day more at either end for the neighbours. */
interface LeaderDays {
  clock: Clock
  away: Uint8Array
}

/** The hours of a touchpoint; numbered so that those alike have one number. */
interface TouchpointDays {
  number: number
  zone: string
  week: { number: number; hours: Minutes[][] }
  exceptions: Map<DayNumber, Minutes[]>
  blocked: Set<DayNumber>
}

function openingsOf(touchpoints: readonly RotationTouchpoint[]): TouchpointDays[] {
  const known = new Map<string, TouchpointDays>()
  const weeks = new Map<string, TouchpointDays['week']>()

  return touchpoints.map(({ zone, open, exceptions, blocked }) => {
    const key = JSON.stringify([zone, open, exceptions ?? [], blocked ?? []])
    const weekKey = JSON.stringify([zone, open])
    const hours = () => WEEKDAYS.map((weekday) => spansToMinutes(open[weekday] ?? []))
    const week = weeks.get(weekKey) ?? { number: weeks.size, hours: hours() }
    weeks.set(weekKey, week)
    const there = known.get(key) ?? { number: known.size, zone, week, ...unusual({ exceptions, blocked }) }
    known.set(key, there)

    return there
  })
}

function unusual({
  exceptions,
  blocked,
}: Pick<RotationTouchpoint, 'exceptions' | 'blocked'>): Pick<TouchpointDays, 'exceptions' | 'blocked'> {
  return {
    exceptions: new Map((exceptions ?? []).map(({ day, open }) => [dayNumber(day), spansToMinutes(open ?? [])])),
    blocked: new Set((blocked ?? []).map(dayNumber)),
  }
}

function openOn(touchpoint: TouchpointDays, day: DayNumber): Minutes[] {
  return touchpoint.exceptions.get(day) ?? touchpoint.week.hours[weekdayNumber(day)] ?? []
}
