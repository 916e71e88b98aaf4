/** A question a follow-up asks of a later contact, and what the answers come to: only they say whether it held. */
import { listed, monthInWords } from '../../lib/words.ts'
import type { Choice } from './choices.ts'

export type RetestAnswer = 'yes' | 'partly' | 'no' | 'could_not_tell'

export const RETEST_CHOICES: readonly (Choice & { value: RetestAnswer })[] = [
  { value: 'yes', words: 'Yes' },
  { value: 'partly', words: 'Partly' },
  { value: 'no', words: 'No' },
  { value: 'could_not_tell', words: 'Could not tell' },
]

/** One answer that counts, with the month its contact is counted in. */
export interface Retested {
  month: string
  answer: RetestAnswer
}

const FIELD = 'retest_'

/** The field says which question it answers, so that a draft never answers another one. */
export function retestField(id: string): string {
  return FIELD + id
}

/** The question a field answers; undefined where it is another field. */
export function retestOf(field: string): string | undefined {
  return field.startsWith(FIELD) ? field.slice(FIELD.length) : undefined
}

/** A contact that could not tell settles nothing: the question waits for the next one. */
export function settles(answer: RetestAnswer): boolean {
  return answer !== 'could_not_tell'
}

/** In how many of those that could tell it held: only “yes” is held. */
export function heldIn(retested: readonly Retested[]): { held: number; of: number } {
  const told = retested.filter(({ answer }) => settles(answer))

  return { held: told.filter(({ answer }) => answer === 'yes').length, of: told.length }
}

/** How that is counted, wherever it is said. */
export const HELD_COUNTED =
  'A re-test is a later contact whose leader was asked about it afterwards. Only “yes” is held; “could not tell” and blown covers are left out.'

/** "Held in 1 of 2 re-tests: October 1 of 1, November 0 of 1 (partly)." Empty before the first. */
export function heldWords(retested: readonly Retested[], locale: string): string {
  const { held, of } = heldIn(retested)
  if (of === 0) return ''
  const byMonth = Map.groupBy(
    retested.filter(({ answer }) => settles(answer)).toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    ({ month }) => month,
  )
  const said = [...byMonth].map(([month, answers]) => monthWords(month, answers, locale))

  return `Held in ${held} of ${of} re-tests: ${listed(said)}.`
}

/** "Answered: yes in May 2026." What became of a question that is asked no more. */
export function answeredWords(told: readonly Retested[], locale: string): string {
  if (told.length === 0) return 'Taken back before a contact answered it.'
  const said = told.map(({ answer, month }) => `${WORDS[answer]} in ${monthInWords(month, locale)}`)

  return `Answered: ${listed(said)}.`
}

const WORDS: Readonly<Record<RetestAnswer, string>> = {
  ...{ yes: 'yes', partly: 'partly', no: 'no', could_not_tell: 'could not tell' },
}

function monthWords(month: string, answers: readonly Retested[], locale: string): string {
  const { held, of } = heldIn(answers)
  const partly = answers.some(({ answer }) => answer === 'partly') ? ' (partly)' : ''

  return `${monthInWords(month, locale)} ${held} of ${of}${partly}`
}
