import type { Context } from '../../context.ts'
import { firstDay, lastDay } from '../../lib/periods.ts'
import { daysOfYearsInWords } from '../../lib/words.ts'
import { getOrganisation, today } from '../members/store.ts'
import type { RoundPeriod } from './cadence.ts'
import { type Asking, tooManyAsked, tooManyInWords } from './monthly_most.ts'
import { type Program, upcomingPeriods } from './program.ts'
import { roundName } from './round.ts'
import { findLastPublished } from './round_store.ts'
import { lineupOf } from './store.ts'

export const ROUNDS_SHOWN = 10

/** Rounds to come, with their numbers: "29 May – 25 June 2026". */
export function comingInWords(ctx: Context, periods: readonly RoundPeriod[]) {
  const { locale } = getOrganisation(ctx)

  return periods
    .slice(0, ROUNDS_SHOWN)
    .map(({ number, startsOn, endsOn }) => ({ number, days: daysOfYearsInWords(startsOn, endsOn, locale) }))
}

/** Weekly rounds of a quarter; of rarer ones, years. */
export const ROUNDS_LOOKED_AT = 15

/** That more is asked than may be made, before a draft tells it by its gaps; nothing where it is not. */
export function tooManyNoted(ctx: Context, periods: readonly RoundPeriod[], asking: Asking): string | null {
  const { locale, contactsPerMonth } = getOrganisation(ctx)
  const found = tooManyAsked(periods, asking, contactsPerMonth)
  if (!found) return null
  const span = { period: '', startsOn: firstDay(found.from).toString(), endsOn: lastDay(found.to).toString() }
  const name = roundName({ ...span, period: found.from === found.to ? found.from : '' }, locale)

  return tooManyInWords(found, asking, contactsPerMonth, name)
}

/** The same of a program as it stands; nothing of one that has ended. */
export function tooManyOf(ctx: Context, program: Program): string | null {
  if (program.retiredOn !== null) return null
  const last = findLastPublished(ctx, program.id) ?? null
  const { contactsPerLeader: each, contactsPerRound: inAll } = program
  const asking = inAll === null ? { each } : { inAll, leaders: lineupOf(ctx, program.id).leaders.length }

  return tooManyNoted(ctx, upcomingPeriods(program, last, today(ctx), ROUNDS_LOOKED_AT), asking)
}
