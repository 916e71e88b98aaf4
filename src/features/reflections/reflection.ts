/** What is handed in: every question that applies answered, everything that does not apply left out. */
import { type Complaints, refuseIfAny } from '../../lib/problem.ts'
import { contactDayComplaint } from '../assignments/window.ts'
import { applies, gotThrough, leavesOut, offered } from './applies.ts'
import { choicesOf, STANDARD_CHOICES, type Tempo } from './choices.ts'
import { readDay } from './days.ts'
import {
  type Answers,
  FIELD_NAMES,
  FIELDS,
  type FieldName,
  formName,
  LONGEST_TEXT,
  standardName,
  TEXT_NAMES,
  type TextName,
} from './fields.ts'

/** Whatever was filled in so far; empty and missing are the same. */
export type Given = { readonly [Name in FieldName]?: Answers[Name] | null | undefined }

/** What the contact says about its reflection. */
export interface Terms {
  tempo: Tempo
  /** Days at the touchpoint; no earliest day for own initiative. */
  today: Temporal.PlainDate
  earliest: Temporal.PlainDate | null
  /** The ids of the standards that are asked. */
  standards: readonly string[]
  /** Mail and forms: the days in which the touchpoint promises an answer; null where it promises none. */
  answerDays: number | null
}

/** The answers as they are kept; throws Invalid with every complaint. What does not apply is ignored, whatever was said. */
export function complete(given: Given, terms: Terms): Answers {
  const complaints = complaintsAbout(given, terms)
  refuseIfAny(complaints)
  // Without a complaint each answer that applies is one of its choices.
  const reached = given.reached as Answers['reached']
  const kept = Object.fromEntries(FIELD_NAMES.map((name) => [name, applies(name, reached) ? given[name] : null]))

  return {
    ...(kept as unknown as Answers),
    addressed: gotThrough(reached) ? (given.addressed as Answers['addressed']) : 'no',
    standards: pickStandards(given, terms),
    causes: given.causes ?? [],
    ...Object.fromEntries(TEXT_NAMES.map((name) => [name, asksText(name, given) ? (given[name] ?? '').trim() : ''])),
  }
}

/** What is missing or cannot be, by the names of the form's fields. */
export function complaintsAbout(given: Given, terms: Terms): Complaints {
  const complaints: Complaints = {}
  for (const name of FIELD_NAMES) {
    const complaint = complaintAbout(name, given, terms)
    if (complaint) complaints[formName(name)] = complaint
    if (name === 'standards') Object.assign(complaints, standardsComplaints(given, terms))
  }

  return complaints
}

function complaintAbout(name: FieldName, given: Given, terms: Terms): string | null {
  if (name === 'contactedOn') return dayComplaint(given.contactedOn, terms)
  if (FIELDS[name].nature === 'text') return textComplaint(name as TextName, given)
  if (name === 'causes') return causesComplaint(given, terms)
  if (name === 'standards' || !asks(name, given)) return null
  if (name === 'reached' && isAnswerStillDue(given, terms)) {
    return 'They still have time to answer. Hand this in when they have, or when the time they promise is over.'
  }

  return choiceComplaint(name, given, terms)
}

/** Mail and forms: the contact ends with the answer, or unanswered at the time the touchpoint promises. */
function isAnswerStillDue(given: Given, terms: Terms): boolean {
  const day = readDay(given.contactedOn ?? '')
  if (terms.tempo === 'live' || given.reached !== 'no_answer' || !day || terms.answerDays === null) return false

  return Temporal.PlainDate.compare(terms.today, day.add({ days: terms.answerDays })) < 0
}

/** Until it is known who was reached, nothing is asked for that hangs on it. */
function asks(name: FieldName, given: Given): boolean {
  return isOneOf(given.reached, choicesOf('reached', 'live'))
    ? applies(name, given.reached as Answers['reached'])
    : leavesOut(name).length === 0
}

function choiceComplaint(name: FieldName, given: Given, terms: Terms): string | null {
  const reached = given.reached ?? 'person'
  const choices = offered(name, terms.tempo, { reached, addressed: given.addressed ?? null })
  if (isOneOf(given[name], choices)) return null
  if (name === 'escalation' && given.escalation === 'not_needed') {
    return 'What you came for was not dealt with, so a way to take it further was needed. Choose one of the others.'
  }

  return `“${FIELDS[name].question}” has no answer yet.`
}

function standardsComplaints(given: Given, terms: Terms): Complaints {
  const open = terms.standards.filter((id) => !isOneOf(given.standards?.[id], STANDARD_CHOICES))

  return Object.fromEntries(open.map((id) => [standardName(id), 'Say whether what good looks like here was met.']))
}

function dayComplaint(contactedOn: string | null | undefined, terms: Terms): string | null {
  const day = contactedOn ? readDay(contactedOn) : null
  if (!day) return 'Say on which day it was.'

  return contactDayComplaint(day, terms.earliest, terms.today)
}

/** What gave a cover away is asked only where it was not kept. */
function asksText(name: TextName, given: Given): boolean {
  return name !== 'coverReason' || given.cover !== 'kept'
}

function textComplaint(name: TextName, given: Given): string | null {
  if (!asksText(name, given)) return null
  const text = (given[name] ?? '').trim()
  if (text.length > LONGEST_TEXT) return `Keep it under ${LONGEST_TEXT.toLocaleString('en-GB')} characters.`

  return name === 'story' && text === '' ? 'Write the story in one sentence. It is the only text we need.' : null
}

function causesComplaint(given: Given, terms: Terms): string | null {
  const choices = offered('causes', terms.tempo, { reached: 'person' })

  return (given.causes ?? []).every((cause) => isOneOf(cause, choices)) ? null : 'Choose from the causes shown.'
}

function pickStandards(given: Given, terms: Terms): Answers['standards'] {
  const answers = given.standards ?? {}

  return Object.fromEntries(terms.standards.flatMap((id) => (answers[id] ? [[id, answers[id]]] : [])))
}

function isOneOf(value: unknown, choices: readonly { value: string }[]): boolean {
  return value !== null && value !== undefined && choices.some((choice) => choice.value === String(value))
}
