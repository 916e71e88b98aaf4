/** What a choice now costs later: cool-downs must not leave a leader with nothing in the rounds to come. */

import { type DayNumber, monthName } from './day_numbers.ts'
import type { Ledger } from './ledger.ts'
import type { PlanningCalendar } from './planning_calendar.ts'
import type { Roster, RosterRound } from './roster.ts'

export interface Ahead {
  roster: Roster
  calendar: PlanningCalendar
  ledger: Ledger
  /** By round and leader. */
  owed: readonly number[][]
}

/** A contact supposed for the search: the touchpoint, and the day its window begins. */
interface Supposed {
  touchpoint: number
  day: DayNumber
}

/** One contact owed in a later round, with the touchpoints and days it could be on. */
interface Slot {
  options: { touchpoint: number; days: DayNumber[] }[]
}

/** Rounds looked ahead, and steps of one search: counted, so that every machine finds the same. */
const MOST_ROUNDS = 12
const MOST_STEPS = 2000

export class LookAhead {
  readonly #ahead: Ahead

  constructor(ahead: Ahead) {
    this.#ahead = ahead
  }

  /**
   * How many contacts of later rounds the leader loses by contacting a touchpoint in this one, touchpoints being taken to have room for all;
   * null: none, whichever it is.
   */
  lossOf(round: number, leader: number): ((touchpoint: number) => number) | null {
    if (!this.#isScarce(round, leader)) return null
    const free = this.#mostContacts(leader, round + 1, [])

    return (touchpoint) => {
      const [day] = this.#days(leader, touchpoint, round, 1)
      if (day === undefined) return 0

      return Math.max(0, free - this.#mostContacts(leader, round + 1, [{ touchpoint, day }]))
    }
  }

  /** At most so many contacts can the leader be given in all rounds; never less than what is possible. */
  most(leader: number): number {
    return this.#mostContacts(leader, 0, [], this.#ahead.roster.rounds.length)
  }

  /** Whether the rounds within the cool-down could run out of touchpoints for the leader, whatever is chosen in them. */
  #isScarce(round: number, leader: number): boolean {
    const { roster, owed } = this.#ahead
    const over = (roster.rounds[round] as RosterRound).to + roster.problem.rules.cooldownDays
    const next = roster.rounds.flatMap(({ from, closed }, i) =>
      i > round && !closed && from < over && (owed[i]?.[leader] ?? 0) > 0 ? [i] : [],
    )
    const enough = roster.problem.rules.contactsPerLeader * (next.length + 1)

    return next.some((later) => !this.#hasTouchpoints(leader, later, enough))
  }

  #hasTouchpoints(leader: number, round: number, enough: number): boolean {
    let found = 0
    for (const touchpoint of this.#ahead.roster.touchpointsFor(leader)) {
      if (this.#days(leader, touchpoint, round, 1).length > 0) found += 1
      if (found >= enough) return true
    }

    return false
  }

  #days(leader: number, touchpoint: number, round: number, most = Number.POSITIVE_INFINITY): DayNumber[] {
    const { roster, calendar, ledger } = this.#ahead
    const { from, to } = roster.rounds[round] as RosterRound
    const days: DayNumber[] = []
    for (let day = from; day <= to && days.length < most; day += 1) {
      if (calendar.dayparts(leader, touchpoint, day) === 0) continue
      const rest = ledger.rest(leader, touchpoint, day)
      if (rest === 'rested' || rest === 'squeezed') days.push(day)
    }

    return days
  }

  #mostContacts(leader: number, from: number, supposed: readonly Supposed[], rounds = MOST_ROUNDS): number {
    return new Search(this.#slots(leader, from, from + rounds), this.#ahead, leader).most(supposed)
  }

  #slots(leader: number, from: number, before: number): Slot[] {
    const { roster, ledger, owed } = this.#ahead
    const rounds = roster.rounds.flatMap(({ closed }, round) =>
      closed || round < from || round >= before ? [] : [round],
    )

    return rounds.flatMap((round) => {
      const due =
        (owed[round]?.[leader] ?? 0) > 0
          ? roster.problem.rules.contactsPerLeader -
            (ledger.byLeader[round]?.[leader] ?? 0) -
            (ledger.missed[round]?.[leader] ?? 0)
          : 0
      const options =
        due > 0
          ? roster
              .touchpointsFor(leader)
              .map((touchpoint) => ({ touchpoint, days: this.#days(leader, touchpoint, round) }))
          : []
      return Array.from({ length: Math.max(0, due) }, () => ({
        options: options.filter(({ days }) => days.length > 0),
      }))
    })
  }
}

/** Depth first, the most contacts first; where the steps run out the bound is answered, which is never too little. */
class Search {
  readonly #slots: readonly Slot[]
  readonly #ahead: Ahead
  readonly #leader: number
  readonly #free = new Map<number, DayNumber>()
  readonly #months = new Map<string, number>()
  #best = 0
  #steps = 0

  constructor(slots: readonly Slot[], ahead: Ahead, leader: number) {
    this.#slots = slots
    this.#ahead = ahead
    this.#leader = leader
  }

  most(supposed: readonly Supposed[]): number {
    for (const { touchpoint, day } of supposed) this.#take(touchpoint, day)
    this.#fill(0, 0)

    return this.#steps > MOST_STEPS ? this.#atMost() : this.#best
  }

  /** Each forgets all rules but one: that a contact needs a day, room in its month, or a touchpoint that is rested. */
  #atMost(): number {
    const options = this.#slots.flatMap((slot) => slot.options)
    const months = new Set(options.flatMap(({ days }) => days.map(monthName)))
    const byMonth = [...months].reduce((sum, month) => sum + Math.max(0, this.#roomIn(month)), 0)
    const byTouchpoint = [...Map.groupBy(options, ({ touchpoint }) => touchpoint)].reduce(
      (sum, [touchpoint, there]) => sum + this.#mostAt(touchpoint, new Set(there.flatMap(({ days }) => days))),
      0,
    )

    return Math.min(this.#slots.filter(({ options }) => options.length > 0).length, byMonth, byTouchpoint)
  }

  /** The earliest day that is rested, and again. */
  #mostAt(touchpoint: number, days: ReadonlySet<DayNumber>): number {
    let free = this.#free.get(touchpoint) ?? Number.NEGATIVE_INFINITY
    let contacts = 0
    for (const day of [...days].sort((a, b) => a - b)) {
      if (day < free) continue
      contacts += 1
      free = day + this.#apart
    }

    return contacts
  }

  #fill(at: number, contacts: number): void {
    this.#steps += 1
    this.#best = Math.max(this.#best, contacts)
    if (this.#steps > MOST_STEPS || contacts + this.#slots.length - at <= this.#best) return

    for (const { touchpoint, days } of this.#slots[at]?.options ?? []) {
      const day = days.find((day) => day >= (this.#free.get(touchpoint) ?? day) && this.#hasRoom(day))
      if (day === undefined) continue
      const before = this.#free.get(touchpoint)
      this.#take(touchpoint, day)
      this.#fill(at + 1, contacts + 1)
      this.#giveBack(touchpoint, day, before)
      if (contacts + this.#slots.length - at <= this.#best) return
    }
    this.#fill(at + 1, contacts)
  }

  #take(touchpoint: number, day: DayNumber): void {
    this.#free.set(touchpoint, day + this.#apart)
    this.#months.set(monthName(day), (this.#months.get(monthName(day)) ?? 0) + 1)
  }

  #giveBack(touchpoint: number, day: DayNumber, before: DayNumber | undefined): void {
    if (before === undefined) this.#free.delete(touchpoint)
    else this.#free.set(touchpoint, before)
    this.#months.set(monthName(day), (this.#months.get(monthName(day)) ?? 0) - 1)
  }

  #hasRoom(day: DayNumber): boolean {
    return this.#roomIn(monthName(day)) > 0
  }

  #roomIn(month: string): number {
    return this.#ahead.ledger.monthRoom(this.#leader, month) - (this.#months.get(month) ?? 0)
  }

  get #apart(): number {
    return Math.max(1, this.#ahead.roster.problem.rules.cooldownDays)
  }
}
