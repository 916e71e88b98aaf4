import type { WeeklyHours } from '../../lib/days.ts'
import { type Span, WEEKDAYS } from '../../lib/days.ts'

/** Days on which a leader makes no contacts, both included. */
export interface Absence {
  id: string
  fromDay: string
  toDay: string
}

/** The longest one absence; whoever is away longer has left or comes back by hand. */
const LONGEST_ABSENCE_DAYS = 731

/** What is wrong with a new absence beside the ones that are there, or nothing. ISO days compare as text. */
export function absenceComplaint(
  wanted: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  others: readonly Absence[],
): { to?: string; from?: string } | undefined {
  const [from, to] = [wanted.from.toString(), wanted.to.toString()]
  if (to < from) return { to: 'The last day comes before the first.' }
  if (wanted.from.until(wanted.to).days >= LONGEST_ABSENCE_DAYS)
    return { to: 'Write at most two years. Look at the year again.' }
  const other = others.find((one) => one.fromDay <= to && from <= one.toDay)
  if (other) return { from: `Some of these days are in an absence already: ${other.fromDay} to ${other.toDay}.` }

  return undefined
}

const OFFICE: readonly Span[] = [['07:00', '21:00']]

/** PRODUCT.md §2: when a leader has said nothing, Monday to Saturday 7–21 in their own zone. */
export const DEFAULT_HOURS: WeeklyHours = Object.fromEntries(
  WEEKDAYS.filter((weekday) => weekday !== 'sun').map((weekday) => [weekday, OFFICE]),
)

/** The default is kept as null, so that a better default reaches whoever never chose. */
export function hoursToKeep(weekly: WeeklyHours): WeeklyHours | null {
  const isDefault = WEEKDAYS.every(
    (weekday) => JSON.stringify(weekly[weekday] ?? []) === JSON.stringify(DEFAULT_HOURS[weekday] ?? []),
  )

  return isDefault ? null : weekly
}
