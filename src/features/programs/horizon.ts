/** Which rounds a drawing looks at: eleven before it, the ones drawn, and a few after them that it must not paint into a corner. */
import type { RoundPeriod } from './cadence.ts'
import { daysLeft, type Round } from './round.ts'
import type { Horizon } from './round_problem.ts'

/** Loads and coverage are looked at over twelve rounds (PRODUCT.md §2). */
const ROUNDS_BEFORE = 11
/** As many months as the usual cool-down lasts. */
export const ROUNDS_AFTER = 3

/** `earliest`: the first day on which a window may begin. */
export function horizonFor(
  stored: readonly Round[],
  drawn: readonly RoundPeriod[],
  after: readonly RoundPeriod[],
  earliest: Temporal.PlainDate,
): Horizon {
  const ahead = [...drawn, ...after].flatMap((period) => {
    const days = daysLeft(period, earliest)

    return days ? [{ id: period.key, from: days.from.toString(), to: days.to.toString() }] : []
  })
  const first = drawn[0]?.startsOn.toString() ?? earliest.toString()
  const past = stored.filter(({ startsOn }) => startsOn < first).slice(-ROUNDS_BEFORE)

  return {
    past: past.map(({ period, startsOn, endsOn }) => ({ id: period, from: startsOn, to: endsOn, closed: true })),
    ahead,
    without: new Set(),
    roundOf: new Map(stored.map(({ id, period }) => [id, period])),
  }
}

/** A stored round as the period it was planned for. */
export function periodOf(round: Round): RoundPeriod {
  return {
    key: round.period,
    number: round.number,
    startsOn: Temporal.PlainDate.from(round.startsOn),
    endsOn: Temporal.PlainDate.from(round.endsOn),
  }
}
