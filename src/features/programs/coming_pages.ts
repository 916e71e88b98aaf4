import type { Context } from '../../context.ts'
import { daysOfYearsInWords } from '../../lib/words.ts'
import { getOrganisation } from '../members/store.ts'
import type { RoundPeriod } from './cadence.ts'

export const ROUNDS_SHOWN = 10

/** Rounds to come, with their numbers: "29 May – 25 June 2026". */
export function comingInWords(ctx: Context, periods: readonly RoundPeriod[]) {
  const { locale } = getOrganisation(ctx)

  return periods
    .slice(0, ROUNDS_SHOWN)
    .map(({ number, startsOn, endsOn }) => ({ number, days: daysOfYearsInWords(startsOn, endsOn, locale) }))
}
