/** From pairs to bookings: a daypart, a window and a scenario for each. */

import { chooseDayparts, type DaysByDaypart, type Traffic } from './dayparts.ts'
import type { RoundGoals } from './goals.ts'
import type { Booking, Ledger } from './ledger.ts'
import type { Offers } from './offers.ts'
import { canPlace, type WindowWish } from './own_days.ts'
import { daysByDaypart, daysOfPairing } from './pairing_days.ts'
import type { Pairing } from './pairings.ts'
import { trafficShares } from './roster.ts'
import { giveScenarios, type ScenarioTurns } from './scenario_turns.ts'
import type { Room } from './window_order.ts'
import { placeWindows, type Window } from './windows.ts'

export interface RoundToBook {
  round: number
  offers: Offers
  ledger: Ledger
  goals: RoundGoals
}

export function bookPicks(picks: readonly Pairing[], toBook: RoundToBook): ScenarioTurns {
  const { problem } = toBook.ledger.roster
  const at = Map.groupBy(picks, ({ touchpoint }) => touchpoint)
  const bookings = problem.touchpoints.flatMap((touchpoint, number) => {
    const contacts = (at.get(number) ?? []).map((pick) => contactOf(pick, toBook.offers))
    const traffic = { contacts: toBook.goals.contactsByDaypart(number), shares: trafficShares(touchpoint) }

    return bookContacts(contacts, traffic, toBook)
  })

  return giveScenarios(
    bookings.sort((a, b) => a.from - b.from || a.leader - b.leader || a.touchpoint - b.touchpoint),
    toBook.ledger,
  )
}

/** A pair with the days it could be on, all of them and by daypart. */
interface Contact {
  pick: Pairing
  wish: WindowWish
  byDaypart: DaysByDaypart
}

interface Place {
  window: Window
  daypart: number
}

function contactOf(pick: Pairing, offers: Offers): Contact {
  const wish = { days: daysOfPairing(pick, offers), markers: offers.markers(pick.leader, pick.touchpoint) }

  return { pick, wish, byDaypart: daysByDaypart(pick, offers, wish.days) }
}

function bookContacts(
  contacts: readonly Contact[],
  traffic: Traffic,
  { round, ledger, offers }: RoundToBook,
): Booking[] {
  const [first] = contacts
  if (!first) return []

  const { spacingDays, longestWindow } = ledger.roster.problem.rules
  const { touchpoint } = first.pick
  const room = {
    taken: ledger.windowsNear(touchpoint, offers.round, spacingDays),
    spacing: spacingDays,
    longest: longestWindow ?? Number.POSITIVE_INFINITY,
  }

  return placeContacts(contacts, traffic, room).flatMap((place, i) => {
    const { leader } = (contacts[i] as Contact).pick
    return place
      ? [{ ...place.window, leader, touchpoint, scenario: -1, round, daypart: place.daypart, published: null }]
      : []
  })
}

/** The dayparts goal comes before the spacing; only where its dayparts leave too few days are windows placed first and dayparts read off. */
function placeContacts(contacts: readonly Contact[], traffic: Traffic, room: Room): (Place | null)[] {
  const dayparts = chooseDayparts(
    contacts.map(({ byDaypart }) => byDaypart),
    traffic,
  )
  const wishes = contacts.map(({ wish, byDaypart }, i) => ({ ...wish, days: byDaypart[dayparts[i] as number] ?? [] }))
  if (!canPlace(wishes)) return readOff(contacts, traffic, room)

  return placeWindows(wishes, room).map((window, i) => window && { window, daypart: dayparts[i] as number })
}

function readOff(contacts: readonly Contact[], traffic: Traffic, room: Room): (Place | null)[] {
  const windows = placeWindows(
    contacts.map(({ wish }) => wish),
    room,
  )
  const within = contacts.map(({ byDaypart }, i) =>
    byDaypart.map((days) => days.filter((day) => windows[i]?.days.includes(day))),
  )
  const dayparts = chooseDayparts(within, traffic)

  return windows.map((window, i) => {
    const daypart = dayparts[i] as number
    const days = within[i]?.[daypart] ?? []
    const [from] = days

    return window && from !== undefined ? { window: { from, to: days.at(-1) ?? from, days }, daypart } : null
  })
}
