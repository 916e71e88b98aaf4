/** Goals stacked into one whole number: a step in an earlier goal outweighs all that later ones can add on a path. */

/** How far each goal reaches in one round. */
export interface Reach {
  leaders: number
  touchpoints: number
  loadRanks: number
  coverageRanks: number
  /** The most contacts of later rounds that one choice loses. */
  loss: number
}

export interface Weights {
  /** By leader, from 0 to MOST_EARLIER. */
  earlier: number
  squeezed: number
  repeats: number
  coverage: number
  loads: number
  loss: number
  unsent: number
}

/** Contacts before the first round that still tell leaders apart. */
export const MOST_EARLIER = 24

/** Beyond it sums of costs would be rounded. */
const EXACT = 2 ** 50

/** Where the numbers would grow too large to be exact, what is no goal but only a wish is left out. */
export function weightsFor(reach: Reach): Weights {
  const all = stack(reach, 1)

  return all.unsent < EXACT ? all : stack(reach, 0)
}

/** A path passes each pair of a leader and a touchpoint once at most, and one price of either. */
function stack({ leaders, touchpoints, loadRanks, coverageRanks, loss: most }: Reach, earlier: 0 | 1): Weights {
  const longest = 2 * Math.min(leaders, touchpoints) + 4
  const squeezed = earlier * (MOST_EARLIER + 1)
  const repeats = squeezed * (longest + 1) + 1
  const coverage = repeats * (longest + 1)
  const loads = coverage * (coverageRanks + 1)
  const loss = loads * (loadRanks + 1)

  return { earlier, squeezed, repeats, coverage, loads, loss, unsent: loss * (most * longest + 2) }
}

/**
 * Ranks stand for prices. A path takes one price of a leader and one of a touchpoint, and for such separable convex goals the best choice
 * depends on the order of the prices alone (greedy on a polymatroid: Federgruen and Groenevelt 1986).
 */
export function ranksOf(prices: readonly (readonly number[])[]): PriceRanks {
  const distinct = new Set<number>()
  for (const list of prices) for (const price of list) distinct.add(quantum(price))
  const ranks = new Map([...distinct].sort((a, b) => a - b).map((price, rank) => [price, rank]))

  return { size: ranks.size, of: (price) => ranks.get(quantum(price)) ?? 0 }
}

export interface PriceRanks {
  size: number
  of(price: number): number
}

/** Sums of fractions differ in their last bits though they are the same: a millionth decides. */
function quantum(price: number): number {
  return Math.round(price * 1e6)
}
