/**
 * What whole numbers and their limits give. Beginning with the answers as they were, answers are changed in ways that leave every
 * released sum as it is: one is changed, which breaks some sums, and others are changed until all are mended. Each such exchange shows
 * that something cannot be known. Where exchanges reach every direction that the sums leave open, the limits (no count below none, none
 * above all) add nothing to what the sums themselves give. A direction that was never reached is taken for known: that may hide too
 * much, never too little.
 */

import { addDirection, type Reached as Directions, dice, residue } from './disclosure_directions.ts'
import type { Steps } from './disclosure_leaks.ts'
import { type Attempt, add, type Change, type Exchanging, make, mend, type Sum, undo } from './disclosure_mending.ts'
import { solve } from './disclosure_tableau.ts'

/** Contacts no sum tells apart: how many gave each kind of answer. */
export interface Atom {
  counts: readonly number[]
}

/** What counts as a direction: any change of kinds, or of a mean only what the kinds add up to. */
export type Kept = 'kinds' | readonly number[]

export interface Reached {
  /** Atoms some direction of which was never reached. */
  stuck: Set<number>
  /** By atom: the kinds that were seen to become more or fewer. */
  moved: readonly ReadonlySet<number>[]
}

interface Walk extends Exchanging {
  kept: Kept
  /** Directions whose change says all, those not reached yet, and what was reached, solved. */
  free: Set<number>
  open: Set<number>
  reached: Directions
  moved: Set<number>[]
}

/** So often nothing new is reached before what is left counts as closed. */
const PATIENCE = 3
const MOST_CHANGES = 60

export function exchange(atoms: readonly Atom[], sums: readonly Sum[], steps: Steps, kept: Kept = 'kinds'): Reached {
  const walk = begin(atoms, sums, steps, kept)
  for (let vain = 0; vain < PATIENCE && walk.open.size > 0; vain++) {
    const before = walk.open.size
    for (const direction of [...walk.open]) if (walk.open.has(direction)) tryAlong(walk, direction)
    if (walk.open.size < before) vain = -1
  }

  return { stuck: new Set([...walk.open].map((direction) => atomOf(walk, direction))), moved: walk.moved }
}

function begin(atoms: readonly Atom[], sums: readonly Sum[], steps: Steps, kept: Kept): Walk {
  const sumsOf: number[][] = atoms.map(() => [])
  for (const [i, { atoms: over }] of sums.entries()) for (const atom of over) sumsOf[atom]?.push(i)
  const walk: Walk = {
    ...{ counts: atoms.map(({ counts }) => [...counts]), sums, sumsOf, kept, steps },
    ...{ random: dice(atoms.length), free: new Set(), open: new Set(), reached: new Map() },
    moved: atoms.map(() => new Set<number>()),
  }
  steps.left -= sums.length ** 2 * atoms.length * perAtom(walk)
  const basis = new Set(solve(rowsOf(walk), () => 0).basis)
  for (let direction = 0; direction < atoms.length * perAtom(walk); direction++)
    if (!basis.has(direction)) walk.free.add(direction)
  walk.open = new Set(walk.free)

  return walk
}

/** An atom has one direction for each kind but the first, or of a mean one alone. */
function perAtom({ counts, kept }: Walk): number {
  return kept === 'kinds' ? Math.max(1, (counts[0]?.length ?? 1) - 1) : 1
}

function atomOf(walk: Walk, direction: number): number {
  return Math.floor(direction / perAtom(walk))
}

/** The sums over the directions; of a mean the squares lie in the same directions as the sum. */
function rowsOf(walk: Walk): Float64Array[] {
  const { counts, sums, kept } = walk
  const width = perAtom(walk)

  return sums.map(({ atoms, worth }) => {
    const row = new Float64Array(counts.length * width)
    for (const atom of atoms)
      for (let i = 0; i < width; i++)
        row[atom * width + i] = kept === 'kinds' ? residue((worth[i + 1] ?? 0) - (worth[0] ?? 0)) : 1

    return row
  })
}

/** Changes one answer and mends what that breaks, or leaves all as it was. */
function tryAlong(walk: Walk, direction: number): void {
  const atom = atomOf(walk, direction)
  const wanted = walk.kept === 'kinds' ? (direction % perAtom(walk)) + 1 : null
  const change = walk.steps.left > 0 ? anyChange(walk, atom, wanted) : null
  if (!change) return
  const attempt: Attempt = { walk, broken: new Map(), changes: new Map(), first: atom, last: -1 }
  make(attempt, change)
  for (let i = 0; i < MOST_CHANGES && attempt.broken.size > 0; i++) if (!mend(attempt)) break
  if (attempt.broken.size > 0) undo(attempt)
  else reach(walk, attempt.changes)
}

/** One answer of the atom for another, the wanted kind among the two. */
function anyChange(walk: Walk, atom: number, wanted: number | null): Change | null {
  const own = walk.counts[atom] as number[]
  const changes = own.flatMap((count, from) =>
    count === 0 ? [] : [...own.keys()].filter((to) => to !== from).map((to) => ({ atom, from, to })),
  )
  const fitting = changes.filter(({ from, to }) => wanted === null || from === wanted || to === wanted)

  return fitting[Math.floor(walk.random() * fitting.length)] ?? null
}

/** Keeps what an exchange adds to the directions reached so far. */
function reach(walk: Walk, changes: ReadonlyMap<number, number>): void {
  const settled = addDirection(walk.reached, alongDirections(walk, changes))
  if (settled !== undefined) walk.open.delete(settled)
}

function alongDirections(walk: Walk, changes: ReadonlyMap<number, number>): Map<number, number> {
  const { kept, free, moved } = walk
  const kinds = walk.counts[0]?.length ?? 1
  const along = new Map<number, number>()
  for (const [key, by] of changes) {
    const [atom, kind] = [Math.floor(key / kinds), key % kinds]
    moved[atom]?.add(kind)
    if (kept !== 'kinds') add(along, atom, by * (kept[kind] as number))
    else if (kind > 0) add(along, atom * perAtom(walk) + kind - 1, by)
  }
  for (const [direction, by] of along) {
    if (!free.has(direction)) along.delete(direction)
    else along.set(direction, residue(by))
  }

  return along
}
