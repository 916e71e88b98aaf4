/** ln Γ(x) for x > 0, to some 13 digits: Stirling's series, reached by Γ(x + 1) = x Γ(x) (Abramowitz and Stegun 1964, 6.1.15 and 6.1.41). */
export function logGamma(x: number): number {
  let [shift, at] = [0, x]
  for (; at < FAR; at++) shift -= Math.log(at)
  const square = 1 / at ** 2
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / at

  return shift + (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series
}

/** From here on the series is right to the last digits. */
const FAR = 15

/**
 * I_x(a, b), the share of the beta distribution below x, for 0 ≤ x ≤ 1: the continued fraction of Abramowitz and Stegun 26.5.8,
 * worked out as Lentz (1976) does.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x === 0 || x === 1) return x
  // It converges fast below the mean; beyond, the other side is asked for.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))

  return front / (a * fractionOf(x, a, b))
}

function fractionOf(x: number, a: number, b: number): number {
  let [fraction, c, d] = [1, 1, 0]
  for (let n = 1; n <= MOST_TERMS; n++) {
    const term = termOf(n, x, a, b)
    d = 1 / (1 + term * d)
    c = 1 + term / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < Number.EPSILON) break
  }

  return fraction
}

const MOST_TERMS = 1000

/** d₁, d₂, d₃ … of 26.5.8. */
function termOf(n: number, x: number, a: number, b: number): number {
  const m = Math.floor(n / 2)
  if (n % 2 === 0) return (m * (b - m) * x) / ((a + n - 1) * (a + n))

  return (-(a + m) * (a + b + m) * x) / ((a + n - 1) * (a + n))
}
