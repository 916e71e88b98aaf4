/**
 * Which cells may be shown (PRODUCT.md §4): so many that the sum of answers of no set of contacts by fewer than k leaders can be derived
 * from everything released together, whole numbers and their limits considered. Look for what gives somebody away, withhold the least
 * that ends all that was found, look again; what certainly gives somebody away also says how little any choice could have withheld.
 */
import { type Audit, auditsOf, conflictsIn, type Rules } from './disclosure_audit.ts'
import { clashesIn } from './disclosure_clashes.ts'
import type { Conflict, Family } from './disclosure_family.ts'
import { lightestHit } from './hitting_set.ts'

export interface Decision {
  /** Of each cell. */
  shown: boolean[]
  /** Contacts withheld over all candidates, and the least that could have been. */
  hidden: number
  hiddenAtLeast: number
}

const MOST_ROUNDS = 30

/** After so many no further round is begun. */
const ENOUGH_STEPS = 4_000_000

interface Choosing {
  audits: readonly Audit[]
  fixed: readonly number[]
  candidates: readonly number[]
  conflicts: Conflict[]
  weightOf: (cell: number) => number
  /** By which it is chosen: what is dear weighs more than all others together. */
  worthOf: (cell: number) => number
  rules: Rules
}

/** `candidates` have enough leaders for themselves; whatever else was not released before is withheld. */
export function decide(family: Family, candidates: readonly number[], rules: Rules): Decision {
  const fixed = [...family.cells.keys()].filter((i) => family.cells[i]?.fixed)
  const weightOf = (cell: number) => family.cells[cell]?.weight ?? 0
  const all = candidates.reduce((sum, i) => sum + weightOf(i), 0)
  const worthOf = (cell: number) => weightOf(cell) + (family.cells[cell]?.dear ? all : 0)
  const { open, hidden, atLeast } = lightestOf({
    ...{ audits: candidates.length > 0 ? auditsOf(family, rules) : [], fixed, candidates, rules },
    ...{ weightOf, worthOf },
    conflicts: clashesIn(family, [...fixed, ...candidates]),
  })

  return {
    shown: family.cells.map((cell, i) => cell.fixed || open.has(i)),
    ...{ hidden, hiddenAtLeast: Math.min(hidden, atLeast) },
  }
}

/** Of the choices that were tried and are safe, the one that withholds least; all is withheld where none was found in time. */
function lightestOf(choosing: Choosing): { open: ReadonlySet<number>; hidden: number; atLeast: number } {
  const { candidates, conflicts, weightOf, worthOf, rules } = choosing
  const begun = rules.steps.left
  const without = (open: ReadonlySet<number>, of: (cell: number) => number) =>
    candidates.reduce((sum, i) => sum + (open.has(i) ? 0 : of(i)), 0)
  let best = { open: new Set<number>(), hidden: without(new Set(), weightOf), atLeast: 0 }
  for (let round = 0; round < MOST_ROUNDS && best.hidden > best.atLeast && rules.steps.left > 0; round++) {
    const before = conflicts.length
    const { chosen } = lightestHit(
      conflicts.map(({ members }) => members),
      worthOf,
    )
    best.atLeast = Math.max(best.atLeast, provenLeast(choosing))
    const open = mended(choosing, new Set(candidates).difference(new Set(chosen)))
    if (open && without(open, worthOf) < without(best.open, worthOf))
      best = { ...best, open, hidden: without(open, weightOf) }
    if (conflicts.length === before || begun - rules.steps.left > ENOUGH_STEPS) break
  }

  return best
}

/** No choice that ends what certainly gives somebody away could withhold less. */
function provenLeast({ conflicts, weightOf }: Choosing): number {
  const proven = conflicts.filter((conflict) => conflict.proven)

  return lightestHit(
    proven.map(({ members }) => members),
    weightOf,
  ).atLeast
}

/** Takes the lightest of whatever gives somebody away, until nothing does; then puts back what can be shown after all. */
function mended(choosing: Choosing, from: ReadonlySet<number>): Set<number> | null {
  const { candidates, conflicts, worthOf, rules } = choosing
  const open = new Set(from)
  for (;;) {
    const found = lookAt(choosing, open)
    if (rules.steps.left <= 0) return null
    if (found.length === 0) break
    for (const { members } of found)
      if (members.every((i) => open.has(i))) open.delete(members.reduce((a, b) => (worthOf(b) < worthOf(a) ? b : a)))
  }
  for (const cell of candidates.filter((i) => !open.has(i)).sort((a, b) => worthOf(b) - worthOf(a))) {
    open.add(cell)
    const isClash = conflicts.some(({ members }) => members.includes(cell) && members.every((i) => open.has(i)))
    if (isClash || lookAt(choosing, open, true).length > 0 || rules.steps.left <= 0) open.delete(cell)
  }

  return open
}

/** What gives somebody away is remembered. */
function lookAt({ audits, fixed, conflicts }: Choosing, open: ReadonlySet<number>, any = false): Conflict[] {
  for (const audit of audits) {
    const found = conflictsIn(audit, [...fixed, ...open], any)
    conflicts.push(...found)
    if (found.length > 0) return found
  }

  return []
}
