/** Directions that were reached, solved so that each new one either adds something or is made of those before. */
import { inverse, PRIME } from './disclosure_tableau.ts'

/** By the column that stands first in each. */
export type Reached = Map<number, Map<number, number>>

/** A whole number of either sign as the tableau keeps it. */
export function residue(whole: number): number {
  return whole < 0 ? whole + PRIME : whole
}

/** Adds a direction; gives the column it settles, or nothing where it is made of what was there. */
export function addDirection(reached: Reached, direction: ReadonlyMap<number, number>): number | undefined {
  const left = new Map(direction)
  for (;;) {
    const known = [...left.keys()].find((column) => reached.has(column))
    if (known === undefined) break
    takeAway(left, reached.get(known) as Map<number, number>, left.get(known) as number)
  }
  const [first] = left.keys()
  if (first === undefined) return undefined
  const factor = inverse(left.get(first) as number)
  for (const [column, value] of left) left.set(column, (value * factor) % PRIME)
  reached.set(first, left)

  return first
}

function takeAway(from: Map<number, number>, direction: ReadonlyMap<number, number>, times: number): void {
  for (const [column, value] of direction) {
    const left = ((from.get(column) ?? 0) - times * value) % PRIME
    if (left === 0) from.delete(column)
    else from.set(column, left < 0 ? left + PRIME : left)
  }
}

/** The same numbers each time, so that the same month closes the same way (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed + 0x6d2b79f5

  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
