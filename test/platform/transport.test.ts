import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Arc, cheapestFlow } from '../../src/platform/solver/flow.ts'
import { cheapestTransport, type Transport } from '../../src/platform/solver/transport.ts'

const UNSENT = 1e6
const rising = (most: number, length: number) =>
  fc.array(fc.integer({ min: 0, max: most }), { maxLength: length }).map((list) => list.sort((a, b) => a - b))

/** Up to six sources of up to three units, up to four groups of one to three places. */
const anyTransport: fc.Arbitrary<Transport> = fc
  .record({
    units: fc.array(rising(6, 3), { minLength: 1, maxLength: 6 }),
    prices: fc.array(rising(9, 4), { minLength: 1, maxLength: 4 }),
    rooms: fc.array(fc.array(fc.constantFrom(1, 2, Number.POSITIVE_INFINITY), { minLength: 1, maxLength: 3 }), {
      minLength: 4,
      maxLength: 4,
    }),
    costs: fc.array(fc.array(fc.constantFrom(0, 0, 1, 4, Number.POSITIVE_INFINITY), { minLength: 12, maxLength: 12 }), {
      minLength: 6,
      maxLength: 6,
    }),
    most: fc.integer({ min: 0, max: 12 }),
  })
  .map(({ units, prices, rooms, costs, most }) => {
    const places = prices.flatMap((_, group) => (rooms[group] ?? []).map((room) => ({ group, room })))

    return {
      units,
      prices,
      places,
      costs: units.map((_, source) => Float64Array.from(places, (_, place) => costs[source]?.[place] ?? 0)),
      most,
      unsent: UNSENT,
    }
  })

describe('the contracted transport', () => {
  it('sends as much, as cheaply, as the flow through the whole network', () => {
    fc.assert(
      fc.property(anyTransport, (transport) => {
        const { units, cost } = cheapestFlow(networkOf(transport))
        expect(priceOf(transport, cheapestTransport(transport))).toEqual({ units, cost })
      }),
      { numRuns: 3000, seed: 11 },
    )
  })
})

function priceOf({ units, costs, places, prices, most }: Transport, sent: number[][]) {
  const counts = prices.map(() => 0)
  const rooms = places.map(({ room }) => room)
  let cost = 0
  for (const [source, taken] of sent.entries()) {
    expect(new Set(taken.map((place) => places[place]?.group)).size).toBe(taken.length)
    for (const [i, place] of taken.entries()) {
      const group = places[place]?.group ?? 0
      cost +=
        (units[source]?.[i] ?? Number.NaN) +
        (costs[source]?.[place] ?? 0) +
        (prices[group]?.[counts[group] ?? 0] ?? Number.NaN)
      counts[group] = (counts[group] ?? 0) + 1
      rooms[place] = (rooms[place] ?? 0) - 1
      expect(rooms[place]).toBeGreaterThanOrEqual(0)
    }
  }
  const all = sent.flat().length
  expect(all).toBeLessThanOrEqual(most)

  return { units: all, cost }
}

/** The same with a node for everything: source, sink, sources, groups, places, and each source at each group. */
function networkOf({ units, costs, places, prices, most }: Transport) {
  const arcs: Arc[] = []
  const group = (number: number) => 2 + units.length + number
  const place = (number: number) => group(prices.length) + number
  let nodes = place(places.length)
  for (const [number, list] of prices.entries())
    for (const cost of list) arcs.push({ from: group(number), to: 1, cost })
  for (const [number, { group: of, room }] of places.entries())
    for (let i = 0; i < Math.min(room, 20); i += 1) arcs.push({ from: place(number), to: group(of), cost: 0 })
  for (const [source, list] of units.entries()) {
    for (const cost of list) arcs.push({ from: 0, to: 2 + source, cost })
    for (const of of prices.keys()) {
      const pair = nodes++
      arcs.push({ from: 2 + source, to: pair, cost: 0 })
      for (const [number, { group: owner }] of places.entries()) {
        const cost = costs[source]?.[number] ?? 0
        if (owner === of && cost < Number.POSITIVE_INFINITY) arcs.push({ from: pair, to: place(number), cost })
      }
    }
  }

  return { nodes, source: 0, sink: 1, arcs, most }
}
