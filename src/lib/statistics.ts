/** Intervals for shares and means, and for how they differ. Every function takes counts and throws a RangeError on what cannot be one. */
import { logGamma } from './gamma.ts'
import { assertConfidence, twoSidedNormal, twoSidedStudent } from './quantiles.ts'

export interface Interval {
  low: number
  high: number
}

/** So many successes of so many. */
export interface Share {
  successes: number
  of: number
}

/** How many whole numbers there were, their sum and the sum of their squares: all a mean and its interval need. */
export interface Moments {
  of: number
  sum: number
  squares: number
}

/**
 * Wilson's score interval for a share, without continuity correction, as shares between 0 and 1.
 * Wilson (1927), J. Am. Stat. Assoc. 22:209; method 3 of Newcombe (1998), Stat. Med. 17:857–872.
 */
export function wilson(successes: number, of: number, confidence = 0.95): Interval {
  assertShare({ successes, of })
  const z2 = twoSidedNormal(confidence) ** 2
  const failures = of - successes
  const centre = (successes + z2 / 2) / (of + z2)
  const half = Math.sqrt(z2 * ((successes * failures) / of + z2 / 4)) / (of + z2)

  // At the ends the formula is exactly 0 and 1; rounding must not say otherwise.
  return { low: successes === 0 ? 0 : centre - half, high: failures === 0 ? 1 : centre + half }
}

/**
 * The difference of two independent shares, b − a, with its interval built from the two Wilson intervals.
 * Method 10 of Newcombe (1998), Stat. Med. 17:873–890 (hybrid score, without continuity correction).
 */
export function newcombe(a: Share, b: Share, confidence = 0.95): Interval & { difference: number } {
  const [before, after] = [wilson(a.successes, a.of, confidence), wilson(b.successes, b.of, confidence)]
  const [from, to] = [a.successes / a.of, b.successes / b.of]
  const difference = to - from

  return {
    difference,
    low: difference - Math.hypot(to - after.low, before.high - from),
    high: difference + Math.hypot(after.high - to, from - before.low),
  }
}

/**
 * How often so few successes come about by luck, or so many, where each comes with this chance: the exact binomial tail on the side
 * the share lies on, as a chance between 0 and 1. Over a handful an interval by Wilson's approximation is too sure beside a fixed
 * share near 0 or 1: Brown, Cai and DasGupta (2001), Stat. Sci. 16:101–133.
 */
export function luckOf({ successes, of }: Share, chance: number): number {
  assertShare({ successes, of })
  if (!(chance >= 0 && chance <= 1)) throw new RangeError(`a chance lies between 0 and 1: ${chance}`)
  // So many successes are so few failures.
  const [few, each] = successes <= of * chance ? [successes, chance] : [of - successes, 1 - chance]
  if (each === 0 || few === of) return 1
  if (each === 1) return 0

  let term = Math.exp(logChoose(of, few) + few * Math.log(each) + (of - few) * Math.log1p(-each))
  let sum = 0
  // Below the mean every term is less than the one before.
  for (let k = few; k >= 0 && term > sum * Number.EPSILON; k--) {
    sum += term
    term *= (k * (1 - each)) / ((of - k + 1) * each)
  }

  return Math.min(1, sum)
}

/** A mean with Student's t interval. One value alone says nothing of its spread: its interval is without end. */
export function meanInterval(moments: Moments, confidence = 0.95): Interval & { mean: number } {
  assertMoments(moments)
  assertConfidence(confidence)
  const mean = moments.sum / moments.of
  if (moments.of === 1) return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

  const half = twoSidedStudent(confidence, moments.of - 1) * Math.sqrt(variance(moments) / moments.of)

  return { mean, low: mean - half, high: mean + half }
}

/** The difference of two independent means, b − a, without assuming equal spreads: Welch (1947), Biometrika 34:28–35. */
export function welch(a: Moments, b: Moments, confidence = 0.95): Interval & { difference: number } {
  assertMoments(a)
  assertMoments(b)
  assertConfidence(confidence)
  const difference = b.sum / b.of - a.sum / a.of
  if (a.of === 1 || b.of === 1) return { difference, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }

  const [ofA, ofB] = [variance(a) / a.of, variance(b) / b.of]
  if (ofA + ofB === 0) return { difference, low: difference, high: difference }

  const degrees = (ofA + ofB) ** 2 / (ofA ** 2 / (a.of - 1) + ofB ** 2 / (b.of - 1))
  const half = twoSidedStudent(confidence, Math.max(1, degrees)) * Math.sqrt(ofA + ofB)

  return { difference, low: difference - half, high: difference + half }
}

/** The sample variance; in whole numbers as far as possible, so that equal values give exactly 0. */
function variance({ of, sum, squares }: Moments): number {
  return (of * squares - sum * sum) / (of * (of - 1))
}

/** The logarithm of how many ways there are to pick so many of so many. */
function logChoose(of: number, picked: number): number {
  return logFactorial(of) - logFactorial(picked) - logFactorial(of - picked)
}

function logFactorial(n: number): number {
  return logGamma(n + 1)
}

function assertShare({ successes, of }: Share): void {
  if (!Number.isSafeInteger(of) || of < 1) throw new RangeError(`a share is of at least 1, in whole numbers: ${of}`)
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > of)
    throw new RangeError(`successes are a whole number from 0 to ${of}: ${successes}`)
}

function assertMoments({ of, sum, squares }: Moments): void {
  if (!Number.isSafeInteger(of) || of < 1) throw new RangeError(`a mean is of at least 1 value: ${of}`)
  if (!Number.isSafeInteger(sum) || !Number.isSafeInteger(squares) || of * squares < sum * sum)
    throw new RangeError(`no whole numbers have the sum ${sum} and the squares ${squares}`)
}
