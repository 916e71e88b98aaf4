/** What comes next in a program: the rounds that are there and the periods still to be planned, one after the other. */
import type { RoundPeriod } from './cadence.ts'
import { type Program, upcomingPeriods } from './program.ts'
import { daysLeft, type Round } from './round.ts'

/** Periods that no round was planned for and that have a day left, the next one first. */
export function unplannedPeriods(
  program: Program,
  stored: readonly Round[],
  today: Temporal.PlainDate,
  count: number,
): RoundPeriod[] {
  if (program.retiredOn !== null) return []
  const last = stored.findLast(({ state }) => state !== 'planned') ?? null
  const known = new Set(stored.map(({ period }) => period))
  const tomorrow = today.add({ days: 1 })

  return upcomingPeriods(program, last, tomorrow, count + stored.length)
    .filter((period) => !known.has(period.key) && daysLeft(period, tomorrow) !== null)
    .slice(0, count)
}

/** The draft that is published next. */
export function nextDraft<R extends Round>(stored: readonly R[]): R | undefined {
  return stored.find(({ state }) => state === 'planned')
}

/** The published round that is running or was last. */
export function currentRound<R extends Round>(stored: readonly R[]): R | undefined {
  return stored.findLast(({ state }) => state !== 'planned')
}
