/** The windows at one touchpoint in one round: one after the other, the spacing between them, each as long as can be. */

import { cheapestFlow } from '../../platform/solver/flow.ts'
import type { DayNumber } from './day_numbers.ts'

/** A contact that needs a window. */
export interface WindowWish {
  /** The days it could be made on, first to last. */
  days: readonly DayNumber[]
  /** Days at which something begins that the window must not run into: a month, a contact of the same pair. */
  markers: readonly DayNumber[]
}

/** First and last day are days on which the contact can be made, and so are `days`. */
export interface Window {
  from: DayNumber
  to: DayNumber
  days: DayNumber[]
}

export interface Room {
  /** Windows that stand there already, in this round and beside it. */
  taken: readonly { from: DayNumber; to: DayNumber }[]
  /** Days from the last day of one window to the first of the next. */
  spacing: number
  /** Usable days a window has at most. */
  longest: number
}

/**
 * A window for each wish, or null where there is none. First the spacing is kept, then the shortest window is made as long as can be,
 * then all of them together.
 */
export function placeWindows(wishes: readonly WindowWish[], room: Room): (Window | null)[] {
  const order = findOrder(wishes, room)
  const placed: (Window | null)[] = wishes.map(() => null)
  const windows = stretch(order.wishes, order.least, room, order.spacing)
  for (const [i, window] of windows.entries()) placed[order.numbers[i] as number] = window

  return placed
}

/** Whether every wish can have a day of its own. With as many days as there are wishes, none can be left without. */
export function canPlace(wishes: readonly WindowWish[]): boolean {
  if (wishes.every(({ days }) => days.length >= wishes.length)) return true

  return matchDays(wishes).every((day) => day !== null)
}

/** How many wishes can have a day of their own at most. */
export function mostPlaced(wishes: readonly WindowWish[]): number {
  return matchDays(wishes).filter((day) => day !== null).length
}

/** From how many days on two windows count as apart; they can never share a day. */
function apart(spacing: number): number {
  return Math.max(1, spacing)
}

interface Order {
  numbers: number[]
  wishes: WindowWish[]
  /** Usable days each window has at least, where its wish has so many. */
  least: number
  spacing: number
}

