/** What every part of a closing needs: what is released and how far it may search, and what it publishes. */
import { monthsBetween } from '../../lib/periods.ts'
import type { AnswerTable } from './answer_table.ts'
import { type Decision, decide } from './disclosure.ts'
import type { Cut, Family, FamilyCell } from './disclosure_family.ts'
import type { MeasureFamily } from './families.ts'
import type { Measure } from './measures.ts'
import type { Place } from './places.ts'
import type { cellOf, Release, ShownCell } from './release_cells.ts'

export interface Publication {
  cells: ReturnType<typeof cellOf>[]
  hidden: number
  hiddenAtLeast: number
}

/** Steps the search over a family may take; beyond them more is withheld. */
export interface Publishing extends Release {
  steps: number
}

export function joined(parts: readonly Publication[]): Publication {
  return {
    cells: parts.flatMap(({ cells }) => cells),
    hidden: parts.reduce((sum, { hidden }) => sum + hidden, 0),
    hiddenAtLeast: parts.reduce((sum, { hiddenAtLeast }) => sum + hiddenAtLeast, 0),
  }
}

/** `candidates` by their number among the cells. */
export function decideOn(
  { enough, steps }: Publishing,
  { kinds, among, values }: MeasureFamily,
  { units, cells }: Pick<Family, 'units' | 'cells'>,
  candidates: readonly number[],
): Decision {
  return decide({ kinds, among, values, units, cells }, candidates, { enough, steps: { left: steps } })
}

export function asPlace({ breakdown, slice, firstMonth, lastMonth }: ShownCell): Place {
  return { breakdown, slice, months: monthsBetween(firstMonth, lastMonth) }
}

export function cellAt(family: MeasureFamily, { weight }: AnswerTable, key: string, place: number): FamilyCell {
  return { place, cuts: cutsOf(family, key), weight: weight(place), fixed: false }
}

/** The primary measure over all of a month. */
export function isDear(
  { primaryMeasure }: Publishing,
  { measure, place }: { measure: Pick<Measure, 'key'>; place: Place },
): boolean {
  return measure.key === primaryMeasure && place.breakdown === 'all'
}

export function cutsOf({ measures, cuts }: MeasureFamily, key: string): readonly Cut[] {
  return cuts[measures.findIndex((measure) => measure.key === key)] ?? []
}
