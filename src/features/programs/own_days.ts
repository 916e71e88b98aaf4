/** Whether contacts at a touchpoint can each have a day of its own: it takes at most one a day. */

import { cheapestFlow } from '../../platform/solver/flow.ts'
import type { DayNumber } from './day_numbers.ts'

/** A contact that needs a window. */
export interface WindowWish {
  /** The days it could be made on, first to last. */
  days: readonly DayNumber[]
  /** Days at which something begins that the window must not run into: a month, a contact of the same pair. */
  markers: readonly DayNumber[]
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

/** A day for each wish, as many as can be; null where there is none left. */
export function matchDays(wishes: readonly WindowWish[]): (DayNumber | null)[] {
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
