import { type OpeningHours, spansOn } from '../src/features/touchpoints/opening_hours.ts'
import { DAYPART_MINUTES, DAYPARTS, type Daypart, listDays, overlap, spansToMinutes } from '../src/lib/days.ts'

/** A moment at which somebody could make the contact. */
export interface Chance {
  day: Temporal.PlainDate
  daypart: Daypart
  at: Temporal.Instant
}

/** A window as an assignment keeps it. */
export interface GivenWindow {
  fromDay: string
  toDay: string
  daypart: Daypart | null
}

/** Leaders sleep, and ring when they are awake. */
const AWAKE: readonly Daypart[] = ['early', 'morning', 'midday', 'afternoon', 'evening']

/** One moment on each day on which it is open, in the daypart asked for where it is open then. */
export function chancesIn(window: GivenWindow, hours: OpeningHours): Chance[] {
  const days = listDays(Temporal.PlainDate.from(window.fromDay), Temporal.PlainDate.from(window.toDay))

  return days.flatMap((day) => {
    const asked = window.daypart ? [window.daypart] : []
    for (const daypart of [...asked, ...AWAKE, ...DAYPARTS]) {
      const chance = chanceOn(day, daypart, hours)
      if (chance) return [chance]
    }

    return []
  })
}

/** The day somewhere, at a time of it. */
export function momentOn(day: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant()
}

function chanceOn(day: Temporal.PlainDate, daypart: Daypart, hours: OpeningHours): Chance | null {
  const [first] = overlap(spansToMinutes(spansOn(hours, day)), DAYPART_MINUTES[daypart])
  if (!first) return null
  const middle = Math.floor((first[0] + first[1]) / 2)
  const time = Temporal.PlainTime.from('00:00').add({ minutes: middle })

  return { day, daypart, at: day.toZonedDateTime({ timeZone: hours.zone, plainTime: time }).toInstant() }
}
