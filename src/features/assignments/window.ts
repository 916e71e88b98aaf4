/** A window is days at the touchpoint and perhaps a daypart; the leader picks the minute. */
import { type Daypart, listDays } from '../../lib/days.ts'

export interface Window {
  fromDay: Temporal.PlainDate
  toDay: Temporal.PlainDate
  daypart: Daypart | null
}

export type Place = 'ahead' | 'now' | 'over'

/** Where a day at the touchpoint lies. */
export function placeOf(window: Window, today: Temporal.PlainDate): Place {
  if (Temporal.PlainDate.compare(today, window.fromDay) < 0) return 'ahead'

  return Temporal.PlainDate.compare(today, window.toDay) > 0 ? 'over' : 'now'
}

export interface WindowDay {
  day: Temporal.PlainDate
  place: 'past' | 'now' | 'ahead'
  open: boolean
}

/** Each day of the window with where it stands; closed days are told apart so that nobody plans on them. */
export function listWindowDays(
  window: Window,
  today: Temporal.PlainDate,
  isOpen: (day: Temporal.PlainDate) => boolean,
): WindowDay[] {
  return listDays(window.fromDay, window.toDay).map((day) => {
    const order = Temporal.PlainDate.compare(day, today)
    const place = order < 0 ? 'past' : 'ahead'

    return { day, place: order === 0 ? 'now' : place, open: isOpen(day) }
  })
}

/** A contact is made on a day that has come, and not before its window; null where all is well. */
export function contactDayComplaint(
  contactedOn: Temporal.PlainDate,
  earliest: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): string | null {
  if (Temporal.PlainDate.compare(contactedOn, today) > 0) {
    return 'That day has not come yet at the touchpoint. Say when the contact was.'
  }
  if (earliest && Temporal.PlainDate.compare(contactedOn, earliest) < 0) {
    return 'That is before your window began. If you made a contact earlier, log it as your own initiative.'
  }

  return null
}
