/** When the texts of a reflection may be read by others than its author and leads (PRODUCT.md §3). */
import { daysBetween } from '../../lib/days.ts'
import { languageOf } from '../../lib/language.ts'
import { checkText, isMeasured, type Known } from '../../lib/name_check.ts'
import { Problem } from '../../lib/problem.ts'

export type ReleaseState = 'unreleased' | 'released' | 'held'

const RELEASED_AFTER_DAYS = 3
const CONTEXT_DAYS = 7
const LONGEST_NOTE = 500

/** Written on the 10th, on the 13th: a lead has had three days to look. */
export function isThirdDay(writtenOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return daysBetween(writtenOn, today) >= RELEASED_AFTER_DAYS
}

/** The day on which texts release themselves. */
export function releasedOn(writtenOn: Temporal.PlainDate): Temporal.PlainDate {
  return writtenOn.add({ days: RELEASED_AFTER_DAYS })
}

/** The last day on which texts must have been written to be due today. */
export function writtenBy(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.subtract({ days: RELEASED_AFTER_DAYS })
}

/** Nothing found in any text, and a language for which finding nothing means something. */
export function releaseThemselves(texts: readonly string[], known: Known): boolean {
  const said = texts.filter((text) => text.trim() !== '')

  return isMeasured(languageOf(said)) && said.every((text) => checkText(text, known).length === 0)
}

/** Leads decide about what others wrote; nobody about their own. */
export function mayDecide(leaderId: string, actor: { id: string | null; roles: readonly string[] }): boolean {
  return actor.id !== null && actor.roles.includes('lead') && actor.id !== leaderId
}

export function refuseToDecide(leaderId: string, actor: { id: string | null; roles: readonly string[] }): void {
  if (mayDecide(leaderId, actor)) return

  throw new Problem('forbidden', 'Nobody releases, holds or masks their own words: another lead does.')
}

export function noteComplaint(note: string): string | null {
  if (note.trim() === '') return 'Say to the author why, so that they can put it in other words.'

  return note.trim().length > LONGEST_NOTE ? `Keep it under ${LONGEST_NOTE} characters.` : null
}

/** The last day on which context may be added to texts that could be read from a day on. */
export function lastContextDay(releasedOn: Temporal.PlainDate): Temporal.PlainDate {
  return releasedOn.add({ days: CONTEXT_DAYS })
}

/** Beside released texts of their own touchpoint, for a week; it never changes an answer. */
export function mayAddContext(
  {
    state,
    releasedOn,
    ownerId,
  }: { state: ReleaseState; releasedOn: Temporal.PlainDate | null; ownerId: string | null },
  actor: { id: string | null; roles: readonly string[] },
  today: Temporal.PlainDate,
): boolean {
  const isOwner = actor.id !== null && actor.id === ownerId && actor.roles.includes('owner')
  if (!isOwner || state !== 'released' || releasedOn === null) return false
  const days = daysBetween(releasedOn, today)

  return days >= 0 && days <= CONTEXT_DAYS
}

export function contextComplaint(words: string): string | null {
  if (words.trim() === '') return 'Write what people who read this should know.'

  return words.trim().length > LONGEST_NOTE ? `Keep it under ${LONGEST_NOTE} characters.` : null
}
