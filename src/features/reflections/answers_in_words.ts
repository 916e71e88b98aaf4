/** A handed-in reflection as it is read again: only what was asked, in words, for whoever may read it. */
import { dayInWords } from '../../lib/words.ts'
import { STANDARD_CHOICES, type Tempo, wordsOf } from './choices.ts'
import { type Answers, FIELD_NAMES, FIELDS, type FieldName, formName, type Step, standardName } from './fields.ts'
import {
  changedParticulars,
  PARTICULAR_NAMES,
  PARTICULARS,
  type ParticularName,
  type Particulars,
  particularInWords,
} from './particulars.ts'
import { type AskedStandard, STEPS } from './questions.ts'
import { changedFields } from './revision.ts'

export interface AnswerInWords {
  label: string
  words: string
  /** In the leader's own words: printed as they stand. */
  quote: boolean
}

interface Reading {
  tempo: Tempo
  standards: readonly AskedStandard[]
  locale: string
}

/** Step by step; texts that were left empty and questions that were not asked are not shown. */
export function answersInWords(
  answers: Answers & Particulars,
  reading: Reading,
): { step: Step; title: string; answers: AnswerInWords[] }[] {
  return (['facts', 'feelings', 'meaning'] as const).map((step) => ({
    step,
    title: STEPS[step].title,
    answers: [
      ...FIELD_NAMES.filter((name) => FIELDS[name].step === step).flatMap((name) => answered(name, answers, reading)),
      ...(step === 'facts' ? PARTICULAR_NAMES.flatMap((name) => noted(name, answers, reading)) : []),
    ],
  }))
}

/** What a correction changed, as it stood before: "How long until a person? 1–3 min". */
export function whatStood(
  before: Answers & Particulars,
  after: Answers & Particulars,
  reading: Reading,
): AnswerInWords[] {
  const answers = changedFields(before, after).flatMap((name) =>
    orNothing(FIELDS[name].question, answered(name, before, reading)),
  )
  const particulars = changedParticulars(before, after).flatMap((name) =>
    orNothing(PARTICULARS[name].question, noted(name, before, reading)),
  )

  return [...answers, ...particulars]
}

/** The answers as a form holds them. */
export function typedFrom(answers: Answers): Record<string, string | string[]> {
  const fields = FIELD_NAMES.filter((name) => name !== 'standards').map((name) => {
    const value = answers[name]
    return [formName(name), Array.isArray(value) ? value.map(String) : value === null ? '' : String(value)]
  })
  const standards = Object.entries(answers.standards).map(([id, answer]) => [standardName(id), answer])

  return Object.fromEntries([...fields, ...standards])
}

function orNothing(label: string, stood: AnswerInWords[]): AnswerInWords[] {
  return stood.length > 0 ? stood : [{ label, words: 'nothing', quote: false }]
}

function noted(name: ParticularName, particulars: Particulars, { locale }: Reading): AnswerInWords[] {
  const words = particularInWords(name, particulars, locale)

  return words === '' ? [] : [{ label: PARTICULARS[name].question, words, quote: false }]
}

function answered(name: FieldName, answers: Answers, reading: Reading): AnswerInWords[] {
  if (name === 'standards') return standardsAnswered(answers, reading)
  const words = wordsFor(name, answers, reading)

  return words === '' ? [] : [{ label: FIELDS[name].question, words, quote: FIELDS[name].nature === 'text' }]
}

function wordsFor(name: FieldName, answers: Answers, { tempo, locale }: Reading): string {
  const value = answers[name]
  if (name === 'contactedOn') return dayInWords(answers.contactedOn, locale, 'weekday')
  if (FIELDS[name].nature === 'text') return String(value)
  if (name === 'causes') return answers.causes.map((cause) => wordsOf('causes', [cause], tempo)).join(', ')

  return wordsOf(name, value, tempo)
}

function standardsAnswered({ standards }: Answers, { standards: asked }: Reading): AnswerInWords[] {
  return asked.flatMap(({ id, statement }) => {
    const choice = STANDARD_CHOICES.find(({ value }) => value === standards[id])
    return choice ? [{ label: statement, words: choice.words, quote: false }] : []
  })
}
