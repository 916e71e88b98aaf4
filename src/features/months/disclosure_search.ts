/** Looks for ways the answers could have been in which a number comes to something else; or shows that there is none. */

import { type Bands, basesFor, isAllowed } from './disclosure_bands.ts'
import type { Secrets } from './disclosure_constants.ts'
import { dive } from './disclosure_dive.ts'
import type { Steps } from './disclosure_family.ts'
import { isTurned, type Turn, turnsOf } from './disclosure_nudge.ts'
import { beginAt, boundsOf, countIn, type Exchange, type Start, wayAt } from './disclosure_pairs.ts'
import { climb, eachNeighbour, isWhole } from './disclosure_simplex.ts'
import { keep, type Way, type Ways } from './disclosure_ways.ts'

export interface Search {
  ways: Ways
  bands: Bands
  exchanges: () => readonly Exchange[]
  /** All kinds at once. */
  whole: () => Exchange
  secrets: Secrets
  isShown: (sum: number) => boolean
  /** Those that leave every shown sum as it is. */
  fitting: Way[]
  random: () => number
  rules: { steps: Steps }
}

/** `constant`: by these shown sums, for certain where it is proven; `open`: it comes to something else in a way that was kept. */
export type Answer = { says: 'open' } | { says: 'constant'; by: number[]; proven: boolean }

function lookAround(search: Search, exchange: Exchange, from: Int32Array | null): void {
  if (isWhole(exchange.simplex))
    eachNeighbour(exchange.simplex, (x) => keepWay(search, wayAt(exchange, search.ways, from, x)))
}

function keepHere(search: Search, exchange: Exchange, from: Int32Array | null): Way | null {
  return isWhole(exchange.simplex) ? keepWay(search, wayAt(exchange, search.ways, from)) : null
}

function keepWay({ ways, bands, isShown, fitting, rules }: Search, more: Int32Array): Way | null {
  rules.steps.left -= more.length
  const way = keep(ways, more)
  if (way === null || way.sums.at.some(isShown) || !isAllowed(bands, way)) return null
  fitting.push(way)

  return way
}

const TRIES = 2

/** With so many columns there is room enough: what is asked for is found, and looking around takes longer. */
const MANY = 800

/** Whether a sum of the secrets is the same in every way. */
export function ask(search: Search, sum: Float64Array): Answer {
  const found: Answer[] = []
  for (const startOf of startsOf(search, sum)) {
    const start = startOf()
    for (const exchange of search.exchanges()) {
      if (!speaksOf(search, exchange, sum)) continue
      const answer = askOf(search, exchange, sum, start)
      if (answer?.says === 'open' || (answer?.proven && search.ways.kinds === 2)) return answer
      if (answer) found.push({ ...answer, proven: false })
    }
  }
  const whole = search.ways.kinds > 2 ? sizeOf(search.ways) : Number.POSITIVE_INFINITY
  const answer = whole < MOST_IN_WHOLE ? askOf(search, search.whole(), sum, TRUTH) : null
  if (answer) return answer
  if (whole < MOST_TO_TURN && !search.ways.values && canTurn(search, sum)) return { says: 'open' }

  return found.find(({ says }) => says === 'constant') ?? { says: 'constant', by: [], proven: false }
}

const TRUTH: Start = { more: null, base: 0 }

/** The truth, then wherever the tries before came to; or the truth in one base and another. */
function startsOf(search: Search, sum: Float64Array): (() => Start)[] {
  const { fitting, random, bands, ways, secrets } = search
  if (bands.all.length > 0) {
    const asked = [...ways.units.keys()].filter((unit) => worthIn(secrets, sum, unit, 0) !== 0)

    return basesFor(bands, asked, MOST_BASES).map((base) => () => ({ more: null, base }))
  }
  const anywhere = () => ({ more: fitting[Math.floor(random() * fitting.length)]?.more ?? null, base: 0 })

  return Array.from({ length: TRIES }, (_, tries) => (tries === 0 ? () => TRUTH : anywhere))
}

const MOST_BASES = 3

function sizeOf({ units, sums, truth }: Ways): number {
  return (units.length + sums.length) * (truth.length + units.length + sums.length)
}

const MOST_IN_WHOLE = 40_000
const MOST_TO_TURN = 400_000

function speaksOf(search: Search, exchange: Exchange, sum: Float64Array): boolean {
  for (let column = 0; column < exchange.simplex.answers; column++)
    if (worthOf(search, exchange, sum, column) !== 0) return true

  return false
}

/** By one exchange; null: it cannot tell. */
function askOf(search: Search, exchange: Exchange, sum: Float64Array, start: Start): Answer | null {
  const [proof, { simplex }, from]: [Float64Array[], Exchange, Int32Array | null] = [[], exchange, start.more]
  beginAt(exchange, search, start, search.isShown)
  for (const sign of [1, -1]) {
    if (sign === -1 && proof.length === 0) beginAt(exchange, search, start, search.isShown)
    const goal = goalOf(search, exchange, sum, sign)
    const before = search.fitting.length
    const begun = comesTo(search, exchange, sum)
    const ended = climb(simplex, goal, () => differs(search, sum, keepHere(search, exchange, from)))
    const isHighest = ended === 'highest' && Math.abs(comesTo(search, exchange, sum) - begun) < 1e-6
    if (!isWhole(simplex) && !isHighest && dive(simplex, farthest(search, exchange, sum, from)))
      keepHere(search, exchange, from)
    if (search.fitting.length > before && search.ways.truth.length < MANY) lookAround(search, exchange, from)
    if (search.fitting.slice(before).some((way) => differs(search, sum, way))) return { says: 'open' }
    if (isHighest) proof.push(goal)
  }

  if (proof.length < 2) return null

  return {
    says: 'constant',
    by: neededFor(search, exchange, proof),
    proven: !isByBands(search, exchange, proof, start),
  }
}

