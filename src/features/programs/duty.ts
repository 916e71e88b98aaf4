/** How a contact stands, as a lead sees it: a mark and a word, never a colour alone. */
import type { Daypart } from '../../lib/days.ts'
import { isPastHalfway, isWindowOver } from './round.ts'

export interface DutyDays {
  state: string
  fromDay: string
  toDay: string
  contactedOn: string | null
}

export type Mark = 'done' | 'open' | 'published' | 'draft' | 'missed' | 'away'

export interface DutyStanding {
  mark: Mark
  word: string
}

const STANDINGS: Readonly<Record<string, DutyStanding>> = {
  planned: { mark: 'draft', word: 'Draft' },
  open: { mark: 'published', word: 'Published' },
  contacted: { mark: 'open', word: 'Contacted, reflection to come' },
  reflected: { mark: 'done', word: 'Done' },
  missed: { mark: 'missed', word: 'Missed' },
  declined: { mark: 'missed', word: 'Declined' },
  excused: { mark: 'away', word: 'Excused' },
}

/** What the key below a rotation explains, in the order of a contact's life. */
export const KEY: readonly DutyStanding[] = [
  { mark: 'done', word: 'Done' },
  { mark: 'open', word: 'Contacted' },
  { mark: 'missed', word: 'Missed or declined' },
  { mark: 'published', word: 'Published' },
  { mark: 'draft', word: 'Draft' },
]

export const DAYPART_WORDS: Readonly<Record<Daypart, string>> = {
  early: 'early, 6–9',
  morning: 'morning, 9–12',
  midday: 'midday, 12–14',
  afternoon: 'afternoon, 14–17',
  evening: 'evening, 17–21',
  night: 'night, 21–6',
}

/** Cancelled and handed-over ones stand nowhere: somebody else’s stands in their place, or nobody’s. */
export function isShown(state: string): boolean {
  return Object.hasOwn(STANDINGS, state)
}

/** Planned, waited for or done: what a leader carries. Excused ones are nobody’s load. */
export function isLoad(state: string): boolean {
  return isShown(state) && state !== 'excused'
}

/** Made, or still to be made: what covers a touchpoint and keeps a cool-down. Missed and declined ones never happened. */
export function isRealContact(state: string): boolean {
  return isLoad(state) && state !== 'missed' && state !== 'declined'
}

/** An open one whose window is over was missed, also before the clock has noted it. */
export function standingOf(duty: DutyDays, todayThere: Temporal.PlainDate): DutyStanding {
  const over = duty.state === 'open' && isWindowOver(duty.toDay, todayThere)

  return STANDINGS[over ? 'missed' : duty.state] ?? { mark: 'away', word: 'Nothing' }
}

export type Debt = 'late' | 'reflection' | 'halfway' | 'declined'

/** What is owed and worth a word: half the window gone, the window over, a contact without its reflection, or nobody’s since it was declined. */
export function debtOf(duty: DutyDays, todayThere: Temporal.PlainDate): Debt | null {
  if (duty.state === 'declined') return isWindowOver(duty.toDay, todayThere) ? null : 'declined'
  if (duty.state === 'missed') return 'late'
  if (duty.state === 'contacted') return duty.contactedOn !== todayThere.toString() ? 'reflection' : null
  if (duty.state !== 'open') return null
  if (isWindowOver(duty.toDay, todayThere)) return 'late'

  return isPastHalfway(duty.fromDay, duty.toDay, todayThere) ? 'halfway' : null
}
