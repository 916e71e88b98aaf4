/** The least a goal could come to when only the numbers of contacts by touchpoint are known to be good: used for goals that come after coverage. */

export interface CountChoice {
  /** By touchpoint: what its first, second … contact adds to coverage, as many as it can take. */
  prices: readonly (readonly number[])[]
  contacts: number
  /** What the goal comes to at a touchpoint with so many contacts; Infinity where that cannot be. */
  cost(touchpoint: number, contacts: number): number
}

/** A millionth decides, as everywhere. */
const NEAR = 1e-6

/** What the numbers with the best coverage add to it; Infinity when there are not so many to be had. */
export function bestCoverage({ prices, contacts }: Pick<CountChoice, 'prices' | 'contacts'>): number {
  const all = prices.flat().sort((a, b) => a - b)

  return all.length < contacts
    ? Number.POSITIVE_INFINITY
    : all.slice(0, contacts).reduce((sum, price) => sum + price, 0)
}

/**
 * Over all numbers of contacts with the best coverage: every contact cheaper than the dearest that is needed is in all of them, and of those as
 * dear, at most one to a touchpoint because prices rise, any may be.
 */
export function leastAtBestCoverage({ prices, contacts, cost }: CountChoice): number {
  const dearest = prices.flat().sort((a, b) => a - b)[contacts - 1] ?? Number.NEGATIVE_INFINITY
  const sure = prices.map((list) => list.filter((price) => price < dearest - NEAR).length)
  const left = contacts - sure.reduce((sum, count) => sum + count, 0)
  const base = sure.map((count, touchpoint) => cost(touchpoint, count))
  const more = prices.flatMap((list, touchpoint) =>
    Math.abs((list[sure[touchpoint] as number] ?? Number.POSITIVE_INFINITY) - dearest) <= NEAR
      ? [cost(touchpoint, (sure[touchpoint] as number) + 1) - (base[touchpoint] as number)]
      : [],
  )
  const least = more.sort((a, b) => a - b).slice(0, left)

  return [...base, ...least].reduce((sum, value) => sum + value, 0)
}

/** Over all numbers of contacts whatever. */
export function leastAtAnyCoverage({ prices, cost }: Pick<CountChoice, 'prices' | 'cost'>): number {
  return prices.reduce(
    (sum, list, touchpoint) =>
      sum +
      Array.from({ length: list.length + 1 }, (_, count) => cost(touchpoint, count)).reduce((a, b) => Math.min(a, b)),
    0,
  )
}
