/** A day as a form sends it, YYYY-MM-DD and nothing else; null where it is none. */
export function readDay(text: string): Temporal.PlainDate | null {
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Temporal.PlainDate.from(text) : null
  } catch {
    return null
  }
}

export function isDayBefore(day: Temporal.PlainDate, other: string): boolean {
  return Temporal.PlainDate.compare(day, Temporal.PlainDate.from(other)) < 0
}
