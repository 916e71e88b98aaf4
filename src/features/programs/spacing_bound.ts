/** The fewest pairs of windows at a touchpoint that must be closer than the spacing, because its days are too few. */

import type { DayNumber } from './day_numbers.ts'

export interface SpacedDays {
  /** Pairs closer than the spacing, those with windows that stand already included. */
  pairs: number
  /** A day for each window. */
  days: DayNumber[]
}

/** Windows that stand and cannot move. */
export type Standing = readonly { from: DayNumber; to: DayNumber }[]

/** Beyond it the sets of days in sight would be too many. */
const LONGEST_SPACING = 8

/** So many windows of a day each, on days of their own; null where there are too few. A longer window is never further from another. */
export function leastClosePairs(
  days: readonly DayNumber[],
  standing: Standing,
  windows: number,
  spacing: number,
): SpacedDays | null {
  if (windows > days.length) return null
  const spaced = spacedDays(days, standing, spacing)
  if (spaced.length >= windows) return { pairs: 0, days: spaced.slice(0, windows) }

  return spacing <= LONGEST_SPACING
    ? new DayChoice(days, standing, windows, spacing).best()
    : atLeast(days, windows, spacing)
}

/** The most days that are all apart: always the earliest that is. */
function spacedDays(days: readonly DayNumber[], standing: Standing, spacing: number): DayNumber[] {
  const spaced: DayNumber[] = []
  for (const day of days)
    if (day >= (spaced.at(-1) ?? Number.NEGATIVE_INFINITY) + spacing && closeTo(day, standing, spacing) === 0)
      spaced.push(day)

  return spaced
}

/** Windows in a row, of which no more can be apart than days are: each one more is close to the one before it. */
function atLeast(days: readonly DayNumber[], windows: number, spacing: number): SpacedDays {
  return { pairs: windows - spacedDays(days, [], spacing).length, days: [] }
}

function closeTo(day: DayNumber, standing: Standing, spacing: number): number {
  return standing.filter(({ from, to }) => day > from - spacing && day < to + spacing).length
}

/** Day by day, for every set of days taken within the spacing and every number of windows so far: the fewest close pairs. */
class DayChoice {
  readonly #first: DayNumber
  readonly #last: DayNumber
  readonly #windows: number
  readonly #sets: number
  readonly #costs: Map<DayNumber, number>
  /** By day, set and windows: whether the day that fell out of sight was taken. */
  readonly #fellOut: Uint8Array[] = []

  constructor(days: readonly DayNumber[], standing: Standing, windows: number, spacing: number) {
    this.#first = days[0] as DayNumber
    this.#last = days.at(-1) as DayNumber
    this.#windows = windows
    this.#sets = 1 << Math.max(0, spacing - 1)
    this.#costs = new Map(days.map((day) => [day, closeTo(day, standing, spacing)]))
  }

  best(): SpacedDays {
    let pairs = new Float64Array(this.#sets * (this.#windows + 1)).fill(Number.POSITIVE_INFINITY)
    pairs[0] = 0
    for (let day = this.#first; day <= this.#last; day += 1) pairs = this.#after(day, pairs)
    let last = 0
    for (let set = 0; set < this.#sets; set += 1)
      if (at(pairs, this.#at(set, this.#windows)) < at(pairs, this.#at(last, this.#windows))) last = set

    return { pairs: at(pairs, this.#at(last, this.#windows)), days: this.#trace(last) }
  }

  #after(day: DayNumber, before: Float64Array): Float64Array<ArrayBuffer> {
    const pairs = new Float64Array(before.length).fill(Number.POSITIVE_INFINITY)
    const fellOut = new Uint8Array(before.length)
    const cost = this.#costs.get(day)
    const enter = (from: number, set: number, windows: number, close: number) => {
      const to = this.#at(set & (this.#sets - 1), windows)
      if (at(before, from) + close >= at(pairs, to)) return
      pairs[to] = at(before, from) + close
      fellOut[to] = set >= this.#sets ? 1 : 0
    }
    for (let set = 0; set < this.#sets; set += 1)
      for (let windows = 0; windows <= this.#windows; windows += 1) {
        const from = this.#at(set, windows)
        if (at(before, from) === Number.POSITIVE_INFINITY) continue
        enter(from, set << 1, windows, 0)
        if (cost !== undefined && windows < this.#windows) enter(from, (set << 1) | 1, windows + 1, cost + ones(set))
      }
    this.#fellOut.push(fellOut)

    return pairs
  }

  /** Backwards through the days. With a spacing of a day no set is kept, and any days do. */
  #trace(last: number): DayNumber[] {
    const days: DayNumber[] = []
    let set = last
    let windows = this.#windows
    for (let day = this.#last; day >= this.#first && this.#sets > 1; day -= 1) {
      const fellOut = this.#fellOut[day - this.#first]?.[this.#at(set, windows)] ?? 0
      const isTaken = set & 1
      if (isTaken) days.unshift(day)
      windows -= isTaken
      set = (set >> 1) | (fellOut * (this.#sets >> 1))
    }

    return days
  }

  #at(set: number, windows: number): number {
    return set * (this.#windows + 1) + windows
  }
}

function at(list: Float64Array, i: number): number {
  return list[i] as number
}

function ones(set: number): number {
  let count = 0
  for (let rest = set; rest > 0; rest &= rest - 1) count += 1

  return count
}
