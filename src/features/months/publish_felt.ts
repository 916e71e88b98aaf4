/** Felt valued and the expectation gap, decided together: who felt valued before how far from expected. */
import type { AnswerPool } from './answer_pool.ts'
import { type AnswerTable, tableOf } from './answer_table.ts'
import { type Decision, decide, type Look, openingOf } from './disclosure.ts'
import { holdsWithin } from './disclosure_audit.ts'
import type { Family, FamilyCell } from './disclosure_family.ts'
import type { Rules } from './disclosure_views.ts'
import {
  AS_GAP,
  AS_VALUED,
  COUNT_VALUED,
  FELT,
  isPredicted,
  limitsOf,
  MEAN_GAP,
  unitsForLeads,
  unitsOfGap,
  unitsOfValued,
  widestLimitsOf,
} from './felt.ts'
import { GAP, type Measure, VALUED } from './measures.ts'
import type { Place } from './places.ts'
import { asPlace, isDear, joined, type Publication, type Publishing } from './publishing.ts'
import { cellOf, type ReleasePlace } from './release_cells.ts'

export function publishFelt(release: Publishing, pool: AnswerPool): Publication {
  const [gaps, valued] = [rowsOf(release, GAP), rowsOf(release, VALUED)]
  const holding = gaps.map(({ place }) => ({ ...place, holds: isPredicted }))
  const table = tableOf([...holding, ...valued.map(({ place }) => place)], pool, FELT)
  const asGap = { ...AS_GAP, units: unitsOfGap(table.units, gaps.length), cells: cellsOf(release, table, gaps, 0) }
  const asValued = {
    ...{ ...AS_VALUED, units: unitsOfValued(table.units), others: new Set(gaps.keys()) },
    cells: cellsOf(release, table, valued, gaps.length),
  }
  const totals = new Set([...gaps.keys()].filter((i) => gaps[i]?.place.breakdown === 'all'))
  const [forValued, forGap] = decideBoth(release, table, { asValued, asGap, totals })

  return joined([
    published(release, table, valued, { ...forValued, cells: asValued.cells }),
    published(release, table, gaps, { ...forGap, cells: asGap.cells }),
  ])
}

interface Row {
  measure: Measure
  place: Place
  /** Null: it was shown before. */
  now: ReleasePlace | null
}

function rowsOf({ shown, places }: Publishing, measure: Measure): Row[] {
  const before = shown.filter((cell) => cell.measure === measure.key)

  return [
    ...before.map((cell) => ({ measure, place: asPlace(cell), now: null })),
    ...places.map((place) => ({ measure, place, now: place })),
  ]
}

function cellsOf(release: Publishing, { weight }: AnswerTable, rows: readonly Row[], from: number): FamilyCell[] {
  return rows.map(({ measure, place, now }, i) => ({
    ...{ place: from + i, cuts: measure === GAP ? MEAN_GAP : COUNT_VALUED, fixed: now === null },
    weight: now === null ? 0 : weight(from + i),
    dear: now !== null && isDear(release, { measure, place }),
  }))
}

/**
 * A gap is shown where nobody is given away by the gaps, nor by what they tell of who felt valued; and only beside who did. Where that
 * is withheld, often all answered alike, and a gap could tell how.
 */
function decideBoth(
  { enough, steps }: Publishing,
  table: AnswerTable,
  { asValued, asGap, totals }: { asValued: Family; asGap: Family; totals: ReadonlySet<number> },
): [Decision, Decision] {
  const rules = () => ({ enough, steps: { left: steps } })
  const candidatesIn = ({ cells }: Family) =>
    cells.flatMap(({ fixed, place }, i) => (!fixed && table.mayStand(place, enough) ? [i] : []))
  const limits = widestLimitsOf(openingOf(asGap, rules())[0] as Look)
  const forValued = decide({ ...asValued, limits }, candidatesIn(asValued), rules())
  const { audit, shown } = forValued.looks[0] as Look
  const holds = holdsWithin(audit, shown)
  const standing = candidatesIn(asGap)
  const isBeside = (i: number) => forValued.shown[asValued.cells.length - asGap.cells.length + i] === true
  const beside = standing.filter((i) => isBeside(i) && (!totals.has(i) || isKeptFromLeads(table, i, rules())))
  const forGap = decide(asGap, beside, rules(), ([look]) => holds(limitsOf(look as Look)))
  const alone = standing.filter((i) => !beside.includes(i)).reduce((sum, i) => sum + (asGap.cells[i]?.weight ?? 0), 0)

  return [forValued, { ...forGap, hidden: forGap.hidden + alone }]
}

/** Leads read the gap of a month, whatever else stands beside it; of slices only where it is the same. */
function isKeptFromLeads({ units }: AnswerTable, place: number, rules: Rules): boolean {
  const cells = [{ place, cuts: MEAN_GAP, weight: 0, fixed: false }]

  return decide({ ...AS_GAP, units: unitsForLeads(units, place), cells }, [0], rules).shown[0] === true
}

function published(
  release: Publishing,
  table: AnswerTable,
  rows: readonly Row[],
  { shown, cells, hidden, hiddenAtLeast }: Decision & Pick<Family, 'cells'>,
): Publication {
  return {
    ...{ hidden, hiddenAtLeast },
    cells: rows.flatMap(({ measure, now }, i) =>
      now ? [cellOf(release, now, { measure, tally: shown[i] ? table.tally(cells[i]?.place ?? 0) : null })] : [],
    ),
  }
}
