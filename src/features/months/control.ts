/**
 * Control charts of measures (PRODUCT.md §4), over plain values: live for leads, from published months alone for readers.
 * NHS England's "Making Data Count": a chart from twelve points on, two to three years of it at most, and limits begun anew only
 * where a change is known.
 */
import { type ControlPoint, chartEach, type SpecialCause } from '../../lib/control_chart.ts'
import type { Month } from '../../lib/periods.ts'
import { ENOUGH } from './verdict.ts'

/** So many months with contacts are needed, and at most so many, the latest, are charted. */
export const FEWEST_MONTHS = 12
export const MOST_MONTHS = 24

/** One month with contacts; months without, and those withheld, are left out. */
export interface Observed {
  month: Month
  value: number
  /** Contacts behind the value. */
  of: number
}

/** A change that was noted, from this month on. */
export interface Rebase {
  month: Month
  reason: string
}

/** With the days it stood, from noting to taking back. */
export interface NotedChange extends Rebase {
  measure: string
  notedOn: string
  withdrawnOn: string | null
}

/** What was noted of a measure, and not taken back, before the day a month closed: what was published keeps the limits it was shown with. */
export function notedBefore<Noted extends NotedChange>(noted: readonly Noted[], measure: string, day: string): Noted[] {
  return noted.filter((one) => one.measure === measure && one.notedOn < day && (one.withdrawnOn ?? '9') >= day)
}

/** A handful of contacts are stories: their month is on the chart, and nothing is said of it. */
export type Signal = ControlPoint['signal'] | 'too_few'

/** Limits made from fewer months let none of them stand out, whatever they are: “nothing changed” would be said of anything. */
export const TELLING_MONTHS = 5

export function signalSaid({ signal, of, months }: Pick<ChartedMonth, 'signal' | 'of' | 'months'>): Signal {
  return of < ENOUGH || months < TELLING_MONTHS ? 'too_few' : signal
}

export interface ChartedMonth extends Observed, ControlPoint {
  cause: SpecialCause | null
  /** The change noted since the month before, where the limits begin anew. */
  rebase: Rebase | null
  /** Months that made these limits. */
  months: number
}

/** Every month of the chart, oldest first; null where there are too few of them, and where hardly any differs from the one before. */
export function chartedMonths(
  observed: readonly Observed[],
  { improvement, rebases }: { improvement: 'up' | 'down'; rebases: readonly Rebase[] },
): ChartedMonth[] | null {
  if (observed.length < FEWEST_MONTHS) return null

  const months = observed.slice(-MOST_MONTHS)
  const values = months.map(({ value }) => value)
  const begins = new Map(rebases.map((rebase) => [placeOf(rebase, months), rebase]))
  const rebaseAt = [...begins.keys()].filter((place) => place > 0)

  const charted = chartEach(
    values,
    { improvement, rebaseAt },
    (place, { mean, lower, upper, of: made }, signal, cause) => {
      const { month, value, of } = months[place] as Observed
      const rebase = place > 0 ? (begins.get(place) ?? null) : null

      return { month, of, value, mean, lower, upper, signal, cause, rebase, months: made }
    },
  )

  return charted.some(isOffNoWidth) ? null : charted
}

/** All ranges but outlying ones are none, so every month off the mean would be special: of fourteen perfect months but one, all of them. */
function isOffNoWidth({ lower, upper, signal }: ChartedMonth): boolean {
  return lower === upper && signal !== 'none'
}

/** Whether two charts say the same of every month but the last; their limits, which move a little with each contact, may differ. */
export function sayTheSame(some: readonly ChartedMonth[] | null, others: readonly ChartedMonth[] | null): boolean {
  if (some === null || others === null) return some === others

  return some.length === others.length && some.every((one, i) => i === some.length - 1 || isSaid(one, others[i]))
}

function isSaid(one: ChartedMonth, other: ChartedMonth | undefined): boolean {
  if (one.month !== other?.month || signalSaid(one) !== signalSaid(other) || one.cause !== other.cause) return false

  return one.value > one.mean === other.value > other.mean
}

/** The first month with contacts since the change; 0, which begins anew anyway, where there is none. */
function placeOf({ month }: Rebase, months: readonly Observed[]): number {
  return Math.max(
    0,
    months.findIndex((each) => each.month >= month),
  )
}
