/**
 * Control charts for single values (XmR) with the rules of NHS England's "Making Data Count", as its R package
 * NHSRplotthedots 0.2.2 applies them (ptd_spc_standard and ptd_calculate_point_type).
 */

export type Signal = 'none' | 'improvement' | 'concern'

export interface ControlPoint {
  value: number
  mean: number
  lower: number
  upper: number
  signal: Signal
}

export interface ControlOptions {
  /** Which way is better. */
  improvement: 'up' | 'down'
  /** Places of the values at which a new segment begins, with a mean and limits of its own. */
  rebaseAt?: readonly number[]
}

/** Limits lie 2.66 mean moving ranges from the mean: 3 / 1.128, Shewhart's factor for ranges of two. */
const LIMIT = 2.66
const CLOSE = (2 * LIMIT) / 3
/** Moving ranges from here on are outliers and left out, once; 3.267 is D4 for ranges of two. */
const SCREEN = 3.267
const RUN = 7

/** A point for every value, in their order. Throws a RangeError on a value that is no number and on a place that is none. */
export function controlChart(values: readonly number[], options: ControlOptions): ControlPoint[] {
  return explainedChart(values, options).map(({ cause: _, ...point }) => point)
}

/** The same with what makes each value special. */
export function explainedChart(
  values: readonly number[],
  options: ControlOptions,
): (ControlPoint & { cause: SpecialCause | null })[] {
  return chartEach(values, options, (place, { mean, lower, upper }, signal, cause) => {
    return { value: values[place] ?? 0, mean, lower, upper, signal, cause }
  })
}

/** The same, with `make` deciding what a point is: a page has thirty charts of two years, and making each point twice took half its time. */
export function chartEach<Made>(
  values: readonly number[],
  options: ControlOptions,
  make: (place: number, limits: Limits, signal: Signal, cause: SpecialCause | null) => Made,
): Made[] {
  const starts = startsOf(values, options)
  const made: Made[] = []
  for (const [nth, start] of starts.entries()) {
    const segment = nth === 0 && starts.length === 1 ? values : values.slice(start, starts[nth + 1])
    const limits = limitsOf(segment)
    const causes = causesOf(segment, limits)
    for (const [i, cause] of causes.entries()) made.push(make(start + i, limits, signalOf(cause, options), cause))
  }

  return made
}

/** Of the values between one rebase and the next: each such segment stands alone, and no rule looks beyond it. */
export interface Limits {
  mean: number
  lower: number
  upper: number
  /** Values that made them. */
  of: number
}

/** The rules of special causes, in the order in which they are asked. */
export type Rule = 'outside' | 'trend' | 'two_of_three' | 'one_side'

/** Why a value is special: the first rule that holds, and whether it holds upwards (above, rising) or downwards. */
export interface SpecialCause {
  rule: Rule
  way: 'up' | 'down'
}

/** One object for each cause, never a copy: whether two charts say the same of a month is seen by comparing them. */
const CAUSES: Readonly<Record<Rule, Readonly<Record<SpecialCause['way'], SpecialCause>>>> = {
  outside: { up: { rule: 'outside', way: 'up' }, down: { rule: 'outside', way: 'down' } },
  trend: { up: { rule: 'trend', way: 'up' }, down: { rule: 'trend', way: 'down' } },
  two_of_three: { up: { rule: 'two_of_three', way: 'up' }, down: { rule: 'two_of_three', way: 'down' } },
  one_side: { up: { rule: 'one_side', way: 'up' }, down: { rule: 'one_side', way: 'down' } },
}

function startsOf(values: readonly number[], { rebaseAt = [] }: Pick<ControlOptions, 'rebaseAt'>): number[] {
  const wrong = values.find((value) => !Number.isFinite(value))
  if (wrong !== undefined) throw new RangeError(`not a value that can be charted: ${wrong}`)
  const nowhere = rebaseAt.find((place) => !Number.isInteger(place) || place < 0 || place >= values.length)
  if (nowhere !== undefined) throw new RangeError(`there is no value at ${nowhere} to rebase from`)
  if (rebaseAt.length === 0) return [0]

  return [...new Set([0, ...rebaseAt])].sort((a, b) => a - b)
}

/** A value above (1), below (−1) or on (0) something. */
type Side = 1 | -1 | 0

interface Spread extends Limits {
  /** The mean moving range. */
  spread: number
}

function limitsOf(values: readonly number[]): Spread {
  const mean = meanOf(values)
  const spread = meanMovingRange(values)

  return { mean, spread, lower: mean - LIMIT * spread, upper: mean + LIMIT * spread, of: values.length }
}

function signalOf(cause: SpecialCause | null, { improvement }: Pick<ControlOptions, 'improvement'>): Signal {
  if (cause === null) return 'none'

  return cause.way === improvement ? 'improvement' : 'concern'
}

