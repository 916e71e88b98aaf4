/** Of sets, each of which must lose a member: the lightest choice that takes one of each, and how light any choice could be. */

export interface Choice {
  chosen: number[]
  weight: number
  /** No choice weighs less. */
  atLeast: number
}

/** Steps of the exact search; beyond them the best choice found so far is taken. */
const MOST_STEPS = 1_500

export function lightestHit(sets: readonly (readonly number[])[], weightOf: (member: number) => number): Choice {
  const needed = minimal(sets)
  const search = { best: greedy(needed, weightOf), steps: 0, weightOf }
  const least = bound(needed, weightOf)
  descend(search, needed, [], 0)
  const weight = sum(search.best, weightOf)

  return { chosen: search.best, weight, atLeast: search.steps <= MOST_STEPS ? weight : least }
}

interface Search {
  best: number[]
  steps: number
  weightOf: (member: number) => number
}

/** Takes the smallest open set and tries each of its members; those tried before stay untaken. */
function descend(search: Search, open: readonly (readonly number[])[], taken: readonly number[], weight: number): void {
  search.steps += 1
  if (search.steps > MOST_STEPS) return
  if (open.length === 0) {
    if (weight < sum(search.best, search.weightOf)) search.best = [...taken]
    return
  }
  if (weight + bound(open, search.weightOf) >= sum(search.best, search.weightOf)) return
  const next = open.reduce((a, b) => (b.length < a.length ? b : a))
  const passed = new Set<number>()
  for (const member of byWeight(next, search.weightOf)) {
    const rest = open.filter((set) => !set.includes(member)).map((set) => set.filter((one) => !passed.has(one)))
    if (rest.every((set) => set.length > 0)) descend(search, rest, [...taken, member], weight + search.weightOf(member))
    passed.add(member)
  }
}

/** Sets without a member in common each cost their lightest. */
function bound(sets: readonly (readonly number[])[], weightOf: (member: number) => number): number {
  const used = new Set<number>()
  let least = 0
  for (const set of [...sets].sort((a, b) => a.length - b.length)) {
    if (set.some((member) => used.has(member))) continue
    least += Math.min(...set.map(weightOf))
    for (const member of set) used.add(member)
  }

  return least
}

/** The member that hits most for its weight, again and again; then what turned out to be needless is put back. */
function greedy(sets: readonly (readonly number[])[], weightOf: (member: number) => number): number[] {
  const chosen: number[] = []
  let open = sets
  while (open.length > 0) {
    const hits = Map.groupBy(open.flat(), (member) => member)
    const worth = (member: number) => (hits.get(member)?.length ?? 0) / Math.max(weightOf(member), 1e-9)
    const [best = -1] = [...hits.keys()].sort((a, b) => worth(b) - worth(a) || a - b)
    chosen.push(best)
    open = open.filter((set) => !set.includes(best))
  }

  return [...chosen]
    .sort((a, b) => weightOf(b) - weightOf(a))
    .reduce<number[]>((kept, member) => {
      const without = kept.filter((one) => one !== member)

      return sets.every((set) => set.some((one) => without.includes(one))) ? without : kept
    }, chosen)
}

/** A set that holds another is hit with it. */
function minimal(sets: readonly (readonly number[])[]): (readonly number[])[] {
  const inOrder = [...sets].sort((a, b) => a.length - b.length)

  return inOrder.filter((set, i) => !inOrder.slice(0, i).some((smaller) => smaller.every((one) => set.includes(one))))
}

function byWeight(set: readonly number[], weightOf: (member: number) => number): number[] {
  return [...set].sort((a, b) => weightOf(a) - weightOf(b) || a - b)
}

function sum(members: readonly number[], weightOf: (member: number) => number): number {
  return members.reduce((total, member) => total + weightOf(member), 0)
}
