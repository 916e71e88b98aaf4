/** When a member takes letters: never at night, and at weekends only if they say so. All in the member's own zone. */
import { minutesOf } from '../../lib/days.ts'
import type { Kind } from './reminder.ts'

export interface Choice {
  /** Kinds that are not wanted. */
  declined: readonly string[]
  /** HH:MM; the night may run over midnight. The same twice: no quiet hours. */
  quietFrom: string
  quietUntil: string
  weekends: boolean
}

export const DEFAULT_CHOICE: Choice = { declined: [], quietFrom: '20:00', quietUntil: '07:00', weekends: false }

export function wants({ declined }: Choice, kind: Kind): boolean {
  return !declined.includes(kind)
}

/** Saturday or Sunday, unless those are days like others. */
export function isDayOff({ weekends }: Choice, day: Temporal.PlainDate): boolean {
  return !weekends && day.dayOfWeek > 5
}

/** The first moment, from now on, at which a letter may arrive. */
export function allowedFrom(choice: Choice, zone: string, now: Temporal.Instant): Temporal.Instant {
  let at = now.toZonedDateTimeISO(zone)
  // Each step ends one night or one day off, and there are never more than a weekend and its two nights in a row.
  for (;;) {
    if (isDayOff(choice, at.toPlainDate())) at = at.add({ days: 1 }).startOfDay()
    else if (isQuiet(choice, at)) at = endOfNight(choice, at)
    else return at.toInstant()
  }
}

function isQuiet({ quietFrom, quietUntil }: Choice, at: Temporal.ZonedDateTime): boolean {
  const [from, until] = [minutesOf(quietFrom), minutesOf(quietUntil)]
  const minute = at.hour * 60 + at.minute
  if (from <= until) return from <= minute && minute < until

  return minute >= from || minute < until
}

/**
 * Where the clock is put back the end of the night comes twice, and the second is meant, or it might lie behind us; where it is put
 * forward over the end, the night ends with the jump.
 */
function endOfNight({ quietFrom, quietUntil }: Choice, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const isEvening = minutesOf(quietFrom) > minutesOf(quietUntil) && at.hour * 60 + at.minute >= minutesOf(quietFrom)
  const day = isEvening ? at.toPlainDate().add({ days: 1 }) : at.toPlainDate()

  return day
    .toPlainDateTime(Temporal.PlainTime.from(quietUntil))
    .toZonedDateTime(at.timeZoneId, { disambiguation: 'later' })
}
