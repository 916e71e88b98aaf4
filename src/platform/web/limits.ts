/** Bodies carry at most ten long texts; larger ones are refused before they are read. */
export const BODY_LIMIT = 4 * 1024 * 1024

/**
 * By default a socket whose body comes slowly stays open for ever. requestTimeout, headersTimeout and the interval at which both are
 * looked at belong together. Milliseconds.
 */
export const TIMEOUTS = {
  requestTimeout: 20_000,
  connectionTimeout: 0,
  keepAliveTimeout: 72_000,
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
} as const

/** Says whether one more is allowed, and counts it. */
export type Allowance = (key: string, now: Temporal.Instant) => boolean

/** So many per key in so many minutes, counted from the first. Kept in memory: there is one process, and a restart forgives. */
export function allowance(most: number, minutes: number): Allowance {
  const spans = new Map<string, { until: number; count: number }>()
  const length = minutes * 60_000
  // A clock that was set back by a year must not count one span for a year.
  const isRunning = (until: number, moment: number) => until > moment && until <= moment + length

  return (key, now) => {
    const moment = now.epochMilliseconds
    if (spans.size > MOST_KEYS) for (const [old, { until }] of spans) if (!isRunning(until, moment)) spans.delete(old)
    const known = spans.get(key)
    const span = known && isRunning(known.until, moment) ? known : { until: moment + length, count: 0 }
    span.count++
    spans.set(key, span)

    return span.count <= most
  }
}

const MOST_KEYS = 10_000