/** Which rule makes each value of a segment special, and which way. */
function causesOf(values: readonly number[], { mean, spread, lower, upper }: Spread): (SpecialCause | null)[] {
  const isOutside = (value: number) => value > upper || value < lower
  const isClose = (value: number) => value > mean + CLOSE * spread || value < mean - CLOSE * spread
  const sides = values.map((value) => sideOf(value - mean))
  const trend = trends(values)
  const twoOfThree = closeOnOneSide(
    (place) => isClose(values[place] ?? mean) && !isOutside(values[place] ?? mean),
    sides,
  )
  const run = runs(sides)

  return values.map((value, i) => {
    const way = sides[i] === 1 ? 'up' : 'down'
    if (isOutside(value)) return CAUSES.outside[way]
    if (trend[i]) return CAUSES.trend[trend[i] === 1 ? 'up' : 'down']
    if (twoOfThree[i]) return CAUSES.two_of_three[way]

    return run[i] ? CAUSES.one_side[way] : null
  })
}

/**
 * Seven points each higher (or lower) than the one before. A point says the way to its next one while both are in a trend,
 * else the way from the one before; where two trends meet on a level the reference implementation reads a fall.
 */
function trends(values: readonly number[]): readonly Side[] {
  const stepTo = (i: number) => (i === 0 ? 0 : sideOf((values[i] ?? 0) - (values[i - 1] ?? 0)))
  const ends = endsOf(values.length, stepTo, RUN - 1)
  if (ends.length === 0) return NONE

  const inTrend = values.map(() => false)
  for (const last of ends) inTrend.fill(true, last - RUN + 1, last + 1)

  return values.map((_, i) => {
    if (!inTrend[i]) return 0

    return stepTo(inTrend[i + 1] ? i + 1 : i) === 1 ? 1 : -1
  })
}

/** Seven points on one side of the mean; a point on the mean is on neither. */
function runs(sides: readonly Side[]): readonly boolean[] {
  const ends = endsOf(sides.length, (i) => sides[i] ?? 0, RUN)
  if (ends.length === 0) return NONE

  const inRun = sides.map(() => false)
  for (const last of ends) inRun.fill(true, last - RUN + 1, last + 1)

  return inRun
}

/** Of most charts. */
const NONE: readonly never[] = []

/** Every place at which so many in a row have gone the same way, up or down. */
function endsOf(places: number, wayAt: (place: number) => Side, inARow: number): readonly number[] {
  const ends: number[] = []
  let [length, before] = [0, 0]
  for (let i = 0; i < places; i++) {
    const way = wayAt(i)
    length = way !== 0 && way === before ? length + 1 : 1
    before = way
    if (way !== 0 && length >= inARow) ends.push(i)
  }

  return ends
}

/** Of three points on one side of the mean two lie in the outer third, inside the limits; these are special, the third is not. */
function closeOnOneSide(isClose: (place: number) => boolean, sides: readonly Side[]): readonly boolean[] {
  const special: boolean[] = []
  for (let last = 2; last < sides.length; last++) {
    const side = sides[last]
    if (side === 0 || side !== sides[last - 1] || side !== sides[last - 2]) continue
    const near = Number(isClose(last)) + Number(isClose(last - 1)) + Number(isClose(last - 2))
    if (near >= 2) for (let place = last - 2; place <= last; place++) special[place] ||= isClose(place)
  }

  return special
}

/** The mean moving range without outliers; 0 where there is none, or all are alike. */
function meanMovingRange(values: readonly number[]): number {
  const ranges: number[] = []
  for (let i = 1; i < values.length; i++) ranges.push(Math.abs((values[i] ?? 0) - (values[i - 1] ?? 0)))
  const outlying = SCREEN * meanOf(ranges)
  const screened = ranges.filter((range) => range < outlying)

  return screened.length === 0 ? 0 : meanOf(screened)
}

/**
 * Rounded once, as R does with its longer numbers: a value that is the mean lies on it exactly and is on neither side.
 * The second sum takes off what the first division rounded.
 */
function meanOf(values: readonly number[]): number {
  const first = sumOf(values, 0) / values.length

  return first + sumOf(values, first) / values.length
}

/**
 * Of each value less the same number. Neumaier (1974), Z. Angew. Math. Mech. 54:39–51: what each addition rounds off is kept and added at
 * the end.
 */
function sumOf(values: readonly number[], less: number): number {
  let sum = 0
  let lost = 0
  for (let i = 0; i < 2 * values.length; i++) {
    const value = i % 2 === 0 ? (values[i / 2] ?? 0) : -less
    const next = sum + value
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum
    sum = next
  }

  return sum + lost
}

function sideOf(difference: number): Side {
  if (difference > 0) return 1

  return difference < 0 ? -1 : 0
}
