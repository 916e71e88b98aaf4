/** Pairs chosen once more, where other leaders would be free in the dayparts in which customers call, with everything that comes before dayparts as good as it was. */

import { DAYPARTS } from '../../lib/days.ts'
import { type Arc, cheapestFlow } from '../../platform/solver/flow.ts'
import { leastSpread, spreadOf, type Traffic } from './dayparts.ts'
import { rises } from './goals.ts'
import { partsOfPairing } from './pairing_days.ts'
import type { Pairing } from './pairings.ts'
import { trafficShares } from './roster.ts'
import type { RoundPairs } from './round_picks.ts'
import { TablePairs } from './round_table.ts'

/** Larger rounds keep their pairs: the whole network would take too long. */
const MOST_PAIRS = 2000

/** As many contacts for each touchpoint as before, loads as even, and as little lost and repeated. */
export function spreadOverDayparts(pairs: RoundPairs, picks: Pairing[]): Pairing[] {
  const { leaders, touchpoints, problem } = pairs.toPlan.offers.roster
  const isKnown = problem.touchpoints.some(({ dayparts }) => dayparts)
  if (!isKnown || leaders * touchpoints > MOST_PAIRS || !(pairs.choice instanceof TablePairs)) return picks
  const places = placesOf(pairs, picks)
  if (places.every(({ isBest }) => isBest)) return picks
  const other = new DaypartNetwork(pairs, places).choose()

  return other && pairs.canBePlaced(other) ? other : picks
}

interface Place {
  contacts: number
  traffic: Traffic
  /** Whether those picked there are spread as well as anybody could be. */
  isBest: boolean
}

function placesOf({ toPlan: { goals, offers }, choice }: RoundPairs, picks: readonly Pairing[]): Place[] {
  const at = Map.groupBy(picks, ({ touchpoint }) => touchpoint)
  const rooms = choice.leadersByDaypart()

  return offers.roster.problem.touchpoints.map((touchpoint, number) => {
    const here = at.get(number) ?? []
    const shares = touchpoint.dayparts ? trafficShares(touchpoint) : []
    const traffic = { contacts: goals.contactsByDaypart(number), shares }
    const least = () => leastSpread(traffic, rooms[number] ?? [], here.length)
    const found = () =>
      spreadOf(
        here.map((pick) => partsOfPairing(pick, offers)),
        traffic,
      )
    const isBest = !touchpoint.dayparts || here.length === 0 || found() < least() + 1e-6

    return { contacts: here.length, traffic, isBest }
  })
}

/** Of a step in loads and of a repetition, against steps in dayparts. */
interface Weights {
  loads: number
  repeats: number
}

/** Prices to a ten-thousandth, as whole numbers. */
const SCALE = 1e4

/** Leaders, then each daypart of each touchpoint, then the touchpoints. */
class DaypartNetwork {
  readonly #pairs: RoundPairs
  readonly #places: readonly Place[]
  readonly #arcs: Arc[] = []
  readonly #pairings = new Map<number, Pairing>()
  readonly #leastLoad: number
  #nodes = 2

  constructor(pairs: RoundPairs, places: readonly Place[]) {
    this.#pairs = pairs
    this.#places = places
    const { wanted } = pairs.toPlan
    this.#leastLoad = Math.min(...wanted.map((_, leader) => pairs.loadPrices(leader)[0] ?? Number.POSITIVE_INFINITY))
  }

  choose(): Pairing[] | null {
    const offered = this.#places.flatMap(({ contacts }, touchpoint) =>
      contacts > 0 ? this.#pairs.choice.possible(touchpoint) : [],
    )
    if (offered.some(({ loss }) => loss > 0)) return null
    const most = this.#places.reduce((sum, { contacts }) => sum + contacts, 0)
    const weights = this.#weights()
    const dayparts = this.#places.map((place) => this.#addPlace(place))
    for (const [leader, own] of Map.groupBy(offered, ({ leader }) => leader))
      this.#addLeader(leader, own, dayparts, weights)
    const { units, used } = cheapestFlow({ nodes: this.#nodes, source: 0, sink: 1, arcs: this.#arcs, most })
    const picks = [...this.#pairings].flatMap(([arc, pairing]) => (used[arc] ? [pairing] : []))

    return units === most ? picks : null
  }

  /** Each outweighs all that those after it can add along a path. */
  #weights(): Weights {
    const steepest = Math.max(...this.#places.flatMap(({ contacts, traffic }) => pricesOf(contacts, traffic).flat()))
    const longest = 2 * this.#places.length + 4
    const repeats = 2 * longest * (steepest + 1)

    return { loads: repeats * (longest + 1), repeats }
  }

  /** Its touchpoint takes exactly as many contacts as before. */
  #addPlace({ contacts, traffic }: Place): number[] {
    const place = this.#node()
    for (let i = 0; i < contacts; i += 1) this.#arc(place, 1, 0)

    return pricesOf(contacts, traffic).map((prices) => {
      const daypart = this.#node()
      for (const price of prices) this.#arc(daypart, place, 2 * price)
      return daypart
    })
  }

  #addLeader(
    leader: number,
    own: readonly Pairing[],
    dayparts: readonly (readonly number[])[],
    weights: Weights,
  ): void {
    const person = this.#node()
    const prices = this.#pairs.loadPrices(leader)
    for (const price of prices) this.#arc(0, person, weights.loads * Math.round((price - this.#leastLoad) * SCALE))
    for (const pairing of own) {
      const cost = pairing.repeats * weights.repeats + (pairing.squeezed ? 1 : 0)
      this.#addPair(pairing, person, dayparts[pairing.touchpoint] ?? [], cost, prices.length === 1)
    }
  }

  /** A leader with several contacts passes a node of the pair, which lets one through. */
  #addPair(pairing: Pairing, person: number, dayparts: readonly number[], cost: number, isOnce: boolean): void {
    const parts = PARTS_OF[partsOfPairing(pairing, this.#pairs.toPlan.offers)] as readonly number[]
    if (isOnce) for (const part of parts) this.#pairings.set(this.#arc(person, dayparts[part] as number, cost), pairing)
    else {
      const pair = this.#node()
      this.#pairings.set(this.#arc(person, pair, cost), pairing)
      for (const part of parts) this.#arc(pair, dayparts[part] as number, 0)
    }
  }

  #node(): number {
    this.#nodes += 1

    return this.#nodes - 1
  }

  #arc(from: number, to: number, cost: number): number {
    return this.#arcs.push({ from, to, cost }) - 1
  }
}

/** By set of dayparts: their numbers. */
const PARTS_OF: readonly (readonly number[])[] = Array.from({ length: 1 << DAYPARTS.length }, (_, set) =>
  DAYPARTS.flatMap((_, part) => ((set & (1 << part)) > 0 ? [part] : [])),
)

/** By daypart what each further contact adds, none below nothing: with so many contacts in all only differences count. */
function pricesOf(contacts: number, { contacts: before, shares }: Traffic): number[][] {
  if (shares.length === 0) return DAYPARTS.map(() => new Array<number>(contacts).fill(0))
  const all = before.reduce((sum, count) => sum + count, contacts)
  const prices = DAYPARTS.map((_, part) => rises(before[part] ?? 0, (shares[part] ?? 0) * all, contacts))
  const least = Math.min(...prices.map(([first = 0]) => first))

  return prices.map((list) => list.map((price) => Math.round((price - least) * SCALE)))
}
