/** Answers to a program's own questions: asked after the core, checked like it, reported apart and never mixed into its figures. */
import type { Complaints } from '../../lib/problem.ts'
import type { Question as OwnQuestion } from '../programs/question.ts'
import { LONGEST_TEXT } from './fields.ts'
import type { Question, StepShown } from './questions.ts'
import type { Passage } from './wording.ts'

export type { OwnQuestion }

/** By the id of the version that was asked. */
export type OwnAnswers = Readonly<Record<string, string>>

/** What a form sends: the versions it asked, and what was answered. */
export interface OwnGiven {
  asked: readonly string[]
  answers: OwnAnswers
}

export const NOTHING_OWN: OwnGiven = { asked: [], answers: {} }

export function ownName(id: string): string {
  return `asked_${id}`
}

export function isOwnName(name: string): boolean {
  return name.startsWith(ownName(''))
}

/**
 * Which versions a form asks: those it asked when it was begun, also where a lead has changed them since, and what the program asks
 * besides now. Nobody is asked two versions of one question.
 */
export function askedNow(current: readonly OwnQuestion[], begun: readonly OwnQuestion[]): OwnQuestion[] {
  const known = new Set(begun.map(({ questionId }) => questionId))
  const once = begun.filter((one, i) => begun.findIndex(({ questionId }) => questionId === one.questionId) === i)

  return [...once, ...current.filter(({ questionId }) => !known.has(questionId))].toSorted(
    (a, b) => a.position - b.position,
  )
}

/** What is missing or cannot be, by the names of the form's fields. A text may be left empty. */
export function ownComplaints(questions: readonly OwnQuestion[], answers: OwnAnswers): Complaints {
  const wrong = questions.map((question) => [ownName(question.id), complaintAbout(question, answers)] as const)

  return Object.fromEntries(wrong.flatMap(([name, complaint]) => (complaint ? [[name, complaint]] : [])))
}

/** What is kept of them. A text that was left empty is kept as such: it was asked, and may be written later. */
export function ownKept(questions: readonly OwnQuestion[], answers: OwnAnswers): Record<string, string> {
  return Object.fromEntries(questions.map(({ id }) => [id, (answers[id] ?? '').trim()]))
}

/** A choice stands as it was handed in; texts are what they are now. */
export function ownRevised(questions: readonly OwnQuestion[], stood: OwnAnswers, change: OwnAnswers) {
  const texts = questions.filter(({ id, kind }) => kind === 'text' && change[id] !== undefined)

  return ownKept(questions, { ...stood, ...Object.fromEntries(texts.map(({ id }) => [id, change[id] ?? ''])) })
}

export function isSameOwn(a: OwnAnswers, b: OwnAnswers): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((id) => (a[id] ?? '') === (b[id] ?? ''))
}

/** The texts among them, for the name check. */
export function ownPassages(questions: readonly OwnQuestion[], answers: OwnAnswers): Passage[] {
  return questions
    .filter(({ kind }) => kind === 'text')
    .map(({ id }) => ({ name: ownName(id), words: (answers[id] ?? '').trim() }))
}

/** After the three steps of the core, where there is anything to ask. */
export function ownStep(questions: readonly OwnQuestion[], number: number): StepShown[] {
  if (questions.length === 0) return []
  const says = 'Asked in this program only, and reported apart.'

  return [{ id: 'own', number, title: 'Besides', says, questions: questions.map(shownOwn), unseen: [] }]
}

/** As it is read again: "4 of 5, where 5 is fully". */
export function ownInWords({ kind, choices }: OwnQuestion, answer: string): string {
  if (kind !== 'scale') return answer
  const end = { 1: choices[0], 5: choices[1] }[answer]

  return end ? `${answer}, ${end}` : `${answer} of 5`
}

/** In the manner of the core’s questions. */
function shownOwn(question: OwnQuestion): Question {
  const { id, kind, words, choices } = question
  const [low = '', high = ''] = choices
  const options = kind === 'scale' ? ['1', '2', '3', '4', '5'] : kind === 'choice' ? choices : []

  return {
    name: ownName(id),
    nature: kind,
    label: words,
    ...{ hint: '', unless: '', leftOut: '', onlyIf: '', quote: false, standards: [] },
    optional: kind === 'text',
    twoUp: kind === 'choice' && choices.length > 3,
    options: options.map((label) => ({ value: label, label, means: meaningOf(label, kind, low, high) })),
    ends: kind === 'scale' ? [low, '', high] : null,
  }
}

function meaningOf(label: string, kind: OwnQuestion['kind'], low: string, high: string): string {
  return kind === 'scale' ? ({ 1: low, 5: high }[label] ?? '') : ''
}

function complaintAbout({ id, kind, words, choices }: OwnQuestion, answers: OwnAnswers): string | null {
  const answer = (answers[id] ?? '').trim()
  if (kind === 'text')
    return answer.length > LONGEST_TEXT ? `Keep it under ${LONGEST_TEXT.toLocaleString('en-GB')} characters.` : null
  const fits = kind === 'scale' ? /^[1-5]$/.test(answer) : choices.includes(answer)

  return fits ? null : `“${words}” has no answer yet.`
}
