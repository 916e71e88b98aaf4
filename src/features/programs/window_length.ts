/** How long windows may be where programs share touchpoints: windows never overlap, so the first draft must not take every day. */

import { daysBetween } from '../../lib/days.ts'
import { listRounds } from './cadence.ts'
import type { Program } from './program.ts'

/** How much a program asks of each of its touchpoints. */
export interface Demand {
  contactsARound: number
  touchpoints: number
  daysARound: number
}

/** Roughly how many days in a week a touchpoint is open. */
const OPEN_SHARE = 5 / 7
/** A window of fewer usable days is no choice for the leader. */
const SHORTEST = 3

/** Usable days a window may have at most; null: as many as there are, because nobody else needs them. */
export function longestWindow(own: Demand, others: readonly Demand[]): number | null {
  if (others.length === 0) return null
  const contactsADay = [own, ...others].reduce((sum, demand) => sum + rateOf(demand), 0)

  return contactsADay > 0 ? Math.max(SHORTEST, Math.floor(OPEN_SHARE / contactsADay)) : null
}

/** Of the program's first round; a program without one has rounds of a day. */
export function demandOf(program: Program, leaders: number, touchpoints: number): Demand {
  const from = Temporal.PlainDate.from(program.startsOn)
  const first = listRounds({ rule: program.recurrence, endsAfter: null, endsOn: null }, from, 1)[0]

  return {
    contactsARound: program.contactsPerRound ?? program.contactsPerLeader * leaders,
    touchpoints,
    daysARound: first ? daysBetween(first.startsOn, first.endsOn) + 1 : 1,
  }
}

function rateOf({ contactsARound, touchpoints, daysARound }: Demand): number {
  return touchpoints === 0 ? 0 : contactsARound / touchpoints / daysARound
}
