import { z } from 'zod'
import {
  choiceField,
  dayField,
  readForm,
  type Typed,
  textField,
  tickField,
  typedOf,
  versionForm,
} from '../../platform/web/forms.ts'
import { CAUSES } from '../reflections/fields.ts'
import { FOLLOWUP_KINDS } from './followup.ts'
import { NO_ORIGIN, type Origin } from './origin.ts'

const settled = tickField()
const sentence = textField(300, 'Say in one sentence what will be true.')
const NOTE = 2000

const detailsForm = z.object({
  kind: choiceField(FOLLOWUP_KINDS, 'Choose whether to fix, to coach or to celebrate.'),
  cause: z.enum(['', ...CAUSES], { error: () => 'Choose one of the causes shown.' }).default(''),
  commitment: sentence,
  touchpoint: textField(60),
  owner: textField(60, 'Choose who answers for it.'),
  due: dayField('Write the day as a date, for example 2026-11-30.'),
  note: textField(NOTE),
  settled,
})

export function readDetails(body: unknown) {
  const { cause, touchpoint, owner, due, ...rest } = readForm(detailsForm, body)

  return { ...rest, cause: cause || null, touchpointId: touchpoint || null, ownerId: owner, dueOn: due }
}

/** What a link or a form says it was raised from; what cannot be read is none. */
export function readOrigin(asked: unknown): Origin {
  const typed = typedOf(asked)
  const id = (name: string) => idIn(typed, name)
  const month = [typed.month ?? ''].flat()[0] ?? ''
  if (id('reflection')) return { ...NO_ORIGIN, reflectionId: id('reflection') }

  return {
    ...NO_ORIGIN,
    measure: id('measure'),
    standardId: id('standard'),
    month: /^2\d{3}-(0[1-9]|1[0-2])$/.test(month) ? month : null,
  }
}

function idIn(typed: Typed, name: string): string | null {
  const [value = ''] = [typed[name] ?? ''].flat()

  return /^[\w-]{1,60}$/.test(value) ? value : null
}

export const completionForm = versionForm.extend({
  for_customers: textField(500),
  for_company: textField(500),
  for_colleagues: textField(500),
  settled,
})

export const droppingForm = versionForm.extend({ reason: textField(500), settled })

export const noteForm = z.object({ words: textField(NOTE), settled })

export const retestForm = z.object({
  touchpoint: textField(60, 'Choose where a contact can tell.'),
  question: textField(200, 'Write a question that can be answered with yes, partly or no.'),
  from: dayField('Write the day as a date, for example 2026-12-01.'),
  settled,
})

export function readBoard(asked: unknown): 'owner' | 'touchpoint' | 'closed' {
  return asked === 'touchpoint' || asked === 'closed' ? asked : 'owner'
}
