/** Where things stand: months on a line, shares and means between two ends. */
import { scalePoint } from 'd3-scale'

export type Scale = (value: number) => number

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

/** Worked out as d3-scale does, to the last bit; its scales also invert, clamp and tick, and cost more to make than a chart to draw. */
export function linear([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const width = to - from

  return (value) => {
    const share = width === 0 ? 0.5 : (value - from) / width

    return start * (1 - share) + end * share
  }
}
