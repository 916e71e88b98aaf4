/** Whether the clock of the machine can be believed: one that was set wrong must not plan, close and write letters for a year to come. */

/** A running server ticks every minute; further ahead than this at once, the clock was set, or the machine slept over a long weekend. */
const LARGEST_STEP = Temporal.Duration.from({ hours: 48 })

export interface ClockJump {
  /** The last moment that was believed, and the one that was not. */
  from: Temporal.Instant
  to: Temporal.Instant
}

export class ClockWatch {
  #latest: Temporal.Instant | null = null
  #jump: ClockJump | null = null

  /** What is not believed at present; null: all is well. */
  get jump(): ClockJump | null {
    return this.#jump
  }

  /**
   * Whether a moment can be believed. The first one is, because a server may have been down for long; a clock set back is, because what is
   * done then was done already; and a clock that comes back from a jump is believed again.
   */
  believes(now: Temporal.Instant): boolean {
    const latest = this.#latest ?? now
    const isTooFar = Temporal.Instant.compare(now, latest.add(LARGEST_STEP)) > 0
    this.#jump = isTooFar ? { from: latest, to: now } : null
    if (!isTooFar) this.#latest = Temporal.Instant.compare(now, latest) > 0 ? now : latest

    return !isTooFar
  }
}

/** Days only: no line of the log tells a time of day. */
export function jumpInWords({ from, to }: ClockJump): string {
  const day = (moment: Temporal.Instant) => moment.toString().slice(0, 10)

  return `The clock of this machine went from ${day(from)} to ${day(to)} at once. Nothing is planned, closed, reminded or sent until it is set right. If it is right, start Plainclothes again.`
}
