/** Which daypart each contact at a touchpoint gets, so that together they are spread the way customers really call. */

import { DAYPARTS } from '../../lib/days.ts'
import type { DayNumber } from './day_numbers.ts'
import { rises, squares } from './goals.ts'
import { choosePairs } from './round_flow.ts'

/** A contact's possible days by daypart, in the order of DAYPARTS. */
export type DaysByDaypart = readonly (readonly DayNumber[])[]

/** Contacts there so far by daypart, and the shares of traffic. */
export interface Traffic {
  contacts: readonly number[]
  shares: readonly number[]
}

/** The number of a daypart for each contact: least Σ (contacts − share × all)², and among the best of these dayparts with three days or more. */
export function chooseDayparts(contacts: readonly DaysByDaypart[], traffic: Traffic): number[] {
  const all = sum(traffic.contacts) + contacts.length
  const pairs = contacts.flatMap((days, leader) =>
    DAYPARTS.flatMap((_, touchpoint) => {
      const count = days[touchpoint]?.length ?? 0
      return count === 0 ? [] : [{ leader, part: 0, touchpoint, loss: 0, repeats: 0, last: Math.max(0, 3 - count) }]
    }),
  )
  const chosen = choosePairs({
    leaders: contacts.map(() => ({ prices: [0], parts: [1] })),
    touchpoints: DAYPARTS.map((_, part) => ({
      prices: rises(traffic.contacts[part] ?? 0, (traffic.shares[part] ?? 0) * all, contacts.length),
    })),
    pairs,
    most: contacts.length,
  })
  const dayparts = contacts.map(() => -1)
  for (const pair of chosen) dayparts[pairs[pair]?.leader ?? 0] = pairs[pair]?.touchpoint ?? -1

  return dayparts
}

/** What the dayparts goal comes to with these contacts in the dayparts chosen for them. */
export function spreadOf(contacts: readonly DaysByDaypart[], traffic: Traffic): number {
  const counts = [...traffic.contacts]
  for (const part of chooseDayparts(contacts, traffic)) counts[part] = (counts[part] ?? 0) + 1

  return squares(counts, traffic.shares)
}

/** The least the dayparts goal could come to with so many more contacts, so many at most in each daypart; Infinity if there is no room. */
export function leastSpread(traffic: Traffic, rooms: ArrayLike<number>, contacts: number): number {
  const all = sum(traffic.contacts) + contacts
  const targets = DAYPARTS.map((_, part) => (traffic.shares[part] ?? 0) * all)
  const prices = targets.flatMap((target, part) =>
    rises(traffic.contacts[part] ?? 0, target, Math.min(contacts, rooms[part] ?? 0)),
  )
  if (prices.length < contacts) return Number.POSITIVE_INFINITY
  const base = sum(targets.map((target, part) => ((traffic.contacts[part] ?? 0) - target) ** 2))

  return base + sum(prices.sort((a, b) => a - b).slice(0, contacts))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
