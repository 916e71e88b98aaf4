/** Chance that is the same every time: a small generator (mulberry32, by Tommy Ettinger, public domain) begun with a number. */
export interface Dice {
  /** From 0, inclusive, to 1, exclusive. */
  roll: () => number
  /** True so often: 0 never, 1 always. */
  chance: (share: number) => boolean
  /** A whole number, both ends included. */
  between: (low: number, high: number) => number
  /** One of them. Throws a RangeError where there is none. */
  pick: <T>(from: readonly T[]) => T
  /** One of the names, each so often as its weight says. */
  weighted: <T extends string>(weights: Readonly<Partial<Record<T, number>>>) => T
  /** 96 bits, written like the ids of the product. */
  id: () => string
}

export function diceFrom(seed: number): Dice {
  const roll = mulberry32(seed)
  const between = (low: number, high: number) => low + Math.floor(roll() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new RangeError('nothing to pick from')

    return from[between(0, from.length - 1)] as T
  }

  return {
    roll,
    between,
    pick,
    chance: (share) => roll() < share,
    weighted: (weights) => weigh(roll(), Object.entries(weights) as [never, number][]),
    id: () => Array.from({ length: 16 }, () => pick([...LETTERS])).join(''),
  }
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

function weigh<T>(at: number, weights: readonly [T, number][]): T {
  let left = at * weights.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [name, weight] of weights) {
    left -= weight
    if (left < 0) return name
  }
  const last = weights.at(-1)
  if (!last) throw new RangeError('nothing to choose from')

  return last[0]
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0

  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
