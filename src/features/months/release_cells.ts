/** What is released at a closing, and how one of its cells is written down. */
import { addMonths, type Month } from '../../lib/periods.ts'
import type { Countable } from '../reflections/counts.ts'
import { cellNumbers, changeBetween } from './cells.ts'
import type { Measure } from './measures.ts'
import type { Place, Placed } from './places.ts'
import type { PublishedBreakdown } from './published.ts'
import type { Tally } from './tally.ts'
import { confidenceFor } from './verdict.ts'

export interface Standard {
  id: string
  statement: string
  target: number | null
  touchpointId: string
}

/** A cell that was shown before: where, of what, and its numbers. */
export interface ShownCell {
  span: string
  firstMonth: Month
  lastMonth: Month
  breakdown: PublishedBreakdown
  slice: string
  measure: string
  level: string
  count: number | null
  of: number | null
  sum: number | null
  squares: number | null
}

export interface Release {
  places: readonly (Place & { span: string; sliceName: string })[]
  /** Each read once, one after the other. */
  contacts: Iterable<Placed & Countable>
  assignments: Iterable<Placed & { reflected: boolean }>
  shown: readonly ShownCell[]
  standards: readonly Standard[]
  enough: number
  primaryMeasure: string
}

export type ReleasePlace = Release['places'][number]

export interface What {
  measure: Measure
  standard?: Standard | undefined
  level?: string
  /** Null: withheld. */
  tally: Tally | null
}

export function cellOf(release: Release, place: ReleasePlace, { measure, standard, level, tally }: What) {
  const { breakdown, slice, sliceName, span, months } = place
  const confidence = confidenceFor(measure, release.primaryMeasure)
  const levels = { level: level ?? standard?.id ?? '', levelName: standard?.statement ?? level ?? '' }
  const cell = {
    ...{ span, firstMonth: months[0] ?? '', lastMonth: months.at(-1) ?? '', breakdown, slice, sliceName },
    ...{ measure: measure.key, ...levels, confidence, target: standard?.target ?? null, shown: tally !== null },
  }
  if (tally === null) return { ...cell, ...WITHHELD }
  const numbers = numbersOf(measure, tally)

  return { ...cell, ...WITHHELD, ...numbers, ...(level === undefined ? changeOf(release, cell, numbers) : {}) }
}

function numbersOf(measure: Measure, tally: Tally) {
  return measure.kind === 'distribution'
    ? cellNumbers({ ...measure, kind: 'share' }, tally)
    : cellNumbers(measure, tally)
}

type CellNumbersAndChange = Omit<
  ShownCell,
  'span' | 'firstMonth' | 'lastMonth' | 'breakdown' | 'slice' | 'measure' | 'level'
> & {
  value: number | null
  low: number | null
  high: number | null
  comparedWith: string | null
  verdict: 'clear_rise' | 'clear_fall' | 'no_clear_change' | 'too_few' | null
  difference: number | null
  differenceLow: number | null
  differenceHigh: number | null
}

const WITHHELD: CellNumbersAndChange = {
  ...{ count: null, of: null, sum: null, squares: null, value: null, low: null, high: null },
  ...{ comparedWith: null, verdict: null, difference: null, differenceLow: null, differenceHigh: null },
}

/** Against the shown span of the slice that ends right before this one begins. */
function changeOf(
  { shown }: Release,
  cell: Pick<ShownCell, 'breakdown' | 'slice' | 'measure' | 'level' | 'firstMonth'> & { confidence: number },
  numbers: ReturnType<typeof cellNumbers>,
): Partial<CellNumbersAndChange> {
  const { breakdown, slice, measure, level, confidence } = cell
  const last = addMonths(cell.firstMonth, -1)
  const before = shown.find(
    (one) =>
      one.lastMonth === last &&
      one.breakdown === breakdown &&
      one.slice === slice &&
      one.measure === measure &&
      one.level === level,
  )
  if (!before) return {}
  const { verdict, difference } = changeBetween(before, numbers, confidence)

  return {
    ...{ comparedWith: before.span, verdict, difference: difference?.difference ?? null },
    ...{ differenceLow: difference?.low ?? null, differenceHigh: difference?.high ?? null },
  }
}
