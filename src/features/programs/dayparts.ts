/** Which daypart each contact at a touchpoint gets, so that together they are spread the way customers really call. */

import { DAYPARTS } from '../../lib/days.ts'
import type { DayNumber } from './day_numbers.ts'
import { rises, squares } from './goals.ts'
import { choosePairs } from './round_flow.ts'
import type { DaypartSet } from './usable_hours.ts'

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

/**
 * The least the dayparts goal can come to with a contact for each set of dayparts. Contact after contact in the cheapest daypart that still takes one,
 * others making way: which numbers of contacts are possible is a polymatroid, so that the cheapest step is always right (Federgruen and Groenevelt 1986).
 */
export function spreadOf(contacts: readonly DaypartSet[], { contacts: before, shares }: Traffic): number {
  const all = sum(before) + contacts.length
  const counts = [...before]
  const places = new Int8Array(contacts.length).fill(-1)
  const isFull = DAYPARTS.map(() => false)
  const price = (part: number) => (isFull[part] ? Number.POSITIVE_INFINITY : priceOf(part))
  const priceOf = (part: number) => (counts[part] ?? 0) - (shares[part] ?? 0) * all
  for (let given = 0; given < contacts.length; ) {
    const part = DAYPARTS.reduce((best, _, i) => (price(i) < price(best) ? i : best), 0)
    if (isFull[part]) break
    if (takeIn(part, contacts, places, 0)) {
      counts[part] = (counts[part] ?? 0) + 1
      given += 1
    } else isFull[part] = true
  }

  return squares(counts, shares)
}

/** One contact more in the daypart: somebody without one, or somebody whose daypart finds another (Kuhn 1955). */
function takeIn(part: number, contacts: readonly DaypartSet[], places: Int8Array, visited: DaypartSet): boolean {
  const seen = visited | (1 << part)
  const here = contacts.flatMap((set, i) => (set & (1 << part) ? [i] : []))
  const taker =
    here.find((i) => places[i] === -1) ??
    here.find((i) => !(seen & (1 << (places[i] as number))) && takeIn(places[i] as number, contacts, places, seen))
  if (taker === undefined) return false
  places[taker] = part

  return true
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
