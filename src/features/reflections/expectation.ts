/** What was expected beside what was met, for the leader alone: after each contact in words, over contacts as a calibration. */
import type { Prediction } from '../assignments/prediction.ts'
import type { Answers } from './fields.ts'

const CALIBRATED_FROM = 3

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

export interface Calibration {
  contacts: number
  /** Mean of valued − predicted_valued, −4 to 4. Negative: the leader expects more than they get. */
  mean: number
}

/** From three contacts on; null before. Only the leader's own contacts with a prediction, and those whose cover held. */
export function calibrationOf(pairs: readonly { valued: number; predictedValued: number }[]): Calibration | null {
  if (pairs.length < CALIBRATED_FROM) return null
  const sum = pairs.reduce((total, pair) => total + pair.valued - pair.predictedValued, 0)

  return { contacts: pairs.length, mean: sum / pairs.length }
}

/** "Over 4 contacts you expect 1.1 more than you get." */
export function calibrationWords(calibration: Calibration, locale: string): string {
  const tenths = Math.round(Math.abs(calibration.mean) * 10) / 10
  const much = tenths.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const over = `Over ${calibration.contacts} contacts you`
  if (tenths === 0) return `${over} expect what you get.`

  return calibration.mean < 0
    ? `${over} expect ${much} more than you get.`
    : `${over} get ${much} more than you expect.`
}
