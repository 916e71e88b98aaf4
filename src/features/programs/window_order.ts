/** In which order the windows at a touchpoint follow one another. */

import type { DayNumber } from './day_numbers.ts'
import { matchDays, type WindowWish } from './own_days.ts'

export interface Room {
  /** Windows that stand there already, in this round and beside it. */
  taken: readonly { from: DayNumber; to: DayNumber }[]
  /** Days from the last day of one window to the first of the next. */
  spacing: number
  /** Usable days a window has at most. */
  longest: number
}

/** The wishes in the order of their windows. */
export interface Order {
  numbers: number[]
  wishes: WindowWish[]
  /** Usable days each window has at least, where its wish has so many. */
  least: number
  spacing: number
}

/** First the spacing is kept, then the shortest window is as long as can be. */
export function findOrder(wishes: readonly WindowWish[], room: Room): Order {
  const spacing = apart(room.spacing)
  const days = new Set(wishes.flatMap(({ days }) => days)).size
  const most = Math.min(room.longest, Math.max(1, Math.floor(days / wishes.length)))
  for (let least = most; least >= 1; least -= 1) {
    const numbers = orderWith(wishes, least, spacing, room)
    if (numbers) return ordered(wishes, numbers, least, spacing)
  }
  for (let closer = spacing - 1; closer >= 1; closer -= 1) {
    const numbers = orderWith(wishes, 1, closer, room)
    if (numbers) return ordered(wishes, numbers, 1, closer)
  }

  return ordered(wishes, orderOfDays(wishes), 1, 1)
}

/** From how many days on two windows count as apart; they can never share a day. */
export function apart(spacing: number): number {
  return Math.max(1, spacing)
}

/** Whether a window there runs into nothing and comes near nothing. */
export function isFree(
  from: DayNumber,
  to: DayNumber,
  { markers }: WindowWish,
  spacing: number,
  { taken }: Room,
): boolean {
  for (const day of markers) if (from < day && day <= to) return false
  for (const window of taken) if (from < window.to + spacing && to > window.from - spacing) return false

  return true
}

function ordered(wishes: readonly WindowWish[], numbers: number[], least: number, spacing: number): Order {
  return { numbers, wishes: numbers.map((number) => wishes[number] as WindowWish), least, spacing }
}

/** Up to so many windows every order is tried; beyond, the one whose days end first goes first. */
const MOST_TO_TRY = 11

function orderWith(wishes: readonly WindowWish[], least: number, spacing: number, room: Room): number[] | null {
  if (!couldFit(wishes, least, spacing, room)) return null
  if (wishes.length <= MOST_TO_TRY) return tryOrders(wishes, least, spacing, room)

  const numbers = wishes
    .map((_, number) => number)
    .sort((a, b) => (wishes[a]?.days.at(-least) ?? 0) - (wishes[b]?.days.at(-least) ?? 0) || a - b)
  let end = Number.NEGATIVE_INFINITY
  for (const number of numbers) end = earliestEnd(wishes[number] as WindowWish, end + spacing, least, spacing, room)

  return end < Number.POSITIVE_INFINITY ? numbers : null
}

/** As if every wish could have all the days of all of them, so that their order does not matter: mostly enough to see that it cannot be. */
function couldFit(wishes: readonly WindowWish[], least: number, spacing: number, room: Room): boolean {
  const days = [...new Set(wishes.flatMap(({ days }) => days))].sort((a, b) => a - b)
  const shortest = wishes.reduce((shortest, { days }) => Math.min(shortest, days.length), least)
  const anybody = { days, markers: [] }
  let end = Number.NEGATIVE_INFINITY
  for (let i = 0; i < wishes.length && end < Number.POSITIVE_INFINITY; i += 1)
    end = earliestEnd(anybody, end + spacing, shortest, spacing, room)

  return end < Number.POSITIVE_INFINITY
}

/** For every set of wishes the earliest day on which all of them can be over: what ends earliest leaves most for the rest. */
function tryOrders(wishes: readonly WindowWish[], least: number, spacing: number, room: Room): number[] | null {
  const sets = 1 << wishes.length
  const ends = new Float64Array(sets).fill(Number.POSITIVE_INFINITY)
  const lasts = new Int8Array(sets)
  ends[0] = Number.NEGATIVE_INFINITY
  for (let set = 0; set < sets; set += 1) {
    const end = ends[set] as number
    for (const [number, wish] of wishes.entries()) {
      const grown = set | (1 << number)
      if (grown === set || end === Number.POSITIVE_INFINITY) continue
      const over = earliestEnd(wish, end + spacing, least, spacing, room)
      if (over >= (ends[grown] as number)) continue
      ends[grown] = over
      lasts[grown] = number
    }
  }

  return ends[sets - 1] === Number.POSITIVE_INFINITY ? null : traceBack(lasts, sets - 1)
}

function traceBack(lasts: Int8Array, all: number): number[] {
  const numbers: number[] = []
  for (let set = all; set > 0; set ^= 1 << (lasts[set] as number)) numbers.unshift(lasts[set] as number)

  return numbers
}

/** The last day of the earliest window from `start` on with the least number of days. */
function earliestEnd(wish: WindowWish, start: DayNumber, least: number, spacing: number, room: Room): DayNumber {
  const { days } = wish
  const length = Math.min(least, days.length)
  for (let i = 0; i + length <= days.length; i += 1) {
    const from = days[i] as DayNumber
    const to = days[i + length - 1] as DayNumber
    if (from >= start && isFree(from, to, wish, spacing, room)) return to
  }

  return Number.POSITIVE_INFINITY
}

/** The order of days when every wish gets one of its own; wishes without a day come last. */
function orderOfDays(wishes: readonly WindowWish[]): number[] {
  const days = matchDays(wishes).map((day) => day ?? Number.POSITIVE_INFINITY)

  return wishes.map((_, number) => number).sort((a, b) => (days[a] as number) - (days[b] as number) || a - b)
}
