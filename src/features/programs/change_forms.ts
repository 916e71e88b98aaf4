import { z } from 'zod'
import { type Complaints, refuseIfAny } from '../../lib/problem.ts'
import { choiceField, dayField, readForm, textField } from '../../platform/web/forms.ts'
import { CHANGE_KINDS, KIND_WORDS, type LifeChange } from './life_change.ts'

const changeForm = z.object({
  kind: choiceField(CHANGE_KINDS, 'Choose what changes.'),
  member: textField(60),
  touchpoint: textField(60),
  program: textField(60),
  from: textField(20),
  to: textField(20),
})

const MISSING = {
  member: 'Choose a leader.',
  touchpoint: 'Choose a touchpoint.',
  program: 'Choose a program.',
  from: 'Write the first day as a date, for example 2026-07-06.',
  to: 'Write the last day as a date, for example 2026-07-10.',
} as const

/** Reads a change from a form or an address. Throws Invalid with a sentence beside each field its kind asks for. */
export function readChange(sent: unknown): LifeChange {
  const typed = readForm(changeForm, sent)
  if (typed.kind === 'saved') return { kind: 'saved' }
  const complete = { ...typed, to: typed.to || typed.from }
  const { fields } = KIND_WORDS[typed.kind]
  const complaints: Complaints = {}
  for (const field of fields) if (!isFilled(field, complete[field])) complaints[field] = MISSING[field]
  refuseIfAny(complaints)

  // Its kind's fields are all there now, and no other.
  return { kind: typed.kind, ...Object.fromEntries(fields.map((field) => [field, complete[field]])) } as LifeChange
}

/** Which of the plans that were shown, and by what it is known again. */
export const decisionForm = z.object({
  priority: choiceField(['fewest', 'even'], 'Choose what goes first.'),
  print: textField(40),
})

function isFilled(field: keyof typeof MISSING, typed: string): boolean {
  return field === 'from' || field === 'to' ? dayField('').safeParse(typed).success : typed !== ''
}
