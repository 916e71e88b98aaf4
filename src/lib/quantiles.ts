/** Quantiles of the normal and of Student's t distribution, as the intervals need them. */
import { incompleteBeta } from './gamma.ts'

/** z with P(Z ≤ z) = p, for 0 < p < 1. Wichura (1988), algorithm AS 241, PPND16: about 16 digits. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability lies between 0 and 1: ${p}`)

  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE, 0.180625 - q * q)

  const r = Math.sqrt(-Math.log(q < 0 ? p : 1 - p))

  return Math.sign(q) * (r <= 5 ? ratio(SHOULDER, r - 1.6) : ratio(TAIL, r - 5))
}

/** z with P(−z ≤ Z ≤ z) = confidence; 1.959964 for 0.95. The lower tail is used because 1 − p would lose digits. */
export function twoSidedNormal(confidence: number): number {
  assertConfidence(confidence)
  const found = knownNormal.get(confidence) ?? -normalQuantile((1 - confidence) / 2)
  if (knownNormal.size < 100) knownNormal.set(confidence, found)

  return found
}

/** Every interval asks for one of two. */
const knownNormal = new Map<number, number>()

/** t with P(−t ≤ T ≤ t) = confidence, for degrees of freedom of at least 1, whole or (Welch's) not; 2.776445 for 0.95 and 4. */
export function twoSidedStudent(confidence: number, degrees: number): number {
  assertConfidence(confidence)
  if (!Number.isFinite(degrees) || degrees < 1) throw new RangeError(`degrees of freedom are 1 or more: ${degrees}`)

  return degrees > MANY ? expandedStudent(twoSidedNormal(confidence), degrees) : bisectedStudent(confidence, degrees)
}

/** 0.95, not 95. Throws a RangeError on what is no share. */
export function assertConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence lies between 0 and 1: ${confidence}`)
}

/** So many terms are summed; beyond, an expansion is as good. */
const MANY = 200

type Ratio = readonly [above: readonly number[], below: readonly number[]]

/** A quotient of two polynomials, coefficients from the constant up. */
function ratio([above, below]: Ratio, x: number): number {
  const value = (coefficients: readonly number[]) => coefficients.reduceRight((sum, c) => sum * x + c, 0)

  return value(above) / value(below)
}

/** P is increasing in θ = arctan(t/√n), so halving finds it to the last digit; t itself may be in the millions. */
function bisectedStudent(confidence: number, degrees: number): number {
  let [low, high] = [0, Math.PI / 2]
  for (;;) {
    const middle = (low + high) / 2
    if (middle === low || middle === high) return Math.sqrt(degrees) * Math.tan(middle)
    if (withinAngle(middle, degrees) < confidence) low = middle
    else high = middle
  }
}

/**
 * P(|T| ≤ t) for θ = arctan(t/√n): Abramowitz and Stegun (1964), 26.7.3 for odd and 26.7.4 for even n, exact sums; between whole
 * numbers 26.7.1.
 */
function withinAngle(angle: number, degrees: number): number {
  if (!Number.isInteger(degrees)) return incompleteBeta(Math.sin(angle) ** 2, 1 / 2, degrees / 2)
  const sine = Math.sin(angle)
  const squared = Math.cos(angle) ** 2
  const odd = degrees % 2 === 1
  if (degrees === 1) return (2 * angle) / Math.PI

  let term = odd ? Math.cos(angle) : 1
  let sum = term
  for (let k = odd ? 3 : 2; k < degrees; k += 2) {
    term *= (squared * (k - 1)) / k
    sum += term
  }

  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
}

/** Fisher's expansion in 1/n, Abramowitz and Stegun 26.7.5; beyond 200 degrees what it leaves out is below 1e-9 up to 99.9 %. */
function expandedStudent(z: number, degrees: number): number {
  const terms = [
    z,
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ]

  return terms.reduceRight((sum, term) => sum / degrees + term, 0)
}

// The coefficients of AS 241, each as the nearest double.
const CENTRE: Ratio = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
]

const SHOULDER: Ratio = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
]

const TAIL: Ratio = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 1.8463183175100548e-5,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
]
