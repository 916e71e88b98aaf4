/** The windows at one touchpoint in one round: one after the other, the spacing between them, each as long as can be. */

import type { DayNumber } from './day_numbers.ts'
import type { WindowWish } from './own_days.ts'
import { apart, findOrder, isFree, type Room } from './window_order.ts'

/** First and last day are days on which the contact can be made, and so are `days`. */
export interface Window {
  from: DayNumber
  to: DayNumber
  days: DayNumber[]
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
