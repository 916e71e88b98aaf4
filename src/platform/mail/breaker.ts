/** Keeps a mail server that is down from being hammered: after a failure nothing is tried for a while, longer each time. */
export interface Breaker {
  /** closed: letters go. open: nothing is tried. half_open: the server is asked first, before a letter is risked on it. */
  stateAt: (now: Temporal.Instant) => 'closed' | 'open' | 'half_open'
  /** No letter gets through. While it is open already, letters still under way count for nothing. */
  failed: (now: Temporal.Instant) => void
  worked: () => void
}

/** Minutes; a server that comes back after hours is found again within the longest of them and half as much. */
const PAUSES = [1, 2, 4, 8, 15]

/** Kept in memory: a restart tries once, and learns the same. `chance` gives shares from 0 to 1. */
export function newBreaker(chance: () => number): Breaker {
  let failures = 0
  let openUntil: Temporal.Instant | undefined

  const isOpen = (now: Temporal.Instant) => {
    if (!openUntil) return false
    // A clock that was set back by a year must not keep it open for a year.
    const tooFar = now.add({ seconds: longest })

    return Temporal.Instant.compare(now, openUntil) < 0 && Temporal.Instant.compare(openUntil, tooFar) <= 0
  }
  const failed = (now: Temporal.Instant) => {
    if (isOpen(now)) return
    openUntil = now.add({ seconds: jittered(PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0, chance()) })
    failures++
  }
  const worked = () => {
    failures = 0
    openUntil = undefined
  }
  const stateAt = (now: Temporal.Instant) => (isOpen(now) ? 'open' : failures > 0 ? 'half_open' : 'closed')

  return { stateAt, failed, worked }
}

/** Seconds: the minutes and up to half as many again, so that whoever waits for the same does not come back together. */
export function jittered(minutes: number, chance: number): number {
  return Math.round(minutes * 60 * (1 + chance / 2))
}

const longest = jittered(Math.max(...PAUSES), 1)
