/**
 * Which cells may be shown (PRODUCT.md §4): so many that the sum of answers of no set of contacts by fewer than k leaders can be derived
 * from everything released together, whole numbers and their limits considered.
 *
 * How it decides, and where each step stands:
 * 1. A family is everything that is asked of one question: contacts that no cell tells apart are a unit, and a cell says how many of its
 *    place gave certain kinds of answer (disclosure_family.ts). What is plain without any search comes first: "none of 12", and one place
 *    within another (disclosure_clashes.ts).
 * 2. Whoever pools what was released knows who made contacts, and the released sums. Any other answers that could have been, and leave
 *    those sums as they are, are a way (disclosure_ways.ts). What comes to the same in every way is known; what differs in one is not.
 *    So one way is proof enough that a number is safe, and ways found once are kept and put together again (disclosure_moves.ts).
 * 3. Cell after cell joins what is shown, what is dear and then the heaviest first (disclosure_order.ts). Each time it is asked which
 *    numbers of few leaders came to the same in all ways seen so far (disclosure_constants.ts), and what adding and taking away makes
 *    of them (disclosure_leaks.ts). This is looked at twice where a denominator may be known (disclosure_views.ts); disclosure_audit.ts
 *    leads through all of it.
 * 4. Of each such number a way is looked for in which it differs: by linear programming, kind against kind or all kinds at once
 *    (disclosure_search.ts, disclosure_pairs.ts, disclosure_simplex.ts), on to whole numbers (disclosure_dive.ts), or from the truth
 *    with one answer turned (disclosure_nudge.ts). If there is one the number is safe. If there is certainly none, the cells that say so
 *    are a proven conflict. If it cannot be told, or the steps run out, the cell does not join either: in doubt it is withheld.
 * 5. Nothing that could be added is withheld in the end. Of every proven conflict one cell had to go, which says how little any choice
 *    could have withheld (hitting_set.ts), and what to try instead.
 * Felt valued and the expectation gap tell of each other, and are decided one after the other (felt.ts, publish_felt.ts,
 * disclosure_bands.ts).
 */
import { beginWith, join, type Shown } from './disclosure_audit.ts'
import { clashesIn } from './disclosure_clashes.ts'
import { boiledDown, type Conflict, type Family } from './disclosure_family.ts'
import { heaviestFirst, withLast } from './disclosure_order.ts'
import { type Audit, auditsOf, type Rules } from './disclosure_views.ts'
import { type Choice, lightestHit } from './hitting_set.ts'

export interface Decision {
  /** Of each cell. */
  shown: boolean[]
  /** Contacts withheld over all candidates, and the least that could have been. */
  hidden: number
  hiddenAtLeast: number
  /** How what is shown together was looked at last. */
  looks: Look[]
}

export interface Look {
  audit: Audit
  shown: Shown
}

/** Asked of what seems safe for itself. */
export type GoesWithOthers = (looks: readonly Look[]) => boolean

interface Choosing {
  goesWithOthers: GoesWithOthers
  audits: readonly Audit[]
  begun: readonly Shown[]
  candidates: readonly number[]
  conflicts: Conflict[]
  weightOf: (cell: number) => number
  rules: Rules
}

/** `candidates` have enough leaders for themselves; whatever else was not released before is withheld, and so is what does not go with others. */
export function decide(
  family: Family,
  candidates: readonly number[],
  rules: Rules,
  goesWithOthers: GoesWithOthers = () => true,
): Decision {
  const fixed = [...family.cells.keys()].filter((i) => family.cells[i]?.fixed)
  const conflicts = clashesIn(family, [...fixed, ...candidates])
  const live = candidates.filter((i) => !conflicts.some(({ members }) => members.length === 1 && members[0] === i))
  const isAsked = live.length > 0 || family.others !== undefined
  const begun = isAsked ? looksOf(family, { fixed, live }, rules) : []
  const audits = begun.map(({ audit }) => audit)
  const choosing = {
    ...{ audits, candidates, conflicts, rules, goesWithOthers, begun: begun.map(({ shown }) => shown) },
    weightOf: (cell: number) => family.cells[cell]?.weight ?? 0,
  }
  const { open, shown } = leastHidden(choosing, family, heaviestFirst(family, live))
  const hidden = weightWithout(choosing, open)

  return {
    shown: family.cells.map((cell, i) => cell.fixed || open.has(i)),
    ...{ hidden, hiddenAtLeast: Math.min(hidden, provenLeast(choosing).atLeast) },
    looks: audits.map((audit, i) => ({ audit, shown: shown[i] as Shown })),
  }
}

