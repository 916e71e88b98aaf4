/** Where things stand: months on a line, shares and means between two ends. */
import { scaleLinear, scalePoint } from 'd3-scale'

/** Evenly spaced positions for so many things, from the first to the last end; one alone stands at the last. */
export function places(count: number, [first, last]: readonly [number, number]): readonly number[] {
  const key = `${count} ${first} ${last}`
  const found = known.get(key) ?? placesBetween(count, first, last)
  known.set(key, found)

  return found
}

/** A page has thirty charts of as many months between the same ends; charts of all lengths have a few dozen. */
const known = new Map<string, readonly number[]>()

function placesBetween(count: number, first: number, last: number): number[] {
  const scale = scalePoint(
    Array.from({ length: count }, (_, place) => place),
    [first, last],
  )

  return scale.domain().map((place) => (count === 1 ? last : (scale(place) ?? last)))
}

export function linear(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  return scaleLinear(domain, range)
}
