/** Which months are asked for and of whom, and all numbers of them: what the page shows and the exports list. */
import type { Context } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { onceForEach } from '../../lib/once_for_each.ts'
import { type Closings, type Month, monthOf } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import { closingsOf } from '../assignments/open_months_store.ts'
import { getOrganisation, type Organisation } from '../members/store.ts'
import { type CountedIn, EVERYTHING, type Slice } from './breakdowns.ts'
import { findSlice } from './breakdowns_store.ts'
import { type CountedMonth, listCounted } from './counted_store.ts'
import { mayShowGap, type Predictors } from './expectation_gap.ts'
import { GAP } from './measures.ts'
import { type Counted, type Overview, overviewOf } from './overview.ts'
import type { Keeping } from './past.ts'
import { listRebases, type NotedRebase } from './rebases_store.ts'
import { answered, type MayShow, type Tallies } from './results.ts'
import { type MonthsQuery, monthsOf, type Span, spansUpTo } from './spans.ts'
import { findFirstMonth, listGapMonths, listStandardRows, type StandardRow } from './store.ts'

export interface Asked {
  organisation: Organisation
  /** When its months close. */
  closings: Closings
  today: Temporal.PlainDate
  /** The month it is. */
  current: Month
  /** The month of the page. */
  month: Month
  /** The first month anything was counted in. */
  first: Month | null
  /** Null: all contacts. */
  slice: Slice | null
}

export function askedFor(ctx: Context, query: MonthsQuery): Asked {
  const organisation = getOrganisation(ctx)
  const day = dayIn(organisation.timeZone, ctx.now)
  const current = monthOf(day)
  const month = query.month ?? current
  if (month > current) throw new Problem('not_found', 'That month has not begun.')

  const first = findFirstMonth(ctx)
  if (month < (first ?? current)) throw new Problem('not_found', 'Nothing was counted before that month’s end.')

  const slice = query.of && (findSlice(ctx, query.of.breakdown, query.of.key) ?? null)
  if (query.of && !slice) throw new Problem('not_found', `There is no such ${query.of.breakdown}.`)

  return { organisation, closings: closingsOf(ctx), today: day, current, month, first, slice }
}

/** All numbers the page of what was asked for shows. */
export function overviewOfAsked(ctx: Context, asked: Asked): Overview {
  return overviewsOf(ctx, asked, 'kept')(asked.slice)
}

/** The same months for one slice after the other; what all of them need is read once, and of many slices nothing is kept. */
export function overviewsOf(ctx: Context, asked: Asked, keeping: Keeping): (slice: Slice | null) => Overview {
  const { organisation, today, month } = asked
  const spans = spansUpTo(month, organisation.fiscalYearStart)
  const countedIn = (counted: CountedIn) => listCounted(ctx, monthsOf(spans), counted, today, keeping)
  const everything = countedIn(EVERYTHING)
  const all = talliesOf(everything)
  const noted = listRebases(ctx)
  const gap = gapRule(ctx, predictorsOf(everything))

  return (slice) => {
    const months = slice ? talliesOf(countedIn(slice.counted)) : all
    const rebases = rebasesOf(noted, slice)
    const counted = { months, rebases, standards: standardsOf(ctx, slice), mayShowGap: gap(months, all), keeping }

    return overviewOf(spans, counted, organisation.primaryMeasure)
  }
}

/** By measure: what was noted for everything, and of a touchpoint what was noted for it alone. */
function rebasesOf(noted: readonly NotedRebase[], slice: Slice | null): Counted['rebases'] {
  const isHere = ({ touchpointId }: NotedRebase) =>
    touchpointId === null || (slice?.breakdown === 'touchpoint' && slice.key === touchpointId)

  return Map.groupBy(noted.filter(isHere), ({ measure }) => measure)
}

/** Of one touchpoint its own; else all there are, the very same at every look. */
function standardsOf(ctx: Context, slice: Slice | null): readonly StandardRow[] {
  const standards = listStandardRows(ctx)
  if (slice?.breakdown !== 'touchpoint') return standards

  return standards.filter(({ touchpointId }) => touchpointId === slice.key)
}

function talliesOf(counted: ReadonlyMap<Month, CountedMonth>): Tallies {
  return new Map([...counted].map(([month, { tally }]) => [month, tally]))
}

function predictorsOf(counted: ReadonlyMap<Month, CountedMonth>): Predictors {
  return new Map([...counted].map(([month, { predictors }]) => [month, predictors]))
}

/** Of a slice the gap is shown only where that slice has all predictions: else the difference would give some away. */
function gapRule(ctx: Context, predictors: Predictors): (counted: Tallies, all: Tallies) => MayShow {
  const published = asSet(listGapMonths(ctx))

  return (counted, all) => (span) =>
    mayShowGap(span, predictors, published) &&
    (counted === all || predictionsIn(span, counted) === predictionsIn(span, all))
}

const asSet = onceForEach((months: readonly Month[]): ReadonlySet<Month> => new Set(months))

function predictionsIn(span: Span, counted: Tallies): number {
  return span.months.reduce((sum, name) => sum + answered(GAP.question, counted, { name, months: [name] }), 0)
}

/** The address of the same months: elsewhere, at another month, or of another slice. Nothing named is the latest, of all. */
export function hrefOf(
  path: string,
  { month, current }: Asked,
  slice: Pick<Slice, 'breakdown' | 'key'> | null,
): string {
  const asked = new URLSearchParams({
    ...(month !== current && { month }),
    ...(slice && { [slice.breakdown]: slice.key }),
  })

  return asked.size === 0 ? path : `${path}?${asked}`
}
