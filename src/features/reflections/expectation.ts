/** What was expected beside what was met, for the leader alone: after each contact in words, over contacts as a calibration. */
import { type Interval, meanInterval } from '../../lib/statistics.ts'
import type { Prediction } from '../assignments/prediction.ts'
import type { Answers } from './fields.ts'

const CALIBRATED_FROM = 3
/** Between 1 and 5. */
const WIDEST = 4

const DEALT: Readonly<Record<Answers['addressed'], string>> = {
  yes: 'they would deal with what you came for',
  partly: 'they would deal with it in part',
  no: 'they would not deal with it',
}

const DID: Readonly<Record<Answers['addressed'], string>> = {
  yes: 'they did',
  partly: 'they did in part',
  no: 'they did not',
}

/** Two sentences that claim no more than the two answers. */
export function comparison(prediction: Prediction, met: Pick<Answers, 'valued' | 'addressed'>): [string, string] {
  const { predictedValued, predictedAddressed } = prediction
  const valued =
    predictedValued === met.valued
      ? `You expected to feel valued ${predictedValued} of 5, and did.`
      : `You expected to feel valued ${predictedValued} of 5, and felt ${met.valued}.`
  const same = predictedAddressed === met.addressed
  const addressed = same
    ? `You thought ${DEALT[predictedAddressed]}, and so it was.`
    : `You thought ${DEALT[predictedAddressed]}; ${DID[met.addressed]}.`

  return [valued, addressed]
}

export interface Calibration extends Interval {
  contacts: number
  /** Mean of valued − predicted_valued, −4 to 4. Negative: the leader expects more than they get. */
  mean: number
}

/**
 * From three contacts on, with Student’s t interval (95 %), cut where the scale ends; null before. Only the leader's own contacts with
 * a prediction, and those whose cover held.
 */
export function calibrationOf(pairs: readonly { valued: number; predictedValued: number }[]): Calibration | null {
  if (pairs.length < CALIBRATED_FROM) return null
  const gaps = pairs.map((pair) => pair.valued - pair.predictedValued)
  const squares = gaps.reduce((total, gap) => total + gap * gap, 0)
  const sum = gaps.reduce((total, gap) => total + gap, 0)
  const { mean, low, high } = meanInterval({ of: gaps.length, sum, squares })

  return { contacts: gaps.length, mean, low: Math.max(low, -WIDEST), high: Math.min(high, WIDEST) }
}

/** "Over 4 contacts you expect 1.1 more than you get." */
export function calibrationWords(calibration: Calibration, locale: string): string {
  const much = tenth(Math.abs(calibration.mean), locale)
  const over = `Over ${calibration.contacts} contacts you`
  if (isNothing(calibration.mean)) return `${over} expect what you get.`

  return calibration.mean < 0
    ? `${over} expect ${much} more than you get.`
    : `${over} get ${much} more than you expect.`
}

/** How sure that is: "With 95% confidence it is between 2.0 more and 0.2 less." In the direction of the sentence before. */
export function calibrationRange({ mean, low, high }: Calibration, locale: string): string {
  const [from, to] = mean < 0 && !isNothing(mean) ? [-high, -low] : [low, high]
  if (isNothing(to - from)) return 'It was the same every time.'
  const end = (value: number) =>
    isNothing(value) ? 'nothing' : `${tenth(Math.abs(value), locale)} ${value < 0 ? 'less' : 'more'}`
  const unsure = from <= 0 && to >= 0 ? ' So few contacts do not tell which way.' : ''

  return `With 95% confidence it lies between ${end(from)} and ${end(to)}.${unsure}`
}

function tenth(value: number, locale: string): string {
  return value.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}

/** Too little to be said in tenths. */
function isNothing(value: number): boolean {
  return Math.round(Math.abs(value) * 10) === 0
}