function findOrder(wishes: readonly WindowWish[], room: Room): Order {
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

function ordered(wishes: readonly WindowWish[], numbers: number[], least: number, spacing: number): Order {
  return { numbers, wishes: numbers.map((number) => wishes[number] as WindowWish), least, spacing }
}

/** Up to so many windows every order is tried; beyond, the one whose days end first goes first. */
const MOST_TO_TRY = 11

function orderWith(wishes: readonly WindowWish[], least: number, spacing: number, room: Room): number[] | null {
  if (wishes.length <= MOST_TO_TRY) return tryOrders(wishes, least, spacing, room)

  const numbers = wishes
    .map((_, number) => number)
    .sort((a, b) => (wishes[a]?.days.at(-least) ?? 0) - (wishes[b]?.days.at(-least) ?? 0) || a - b)
  let end = Number.NEGATIVE_INFINITY
  for (const number of numbers) end = earliestEnd(wishes[number] as WindowWish, end + spacing, least, spacing, room)

  return end < Number.POSITIVE_INFINITY ? numbers : null
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

function isFree(from: DayNumber, to: DayNumber, { markers }: WindowWish, spacing: number, { taken }: Room): boolean {
  for (const day of markers) if (from < day && day <= to) return false
  for (const window of taken) if (from < window.to + spacing && to > window.from - spacing) return false

  return true
}

/** The order of days when every wish gets one of its own; wishes without a day come last. */
function orderOfDays(wishes: readonly WindowWish[]): number[] {
  const days = matchDays(wishes).map((day) => day ?? Number.POSITIVE_INFINITY)

  return wishes.map((_, number) => number).sort((a, b) => (days[a] as number) - (days[b] as number) || a - b)
}

function matchDays(wishes: readonly WindowWish[]): (DayNumber | null)[] {
  const days = [...new Set(wishes.flatMap(({ days }) => days))]
  const nodes = new Map(days.map((day, i) => [day, wishes.length + i]))
  const source = wishes.length + days.length
  const offers = wishes.flatMap(({ days }, wish) => days.map((day) => ({ wish, day })))
  const arcs = [
    ...offers.map(({ wish, day }) => ({ from: wish, to: nodes.get(day) as number, cost: 0 })),
    ...wishes.map((_, wish) => ({ from: source, to: wish, cost: 0 })),
    ...days.map((_, i) => ({ from: wishes.length + i, to: source + 1, cost: 0 })),
  ]
  const { used } = cheapestFlow({ nodes: source + 2, source, sink: source + 1, arcs })
  const matched: (DayNumber | null)[] = wishes.map(() => null)
  for (const [i, { wish, day }] of offers.entries()) if (used[i]) matched[wish] = day

  return matched
}

/** The best way to end with a window on a certain day. */
interface Ending {
  window: Window
  worth: number
  before: Ending | null
}

/** Worth of a spacing that is kept, against days: more than any round has. */
const SPACED = 100_000

/** In the order given, the windows with the most days, the spacing first; what cannot be placed ends the list. */
function stretch(wishes: readonly WindowWish[], least: number, room: Room, spacing: number): Window[] {
  let endings: Ending[] = []
  for (const [i, wish] of wishes.entries()) {
    const next = lengthen(wish, i === 0 ? null : endings, least, room, spacing)
    if (next.length === 0) break
    endings = next
  }
  const windows: Window[] = []
  for (let ending: Ending | null = best(endings); ending; ending = ending.before) windows.unshift(ending.window)

  return windows
}

/** For each last day the best window of this wish, after the best of the windows before it. `earlier` is sorted by its last day. */
function lengthen(wish: WindowWish, earlier: Ending[] | null, least: number, room: Room, spacing: number): Ending[] {
  const { days } = wish
  const length = Math.min(least, days.length)
  const wanted = apart(room.spacing)
  const endings = new Map<DayNumber, Ending>()
  for (const [i, from] of days.entries()) {
    const before = earlier ? bestBefore(earlier, from, spacing, wanted) : null
    if (earlier && !before) continue
    for (let end = i + length - 1; end < days.length && end - i < room.longest; end += 1) {
      const to = days[end] as DayNumber
      if (!isFree(from, to, wish, spacing, room)) break
      const close = countClose(from, to, wanted, room)
      const worth = (before?.worth ?? 0) + end - i + 1 - close * SPACED
      if (worth > (endings.get(to)?.worth ?? Number.NEGATIVE_INFINITY))
        endings.set(to, { window: { from, to, days: days.slice(i, end + 1) }, worth, before })
    }
  }

  return [...endings.values()].sort((a, b) => a.window.to - b.window.to)
}

function countClose(from: DayNumber, to: DayNumber, spacing: number, { taken }: Room): number {
  let close = 0
  for (const window of taken) if (from < window.to + spacing && to > window.from - spacing) close += 1

  return close
}

function bestBefore(earlier: readonly Ending[], from: DayNumber, spacing: number, wanted: number): Ending | null {
  let found: Ending | null = null
  let most = Number.NEGATIVE_INFINITY
  for (const ending of earlier) {
    const gap = from - ending.window.to
    if (gap < spacing) break
    const worth = ending.worth - (gap < wanted ? SPACED : 0)
    if (worth <= most) continue
    most = worth
    found = gap < wanted ? { ...ending, worth } : ending
  }

  return found
}

function best(endings: readonly Ending[]): Ending | null {
  return endings.reduce<Ending | null>(
    (found, ending) => (ending.worth > (found?.worth ?? Number.NEGATIVE_INFINITY) ? ending : found),
    null,
  )
}
