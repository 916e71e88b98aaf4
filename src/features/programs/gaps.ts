/** What could not be planned, in words with its reasons counted. */
import { counted, listed } from '../../lib/words.ts'
import type { Reason } from './rotation_problem.ts'

export interface Gap {
  leaderId: string | null
  touchpointId: string | null
  reasons: { reason: string; count: number }[]
}

/** Said of leaders (for a touchpoint nobody could take) after their number. */
const OF_LEADERS: Readonly<Record<Reason, string>> = {
  own_department: 'own department',
  own_touchpoint: 'own it',
  language: 'no common language',
  no_scenario: 'no scenario fits',
  closed: 'closed on every day left',
  blocked_day: 'only blocked days left',
  absent: 'away',
  holiday: 'only public holidays left',
  hours: 'no common hour',
  lockout: 'cover blown there',
  cooldown: 'contacted it not long ago',
  per_month: 'enough contacts that month',
  capacity: 'no free day left',
}

/** Said of touchpoints (for a leader who got none). */
const OF_TOUCHPOINTS: Readonly<Record<Reason, string>> = {
  ...OF_LEADERS,
  own_touchpoint: 'their own',
  closed: 'closed on every day left',
  absent: 'while they are away',
  per_month: 'after enough contacts that month',
  cooldown: 'contacted not long ago',
}

/** "No eligible leader for Solar sales desk in March: 2 away, 3 own department." */
export function gapInWords(gap: Gap, names: ReadonlyMap<string, string>, round: string): { what: string; why: string } {
  const touchpoint = gap.touchpointId === null ? undefined : names.get(gap.touchpointId)
  const leader = gap.leaderId === null ? undefined : names.get(gap.leaderId)
  const words = leader === undefined ? OF_LEADERS : OF_TOUCHPOINTS
  const what =
    leader === undefined
      ? `No eligible leader for ${touchpoint ?? 'a touchpoint'} in ${round}`
      : `Nothing more for ${leader} in ${round}`

  return { what, why: reasonsInWords(gap.reasons, words) }
}

/** "2 away, 3 own department"; of leaders unless said otherwise. */
export function reasonsInWords(reasons: Gap['reasons'], words: Readonly<Record<string, string>> = OF_LEADERS): string {
  return reasons.map(({ reason, count }) => `${count} ${words[reason] ?? reason}`).join(', ')
}

export interface NeverPair {
  leader: string
  touchpoint: string
  reason: Reason
}

/** By touchpoint: who can never be sent there, and why; names while they are few. */
export function neverInWords(
  pairs: readonly NeverPair[],
  names: ReadonlyMap<string, string>,
  leaders: number,
): { touchpoint: string; who: string; everybody: boolean }[] {
  const byTouchpoint = Map.groupBy(pairs, ({ touchpoint }) => touchpoint)

  return [...byTouchpoint].map(([touchpoint, at]) => ({
    touchpoint: names.get(touchpoint) ?? '',
    who: neverAt(at, names),
    everybody: at.length === leaders,
  }))
}

function neverAt(pairs: readonly NeverPair[], names: ReadonlyMap<string, string>): string {
  const byReason = Map.groupBy(pairs, ({ reason }) => reason)

  return [...byReason]
    .map(([reason, at]) => {
      const some = at.map(({ leader }) => names.get(leader) ?? '')
      const who = some.length <= MOST_NAMES ? listed(some) : counted(some.length, 'leader')

      return `${who} (${OF_LEADERS[reason]})`
    })
    .join('; ')
}

const MOST_NAMES = 6
