import { z } from 'zod'
import { refuseIfAny } from '../../lib/problem.ts'
import { namesIn } from '../../lib/written_out.ts'
import { readForm, textField, typedOf } from '../../platform/web/forms.ts'
import { PREDICTION_FIELDS, type Prediction, predictionComplaints } from './prediction.ts'

export const reasonForm = z.object({ reason: textField(2000) })

export const ownContactForm = z.object({ touchpoint: textField(60, 'Choose a touchpoint.') })

/** Reads the three answers; throws Invalid with a complaint beside each that is missing. */
export function readPrediction(body: unknown): Prediction {
  const typed = readForm(answersForm, body)
  const given = {
    predictedValued: typed.predicted_valued,
    predictedAddressed: typed.predicted_addressed,
    mood: typed.mood,
  }
  const complaints = predictionComplaints(given)
  const named = namesIn(PREDICTION_FIELDS).map((name) => [PREDICTION_FIELDS[name], complaints[name]] as const)
  refuseIfAny(Object.fromEntries(named.flatMap(([field, words]) => (words ? [[field, words]] : []))))

  // Without a complaint each is one of its choices.
  return { ...given, predictedValued: Number(given.predictedValued) } as Prediction
}

/** "Start all the same": the page said the line was closed, the leader knows better. */
export function startsAnyway(body: unknown): boolean {
  return typedOf(body).anyway === 'yes'
}

const answersForm = z.object({
  predicted_valued: textField(20),
  predicted_addressed: textField(20),
  mood: textField(20),
})
