/** What is going to happen, in the order of time. Whatever is planned for after the end never happens. */
export interface Diary {
  /** Puts a deed into the diary; one for a moment that is past already happens at once when the diary is next read. */
  plan: (at: Temporal.Instant, deed: (at: Temporal.Instant) => void) => void
  /** Lets everything happen up to and with this moment; deeds may plan more deeds. */
  liveUntil: (moment: Temporal.Instant) => void
}

interface Entry {
  at: Temporal.Instant
  deed: (at: Temporal.Instant) => void
}

export function newDiary(): Diary {
  const entries: Entry[] = []

  return {
    plan: (at, deed) => {
      const later = entries.findIndex((entry) => Temporal.Instant.compare(entry.at, at) > 0)
      entries.splice(later === -1 ? entries.length : later, 0, { at, deed })
    },
    liveUntil: (moment) => {
      for (let next = entries[0]; next && Temporal.Instant.compare(next.at, moment) <= 0; next = entries[0]) {
        entries.shift()
        next.deed(next.at)
      }
    },
  }
}
