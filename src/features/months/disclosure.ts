/**
 * Which cells may be shown (PRODUCT.md §4): so many that the sum of answers of no set of contacts by fewer than k leaders can be derived
 * from everything released together. First what adding and taking away gives: look for it, withhold the least that ends all that was
 * found, look again; the last round says how little any choice could have withheld. Then what limits force, cell by cell; and in the end
 * whatever can be shown after all is put back, so that no cell is withheld that the others would not give away.
 */
import { derivedConflicts, forcedBy, type Rules } from './disclosure_audit.ts'
import { clashesIn } from './disclosure_clashes.ts'
import { type Conflict, type Family, placeNumber } from './disclosure_family.ts'
import { lightestHit } from './hitting_set.ts'

export interface Decision {
  /** Of each cell. */
  shown: boolean[]
  /** Contacts withheld over all candidates, and the least that could have been. */
  hidden: number
  hiddenAtLeast: number
}

const MOST_ROUNDS = 25

/** `candidates` have enough leaders for themselves; whatever else was not released before is withheld. */
export function decide(family: Family, candidates: readonly number[], rules: Rules): Decision {
  const fixed = [...family.cells.keys()].filter((i) => family.cells[i]?.fixed)
  const clashes = clashesIn(family, [...fixed, ...candidates])
  const first = { ...rules, steps: { left: rules.steps.left / 2 } }
  const { withheld, atLeast } = underived(family, { fixed, candidates, clashes }, first)
  const without = unforced(family, { fixed, candidates, withheld }, first)
  const never = new Set(clashes.flatMap(({ members }) => (members.length === 1 ? members : [])))
  const then = { ...rules, steps: { left: rules.steps.left / 2 } }
  const open = putBack(family, { fixed, withheld: without, candidates, never }, then)

  return {
    shown: family.cells.map((cell, i) => cell.fixed || open.has(i)),
    hidden: candidates.reduce((sum, i) => sum + (open.has(i) ? 0 : weightOf(family, i)), 0),
    hiddenAtLeast: atLeast,
  }
}

interface Choosing {
  fixed: readonly number[]
  candidates: readonly number[]
  clashes: readonly Conflict[]
}

function underived(family: Family, { fixed, candidates, clashes }: Choosing, rules: Rules) {
  const places = new Map(candidates.map((i) => [i, placeNumber(family, i)]))
  const conflicts = [...clashes]
  let withheld = new Set<number>()
  for (let round = 0; ; round++) {
    const { chosen } = hit(family, places, conflicts)
    const now = candidates.filter((i) => chosen.includes(i) || chosen.includes(places.get(i) as number))
    withheld = round < MOST_ROUNDS ? new Set(now) : withheld.union(new Set(now))
    const shown = [...fixed, ...candidates.filter((i) => !withheld.has(i))]
    const found = derivedConflicts(family, shown, rules)
    if (found.length === 0) break
    conflicts.push(...(round < MOST_ROUNDS ? found : found.map((one) => lightestOf(family, places, one))))
  }
  const proven = conflicts.filter((conflict) => conflict.proven)

  return { withheld, atLeast: hit(family, places, proven).atLeast }
}

/** Withholds, one after the other, the cell that speaks of most forced contacts for its weight; all where the steps ran out. */
function unforced(family: Family, { fixed, candidates, withheld }: Omit<Back, 'never'>, rules: Rules): Set<number> {
  const without = new Set(withheld)
  for (;;) {
    const told = forcedBy(family, [...fixed, ...candidates.filter((i) => !without.has(i))], rules)
    if (told.size === 0) return without
    if (rules.steps.left <= 0) return new Set(candidates)
    const worth = (i: number) => (told.get(i) ?? 0) / weightOf(family, i)
    without.add([...told.keys()].reduce((a, b) => (worth(b) > worth(a) ? b : a)))
  }
}

interface Back {
  fixed: readonly number[]
  candidates: readonly number[]
  withheld: ReadonlySet<number>
  never: ReadonlySet<number>
}

/** The heaviest first; where the steps ran out before, that is all there is to begin with. */
function putBack(family: Family, { fixed, candidates, withheld, never }: Back, rules: Rules): Set<number> {
  const open = new Set(candidates.filter((i) => !withheld.has(i)))
  const waiting = [...withheld].filter((i) => !never.has(i)).sort((a, b) => weightOf(family, b) - weightOf(family, a))
  for (const cell of waiting) {
    if (rules.steps.left <= 0) break
    const more = [...fixed, ...open, cell]
    const clash = clashesIn(family, more).length > 0
    if (clash || derivedConflicts(family, more, rules).length > 0 || forcedBy(family, more, rules).size > 0) continue
    open.add(cell)
  }

  return open
}

/** Too many rounds: from here on the lightest of what is found goes at once, so that it comes to an end. */
function lightestOf(family: Family, places: ReadonlyMap<number, number>, { members }: Conflict): Conflict {
  const weight = weightIn(family, places)

  return { members: [members.reduce((a, b) => (weight(b) < weight(a) ? b : a))], proven: false }
}

/** A place ends whatever one of its cells does. */
function hit(family: Family, places: ReadonlyMap<number, number>, conflicts: readonly Conflict[]) {
  const sets = conflicts.map(({ members }) => [
    ...new Set(members.flatMap((member) => (member < 0 ? [member] : [member, places.get(member) ?? member]))),
  ])

  return lightestHit(sets, weightIn(family, places))
}

function weightIn(family: Family, places: ReadonlyMap<number, number>): (member: number) => number {
  const ofPlace = Map.groupBy(places.keys(), (cell) => places.get(cell) as number)

  return (member) => (ofPlace.get(member) ?? [member]).reduce((sum, cell) => sum + weightOf(family, cell), 0)
}

function weightOf({ cells }: Family, cell: number): number {
  return cells[cell]?.weight ?? 0
}
