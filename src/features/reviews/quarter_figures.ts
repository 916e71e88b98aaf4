/** Figures of a quarter from the cells of its months, and what may be said of two quarters. */
import type { Month } from '../../lib/periods.ts'
import { type Moments, meanInterval } from '../../lib/statistics.ts'
import type { Change, Figure, Numbers } from '../../platform/files/report.ts'
import { changeWords, numbersIn, WHY_UNCOMPARED } from '../months/figure_words.ts'
import { type Measure, PRIDE } from '../months/measures.ts'
import type { ReadCell as Cell } from '../months/read_cells.ts'
import { changeOfMean, changeOfShare, confidenceFor, shareOf, type Change as Verdict } from '../months/verdict.ts'

type Named = Pick<Measure, 'key' | 'kind'>

/** Of one month; null where nothing was published for it. */
export function monthFigure(measure: Named, cells: readonly Cell[], month: Month, level = ''): Figure | null {
  const cell = cells.find((one) => one.measure === measure.key && one.span === month && one.level === level)

  return cell ? figureOf(measure, cell, { breakdown: '', slice: '' }) : null
}

export function figureOf(
  { key, kind }: Named,
  cell: Cell,
  { breakdown, slice }: { breakdown: string; slice: string },
): Figure {
  return {
    ...{ kind: 'figure', measure: key, of: kind, span: cell.span, breakdown, slice },
    level: cell.levelName,
    signed: kind === 'mean',
    numbers: cell.shown ? numbersOf(cell) : 'withheld',
  }
}

function numbersOf({ count, of, value, low, high }: Cell): Numbers {
  return { count, of: of ?? 0, value, low, high }
}

/** The months of a span added up: withheld where any of them is, null where nothing was published for any. */
export function sumFigure(measure: Named, cells: readonly Cell[], span: { name: string; months: readonly Month[] }) {
  const parts = partsOf(measure, cells, span.months)
  if (parts.length === 0) return null

  return {
    ...{ kind: 'figure', measure: measure.key, of: measure.kind, span: span.name, breakdown: '', slice: '', level: '' },
    signed: measure.kind === 'mean',
    numbers: parts.every(({ shown }) => shown) ? summed(measure, parts) : 'withheld',
  } satisfies Figure
}

/** All that a mean over the months needs; of withheld ones it knows nothing, so ask only where none is. */
export function sumMoments(measure: Named, cells: readonly Cell[], months: readonly Month[]): Moments {
  return momentsOf(partsOf(measure, cells, months))
}

function partsOf({ key }: Named, cells: readonly Cell[], months: readonly Month[]): Cell[] {
  return cells.filter((cell) => cell.measure === key && months.includes(cell.span))
}

function summed({ kind }: Named, parts: readonly Cell[]): Numbers {
  if (kind === 'mean') return meanOf(momentsOf(parts))
  const share = { count: total(parts, 'count'), of: total(parts, 'of') }
  const value = shareOf(share)

  return { ...share, value: value?.value ?? null, low: value?.low ?? null, high: value?.high ?? null }
}

function meanOf(moments: Moments): Numbers {
  if (moments.of === 0) return { count: null, of: 0, value: null, low: null, high: null }
  const { mean, low, high } = meanInterval(moments)
  const ends = Number.isFinite(low) && Number.isFinite(high)

  return { count: null, of: moments.of, value: mean, low: ends ? low : null, high: ends ? high : null }
}

function momentsOf(parts: readonly Cell[]): Moments {
  return { of: total(parts, 'of'), sum: total(parts, 'sum'), squares: total(parts, 'squares') }
}

function total(parts: readonly Cell[], column: 'count' | 'of' | 'sum' | 'squares'): number {
  return parts.reduce((sum, part) => sum + (part[column] ?? 0), 0)
}

export interface Compared {
  measure: Measure
  now: Figure | null
  /** Null: either quarter has nothing published, or something withheld. */
  change: Verdict | null
  /** Some of the quarter before is. */
  isBeforeWithheld: boolean
}

/** A quarter against the one before, at 95 % for the primary measure and 99 % for all others. */
export function comparedQuarter(
  measure: Measure,
  cells: readonly Cell[],
  spans: { now: { name: string; months: readonly Month[] }; before: readonly Month[] },
  primaryMeasure: string,
): Compared {
  const now = sumFigure(measure, cells, spans.now)
  const parts = [partsOf(measure, cells, spans.before), partsOf(measure, cells, spans.now.months)] as const
  const isBeforeWithheld = parts[0].some(({ shown }) => !shown)
  const isComparable = parts.every((side) => side.length > 0 && side.every(({ shown }) => shown))

  return { measure, now, isBeforeWithheld, change: isComparable ? changeOf(measure, parts, primaryMeasure) : null }
}

function changeOf(measure: Measure, [before, now]: readonly [readonly Cell[], readonly Cell[]], primary: string) {
  const confidence = confidenceFor(measure, primary)
  if (measure.kind === 'mean') return changeOfMean(momentsOf(before), momentsOf(now), confidence)
  const share = (parts: readonly Cell[]) => ({ count: total(parts, 'count'), of: total(parts, 'of') })

  return changeOfShare(share(before), share(now), confidence)
}

export const UNCOMPARED = { mark: 'few', below: '' } as const

/** "No clear change", "+4 points, −27 to +34"; withheld where the quarter is. */
export function changeCell({ now, change, isBeforeWithheld }: Compared, locale: string): Change {
  if (now?.numbers === 'withheld') return { kind: 'change', mark: 'withheld', words: 'withheld', below: '' }
  if (!change || !now)
    return {
      kind: 'change',
      words: isBeforeWithheld ? WHY_UNCOMPARED.afterWithheldQuarter : WHY_UNCOMPARED.alone,
      ...UNCOMPARED,
    }
  const { count, of } = now.numbers
  const { words, mark, below } = changeWords({ change, figure: { count, of, value: null } }, numbersIn(locale))

  return { kind: 'change', mark, words, below }
}

/** The levels of a distribution in one month, in their order. */
export function levelFigures(cells: readonly Cell[], month: Month): (Figure | null)[] {
  return PRIDE.counts.map((level) => monthFigure(PRIDE, cells, month, level))
}
