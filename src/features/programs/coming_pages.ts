import type { Context } from '../../context.ts'
import { firstDay, lastDay, monthOf } from '../../lib/periods.ts'
import { daysOfYearsInWords } from '../../lib/words.ts'
import { getOrganisation, today } from '../members/store.ts'
import type { RoundPeriod } from './cadence.ts'
import { type Asking, tooManyAsked, tooManyInWords } from './monthly_most.ts'
import { type Program, upcomingPeriods } from './program.ts'
import { roundName } from './round.ts'
import { findLastPublished, listRoundsOf } from './round_store.ts'
import { lineupOf, listPrograms } from './store.ts'

const ROUNDS_SHOWN = 10

/** Rounds to come, with their numbers: "29 May – 25 June 2026". */
export function comingInWords(ctx: Context, periods: readonly RoundPeriod[]) {
  const { locale } = getOrganisation(ctx)

  return periods
    .slice(0, ROUNDS_SHOWN)
    .map(({ number, startsOn, endsOn }) => ({ number, days: daysOfYearsInWords(startsOn, endsOn, locale) }))
}

/** Weekly rounds of a quarter; of rarer ones, years. */
export const ROUNDS_LOOKED_AT = 15

/** That more is asked than may be made, before a draft tells it by its gaps; nothing where it is not. `id` is left out of the others. */
export function tooManyNoted(ctx: Context, own: Asking, id: string | null): string | null {
  const { locale, contactsPerMonth } = getOrganisation(ctx)
  const found = tooManyAsked(own, othersAsking(ctx, own.leaders, id), contactsPerMonth)
  if (!found) return null
  const span = { period: '', startsOn: firstDay(found.from).toString(), endsOn: lastDay(found.to).toString() }
  const name = roundName({ ...span, period: found.months === 1 ? found.from : '' }, locale)

  return tooManyInWords(found, contactsPerMonth, name)
}

/** The same of a program as it stands; nothing of one that has ended. */
export function tooManyOf(ctx: Context, program: Program): string | null {
  return program.retiredOn === null ? tooManyNoted(ctx, askingOf(ctx, program), program.id) : null
}

/** The other programs that run and ask any of these leaders. */
function othersAsking(ctx: Context, leaders: readonly string[], id: string | null): Asking[] {
  return listPrograms(ctx)
    .filter((program) => program.id !== id && lineupOf(ctx, program.id).leaders.some((one) => leaders.includes(one)))
    .map((program) => askingOf(ctx, program))
}

function askingOf(ctx: Context, program: Program): Asking {
  const { name, contactsPerLeader: each, contactsPerRound: inAll } = program
  const last = findLastPublished(ctx, program.id) ?? null
  const ahead = upcomingPeriods(program, last, today(ctx), ROUNDS_LOOKED_AT)

  return {
    name,
    rounds: [...publishedSinceThisMonth(ctx, program.id), ...ahead],
    leaders: lineupOf(ctx, program.id).leaders,
    contacts: inAll === null ? { each } : { inAll },
  }
}

/** Rounds whose contacts count in this month or later, and are nobody’s to draft any more. */
export function publishedSinceThisMonth(ctx: Context, programId: string): Asking['rounds'] {
  const month = monthOf(today(ctx))

  return listRoundsOf(ctx, programId)
    .filter(({ state, endsOn }) => state !== 'planned' && endsOn >= firstDay(month).toString())
    .map(({ startsOn, endsOn }) => ({
      startsOn: Temporal.PlainDate.from(startsOn),
      endsOn: Temporal.PlainDate.from(endsOn),
    }))
}
