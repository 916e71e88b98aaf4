/** Is it fair? Counted from what is planned and done, never asserted. */
import { dayNumber } from './day_numbers.ts'

export interface Carried {
  leaderId: string
  touchpointId: string
  roundId: string | null
  fromDay: string
  toDay: string
  contactedOn: string | null
}

export interface Spread {
  least: number
  most: number
}

/** The fewest and most contacts of a leader; null without leaders. */
export function loadSpread(carried: readonly Carried[], leaderIds: readonly string[]): Spread | null {
  if (leaderIds.length === 0) return null
  const byLeader = Map.groupBy(carried, ({ leaderId }) => leaderId)
  const loads = leaderIds.map((id) => byLeader.get(id)?.length ?? 0)

  return { least: Math.min(...loads), most: Math.max(...loads) }
}

/** Touchpoints with a contact, round by round. */
export function coverage(
  carried: readonly Carried[],
  roundIds: readonly string[],
  touchpointIds: readonly string[],
): { covered: number; of: number } {
  const met = new Set(carried.map(({ roundId, touchpointId }) => `${roundId} ${touchpointId}`))
  const all = roundIds.flatMap((round) => touchpointIds.map((touchpoint) => `${round} ${touchpoint}`))

  return { covered: all.filter((pair) => met.has(pair)).length, of: all.length }
}

/** Contacts of the same leader at the same touchpoint nearer to one another than the cool-down. */
export function brokenCooldowns(carried: readonly Carried[], cooldownDays: number): number {
  const pairs = Map.groupBy(carried, ({ leaderId, touchpointId }) => `${leaderId} ${touchpointId}`)
  let broken = 0
  for (const pair of pairs.values()) {
    const inOrder = pair.map(daysOf).sort((a, b) => a.from - b.from)
    for (const [i, later] of inOrder.entries()) {
      const earlier = inOrder[i - 1]
      if (earlier && later.from - earlier.to < cooldownDays) broken += 1
    }
  }

  return broken
}

/** "5 or 6 each", "6 each", "From 3 to 6". */
export function spreadInWords({ least, most }: Spread): string {
  if (least === most) return `${least} each`

  return most - least === 1 ? `${least} or ${most} each` : `From ${least} to ${most}`
}

/** A contact that was made counts on its day, any other over its window. */
function daysOf({ fromDay, toDay, contactedOn }: Carried): { from: number; to: number } {
  return { from: dayNumber(contactedOn ?? fromDay), to: dayNumber(contactedOn ?? toDay) }
}
