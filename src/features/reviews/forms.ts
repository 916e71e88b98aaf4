import { z } from 'zod'
import {
  readForm,
  repeatedField,
  textField,
  tickField,
  typedOf,
  versionForm,
  wholeField,
} from '../../platform/web/forms.ts'
import { LONGEST_DECISIONS, LONGEST_SUMMARY, placeField, SECTION_KEYS } from './review.ts'

const place = wholeField(1, SECTION_KEYS.length, `Use a number from 1 to ${SECTION_KEYS.length}.`).optional()

const settled = tickField()

const reviewForm = versionForm.extend({
  settled,
  summary: textField(LONGEST_SUMMARY, 'Write the summary first: it stands above your name.'),
  decisions: textField(LONGEST_DECISIONS),
  stories: repeatedField(200, 60),
  ...Object.fromEntries(SECTION_KEYS.map((key) => [placeField(key), place])),
})

export function readReview(body: unknown) {
  const { version, summary, decisions, stories, settled } = readForm(reviewForm, body)
  const typed = typedOf(body)
  const places = new Map(SECTION_KEYS.flatMap((key): [string, number][] => placeOf(key, typed[placeField(key)])))

  return { version, summary, decisions, stories, settled, places }
}

function placeOf(key: string, typed: string | string[] | undefined): [string, number][] {
  return typeof typed === 'string' && typed.trim() !== '' ? [[key, Number(typed)]] : []
}

export const commentForm = z.object({ words: textField(20_000), settled })
export const correctionForm = z.object({ corrects: textField(20_000), settled })
