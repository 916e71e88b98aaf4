/**
 * Handing over (PRODUCT.md §2): whoever asks is not shown who is asked, and whoever is asked is not told who asks or why. A list of
 * names would show, by those it leaves out, who contacted the touchpoint lately; so the rules choose, one colleague after the other.
 */
import { isWindowOver } from '../programs/round.ts'

export type HandoverState = 'asked' | 'accepted' | 'refused' | 'withdrawn'

/** What was asked, and how the contact stands that it is about. */
export interface Handover {
  state: HandoverState
  assignment: { state: string; toDay: string }
}

/** Somebody is waited for: the contact is still open and its window not over. Nothing has to expire it. */
export function isWaiting({ state, assignment }: Handover, todayThere: Temporal.PlainDate): boolean {
  return state === 'asked' && assignment.state === 'open' && !isWindowOver(assignment.toDay, todayThere)
}

export interface Colleague {
  id: string
  /** Contacts they were given in this program. */
  contacts: number
  /** Something else waits for their answer: one question at a time. */
  isAsked: boolean
}

/** In which order colleagues are asked: whoever carries least first. Those who were asked before are not asked again. */
export function inOrderOfAsking(
  colleagues: readonly Colleague[],
  { leaderId, asked }: { leaderId: string; asked: ReadonlySet<string> },
): Colleague[] {
  return colleagues
    .filter(({ id, isAsked }) => id !== leaderId && !asked.has(id) && !isAsked)
    .sort((a, b) => a.contacts - b.contacts || (a.id < b.id ? -1 : 1))
}

/** How it stands, to whoever asked; no names. */
export function standInWords(all: readonly Handover[], todayThere: Temporal.PlainDate): string | null {
  if (all.length === 0) return null
  if (all.some(({ state }) => state === 'accepted'))
    return 'A colleague has taken it over. Nothing is left for you to do.'
  if (all.some((one) => isWaiting(one, todayThere)))
    return 'A colleague has been asked. Until they say yes it is still yours, and you can make the contact yourself.'
  if (all.every(({ state }) => state === 'withdrawn')) return 'You kept it. Nobody is asked any more.'

  return 'Nobody who could take it has said yes. It is still yours: make it, or decline it with a reason.'
}
