import { z } from 'zod'
import { choiceField, readForm, textField } from '../../platform/web/forms.ts'
import { MOST_QUESTIONS, type Slot } from './question.ts'

const KINDS = ['choice', 'scale', 'text'] as const
const PLACES = Array.from({ length: MOST_QUESTIONS }, (_, i) => i + 1)

const questionsForm = z.object(
  Object.fromEntries(
    PLACES.flatMap((place) => [
      [`shown_${place}`, textField(60)],
      [`kind_${place}`, choiceField(KINDS, 'Choose how it is answered.').default('choice')],
      [`words_${place}`, textField(2000)],
      [`choices_${place}`, textField(2000)],
    ]),
  ),
)

/** The places of the form, in their order. */
export function readQuestions(body: unknown): Slot[] {
  const typed = readForm(questionsForm, body) as Record<string, string>

  return PLACES.map((place) => ({
    shown: typed[`shown_${place}`] ?? '',
    kind: typed[`kind_${place}`] as Slot['kind'],
    words: typed[`words_${place}`] ?? '',
    choices: (typed[`choices_${place}`] ?? '').split('\n').filter((line) => line.trim() !== ''),
  }))
}
