/** Reads what a closing publishes from: the month, and everything released before that stands in one sum with it. */
import type { Context } from '../../context.ts'
import { addMonths, type Month, monthsBetween, quarterOf } from '../../lib/periods.ts'
import { getOrganisation, today } from '../members/store.ts'
import {
  isQuarterNamed,
  listDue,
  listShownCells,
  listSliceNames,
  listStandardsAt,
  listStandings,
  type Standing,
} from './closing_store.ts'
import { eachPlacedAssignment, eachPlacedContact } from './placed_store.ts'
import {
  BREAKDOWNS_IN_TURN,
  isAt,
  LONGEST_RUN,
  type Place,
  type Placed,
  shortestRun,
  sliceOf,
  spanName,
} from './places.ts'
import { hasEnoughLeaders } from './published.ts'
import { listClosedMonths } from './published_store.ts'
import type { Release, ReleasePlace, ShownCell } from './release_cells.ts'
import { nameOfSlice } from './slice_names.ts'

/** What is published when a month closes: all that stands in one sum with it, over shown cells of whatever month. */
export function readRelease(ctx: Context, month: Month): Release {
  const { smallestGroup: enough, primaryMeasure } = getOrganisation(ctx)
  const quarters = closedQuarters(ctx, month)
  const latest = listShownSince(ctx, addMonths(month, -MONTHS_BACK))
  const standing = listStandings(ctx, without(quarters.flat(), month), month)
  const due = listDue(ctx, without(quarters.at(-1) ?? [], month), { month, today: today(ctx) })
  const places = placesOf(ctx, { month, quarters, standing, due, shown: latest.cells, enough })
  const { months, shown } = linkedTo(ctx, places, latest)

  return {
    ...{ places, contacts: eachPlacedContact(ctx, without(months, month), month), enough, primaryMeasure, shown },
    assignments: eachPlacedAssignment(ctx, without(months, month), { month, today: today(ctx) }),
    standards: listStandardsAt(ctx, touchpointsIn(places), months),
  }
}

/** A standard is shared where its way in is, also one that nobody was asked about. */
function touchpointsIn(places: readonly Place[]): string[] {
  return places.filter(({ breakdown }) => breakdown === 'touchpoint').map(({ slice }) => slice)
}

function without(months: readonly Month[], month: Month): Month[] {
  return months.filter((one) => one !== month)
}

/** As far back as a run of quarters reaches, and the span before it. */
const MONTHS_BACK = 30

interface ShownSince {
  since: Month
  cells: readonly ShownCell[]
}

function listShownSince(ctx: Context, since: Month): ShownSince {
  return { since, cells: listShownCells(ctx, since) as ShownCell[] }
}

/**
 * Where this month is the last of a quarter: it and the closed ones before it, without a gap; else none. When the fiscal year was moved,
 * the next quarter that shares no month and no name with those published before is the first again.
 */
function closedQuarters(ctx: Context, month: Month): Month[][] {
  const { fiscalYearStart } = getOrganisation(ctx)
  const starts = new Map(listClosedMonths(ctx).map((one) => [one.month, one.fiscalYearStart]))
  starts.set(month, fiscalYearStart)
  const quarters: Month[][] = []
  let quarter = quarterOf(month, fiscalYearStart)
  if (quarter.months[2] !== month || isQuarterNamed(ctx, quarter.name, month)) return []
  while (quarters.length < LONGEST_RUN && isUndivided(quarter.months, starts)) {
    quarters.unshift(quarter.months)
    quarter = quarterOf(addMonths(quarter.months[0], -1), fiscalYearStart)
  }

  return quarters
}

/** All of it is closed, and no other quarter ended within it: `starts` of the fiscal years they were closed in. */
function isUndivided(months: readonly Month[], starts: ReadonlyMap<Month, number>): boolean {
  const endsQuarter = (month: Month) => quarterOf(month, starts.get(month)).months[2] === month

  return months.every((month) => starts.has(month)) && !months.slice(0, -1).some(endsQuarter)
}

interface Wanted {
  month: Month
  quarters: readonly (readonly Month[])[]
  standing: readonly Standing[]
  due: readonly Omit<Placed, 'id' | 'leaderId'>[]
  shown: readonly ShownCell[]
  enough: number
}

/**
 * The month as a whole; where it ends a quarter, every slice anybody contacted in it or was to. That a slice is there must not tell
 * whether the one who was to took part, and kept their cover.
 */
function placesOf(ctx: Context, wanted: Wanted): ReleasePlace[] {
  const { month, quarters, standing, due, shown, enough } = wanted
  const names = listSliceNames(ctx)
  const { fiscalYearStart } = getOrganisation(ctx)
  const at = (place: Place) => standing.filter((one) => isAt(place, one))
  const places: Place[] = [
    { breakdown: 'all', slice: '', months: [month] },
    ...slicesIn([...standing, ...due], quarters.at(-1) ?? []).map((slice) => ({
      ...slice,
      months: shortestRun(quarters, shownThrough(shown, slice), (months) =>
        hasEnoughLeaders(at({ ...slice, months }), enough),
      ),
    })),
  ]

  return places.map((place) => ({
    ...place,
    span: spanName(place, fiscalYearStart),
    sliceName: nameOfSlice(place, names),
  }))
}

type Slice = Omit<Place, 'months'>

function slicesIn(placed: Wanted['due'], quarter: readonly Month[]): Slice[] {
  const there = placed.filter(({ month }) => quarter.includes(month))

  return BREAKDOWNS_IN_TURN.flatMap((breakdown) => {
    const slices = new Set(there.map((one) => sliceOf(one, breakdown)))

    return [...slices].filter((slice) => slice !== '').map((slice) => ({ breakdown, slice }))
  })
}

function shownThrough(shown: readonly ShownCell[], { breakdown, slice }: Slice): Month | null {
  const months = shown
    .filter((cell) => cell.breakdown === breakdown && cell.slice === slice)
    .map(({ lastMonth }) => lastMonth)

  return months.sort().at(-1) ?? null
}

/** With the span before them, which the first is compared with. A long run may reach back to months other cells were shown of: further then. */
function linkedTo(
  ctx: Context,
  places: readonly Place[],
  { since, cells }: ShownSince,
): { months: readonly Month[]; shown: readonly ShownCell[] } {
  const months = linkedMonths(places, cells)
  const first = addMonths(months[0] ?? since, -1)
  if (first < since) return linkedTo(ctx, places, listShownSince(ctx, first))

  return { months, shown: cells.filter(({ lastMonth }) => lastMonth >= first) }
}

/** Every month that stands, over however many shown cells, in one sum with one of the new places. */
function linkedMonths(places: readonly Place[], shown: readonly ShownCell[]): Month[] {
  const months = new Set(places.flatMap((place) => place.months))
  for (let before = 0; before < months.size; ) {
    before = months.size
    for (const { firstMonth, lastMonth } of shown) {
      const reaches = [...months].some((month) => month >= firstMonth && month <= lastMonth)
      if (reaches) for (const month of monthsBetween(firstMonth, lastMonth)) months.add(month)
    }
  }

  return [...months].sort()
}
