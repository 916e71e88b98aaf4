/** The planner's optimisation engine: the cheapest way to send as much as possible through a network. Knows nothing of leaders. */

/** One unit at most may pass; give several arcs for more, their costs rising for a convex price. Costs are whole numbers ≥ 0. */
export interface Arc {
  from: number
  to: number
  cost: number
}

export interface Network {
  nodes: number
  source: number
  sink: number
  arcs: readonly Arc[]
  /** Units to send at most; without it as many as will pass. */
  most?: number
}

export interface Flow {
  units: number
  cost: number
  /** For each arc whether a unit passes. */
  used: boolean[]
  /** The proof: no arc that could still take a unit (or give one back) has cost + price[from] − price[to] < 0 (or > 0). */
  prices: number[]
}

/**
 * Successive shortest paths (Ahuja, Magnanti, Orlin: Network Flows, 1993, §9.7) with node prices, so that Dijkstra serves for every path.
 * Ties are broken by the order of nodes and arcs: the same network gives the same flow.
 */
export function cheapestFlow(network: Network): Flow {
  const state = open(network)
  const most = network.most ?? Number.POSITIVE_INFINITY
  let units = 0
  while (units < most && findPath(state)) {
    pushAlong(state)
    units += 1
  }
  const used = network.arcs.map((_, arc) => state.capacity[2 * arc] === 0)

  return { units, cost: sumOf(network.arcs, used), used, prices: [...state.prices] }
}

/** Arc i is edge 2i and its way back 2i + 1, as edge ^ 1 of one another; edges of a node are chained from `first` by `next`. */
interface State {
  nodes: number
  source: number
  sink: number
  head: Int32Array
  capacity: Uint8Array
  cost: Float64Array
  first: Int32Array
  next: Int32Array
  prices: Float64Array
  distance: Float64Array
  cameBy: Int32Array
  done: Uint8Array
  heap: Heap
}

function open({ nodes, source, sink, arcs }: Network): State {
  const edges = arcs.length * 2
  const state: State = {
    nodes,
    source,
    sink,
    head: new Int32Array(edges),
    capacity: new Uint8Array(edges),
    cost: new Float64Array(edges),
    first: new Int32Array(nodes).fill(-1),
    next: new Int32Array(edges),
    prices: new Float64Array(nodes),
    distance: new Float64Array(nodes),
    cameBy: new Int32Array(nodes),
    done: new Uint8Array(nodes),
    heap: new Heap(),
  }
  connect(state, arcs)

  return state
}

/** Last arc first, so that the edges of a node are chained in the order of the arcs. */
function connect({ head, capacity, cost, first, next }: State, arcs: readonly Arc[]): void {
  for (let i = arcs.length - 1; i >= 0; i -= 1) {
    const arc = arcs[i] as Arc
    if (!(arc.cost >= 0)) throw new RangeError(`an arc costs ${arc.cost}`)
    const edge = 2 * i
    head[edge] = arc.to
    head[edge + 1] = arc.from
    cost[edge] = arc.cost
    cost[edge + 1] = -arc.cost
    capacity[edge] = 1
    next[edge] = first[arc.from] as number
    first[arc.from] = edge
    next[edge + 1] = first[arc.to] as number
    first[arc.to] = edge + 1
  }
}

/** Dijkstra until the sink is reached; nodes further away than the sink are priced as far as the sink, which keeps all reduced costs ≥ 0. */
function findPath(state: State): boolean {
  const { heap, distance, done, prices, nodes, source, sink } = state
  distance.fill(Number.POSITIVE_INFINITY)
  done.fill(0)
  heap.clear()
  distance[source] = 0
  heap.push(source, 0)
  for (let node = heap.pop(); node !== -1; node = heap.pop()) {
    if (done[node] === 1) continue
    done[node] = 1
    if (node === sink) break
    relax(state, node)
  }
  if (done[sink] === 0) return false

  const reach = distance[sink] as number
  for (let node = 0; node < nodes; node += 1)
    prices[node] = (prices[node] as number) + Math.min(distance[node] as number, reach)

  return true
}

function relax(state: State, node: number): void {
  const { head, capacity, cost, next, prices, distance, cameBy, done, heap } = state
  const base = (distance[node] as number) + (prices[node] as number)
  for (let edge = state.first[node] as number; edge !== -1; edge = next[edge] as number) {
    const to = head[edge] as number
    if (capacity[edge] === 0 || done[to] === 1) continue
    const far = base + (cost[edge] as number) - (prices[to] as number)
    if (far >= (distance[to] as number)) continue
    distance[to] = far
    cameBy[to] = edge
    heap.push(to, far)
  }
}

function pushAlong({ source, sink, head, capacity, cameBy }: State): void {
  for (let node = sink; node !== source; ) {
    const edge = cameBy[node] as number
    capacity[edge] = 0
    capacity[edge ^ 1] = 1
    node = head[edge ^ 1] as number
  }
}

function sumOf(arcs: readonly Arc[], used: boolean[]): number {
  return arcs.reduce((sum, { cost }, arc) => sum + (used[arc] ? cost : 0), 0)
}

/** Nodes by distance, the nearest first; of two as near, the one with the lower number. */
class Heap {
  readonly #nodes: number[] = []
  readonly #keys: number[] = []

  clear(): void {
    this.#nodes.length = 0
    this.#keys.length = 0
  }

  push(node: number, key: number): void {
    let at = this.#nodes.length
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(key, node, parent)) break
      this.#move(parent, at)
      at = parent
    }
    this.#nodes[at] = node
    this.#keys[at] = key
  }

  /** The nearest node, or −1 when there is none left. */
  pop(): number {
    const top = this.#nodes[0] ?? -1
    const node = this.#nodes.pop()
    const key = this.#keys.pop()
    if (node !== undefined && key !== undefined && this.#nodes.length > 0) this.#sink(node, key)

    return top
  }

  #sink(node: number, key: number): void {
    const size = this.#nodes.length
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && this.#isBefore(this.#keys[child + 1] as number, this.#nodes[child + 1] as number, child))
        child += 1
      if (this.#isBefore(key, node, child)) break
      this.#move(child, at)
      at = child
    }
    this.#nodes[at] = node
    this.#keys[at] = key
  }

  #isBefore(key: number, node: number, at: number): boolean {
    const other = this.#keys[at] as number

    return key < other || (key === other && node < (this.#nodes[at] as number))
  }

  #move(from: number, to: number): void {
    this.#nodes[to] = this.#nodes[from] as number
    this.#keys[to] = this.#keys[from] as number
  }
}
