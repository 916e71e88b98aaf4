/** Who is where while units are sent, and what it costs to move somebody from one place to another. */

import type { Transport } from './transport.ts'

/** Nodes: the places, then the groups, then the sum of all. */
export class TransportState {
  readonly transport: Transport
  readonly places: number
  readonly all: number
  /** By group. */
  readonly placesIn: number[][]
  readonly #counts: Int32Array
  sent = 0
  /** By source. */
  readonly placesOf: number[][]
  /** By place. */
  readonly sources: number[][]
  /** By place and place: the least it costs that somebody moves, and who it is. */
  readonly moves: Float64Array[]
  readonly #movers: Int32Array[]
  /** By place: the least it costs that somebody is not sent any more, and who it is. */
  readonly dropping: Float64Array
  readonly #dropped: Int32Array
  /** By place: 1 where anybody can go. */
  readonly isUsed: Uint8Array
  /** By node: the price of the dual, and what a search remembers. */
  readonly price: Float64Array
  readonly distance: Float64Array
  readonly cameFrom: Int32Array
  readonly done: Uint8Array
  readonly #stale = new Set<number>()

  constructor(transport: Transport) {
    const { places, prices, units } = transport
    this.transport = transport
    this.places = places.length
    this.all = places.length + prices.length
    this.placesIn = prices.map((_, group) => places.flatMap((place, i) => (place.group === group ? [i] : [])))
    this.#counts = new Int32Array(prices.length)
    this.placesOf = units.map(() => [])
    this.sources = places.map(() => [])
    this.moves = places.map(() => new Float64Array(places.length).fill(Number.POSITIVE_INFINITY))
    this.#movers = places.map(() => new Int32Array(places.length))
    this.dropping = new Float64Array(places.length).fill(Number.POSITIVE_INFINITY)
    this.#dropped = new Int32Array(places.length)
    this.isUsed = Uint8Array.from(places, (_, place) =>
      transport.costs.some(
        (costs, source) => units[source]?.length && (costs[place] as number) < Number.POSITIVE_INFINITY,
      )
        ? 1
        : 0,
    )
    this.price = new Float64Array(this.all + 1)
    this.distance = new Float64Array(this.all + 1)
    this.cameFrom = new Int32Array(this.all + 1)
    this.done = new Uint8Array(this.all + 1)
  }

  groupNode(place: number): number {
    return this.places + this.#groupOf(place)
  }

  hasRoom(place: number): boolean {
    return (this.sources[place] as number[]).length < (this.transport.places[place]?.room ?? 0)
  }

  /** What the source's next unit costs. */
  unitCost(source: number): number {
    return this.transport.units[source]?.[this.placesOf[source]?.length ?? 0] ?? Number.POSITIVE_INFINITY
  }

  /** What one unit more adds to the group; Infinity where it is full. */
  nextPrice(group: number): number {
    return this.transport.prices[group]?.[this.#counts[group] as number] ?? Number.POSITIVE_INFINITY
  }

  /** What one unit less saves; nothing there to take is as good as never. */
  lastPrice(group: number): number {
    return this.transport.prices[group]?.[(this.#counts[group] as number) - 1] ?? Number.NEGATIVE_INFINITY
  }

  /** Whether the source sends to the place's group already, apart from the place it leaves. */
  isAt(source: number, place: number, except = -1): boolean {
    const there = this.placesOf[source] as number[]
    if (there.length === 0) return false
    const group = this.#groupOf(place)

    return there.some((other) => other !== except && this.#groupOf(other) === group)
  }

  enter(source: number, place: number): void {
    ;(this.placesOf[source] as number[]).push(place)
    ;(this.sources[place] as number[]).push(source)
    this.#mark(source)
  }

  /** One step of a path: somebody moves from place to place, or a group has one unit more or less. */
  pass(from: number, to: number): void {
    if (from < this.places && to < this.places) this.#move((this.#movers[from] as Int32Array)[to] as number, from, to)
    else if (to === this.all) this.#count(from - this.places, 1)
    else if (from === this.all) this.#count(to - this.places, -1)
  }

  /** The one at the place for whom it costs least is not sent any more. */
  drop(place: number): void {
    this.#take(this.#dropped[place] as number, place)
  }

  /** After a path: the costs of moving those who moved. */
  settle(): void {
    for (const place of this.#stale) this.#refresh(place)
    this.#stale.clear()
  }

  #move(source: number, from: number, to: number): void {
    this.#take(source, from)
    this.enter(source, to)
  }

  #take(source: number, place: number): void {
    this.#mark(source)
    remove(this.placesOf[source] as number[], place)
    remove(this.sources[place] as number[], source)
  }

  #count(group: number, change: number): void {
    this.#counts[group] = (this.#counts[group] as number) + change
  }

  #mark(source: number): void {
    for (const place of this.placesOf[source] as number[]) this.#stale.add(place)
  }

  #refresh(place: number): void {
    const moves = (this.moves[place] as Float64Array).fill(Number.POSITIVE_INFINITY)
    this.dropping[place] = Number.POSITIVE_INFINITY
    for (const source of this.sources[place] as number[]) this.#refreshFor(source, place, moves)
  }

  #refreshFor(source: number, place: number, moves: Float64Array): void {
    const { costs, units, unsent } = this.transport
    const own = costs[source] as Float64Array
    const here = own[place] as number
    const movers = this.#movers[place] as Int32Array
    const there = this.placesOf[source] as number[]
    for (let other = 0; other < this.places; other += 1) {
      const cost = (own[other] as number) - here
      if (cost >= (moves[other] as number) || other === place) continue
      if (there.length > 1 && this.isAt(source, other, place)) continue
      moves[other] = cost
      movers[other] = source
    }
    const last = units[source]?.[there.length - 1] ?? 0
    if (unsent - last - here >= (this.dropping[place] as number)) return
    this.dropping[place] = unsent - last - here
    this.#dropped[place] = source
  }

  #groupOf(place: number): number {
    return this.transport.places[place]?.group ?? 0
  }
}

function remove(list: number[], item: number): void {
  list.splice(list.indexOf(item), 1)
}
