/** Which scenario each contact plays: the one the leader has played least, taking turns where several are alike. */

import type { Booking, Ledger } from './ledger.ts'

export function giveScenarios(bookings: readonly Booking[], ledger: Ledger): Booking[] {
  const given = new Map<string, number>()
  const count = (key: string) => given.set(key, (given.get(key) ?? 0) + 1)

  return bookings.map((booking) => {
    const { leader, touchpoint } = booking
    const played = (scenario: number) => ledger.uses(leader, scenario) + (given.get(`${leader} plays ${scenario}`) ?? 0)
    const heard = (scenario: number) => given.get(`${touchpoint} hears ${scenario}`) ?? 0
    const ranked = [...ledger.roster.scenariosFor(leader, touchpoint)].sort(
      (a, b) => played(a) - played(b) || heard(a) - heard(b) || turn(a, booking, ledger) - turn(b, booking, ledger),
    )
    const scenario = ranked[0] ?? -1
    count(`${leader} plays ${scenario}`)
    count(`${touchpoint} hears ${scenario}`)

    return { ...booking, scenario }
  })
}

/** From round to round another one first, so that leaders do not all begin with the first in the list. */
function turn(scenario: number, { leader, round }: Booking, { roster }: Ledger): number {
  return (scenario + leader + round) % Math.max(1, roster.problem.scenarios.length)
}
