/** The days and dayparts a pairing could be on. */

import { DAYPARTS } from '../../lib/days.ts'
import type { DaysByDaypart } from './dayparts.ts'
import type { Offers } from './offers.ts'
import type { Pairing } from './pairings.ts'
import type { DaypartSet } from './usable_hours.ts'

/** The contacts of one pair share the days out, so that their windows keep the cool-down. */
export function daysOfPairing(
  { leader, touchpoint, month, from, to, squeezed }: Pairing,
  offers: Offers,
): readonly number[] {
  const days = offers.days(leader, touchpoint, month, squeezed)

  return from <= offers.round.from && to >= offers.round.to ? days : days.filter((day) => day >= from && day <= to)
}

/** The days of a pairing by daypart. */
export function daysByDaypart(
  pairing: Pairing,
  offers: Offers,
  days: readonly number[] = daysOfPairing(pairing, offers),
): DaysByDaypart {
  const { leader, touchpoint } = pairing
  const byDaypart: number[][] = DAYPARTS.map(() => [])
  for (const day of days) {
    const set = offers.dayparts(leader, touchpoint, day)
    for (let part = 0; part < byDaypart.length; part += 1) if ((set & (1 << part)) > 0) byDaypart[part]?.push(day)
  }

  return byDaypart
}

/** The dayparts a pairing could be in. */
export function partsOfPairing(pairing: Pairing, offers: Offers): DaypartSet {
  const { leader, touchpoint, month } = pairing
  if (month === null && offers.isUntouched(leader, touchpoint)) return offers.partsOf(leader, touchpoint)

  return daysOfPairing(pairing, offers).reduce((set, day) => set | offers.dayparts(leader, touchpoint, day), 0)
}
