import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestFlow, type Network } from '../../src/platform/solver/flow.ts'

const anyNetwork: fc.Arbitrary<Network> = fc.integer({ min: 2, max: 9 }).chain((nodes) => {
  const node = fc.integer({ min: 0, max: nodes - 1 })
  const arc = fc.record({ from: node, to: node, cost: fc.integer({ min: 0, max: 20 }) })

  return fc
    .array(arc, { maxLength: 30 })
    .map((arcs) => ({ nodes, source: 0, sink: 1, arcs: arcs.filter(({ from, to }) => from !== to) }))
})

describe('the cheapest flow', () => {
  it('takes the cheaper way round, even where the first choice has to be taken back', () => {
    const arcs = [
      { from: 0, to: 2, cost: 0 },
      { from: 0, to: 3, cost: 0 },
      { from: 2, to: 4, cost: 1 },
      { from: 2, to: 5, cost: 2 },
      { from: 3, to: 4, cost: 1 },
      { from: 4, to: 1, cost: 0 },
      { from: 5, to: 1, cost: 0 },
    ]
    expect(cheapestFlow({ nodes: 6, source: 0, sink: 1, arcs })).toMatchObject({
      units: 2,
      cost: 3,
      used: [true, true, false, true, true, true, true],
    })
  })

  it('sends no more than it is asked for', () => {
    const arcs = [5, 3, 4].map((cost) => ({ from: 0, to: 1, cost }))
    expect(cheapestFlow({ nodes: 2, source: 0, sink: 1, arcs, most: 2 })).toMatchObject({ units: 2, cost: 7 })
  })

  it('refuses costs below nothing', () => {
    expect(() => cheapestFlow({ nodes: 2, source: 0, sink: 1, arcs: [{ from: 0, to: 1, cost: -1 }] })).toThrow(
      RangeError,
    )
  })

  it('keeps what comes into a node equal to what leaves it', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { used, units } = cheapestFlow(network)
        const surplus = new Array<number>(network.nodes).fill(0)
        for (const [i, { from, to }] of network.arcs.entries())
          if (used[i]) {
            surplus[from] = (surplus[from] ?? 0) - 1
            surplus[to] = (surplus[to] ?? 0) + 1
          }
        expect(surplus).toEqual(surplus.map((_, node) => (node === 0 ? 0 - units : node === 1 ? units : 0)))
      }),
    )
  })

  it('proves itself by its prices: no unused arc would save, no used one costs too much', () => {
    fc.assert(
      fc.property(anyNetwork, (network) => {
        const { used, prices } = cheapestFlow(network)
        for (const [i, { from, to, cost }] of network.arcs.entries()) {
          const reduced = cost + (prices[from] as number) - (prices[to] as number)
          if (used[i]) expect(reduced).toBeLessThanOrEqual(0)
          else expect(reduced).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
