/** How late a reflection is handed in, in days only: nobody knows the minute of a contact (PRODUCT.md §3). */
import { daysBetween } from '../../lib/days.ts'
import type { Tempo } from './choices.ts'
import type { Answers } from './fields.ts'

/** Mail and forms end with the answer; a span of days is read for the leader, as its last one. */
const DAYS_UNTIL_ANSWER: Readonly<Record<string, number>> = { same_day: 0, next_day: 1, '2_to_3': 3, '4_to_10': 10 }

type Contact = Pick<Answers, 'reached' | 'wait'> & { contactedOn: Temporal.PlainDate }

/**
 * The day a contact ended, at the touchpoint; null where it cannot be told ("over 10 days").
 * Live contacts end on their day. Unanswered mail ends when the time the touchpoint promises is over.
 */
export function endedOn(contact: Contact, tempo: Tempo, answerDays: number | null): Temporal.PlainDate | null {
  const { contactedOn, reached, wait } = contact
  if (tempo === 'live') return contactedOn
  if (reached === 'no_answer' && answerDays !== null) return contactedOn.add({ days: answerDays })
  const days = wait === null ? 0 : DAYS_UNTIL_ANSWER[wait]

  return days === undefined ? null : contactedOn.add({ days })
}

/** Days between the end and the handing in where that is more than one, else 0: in time. Both are days at the touchpoint. */
export function daysLate(ended: Temporal.PlainDate | null, handedInOn: Temporal.PlainDate): number {
  const days = ended ? daysBetween(ended, handedInOn) : 0

  return days > 1 ? days : 0
}

/** Said to the leader; empty when it is in time. */
export function lateWords(days: number): string {
  return days > 1 ? `Handed in ${days} days after the contact ended, and marked late.` : ''
}
