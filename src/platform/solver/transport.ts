/** Many sources, few places: the cheapest way to send each source's units to places, contracted to the places so that thousands of sources stay quick. */

import { TransportState } from './transport_state.ts'

/** Places belong to groups: what the units of a group add is priced for the group as a whole. */
export interface Transport {
  /** By source: what its first, second … unit costs; whole numbers, rising. */
  units: readonly (readonly number[])[]
  /** By source, then by place: what a unit costs there; whole numbers ≥ 0, Infinity where it cannot go. */
  costs: readonly Float64Array[]
  /** By place: its group, and how many units it takes. A source sends at most one unit to a group. */
  places: readonly { group: number; room: number }[]
  /** By group: what the first, second … unit adds; whole numbers, rising; no more units than prices. */
  prices: readonly (readonly number[])[]
  /** Units to send at most, in all. */
  most: number
  /** What a unit costs that is not sent: more than any other choice could save. */
  unsent: number
}

/**
 * The places of each source, as many units sent as can be, at the least cost.
 * Unit after unit by a shortest path (Jonker and Volgenant 1987) in a network whose nodes are places only: an arc from place to place stands
 * for the source that moves most cheaply. Only nodes nearer than the end are visited, mostly none. Ties go to the lower number.
 */
export function cheapestTransport(transport: Transport): number[][] {
  const state = new TransportState(transport)
  const units = transport.units.flatMap((costs, source) => costs.map((cost) => ({ source, cost })))
  units.sort((a, b) => a.cost - b.cost || a.source - b.source)
  for (const { source } of units) new Search(state, source).send()

  return state.placesOf.map((places) => places.toSorted((a, b) => a - b))
}

const FROM_SOURCE = -1
const NOWHERE = -2

/** The cheapest path for one unit: to a place, or in the place of a unit that is not sent any more, or it is not sent itself. */
class Search {
  readonly #state: TransportState
  readonly #source: number
  readonly #distance: Float64Array
  readonly #cameFrom: Int32Array
  readonly #done: Uint8Array
  #end: number
  #last = FROM_SOURCE
  /** The distance of the nodes that are left just now, and how many places are further away. */
  #level = Number.NEGATIVE_INFINITY
  #further = 0

  constructor(state: TransportState, source: number) {
    this.#state = state
    this.#source = source
    this.#distance = state.distance.fill(Number.POSITIVE_INFINITY)
    this.#cameFrom = state.cameFrom.fill(NOWHERE)
    this.#done = state.done.fill(0)
    this.#end = state.transport.unsent
    const direct = this.#start(state.transport.costs[source] as Float64Array, state.unitCost(source))
    if (direct >= 0) this.#throughGroup(direct)
  }

