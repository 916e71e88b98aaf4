import { z } from 'zod'
import { readForm, type Typed, textField, ticksField, typedOf, versionForm } from '../../platform/web/forms.ts'
import type { Page } from './draft.ts'
import { CAUSES, FIELD_NAMES, FIELDS, type FieldName, formName, standardName, TEXT_NAMES } from './fields.ts'
import { type OwnGiven, ownName } from './own_questions.ts'
import { PARTICULAR_NAMES, PARTICULARS, type TypedParticulars } from './particulars.ts'
import type { Given } from './reflection.ts'
import { retestOf } from './retest.ts'

/** What a posted form says: the answers, and which standards it asked. */
export interface Posted {
  given: Given
  asked: string[]
  particulars: TypedParticulars
  own: OwnGiven
}

/** The page that sent a draft or a reflection; nothing where it does not say which version it showed. */
export function pageSent(body: unknown): { page?: Page } {
  if (!('version' in typedOf(body))) return {}
  const { version, writer, turn } = readForm(pageForm, body)

  return { page: { shown: version, writer, turn: turn === '' ? Number.MAX_SAFE_INTEGER : Number(turn) } }
}

const pageForm = versionForm.extend({
  writer: textField(60),
  turn: textField(9).refine((typed) => /^\d*$/.test(typed), { error: 'This form is too old. Open the page again.' }),
})

export const additionForm = z.object({ words: textField(100_000) })

export function whichOf(asked: unknown): 'unread' | 'unreleased' | 'all' {
  return asked === 'all' || asked === 'unreleased' ? asked : 'unread'
}

/** Reads whatever was filled in; what is missing or cannot be is for the rules to say (reflection.ts). A field that was not sent is left out. */
export function readAnswers(body: unknown): Posted {
  const sent = typedOf(body)
  const { standards: asked } = readForm(askedForm, body)
  const byStandard = readFields(wordFields, sent, asked.map(standardName))
  const read = readForm(answersForm, body) as Record<string, string | string[]>
  const names = ASKED.filter((name) => formName(name) in sent)
  const given = Object.fromEntries(names.map((name) => [name, readValue(name, read[formName(name)] ?? '')]))
  const standards = Object.fromEntries(asked.map((id) => [id, byStandard[standardName(id)] || undefined]))

  return {
    // What the values can be is not looked at here, so it is only called so.
    given: { ...given, ...(asked.length > 0 && { standards }) } as Given,
    asked,
    particulars: readParticulars(body),
    own: readOwn(body),
  }
}

/** What a draft keeps: every field of the form as it was typed, and nothing else. */
export function draftOf(body: unknown): Typed {
  readForm(draftForm, body)
  readFields(draftFields, typedOf(body), readForm(questionsForm, body).questions.map(ownName))
  const known = new Set([
    ...['standards', 'questions'],
    ...FIELD_NAMES.map(formName),
    ...PARTICULAR_NAMES.map((name) => PARTICULARS[name].field),
  ])
  const kept = Object.entries(typedOf(body)).filter(
    ([name]) => known.has(name) || /^(?:standard|asked)_[\w-]{1,60}$/.test(name) || retestOf(name),
  )

  return Object.fromEntries(kept)
}

/** Longer than may be handed in, so that no word is cut; not without end. */
const draftText = textField(20_000)
const draftForm = z.object(Object.fromEntries(TEXT_NAMES.map((name) => [formName(name), draftText])))
const draftFields = z.record(z.string(), draftText)

const ASKED = FIELD_NAMES.filter((name) => name !== 'standards')

/** An answer's value; which ones there are is for the rules. Long enough for no word to be cut, short enough for a database. */
const word = textField(40)
const words = textField(100_000)
const wordFields = z.record(z.string(), word)
const wordsFields = z.record(z.string(), words)

const ids = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((ids) => ids.filter((id) => /^[\w-]{1,60}$/.test(id)).slice(0, 50))

const askedForm = z.object({ standards: ids })
const questionsForm = z.object({ questions: ids })

const answersForm = z.object(
  Object.fromEntries(
    ASKED.map((name) => [
      formName(name),
      name === 'causes'
        ? ticksField(CAUSES, 'Choose from the causes shown.')
        : FIELDS[name].kind === 'text'
          ? words
          : word,
    ]),
  ),
)

/** The program’s own questions this form asked, and what was answered (own_questions.ts). */
function readOwn(body: unknown): OwnGiven {
  const { questions: asked } = readForm(questionsForm, body)
  const sent = typedOf(body)
  const names = asked.filter((id) => ownName(id) in sent)
  const read = readFields(wordsFields, sent, names.map(ownName))

  return { asked, answers: Object.fromEntries(names.map((id) => [id, read[ownName(id)] ?? ''])) }
}

/** Read as texts: what they can be is for the rules to say (particulars.ts). */
function readParticulars(body: unknown): TypedParticulars {
  const sent = typedOf(body)
  const names = PARTICULAR_NAMES.filter((name) => PARTICULARS[name].field in sent)
  const read = readFields(
    wordFields,
    sent,
    names.map((name) => PARTICULARS[name].field),
  )

  return Object.fromEntries(names.map((name) => [name, read[PARTICULARS[name].field] ?? '']))
}

/** Fields whose names the form itself says: a schema of their own for every form that comes in would cost more than reading the rest. */
function readFields(
  schema: z.ZodType<Record<string, string>>,
  sent: Typed,
  names: readonly string[],
): Record<string, string> {
  return names.length === 0 ? {} : readForm(schema, Object.fromEntries(names.map((name) => [name, sent[name] ?? ''])))
}

/** Nothing chosen is no answer; an emptied text or day is one. Scales and transfers are numbers. */
function readValue(name: FieldName, typed: string | string[]): unknown {
  if (Array.isArray(typed)) return typed
  if (FIELDS[name].kind === 'text' || name === 'contactedOn') return typed
  if (typed === '') return undefined
  const isNumber = FIELDS[name].nature === 'scale' || name === 'transfers'

  return isNumber && /^\d$/.test(typed) ? Number(typed) : typed
}
