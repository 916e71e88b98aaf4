/** What is going to happen, in the order of time. Whatever is planned for after the end never happens. */
export interface Diary {
  /** Puts a deed into the diary; one for a moment that is past already happens at once when the diary is next read. */
  plan: (at: Temporal.Instant, deed: (at: Temporal.Instant) => void) => void
  /** Lets everything happen up to and with this moment; deeds may plan more deeds. */
  liveUntil: (moment: Temporal.Instant) => void
}

interface Entry {
  at: Temporal.Instant
  number: number
  deed: (at: Temporal.Instant) => void
}

export function newDiary(): Diary {
  const entries: Entry[] = []
  let written = 0

  return {
    plan: (at, deed) => {
      entries.push({ at, number: ++written, deed })
      entries.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || a.number - b.number)
    },
    liveUntil: (moment) => {
      for (let next = entries[0]; next && Temporal.Instant.compare(next.at, moment) <= 0; next = entries[0]) {
        entries.shift()
        next.deed(next.at)
      }
    },
  }
}
