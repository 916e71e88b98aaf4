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
  const better = options.improvement === 'up' ? 1 : -1

  return segmentsOf(values, options).flatMap((segment) => {
    const limits = limitsOf(segment)
    const found = special(segment, limits)

    return segment.map((value, i) => ({
      value,
      mean: limits.mean,
      lower: limits.lower,
      upper: limits.upper,
      signal: signalOf(found[i]?.side ?? 0, better),
      cause: causeOf(found[i]),
    }))
  })
}

/** The rules of special causes, in the order in which they are asked. */
export type Rule = 'outside' | 'trend' | 'two_of_three' | 'one_side'

/** Why a value is special: the first rule that holds, and whether it holds upwards (above, rising) or downwards. */
export interface SpecialCause {
  rule: Rule
  way: 'up' | 'down'
}

function causeOf(found: { rule: Rule; side: Side } | null | undefined): SpecialCause | null {
  return found ? { rule: found.rule, way: found.side === 1 ? 'up' : 'down' } : null
}

/** The values between one rebase and the next; each stands alone, its neighbours count in no rule. */
function segmentsOf(values: readonly number[], { rebaseAt = [] }: Pick<ControlOptions, 'rebaseAt'>) {
  const wrong = values.find((value) => !Number.isFinite(value))
  if (wrong !== undefined) throw new RangeError(`not a value that can be charted: ${wrong}`)
  const nowhere = rebaseAt.find((place) => !Number.isInteger(place) || place < 0 || place >= values.length)
  if (nowhere !== undefined) throw new RangeError(`there is no value at ${nowhere} to rebase from`)

  const starts = [...new Set([0, ...rebaseAt])].sort((a, b) => a - b)

  return starts.map((start, i) => values.slice(start, starts[i + 1]))
}

/** A value above (1), below (−1) or on (0) something. */
type Side = 1 | -1 | 0

interface Limits {
  mean: number
  spread: number
  lower: number
  upper: number
}

function limitsOf(values: readonly number[]): Limits {
  const mean = meanOf(values)
  const spread = meanMovingRange(values)

  return { mean, spread, lower: mean - LIMIT * spread, upper: mean + LIMIT * spread }
}

function signalOf(side: Side, better: Side): Signal {
  if (side === 0) return 'none'

  return side === better ? 'improvement' : 'concern'
}

/** Which rule makes each value of a segment special, and which way. */
function special(
  values: readonly number[],
  { mean, spread, lower, upper }: Limits,
): ({ rule: Rule; side: Side } | null)[] {
  const sides = values.map((value) => sideOf(value - mean))
  const outside = values.map((value) => value > upper || value < lower)
  const close = values.map(
    (value, i) => !outside[i] && (value > mean + CLOSE * spread || value < mean - CLOSE * spread),
  )
  const trend = trends(values)
  const twoOfThree = closeOnOneSide(close, sides)
  const run = runs(sides)

  return sides.map((side, i) => {
    if (outside[i]) return { rule: 'outside', side }
    if (trend[i]) return { rule: 'trend', side: trend[i] ?? 0 }
    if (twoOfThree[i]) return { rule: 'two_of_three', side }

    return run[i] ? { rule: 'one_side', side } : null
  })
}

/**
 * Seven points each higher (or lower) than the one before. A point says the way to its next one while both are in a trend,
 * else the way from the one before; where two trends meet on a level the reference implementation reads a fall.
 */
function trends(values: readonly number[]): Side[] {
  const steps = values.map((value, i) => (i === 0 ? 0 : sideOf(value - (values[i - 1] ?? value))))
  const ends = endsOf(steps, RUN - 1)
  if (ends.length === 0) return []

  const inTrend = values.map(() => false)
  for (const last of ends) inTrend.fill(true, last - RUN + 1, last + 1)

  return values.map((_, i) => {
    if (!inTrend[i]) return 0

    return steps[inTrend[i + 1] ? i + 1 : i] === 1 ? 1 : -1
  })
}

/** Seven points on one side of the mean; a point on the mean is on neither. */
function runs(sides: readonly Side[]): boolean[] {
  const ends = endsOf(sides, RUN)
  if (ends.length === 0) return []

  const inRun = sides.map(() => false)
  for (const last of ends) inRun.fill(true, last - RUN + 1, last + 1)

  return inRun
}

/** Every place at which so many in a row have gone the same way, up or down. */
function endsOf(ways: readonly Side[], inARow: number): number[] {
  const ends: number[] = []
  let length = 0
  for (let i = 0; i < ways.length; i++) {
    const way = ways[i]
    length = way !== 0 && way === ways[i - 1] ? length + 1 : 1
    if (way !== 0 && length >= inARow) ends.push(i)
  }

  return ends
}

/** Of three points on one side of the mean two lie in the outer third, inside the limits; these are special, the third is not. */
function closeOnOneSide(close: readonly boolean[], sides: readonly Side[]): boolean[] {
  const special: boolean[] = []
  for (let last = 2; last < close.length; last++) {
    const side = sides[last]
    const oneSide = side !== 0 && side === sides[last - 1] && side === sides[last - 2]
    const near = Number(close[last]) + Number(close[last - 1]) + Number(close[last - 2])
    if (oneSide && near >= 2) for (let i = last - 2; i <= last; i++) special[i] ||= close[i] ?? false
  }

  return special
}

/** The mean moving range without outliers; 0 where there is none, or all are alike. */
function meanMovingRange(values: readonly number[]): number {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)))
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