  send(): void {
    for (let level = this.#nearest(); level < this.#end; level = this.#nearest()) this.#leaveLevel(level)
    this.#reprice()
    if (this.#last !== FROM_SOURCE) this.#push()
  }

  /** Everywhere the unit could go by itself; answers where it would cost least to stay, which is mostly the end of the search. */
  #start(costs: Float64Array, unit: number): number {
    const state = this.#state
    let direct = -1
    let least = Number.POSITIVE_INFINITY
    for (let place = 0; place < state.places; place += 1) {
      const cost = unit + (costs[place] as number)
      if (cost === Number.POSITIVE_INFINITY || state.isAt(this.#source, place)) continue
      this.#reach(place, FROM_SOURCE, cost)
      const all = cost + state.nextPrice(state.groupNode(place) - state.places)
      if (all >= least || !state.hasRoom(place)) continue
      least = all
      direct = place
    }

    return direct
  }

  #throughGroup(place: number): void {
    const group = this.#state.groupNode(place)
    this.#intoGroup(place)
    this.#reach(this.#state.all, group, this.#costTo(group) + this.#state.nextPrice(group - this.#state.places))
    if (this.#state.sent < this.#state.transport.most) this.#finish(this.#state.all, this.#costTo(this.#state.all))
  }

  /** How far the nearest node is that was not left yet. */
  #nearest(): number {
    let least = Number.POSITIVE_INFINITY
    for (let node = 0; node < this.#distance.length; node += 1) {
      const distance = this.#distance[node] as number
      if (distance < least && this.#done[node] === 0) least = distance
    }

    return least
  }

  /** All nodes that are as near: mostly many, and together they reach all others at once. */
  #leaveLevel(level: number): void {
    this.#level = level
    this.#further = 0
    for (let place = 0; place < this.#state.places; place += 1)
      if ((this.#distance[place] as number) > level && this.#state.isUsed[place] === 1) this.#further += 1
    for (let any = true; any && level < this.#end; ) {
      any = false
      for (let node = 0; node < this.#distance.length; node += 1) {
        if (this.#distance[node] !== level || this.#done[node] === 1) continue
        this.#done[node] = 1
        this.#leave(node)
        any = true
      }
    }
  }

  #leave(node: number): void {
    if (node < this.#state.places) this.#leavePlace(node)
    else if (node < this.#state.all) this.#leaveGroup(node)
    else this.#leaveAll(node)
  }

  /** One unit more: into the group, or somebody there moves on, or is not sent any more. */
  #leavePlace(place: number): void {
    const state = this.#state
    const base = this.#costTo(place)
    this.#intoGroup(place)
    if (this.#further > 0) {
      const moves = state.moves[place] as Float64Array
      for (let other = 0; other < state.places; other += 1) this.#reach(other, place, base + (moves[other] as number))
    }
    this.#finish(place, base + (state.dropping[place] as number))
  }

  #intoGroup(place: number): void {
    if (this.#state.hasRoom(place)) this.#reach(this.#state.groupNode(place), place, this.#costTo(place))
  }

  /** Into the sum of all, or one of its other places has one unit less. */
  #leaveGroup(node: number): void {
    const state = this.#state
    const base = this.#costTo(node)
    const group = node - state.places
    this.#reach(state.all, node, base + state.nextPrice(group))
    for (const place of state.placesIn[group] as number[])
      if ((state.sources[place] as number[]).length > 0) this.#reach(place, node, base)
  }

  /** Sent, if there may be one more; else another group has one unit less. */
  #leaveAll(node: number): void {
    const state = this.#state
    const base = this.#costTo(node)
    if (state.sent < state.transport.most) this.#finish(node, base)
    else
      for (let group = 0; group < state.placesIn.length; group += 1)
        this.#reach(state.places + group, node, base - state.lastPrice(group))
  }

  #reach(node: number, from: number, cost: number): void {
    const distance = cost - (this.#state.price[node] as number)
    const before = this.#distance[node] as number
    if (distance >= before) return
    if (distance === this.#level && node < this.#state.places) this.#further -= 1
    this.#distance[node] = distance
    this.#cameFrom[node] = from
  }

  #costTo(node: number): number {
    return (this.#distance[node] as number) + (this.#state.price[node] as number)
  }

  #finish(node: number, distance: number): void {
    if (distance >= this.#end) return
    this.#end = distance
    this.#last = node
  }

  /** Keeps every reduced cost from falling below nothing. */
  #reprice(): void {
    const { price } = this.#state
    for (let node = 0; node < price.length; node += 1)
      if (this.#done[node] === 1) price[node] = (price[node] as number) + (this.#distance[node] as number) - this.#end
  }

  /** From the end back to the source: everybody on the path moves on. */
  #push(): void {
    const state = this.#state
    if (this.#last === state.all) state.sent += 1
    else state.drop(this.#last)
    for (let node = this.#last; node !== FROM_SOURCE; ) {
      const from = this.#cameFrom[node] as number
      if (from === FROM_SOURCE) state.enter(this.#source, node)
      else state.pass(from, node)
      node = from
    }
    state.settle()
  }
}