/** Within the bounds of one base: there may be others. */
function isByBands(
  { bands }: Search,
  { simplex, sums, bands: several }: Exchange,
  proof: readonly Float64Array[],
  { base }: Start,
): boolean {
  const rows = [...several.keys()].map((i) => simplex.answers + sums.length + i)
  const units = bands.all.flatMap((band) => band.units.filter((unit) => boundsOf(bands, unit, base)))

  return [...rows, ...units].some((column) => proof.some((worth) => Math.abs(worth[column] as number) > 1e-6))
}

/** Whether somebody the sum speaks of can answer otherwise, so that it differs. */
function canTurn(search: Search, sum: Float64Array): boolean {
  const [exchange, { ways, rules, random }] = [search.whole(), search]
  const turns = turnsOf(ways, (unit, kind) => worthIn(search.secrets, sum, unit, kind))
  const enough = rules.steps.left * (1 - SHARE_OF_STEPS)
  for (let tries = 0; tries < MOST_TURNS && turns.length > 0 && rules.steps.left > enough; tries++) {
    const [turn] = turns.splice(Math.floor(random() * turns.length), 1) as [Turn]
    beginAt(exchange, search, TRUTH, search.isShown)
    if (isTurned(exchange, ways, turn) && differs(search, sum, keepHere(search, exchange, null))) return true
  }

  return false
}

const MOST_TURNS = 8
/** Of the steps that are left, what may go into one question. */
const SHARE_OF_STEPS = 1 / 16

/** Of the columns the sum speaks of, the one that came farthest. */
function farthest(search: Search, exchange: Exchange, sum: Float64Array, from: Int32Array | null): number {
  let [best, most] = [-1, 0]
  for (let column = 0; column < exchange.simplex.answers; column++) {
    if (worthOf(search, exchange, sum, column) === 0) continue
    const far = Math.abs((exchange.simplex.x[column] as number) - countOf(search, exchange, column, from))
    if (far > most) [best, most] = [column, far]
  }

  return best
}

function countOf({ ways }: Search, { kinds }: Exchange, column: number, from: Int32Array | null): number {
  if (kinds) return countIn(ways, column, kinds[0], from)

  return (ways.truth[column] as number) + (from?.[column] ?? 0)
}

function goalOf(search: Search, exchange: Exchange, sum: Float64Array, sign: number): Float64Array {
  const goal = new Float64Array(exchange.simplex.x.length)
  for (let column = 0; column < exchange.simplex.answers; column++)
    goal[column] = sign * worthOf(search, exchange, sum, column)

  return goal
}

function worthOf({ secrets, ways }: Search, { kinds }: Exchange, sum: Float64Array, column: number): number {
  if (!kinds) return worthIn(secrets, sum, Math.floor(column / (ways.kinds - 1)), column % (ways.kinds - 1))

  return worthIn(secrets, sum, column, kinds[0]) - worthIn(secrets, sum, column, kinds[1])
}

/** What one answer of a kind adds to the sum; the last kind adds nothing. */
function worthIn({ groupOf, each, worth }: Secrets, sum: Float64Array, unit: number, kind: number): number {
  const group = groupOf[unit] as number
  if (group === -1) return 0
  if (worth) return (sum[group] as number) * (worth[kind] ?? 0)

  return kind < each ? (sum[group * each + kind] as number) : 0
}

function comesTo(search: Search, exchange: Exchange, sum: Float64Array): number {
  let value = 0
  for (let column = 0; column < exchange.simplex.answers; column++)
    value += worthOf(search, exchange, sum, column) * (exchange.simplex.x[column] as number)

  return value
}

export function differs({ secrets, ways }: Search, sum: Float64Array, way: Way | null): boolean {
  if (way === null) return false
  const columns = ways.kinds - 1
  let by = 0
  for (const [i, column] of way.columns.at.entries())
    by += worthIn(secrets, sum, Math.floor(column / columns), column % columns) * (way.columns.by[i] as number)

  return Math.abs(by) > 1e-6
}

/**
 * No way is above and none below, each by certain sums. Where the two cancel out, one alone is the proof; else what is left of them says
 * that answers each of them went up against cannot move at all, which is given away too.
 */
function neededFor({ isShown }: Search, { simplex, sums }: Exchange, [up, down]: Float64Array[]): number[] {
  const left = simplex.x.map((_, column) => (up?.[column] ?? 0) + (down?.[column] ?? 0))
  const isOfAnswers = (column: number) => column < simplex.answers || column >= simplex.answers + sums.length
  const proof = left.some((by, column) => isOfAnswers(column) && Math.abs(by) > 1e-6) ? left : up

  return sums.flatMap((held, row) =>
    Math.abs(proof?.[simplex.answers + row] ?? 0) > 1e-6 ? held.filter(isShown).slice(0, 1) : [],
  )
}
