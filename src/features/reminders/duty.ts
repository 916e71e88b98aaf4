/** Who owes what: an assignment, its leader, and the letters that leader takes. */
import { dayIn } from '../../lib/days.ts'
import { type Choice, isDayOff, wants } from './quiet.ts'
import { dueReminder, isAllDaysOff, type LeaderKind, type Owed } from './reminder.ts'

/** Whoever a letter would go to. */
export interface Recipient {
  id: string
  name: string
  email: string
  timeZone: string
  choice: Choice
}

/** An assignment of which something may still be owed. */
export interface Duty extends Owed {
  id: string
  touchpointZone: string
  leader: Recipient
}

/** The letter this leader should have today; null: none. */
export function dueFor({ leader, ...duty }: Duty, now: Temporal.Instant): LeaderKind | null {
  const isWanted = (kind: LeaderKind) => wants(leader.choice, kind)

  return dueReminder(duty, dayIn(duty.touchpointZone, now), isWanted, (day) => isDayOff(leader.choice, day))
}

/** A window of days off only would pass in silence, so for it they are days like others. */
export function choiceFor({ leader: { choice }, ...duty }: Duty): Choice {
  const isOpen = duty.state === 'open'

  return isOpen && isAllDaysOff(duty, (day) => isDayOff(choice, day)) ? { ...choice, weekends: true } : choice
}
