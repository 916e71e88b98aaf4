/** Which letter is due: one table of kinds, and one rule that is asked when a letter is decided and again when it leaves. */
import { isIn } from '../../lib/written_out.ts'
import { isPastHalfway } from '../programs/round.ts'
import { NOTE_KINDS } from './note.ts'

const LEADER_KINDS = ['opens', 'half_way', 'last_day', 'reflect'] as const
const LEAD_KINDS = ['digest', 'round_planned', 'declined'] as const
const OWNER_KINDS = ['followup'] as const
const REVIEWER_KINDS = ['review'] as const
export const KINDS = [...LEADER_KINDS, ...NOTE_KINDS, ...OWNER_KINDS, ...LEAD_KINDS, ...REVIEWER_KINDS] as const

export type LeaderKind = (typeof LEADER_KINDS)[number]
export type LeadKind = (typeof LEAD_KINDS)[number]
export type Kind = (typeof KINDS)[number]

/** How the page of choices names each. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  opens: 'When a window of mine opens',
  half_way: 'Half-way through it',
  last_day: 'On its last day',
  reflect: 'When a reflection is missing',
  moved: 'When a contact of mine is changed for me',
  handover: 'When a colleague asks me to take a contact over, or answers',
  nudge: 'When a lead nudges me',
  followup: 'When a follow-up is given to me',
  digest: 'The week in counts',
  round_planned: 'When a round is planned',
  declined: 'When a leader declines a contact',
  review: 'When a review waits for my signature',
}

/** The kinds a member can get at all. */
export function kindsFor(roles: readonly string[]): Kind[] {
  return [
    ...(roles.includes('leader') ? [...LEADER_KINDS, ...NOTE_KINDS] : []),
    ...(roles.some((role) => ['leader', 'lead', 'owner'].includes(role)) ? OWNER_KINDS : []),
    ...(roles.includes('lead') ? LEAD_KINDS : []),
    ...(roles.includes('reviewer') ? REVIEWER_KINDS : []),
  ]
}

/** What the rule reads of an assignment. Days are days at the touchpoint. */
export interface Owed {
  state: string
  fromDay: string
  toDay: string
  contactedOn: string | null
  /** Days within which mail and forms promise an answer; null where somebody answers at once. */
  answerDays: number | null
}

/** The letter that makes sense today, of those the leader wants; null: nothing is owed, or not yet. */
export function dueReminder(
  owed: Owed,
  today: Temporal.PlainDate,
  isWanted: (kind: LeaderKind) => boolean,
  isDayOff: (day: Temporal.PlainDate) => boolean,
): LeaderKind | null {
  return reached(owed, today, isDayOff).find(isWanted) ?? null
}

/** So many days after its end a contact without a reflection is for the lead's board, not for one more letter. */
const REFLECT_WITHIN_DAYS = 31

/** The newest first: after a time without a server only that one is written, never all that were missed. */
function reached(owed: Owed, today: Temporal.PlainDate, isDayOff: (day: Temporal.PlainDate) => boolean): LeaderKind[] {
  if (owed.state === 'contacted') return isReflectionOwed(owed, today) ? ['reflect'] : []
  if (owed.state !== 'open' || !isWithin(owed, today)) return []
  const last = lastDayOn(owed, isDayOff)
  const isLast = Temporal.PlainDate.compare(today, last) >= 0

  return [
    ...(isLast ? (['last_day'] as const) : []),
    ...(isPastHalfway(owed.fromDay, last.toString(), today) ? (['half_way'] as const) : []),
    'opens',
  ]
}

/** The last day of the window on which the leader takes letters; a window of days off only is reminded of all the same. */
function lastDayOn({ fromDay, toDay }: Owed, isDayOff: (day: Temporal.PlainDate) => boolean): Temporal.PlainDate {
  const [first, last] = [Temporal.PlainDate.from(fromDay), Temporal.PlainDate.from(toDay)]
  let day = last
  while (isDayOff(day) && Temporal.PlainDate.compare(day, first) > 0) day = day.subtract({ days: 1 })

  return isDayOff(day) ? last : day
}

/** True where every day of the window is one on which the leader wants no letters. */
export function isAllDaysOff(owed: Owed, isDayOff: (day: Temporal.PlainDate) => boolean): boolean {
  return isDayOff(lastDayOn(owed, isDayOff))
}

/** From the day after the contact ended: for mail and forms that is when the promised answer is due. */
function isReflectionOwed({ contactedOn, answerDays }: Owed, today: Temporal.PlainDate): boolean {
  if (!contactedOn) return false
  const ended = Temporal.PlainDate.from(contactedOn).add({ days: answerDays ?? 0 })
  const days = ended.until(today, { largestUnit: 'days' }).days

  return days >= 1 && days <= REFLECT_WITHIN_DAYS
}

function isWithin({ fromDay, toDay }: Owed, today: Temporal.PlainDate): boolean {
  const day = today.toString()

  return fromDay <= day && day <= toDay
}

/** A letter's occasion says what it is about, once and for ever: its kind, the thing, and whose it is. Ids hold no spaces. */
export function occasionOf(kind: Kind, subjectId: string, memberId: string): string {
  return `${kind} ${subjectId} ${memberId}`
}

/** What an occasion of ours was written about. */
export function subjectOf(occasion: string): string {
  return occasion.split(' ')[1] ?? ''
}

export function isKind(kind: string): kind is Kind {
  return isIn(KINDS, kind)
}

export function isLeaderKind(kind: Kind): kind is LeaderKind {
  return isIn(LEADER_KINDS, kind)
}
