/** The questions as a form shows them: one page, three steps, every answer in words. */
import { namesIn } from '../../lib/written_out.ts'
import { leavesOut } from './applies.ts'
import { type Choice, choicesOf, STANDARD_CHOICES, type Tempo } from './choices.ts'
import { FIELD_NAMES, FIELDS, type FieldName, formName, type Step, standardName } from './fields.ts'
import { PARTICULARS, type ParticularName } from './particulars.ts'

export interface Question {
  name: string
  nature: 'day' | 'choice' | 'scale' | 'ticks' | 'text' | 'standards' | 'count' | 'hidden'
  label: string
  hint: string
  /** Said where a question may not apply and nothing hides it. */
  unless: string
  /** The ways of not getting through that leave it out, for the script that hides it. */
  leftOut: string
  /** The field and the answer it hangs on, for the script that hides it otherwise. */
  onlyIf: string
  optional: boolean
  quote: boolean
  twoUp: boolean
  options: { value: string; label: string; means: string }[]
  ends: string[] | null
  standards: { name: string; label: string }[]
}

export interface StepShown {
  id: Step | 'own'
  number: number
  title: string
  says: string
  questions: Question[]
  /** Fields that are filled in without being asked. */
  unseen: { name: string }[]
}

export interface AskedStandard {
  id: string
  statement: string
}

export const STEPS: Readonly<Record<Step, { title: string; says: string }>> = {
  facts: { title: 'Facts', says: 'What a recording would show.' },
  feelings: { title: 'Feelings', says: 'The first answer is usually the true one.' },
  meaning: { title: 'Meaning', says: 'A line each is plenty. Only the story is needed.' },
}

const WRITTEN_HINTS: Partial<Record<FieldName, string>> = {
  contactedOn: 'The day you wrote.',
  wait: 'Until a person answered, or until you stopped waiting.',
}

/** The three steps with the fields that are asked; steps without any are left out. */
export function stepsOf(
  tempo: Tempo,
  standards: readonly AskedStandard[],
  asks: (name: FieldName) => boolean = () => true,
): StepShown[] {
  return namesIn(STEPS)
    .map((id, i) => {
      const all = questionsOf(id, tempo, standards, asks)
      const unseen = all.filter(({ nature }) => nature === 'hidden')

      return { id, number: i + 1, ...STEPS[id], questions: all.filter((each) => !unseen.includes(each)), unseen }
    })
    .filter((step) => step.questions.length > 0)
}

function questionsOf(
  step: Step,
  tempo: Tempo,
  standards: readonly AskedStandard[],
  asks: (name: FieldName) => boolean,
): Question[] {
  return FIELD_NAMES.filter((name) => FIELDS[name].step === step && asks(name))
    .filter((name) => name !== 'standards' || standards.length > 0)
    .flatMap((name) => [questionOf(name, tempo, standards), ...besideOf(name, tempo)])
}

/** Where the particulars stand: each after the answer it belongs to. Only what is known is shown (particulars.ts). */
const BESIDE: Readonly<Partial<Record<FieldName, readonly ParticularName[]>>> = {
  wait: ['waitHalfMinutes', 'durationMinutes'],
  transfers: ['holds'],
  promise: ['promiseDueOn'],
}

function besideOf(name: FieldName, tempo: Tempo): Question[] {
  const names = BESIDE[name] ?? []

  return names
    .filter((each) => tempo === 'live' || each === 'promiseDueOn')
    .map((each) => ({
      ...PLAIN,
      name: PARTICULARS[each].field,
      nature: each === 'promiseDueOn' ? 'day' : each === 'waitHalfMinutes' ? 'hidden' : 'count',
      label: PARTICULARS[each].question,
      hint: each === 'promiseDueOn' ? 'You are asked again on that day.' : 'As the live log counted it.',
      onlyIf: each === 'promiseDueOn' ? 'promise still_open' : '',
    }))
}

const PLAIN = {
  ...{ unless: '', leftOut: '', optional: true, quote: false, twoUp: false, options: [], ends: null, standards: [] },
}

function questionOf(name: FieldName, tempo: Tempo, standards: readonly AskedStandard[]): Question {
  const { question, nature, kind, hint = '' } = FIELDS[name]
  const choices = name === 'standards' ? STANDARD_CHOICES : choicesOf(name, tempo)
  const scale = nature === 'scale'

  return {
    name: formName(name),
    nature,
    label: question,
    hint: (tempo === 'written' && WRITTEN_HINTS[name]) || hint,
    unless: unlessWords(name),
    leftOut: leavesOut(name).join(' '),
    onlyIf: '',
    optional: (kind === 'text' && name !== 'story') || name === 'causes',
    quote: name === 'story' || name === 'phrase',
    twoUp: nature === 'choice' && choices.length > 3,
    options: choices.map((choice) => optionOf(choice, scale)),
    ends: scale ? [0, 2, 4].map((i) => choices[i]?.words ?? '') : null,
    standards: standards.map(({ id, statement }) => ({ name: standardName(id), label: statement })),
  }
}

function optionOf({ value, words }: Choice, scale: boolean): Question['options'][number] {
  return scale ? { value, label: value, means: words } : { value, label: words, means: '' }
}

function unlessWords(name: FieldName): string {
  if (name === 'escalation') return '“Not needed” only where they dealt with what you came for.'
  const ways = leavesOut(name)
  if (ways.length === 0) return ''
  if (ways.length === 1) return 'Leave it if only a bot answered.'

  return ways.includes('bot') ? 'Leave it if you reached no person.' : 'Leave it if you reached nobody.'
}
