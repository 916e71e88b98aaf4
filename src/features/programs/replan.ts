/** What planning again would move: what was published beside what the planner gives now. */

import type { Daypart } from '../../lib/days.ts'

/** One contact as people know it. */
export interface Planned {
  leader: string
  touchpoint: string
  /** The round's id. */
  round: string
  from: string
  to: string
  daypart: Daypart | null
}

export interface Published extends Planned {
  id: string
}

export interface Move<P extends Planned = Planned> {
  leader: string
  /** Taken from them; null: they had none. */
  before: Published | null
  /** Given to them; null: they get none. */
  after: P | null
}

/** Everything that does not stay exactly as it was, leader by leader; what was theirs is paired with what is theirs now. */
export function movesBetween<P extends Planned>(published: readonly Published[], planned: readonly P[]): Move<P>[] {
  const stays = new Set(planned.map(keyOf))
  const stood = new Set(published.map(keyOf))
  const gone = Map.groupBy(
    published.filter((one) => !stays.has(keyOf(one))),
    placeOf,
  )
  const given = Map.groupBy(
    planned.filter((one) => !stood.has(keyOf(one))),
    placeOf,
  )
  const places = [...new Set([...gone.keys(), ...given.keys()])].sort()

  return places.flatMap((place) => paired(gone.get(place) ?? [], given.get(place) ?? []))
}

/** The reason of a contact that was cancelled because planning again moved it; whoever had it is still owed one. */
export const PLANNED_AGAIN = 'Planned again by'

/** Declined, excused, handed over, taken away by a lead, or over and not yet noted as missed: nothing is made up for. */
export function hadTheirTurn({ state, reason }: { state: string; reason: string }): boolean {
  if (state === 'cancelled') return !reason.startsWith(PLANNED_AGAIN)

  return TURNS.includes(state)
}

const TURNS: readonly string[] = ['open', 'declined', 'excused', 'handed_over']

/** How many published contacts do not stay as they were. */
export function countMoved(moves: readonly Move[]): number {
  return moves.filter(({ before }) => before !== null).length
}

/** The same for the same moves: a plan that was looked at is carried out only if it is still the one that would come of it. */
export function fingerprint(moves: readonly Move[]): string {
  const text = moves
    .map(({ leader, before, after }) => `${leader}|${before ? keyOf(before) : ''}|${after ? keyOf(after) : ''}`)
    .join('\n')
  let hash = 0x811c9dc5
  // FNV-1a, 32 bits: it has to notice a difference, not to withstand an attack.
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)

  return `${moves.length}-${(hash >>> 0).toString(36)}`
}

function paired<P extends Planned>(gone: readonly Published[], given: readonly P[]): Move<P>[] {
  const length = Math.max(gone.length, given.length)

  return Array.from({ length }, (_, i) => ({
    leader: gone[i]?.leader ?? given[i]?.leader ?? '',
    before: gone[i] ?? null,
    after: given[i] ?? null,
  }))
}

/** Of the same leader in the same round. */
function placeOf({ leader, round }: Planned): string {
  return `${round} ${leader}`
}

function keyOf({ leader, touchpoint, round, from, to, daypart }: Planned): string {
  return `${round} ${leader} ${touchpoint} ${from} ${to} ${daypart}`
}
