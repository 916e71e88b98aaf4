/** What the leader expects, sealed when the contact starts. It is a row written once; nothing changes it afterwards. */

import { type Complaints, Problem } from '../../lib/problem.ts'
import { namesIn } from '../../lib/written_out.ts'

export interface Prediction {
  predictedValued: number
  predictedAddressed: 'yes' | 'partly' | 'no'
  mood: 'calm' | 'neutral' | 'rushed' | 'irritated'
}

export interface Choice {
  value: string
  words: string
}

const PREDICTION_QUESTIONS = {
  predictedValued: 'How valued will you feel?',
  predictedAddressed: 'Will they deal with what you come for?',
  mood: 'How are you right now?',
} as const satisfies Record<keyof Prediction, string>

const PREDICTION_CHOICES: Readonly<Record<keyof Prediction, readonly Choice[]>> = {
  predictedValued: [
    { value: '1', words: 'a nuisance' },
    { value: '2', words: '' },
    { value: '3', words: '' },
    { value: '4', words: '' },
    { value: '5', words: 'valued and respected' },
  ],
  predictedAddressed: [
    { value: 'yes', words: 'Yes' },
    { value: 'partly', words: 'Partly' },
    { value: 'no', words: 'No' },
  ],
  mood: [
    { value: 'calm', words: 'Calm' },
    { value: 'neutral', words: 'Neutral' },
    { value: 'rushed', words: 'Rushed' },
    { value: 'irritated', words: 'Irritated' },
  ],
}

/** The form and the table call them by the words of PRODUCT.md §3. */
export const PREDICTION_FIELDS = {
  predictedValued: 'predicted_valued',
  predictedAddressed: 'predicted_addressed',
  mood: 'mood',
} as const satisfies Record<keyof Prediction, string>

const NAMES = namesIn(PREDICTION_QUESTIONS)

/** Values as typed, field by field; empty where nothing is left to say. */
export function predictionComplaints(given: Partial<Record<keyof Prediction, string>>): Complaints {
  const wrong = NAMES.filter((name) => !PREDICTION_CHOICES[name].some((choice) => choice.value === given[name]))

  return Object.fromEntries(wrong.map((name) => [name, `“${PREDICTION_QUESTIONS[name]}” has no answer yet.`]))
}

/** Seals once: a second prediction is refused, whether it is the same or not. */
export function refuseSecondPrediction(sealed: Prediction | null): void {
  if (sealed) throw new Problem('conflict', 'Your prediction is sealed. It stays as it was when you started.')
}

/** The three questions as a form asks them. */
export function predictionKeys() {
  return NAMES.map((name) => {
    const scale = name === 'predictedValued'
    const options = PREDICTION_CHOICES[name].map(({ value, words }) =>
      scale ? { value, label: value, means: words } : { value, label: words },
    )
    const ends = scale ? [options.at(0)?.means, '', options.at(-1)?.means] : undefined

    return {
      name: PREDICTION_FIELDS[name],
      label: PREDICTION_QUESTIONS[name],
      options,
      scale,
      ends,
      twoUp: name === 'mood',
    }
  })
}
