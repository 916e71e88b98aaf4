/** Who still has something to do, since when, and whether a nudge makes sense. */
import { type DutyDays, debtOf } from './duty.ts'

export type Owes = 'late' | 'declined' | 'reflection' | 'halfway' | 'open' | 'contacted' | 'ahead'

/** What comes first on the board: what is late, then what nobody has, then what runs, then what is still to come. */
const ORDER: readonly Owes[] = ['late', 'declined', 'reflection', 'halfway', 'open', 'contacted', 'ahead']

/** Everything that is not done, also what is in good time; null where nobody waits for it. */
export function owesOf(duty: DutyDays, todayThere: Temporal.PlainDate): Owes | null {
  const debt = debtOf(duty, todayThere)
  if (debt) return debt
  if (duty.state === 'contacted') return 'contacted'
  if (duty.state !== 'open') return null

  return duty.fromDay > todayThere.toString() ? 'ahead' : 'open'
}

/** The day since which it is owed: the window's first, or the contact's; null while the window lies ahead. */
export function owedSince(duty: DutyDays, owes: Owes): string | null {
  if (owes === 'ahead') return null

  return owes === 'reflection' || owes === 'contacted' ? (duty.contactedOn ?? duty.fromDay) : duty.fromDay
}

/** Most urgent first, and among those whoever has waited longest. */
export function inOrderOfOwing<D extends DutyDays & { id: string; owes: Owes }>(duties: readonly D[]): D[] {
  return duties.toSorted(
    (a, b) =>
      ORDER.indexOf(a.owes) - ORDER.indexOf(b.owes) ||
      compare(a.toDay, b.toDay) ||
      compare(a.fromDay, b.fromDay) ||
      compare(a.id, b.id),
  )
}

/** Why a nudge would be out of place; null: it may be sent. It is one neutral letter, once a day at most. */
export function nudgeComplaint(duty: DutyDays, todayThere: Temporal.PlainDate): string | null {
  const owes = owesOf(duty, todayThere)
  if (owes === 'ahead') return 'Their window has not begun yet. There is nothing to be reminded of.'
  if (owes === 'contacted') return 'They made the contact today. Give them the evening.'
  if (owes === 'declined') return 'They declined it. Find somebody else for it.'

  return owes === null ? 'Nobody is waiting for this contact.' : null
}

/** Letters that remind of a contact; the one that announces it is none. */
const REMINDERS = ['half_way', 'last_day', 'reflect'] as const

/** The occasions a reminder can have been written for: a kind, the contact, whose it is. */
export function reminderOccasions({ id, leaderId }: { id: string; leaderId: string }): string[] {
  return REMINDERS.map((kind) => `${kind} ${id} ${leaderId}`)
}

/** One nudge a day: a second one has the same occasion, and no letter is written twice for one. */
export function nudgeOccasion({ id, leaderId }: { id: string; leaderId: string }, today: Temporal.PlainDate): string {
  return `${nudgesOf({ id, leaderId })}${today}`
}

export function nudgesOf({ id, leaderId }: { id: string; leaderId: string }): string {
  return `nudge ${id} ${leaderId} `
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
