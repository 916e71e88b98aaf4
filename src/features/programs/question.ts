/** A program's own questions (PRODUCT.md §3): up to five, asked after the core, kept in versions, reported apart. */
import type { Complaints } from '../../lib/problem.ts'

export type QuestionKind = 'choice' | 'scale' | 'text'

/** One version of a question; an answer keeps the version it was given to. */
export interface Question {
  /** Of this version. */
  id: string
  /** The same for all its versions. */
  questionId: string
  number: number
  /** Its place on the page, from 1. */
  position: number
  kind: QuestionKind
  words: string
  /** What can be chosen; the two ends of a scale. */
  choices: readonly string[]
}

/** A place for a question as the form sends it; without words nothing is asked there. */
export interface Slot {
  /** The version that stood there when the page was opened; empty for none. */
  shown: string
  kind: QuestionKind
  words: string
  choices: readonly string[]
}

export const MOST_QUESTIONS = 5
export const KIND_WORDS: Readonly<Record<QuestionKind, string>> = {
  choice: 'Choose one',
  scale: 'Scale 1–5',
  text: 'A text',
}

const LONGEST_QUESTION = 200
const LONGEST_CHOICE = 60
const FEWEST_CHOICES = 2
const MOST_CHOICES = 6
const USUAL_ENDS = ['not at all', 'fully'] as const

/** As it is asked: without empty lines, and with ends where a scale was given none. */
export function tidied(slot: Slot): Slot {
  const choices = slot.choices.map((one) => one.trim()).filter(Boolean)
  const takesUsual = slot.kind === 'scale' && choices.length === 0 && !isEmpty(slot)

  return { ...slot, words: slot.words.trim(), choices: takesUsual ? USUAL_ENDS : choices }
}

export function isEmpty({ words }: Pick<Slot, 'words'>): boolean {
  return words.trim() === ''
}

export function isSameQuestion(
  a: Pick<Slot, 'kind' | 'words' | 'choices'>,
  b: Pick<Slot, 'kind' | 'words' | 'choices'>,
) {
  return a.kind === b.kind && a.words === b.words && JSON.stringify(a.choices) === JSON.stringify(b.choices)
}

/** By the fields of the form: words_1, choices_1 … */
export function questionComplaints(slots: readonly Slot[]): Complaints {
  const complaints: Complaints = {}
  for (const [i, slot] of slots.entries()) {
    const [words, choices] = [wordsComplaint(slot, slots.slice(0, i)), choicesComplaint(slot)]
    if (words) complaints[`words_${i + 1}`] = words
    if (choices) complaints[`choices_${i + 1}`] = choices
  }

  return complaints
}

function wordsComplaint(slot: Slot, before: readonly Slot[]): string | null {
  // Whoever empties a question means to end it; answers without one were never asked.
  if (isEmpty(slot)) return slot.choices.length > 0 && slot.shown === '' ? 'Write the question to these answers.' : null
  if (slot.words.length > LONGEST_QUESTION) return `Keep the question under ${LONGEST_QUESTION} characters.`
  const twice = before.some(({ words }) => words.toLowerCase() === slot.words.toLowerCase())

  return twice ? 'This is asked above already.' : null
}

function choicesComplaint({ kind, words, choices }: Slot): string | null {
  if (words === '') return null
  if (choices.some((one) => one.length > LONGEST_CHOICE)) return `Keep each answer under ${LONGEST_CHOICE} characters.`
  if (kind === 'text') return choices.length > 0 ? 'A text has no answers to choose from: empty this.' : null
  if (new Set(choices.map((one) => one.toLowerCase())).size < choices.length) return 'One of these stands here twice.'
  if (kind === 'scale') return choices.length === 2 ? null : 'Write the two ends of the scale, one a line.'

  return choices.length >= FEWEST_CHOICES && choices.length <= MOST_CHOICES
    ? null
    : `Write ${FEWEST_CHOICES} to ${MOST_CHOICES} answers, one a line.`
}
