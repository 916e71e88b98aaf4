/** What could not be planned, with its reasons counted. */

import type { Ledger } from './ledger.ts'
import type { Offers } from './offers.ts'
import { REASONS, type Reason, type Unplanned } from './rotation_problem.ts'

/** Touchpoints that nobody could take, as the round begins. */
export function listGaps(offers: Offers, round: number, ledger: Ledger): Unplanned[] {
  const { problem } = offers.roster
  const covered = ledger.byTouchpoint[round] as Int32Array

  return problem.touchpoints.flatMap(({ id }, touchpoint) => {
    if (covered[touchpoint] || problem.leaders.some((_, leader) => offers.ease(leader, touchpoint, null) > 0)) return []
    const reasons = problem.leaders.map((_, leader) => offers.reason(leader, touchpoint) ?? 'capacity')

    return [{ round: offers.round.id, leader: null, touchpoint: id, reasons: counted(reasons) }]
  })
}

/** Leaders who get fewer contacts than they are owed. Where contacts are dealt and some are left over: those who get none, or else everybody. */
export function listLeftOver(
  offers: Offers,
  { wanted, most }: { wanted: readonly number[]; most: number },
  given: (leader: number) => number,
): Unplanned[] {
  const { problem } = offers.roster
  const isDealt = typeof problem.rules.contactsPerRound === 'number'
  if (most === 0) return []
  const isLeftOut = problem.leaders.some((_, leader) => wanted[leader] && given(leader) === 0)

  return problem.leaders.flatMap(({ id }, leader) => {
    if (!wanted[leader] || (isDealt && isLeftOut && given(leader) > 0)) return []
    const reasons = problem.touchpoints.map((_, touchpoint) => offers.reason(leader, touchpoint) ?? 'capacity')

    return [{ round: offers.round.id, leader: id, touchpoint: null, reasons: counted(reasons) }]
  })
}

export function counted(reasons: readonly Reason[]): Unplanned['reasons'] {
  return REASONS.flatMap((reason) => {
    const count = reasons.filter((one) => one === reason).length
    return count > 0 ? [{ reason, count }] : []
  })
}
