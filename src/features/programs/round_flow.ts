/** Who contacts what in one round: the goals loads, coverage and scenarios, each only among the best of those before it, as one cheapest flow. */

import { type Arc, cheapestFlow } from '../../platform/solver/flow.ts'
import { type PriceRanks, ranksOf } from './goal_weights.ts'

/** What the flow decides about; days come into it only where they are scarce. */
export interface RoundQuestion {
  leaders: readonly LeaderQuestion[]
  touchpoints: readonly TouchpointQuestion[]
  pairs: readonly PairQuestion[]
  /** Contacts wanted at most. */
  most: number
}

export interface LeaderQuestion {
  /** What the first, second … contact adds to the loads goal; as many as the leader may take. */
  prices: readonly number[]
  /** Contacts the leader may take in each part (month) of the round. */
  parts: readonly number[]
}

export interface TouchpointQuestion {
  /** What the first, second … contact adds to the coverage goal; as many as the touchpoint may take. */
  prices: readonly number[]
}

export interface PairQuestion {
  leader: number
  part: number
  touchpoint: number
  /** Contacts lost later by choosing it: before everything else. */
  loss: number
  /** 1 when only scenarios are left that the leader has played before others. */
  repeats: number
  /** Least of all: small whole numbers, the lower the better. */
  last: number
  /** The days it could be on, given where the days of the touchpoint are scarce. */
  days?: readonly number[]
}

/** The numbers of the pairs chosen. */
export function choosePairs(question: RoundQuestion): number[] {
  const network = new NetworkOfRound(question)
  const { used } = cheapestFlow({
    nodes: network.nodes,
    source: SOURCE,
    sink: SINK,
    arcs: network.arcs,
    most: question.most,
  })

  return question.pairs.flatMap((_, pair) => (network.arcsOfPair[pair]?.some((arc) => used[arc]) ? [pair] : []))
}

const SOURCE = 0
const SINK = 1

/** Whole ranks instead of prices (goal_weights.ts): they can be stacked without rounding. */
class NetworkOfRound {
  readonly arcs: Arc[] = []
  readonly arcsOfPair: number[][] = []
  nodes = 2
  readonly #days = new Map<string, number>()

  constructor(question: RoundQuestion) {
    const { leaders, touchpoints, pairs } = question
    const longest = 2 * Math.min(leaders.length, touchpoints.length) + 4
    const last = 1
    const repeats = last * (longest * pairs.reduce((most, pair) => Math.max(most, pair.last), 0) + 1)
    const coverage = repeats * (longest + 1)
    const coverageRanks = ranksOf(touchpoints.map(({ prices }) => prices))
    const loads = coverage * (coverageRanks.size + 1)
    const loadRanks = ranksOf(leaders.map(({ prices }) => prices))
    const loss = loads * (loadRanks.size + 1)
    const people = leaders.map((leader) => this.#addLeader(leader, loadRanks, loads))
    const places = touchpoints.map((touchpoint) => this.#addTouchpoint(touchpoint, coverageRanks, coverage))
    for (const pair of pairs) {
      const cost = pair.loss * loss + pair.repeats * repeats + pair.last * last
      this.arcsOfPair.push(
        this.#addPair(pair, people[pair.leader]?.[pair.part] ?? SOURCE, places[pair.touchpoint] ?? SINK, cost),
      )
    }
  }

  /** A node for the leader, and one for each month where the round has several. */
  #addLeader({ prices, parts }: LeaderQuestion, ranks: PriceRanks, weight: number): number[] {
    const person = this.#node()
    for (const price of prices) this.#arc(SOURCE, person, weight * ranks.of(price))
    if (parts.length === 1) return [person]

    return parts.map((room) => {
      const part = this.#node()
      for (let i = 0; i < Math.min(room, prices.length); i += 1) this.#arc(person, part, 0)
      return part
    })
  }

  #addTouchpoint({ prices }: TouchpointQuestion, ranks: PriceRanks, weight: number): number {
    const place = this.#node()
    for (const price of prices) this.#arc(place, SINK, weight * ranks.of(price))

    return place
  }

  /** Where days are scarce the pair goes through one of its days, and each day lets one contact through. */
  #addPair({ touchpoint, days }: PairQuestion, person: number, place: number, cost: number): number[] {
    if (!days) return [this.#arc(person, place, cost)]

    const pair = this.#node()
    const arc = this.#arc(person, pair, cost)
    for (const day of days) this.#arc(pair, this.#day(touchpoint, day, place), 0)

    return [arc]
  }

  #day(touchpoint: number, day: number, place: number): number {
    const key = `${touchpoint} ${day}`
    const known = this.#days.get(key)
    if (known !== undefined) return known

    const node = this.#node()
    this.#arc(node, place, 0)
    this.#days.set(key, node)

    return node
  }

  #node(): number {
    this.nodes += 1

    return this.nodes - 1
  }

  #arc(from: number, to: number, cost: number): number {
    return this.arcs.push({ from, to, cost }) - 1
  }
}
