import type { Context } from '../../context.ts'
import { dayInWords, daysInWords } from '../../lib/words.ts'
import { getOrganisation } from '../members/store.ts'
import type { RoundPeriod } from './cadence.ts'

export const ROUNDS_SHOWN = 10

/** Rounds to come, with their numbers: "29 May – 25 June 2026". */
export function comingInWords(ctx: Context, periods: readonly RoundPeriod[]) {
  const { locale } = getOrganisation(ctx)

  return periods
    .slice(0, ROUNDS_SHOWN)
    .map(({ number, startsOn, endsOn }) => ({ number, days: spanInWords(startsOn, endsOn, locale) }))
}

function spanInWords(from: Temporal.PlainDate, to: Temporal.PlainDate, locale: string): string {
  if (from.year !== to.year) return `${dayInWords(from, locale)} – ${dayInWords(to, locale)}`

  return `${daysInWords(from, to, locale)} ${to.year}`
}
