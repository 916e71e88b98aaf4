/** One answer changed, and others changed until every sum is as it was. */
import type { Steps } from './disclosure_leaks.ts'

/** A released sum: of the contacts of these atoms, each worth what its kind of answer is worth. */
export interface Sum {
  atoms: readonly number[]
  worth: readonly number[]
}

/** The answers as they stand meanwhile, and the sums over them. */
export interface Exchanging {
  /** Of each atom, how many gave each kind of answer. */
  counts: number[][]
  sums: readonly Sum[]
  sumsOf: number[][]
  steps: Steps
  random: () => number
}

export interface Attempt {
  walk: Exchanging
  /** By how much each sum is off. */
  broken: Map<number, number>
  /** How many more of a kind each atom has: atom × kinds + kind. */
  changes: Map<number, number>
  first: number
  last: number
}

export interface Change {
  atom: number
  from: number
  to: number
}

/** Of the changes that bring one broken sum nearer, the one that does least damage to the others, by chance among equals. */
export function mend(attempt: Attempt): boolean {
  const { walk } = attempt
  const chosen = scarcest(attempt)
  let best: Change | null = null
  let least = Number.POSITIVE_INFINITY
  for (const atom of walk.sums[chosen]?.atoms ?? []) {
    if (atom === attempt.first || atom === attempt.last) continue
    for (const change of mendingChanges(attempt, chosen, atom)) {
      const damage = damageOf(attempt, change) + walk.random() * NOISE
      if (damage >= least) continue
      best = change
      least = damage
    }
  }
  if (best === null) return false
  make(attempt, best)
  attempt.last = best.atom

  return true
}

/** The broken sum over the fewest atoms, by chance among them: it has the fewest ways to be mended. */
function scarcest({ walk, broken }: Attempt): number {
  let [chosen, least] = [-1, Number.POSITIVE_INFINITY]
  for (const sum of broken.keys()) {
    const size = (walk.sums[sum]?.atoms.length ?? 0) * (0.5 + walk.random())
    if (size >= least) continue
    chosen = sum
    least = size
  }

  return chosen
}

function mendingChanges({ walk, broken }: Attempt, chosen: number, atom: number): Change[] {
  const { worth } = walk.sums[chosen] as Sum
  const wrong = broken.get(chosen) as number
  const changes: Change[] = []
  const own = walk.counts[atom] as number[]
  for (let from = 0; from < own.length; from++) {
    for (let to = 0; own[from] !== 0 && to < own.length; to++) {
      const by = (worth[to] as number) - (worth[from] as number)
      if (by !== 0 && by > 0 !== wrong > 0) changes.push({ atom, from, to })
    }
  }

  return changes
}

const NOISE = 1.5

/** What looking at one change costs, in steps of the other search. */
const WORTH = 20

function damageOf({ walk, broken }: Attempt, { atom, from, to }: Change): number {
  let damage = 0
  walk.steps.left -= WORTH
  for (const i of walk.sumsOf[atom] as number[]) {
    const { worth } = walk.sums[i] as Sum
    const by = (worth[to] as number) - (worth[from] as number)
    if (by === 0) continue
    const wrong = broken.get(i) ?? 0
    damage += Math.abs(wrong + by) - Math.abs(wrong)
  }

  return damage
}

export function make({ walk, broken, changes }: Attempt, { atom, from, to }: Change): void {
  const own = walk.counts[atom] as number[]
  own[from] = (own[from] as number) - 1
  own[to] = (own[to] as number) + 1
  add(changes, atom * own.length + from, -1)
  add(changes, atom * own.length + to, 1)
  for (const i of walk.sumsOf[atom] as number[]) {
    const { worth } = walk.sums[i] as Sum
    add(broken, i, (worth[to] as number) - (worth[from] as number))
  }
}

export function add(sums: Map<number, number>, key: number, by: number): void {
  const sum = (sums.get(key) ?? 0) + by
  if (sum === 0) sums.delete(key)
  else sums.set(key, sum)
}

export function undo({ walk, changes }: Attempt): void {
  for (const [key, by] of changes) {
    const kinds = walk.counts[0]?.length ?? 1
    const own = walk.counts[Math.floor(key / kinds)] as number[]
    own[key % kinds] = (own[key % kinds] as number) - by
  }
}