/** What was released before, as it is looked at. */
export function openingOf(family: Family, rules: Rules): Look[] {
  const fixed = [...family.cells.keys()].filter((i) => family.cells[i]?.fixed)

  return looksOf(family, { fixed, live: [] }, rules)
}

function looksOf(family: Family, { fixed, live }: Record<'fixed' | 'live', readonly number[]>, rules: Rules): Look[] {
  const audits = auditsOf(boiledDown(family, new Set([...fixed, ...live])), rules)

  return audits.map((audit) => ({ audit, shown: beginWith(audit, fixed) }))
}

/**
 * The heaviest first. Then again, with those last that would be withheld if the conflicts proven so far were all there are: where the
 * others are safe together, no choice withholds less.
 */
function leastHidden(choosing: Choosing, family: Family, order: readonly number[]): Known {
  const { rules } = choosing
  const hiddenBy = ({ open }: Known) => weightWithout(choosing, open)
  const steps = rules.steps.left
  let best = shownInOrder(choosing, order)
  const spent = steps - rules.steps.left
  for (let tries = 0; tries < MOST_TRIES && rules.steps.left > spent; tries++) {
    const { chosen, atLeast } = provenLeast(choosing)
    if (hiddenBy(best) <= atLeast) break
    const next = shownInOrder(choosing, withLast(family, order, chosen))
    if (hiddenBy(next) < hiddenBy(best)) best = next
  }

  return best
}

/** Over twenty small companies two more tries withheld 3 % less than the first; two more after them hardly anything. */
const MOST_TRIES = 2

function weightWithout({ candidates, weightOf }: Choosing, open: ReadonlySet<number>): number {
  return candidates.reduce((sum, i) => sum + (open.has(i) ? 0 : weightOf(i)), 0)
}

/** One after the other is shown, unless it gives somebody away with those that are. */
function shownInOrder(choosing: Choosing, order: readonly number[]): Known {
  let known: Known = { open: new Set(), shown: choosing.begun }
  for (let i = 0; i < order.length; i += AT_ONCE) known = showMore(choosing, known, order.slice(i, i + AT_ONCE))

  return known
}

interface Known {
  open: ReadonlySet<number>
  shown: readonly Shown[]
}

/** So many are looked at together first. */
const AT_ONCE = 4

/** All of them where they are safe together, else the first half of them, then what of the others is safe with it. */
function showMore(choosing: Choosing, known: Known, cells: readonly number[]): Known {
  const open = new Set(known.open)
  const joining: number[] = []
  for (const cell of cells) {
    open.add(cell)
    if (choosing.conflicts.some(({ members }) => members.includes(cell) && members.every((i) => open.has(i))))
      open.delete(cell)
    else joining.push(cell)
  }
  if (joining.length === 0 || choosing.rules.steps.left <= 0) return known
  const shown = joinAll(choosing, known.shown, joining)
  if (shown) return { open, shown }
  if (cells.length === 1) return known
  const half = Math.ceil(cells.length / 2)

  return showMore(choosing, showMore(choosing, known, cells.slice(0, half)), cells.slice(half))
}

/** Null where somebody is given away in some view; what certainly does it is remembered. */
function joinAll(
  { audits, conflicts, rules, goesWithOthers }: Choosing,
  shown: readonly Shown[],
  cells: readonly number[],
) {
  const wider: Shown[] = []
  for (const [i, audit] of audits.entries()) {
    const joined = join(audit, shown[i] as Shown, cells)
    conflicts.push(...joined.conflicts)
    if (joined.shown === null || rules.steps.left <= 0) return null
    wider.push(joined.shown)
  }

  return goesWithOthers(audits.map((audit, i) => ({ audit, shown: wider[i] as Shown }))) ? wider : null
}

/** No choice that ends what certainly gives somebody away could withhold less. */
function provenLeast({ conflicts, weightOf }: Choosing): Choice {
  const proven = conflicts.filter((conflict) => conflict.proven)

  return lightestHit(
    proven.map(({ members }) => members),
    weightOf,
  )
}
