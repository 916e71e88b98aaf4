/** Every field of the reflection (PRODUCT.md §3): its question, its answers in words, in the order they are asked. */
import { namesIn } from '../../lib/written_out.ts'

export type Step = 'facts' | 'feelings' | 'meaning'

/** A fact may be corrected, a text revised; a choice stands as it was handed in. */
export type Kind = 'fact' | 'choice' | 'text'

export type Nature = 'day' | 'choice' | 'scale' | 'ticks' | 'standards' | 'text'

export interface Field {
  question: string
  step: Step
  kind: Kind
  nature: Nature
  hint?: string
}

export interface Answers {
  contactedOn: string
  daypart: 'early' | 'morning' | 'midday' | 'afternoon' | 'evening' | 'night'
  reached: 'person' | 'bot' | 'gave_up' | 'no_answer'
  wait: LiveWait | WrittenWait | null
  transfers: 0 | 1 | 2 | 3 | null
  repeated: 'yes' | 'no' | null
  addressed: 'yes' | 'partly' | 'no'
  correct: 'yes' | 'partly' | 'no' | 'cannot_tell' | null
  escalation: 'offered' | 'when_asked' | 'not_offered' | 'not_needed'
  promise: 'none' | 'kept' | 'late' | 'broken' | 'still_open'
  survey: 'not_asked' | 'could_say' | 'could_not_say'
  /** By the standard's id. */
  standards: Readonly<Record<string, StandardAnswer>>
  valued: Scale
  acknowledged: Scale | null
  pride: Scale
  business: 'yes' | 'unsure' | 'no'
  businessReason: string
  wellDone: string
  story: string
  phrase: string
  belief: string
  causes: readonly Cause[]
  unsaid: string
  cover: 'kept' | 'suspected' | 'blown'
  coverReason: string
}

export type Scale = 1 | 2 | 3 | 4 | 5
export type LiveWait = 'none' | 'under_1' | '1_to_3' | '3_to_10' | 'over_10'
export type WrittenWait = 'same_day' | 'next_day' | '2_to_3' | '4_to_10' | 'over_10'
export type StandardAnswer = 'met' | 'not_met' | 'could_not_tell' | 'not_applicable'
export const CAUSES = ['policy', 'system', 'hand_off', 'staffing', 'knowledge', 'wording'] as const
export type Cause = (typeof CAUSES)[number]
export type FieldName = keyof Answers

const fact = (question: string, nature: Nature = 'choice', hint?: string): Field =>
  hint ? { question, step: 'facts', kind: 'fact', nature, hint } : { question, step: 'facts', kind: 'fact', nature }
const feeling = (question: string, nature: Nature): Field => ({ question, step: 'feelings', kind: 'choice', nature })
const text = (question: string, step: Step, hint?: string): Field =>
  hint ? { question, step, kind: 'text', nature: 'text', hint } : { question, step, kind: 'text', nature: 'text' }

/** In the order of asking: facts first, feelings second, meaning last; the kind text first among the texts. */
export const FIELDS: Readonly<Record<FieldName, Field>> = {
  contactedOn: fact('When was it?', 'day'),
  daypart: fact(
    'At what time of the day?',
    'choice',
    'Early is from 6, morning from 9, midday from 12, afternoon from 14, evening from 17, night from 21.',
  ),
  reached: fact('Did you get through?'),
  wait: fact('How long until a person?', 'choice', 'If you gave up: how long you waited.'),
  transfers: fact('How often were you passed on?'),
  repeated: fact('Did you have to repeat yourself?'),
  addressed: fact('Did they deal with what you came for?'),
  correct: fact('Was what you were told right and complete?'),
  escalation: fact('Were you offered a way to take it further?'),
  promise: fact('Did they promise to come back to you, and did they?'),
  survey: fact('Did they ask for your opinion afterwards, and could you say what you wanted to?'),
  standards: fact('What good looks like here', 'standards'),
  valued: feeling('As a customer, I was treated as …', 'scale'),
  acknowledged: feeling('They noticed how I felt, and said so', 'scale'),
  pride: feeling('As a leader watching, I was …', 'scale'),
  business: feeling('Would you stay, or become, our customer after this?', 'choice'),
  businessReason: text('Why?', 'feelings'),
  wellDone: text('What did they try to do well?', 'meaning', 'Start here, even after a bad contact.'),
  story: text('The story I would tell a friend, in one sentence', 'meaning'),
  phrase: text('The exact words that stayed with me', 'meaning', 'Nobody’s name.'),
  belief: text('What did I believe before that this contradicts?', 'meaning'),
  causes: { question: 'What lies behind it?', step: 'meaning', kind: 'choice', nature: 'ticks' },
  unsaid: text('Anything this form did not let you say?', 'meaning'),
  cover: { question: 'Your cover', step: 'meaning', kind: 'fact', nature: 'choice' },
  coverReason: text('What gave it away?', 'meaning', 'Only where it was suspected or blown. We plan around it.'),
}

export const FIELD_NAMES = namesIn(FIELDS)

export type TextName = 'businessReason' | 'wellDone' | 'story' | 'phrase' | 'belief' | 'unsaid' | 'coverReason'
export const TEXT_NAMES = FIELD_NAMES.filter(isText)

export function isText(name: string): name is TextName {
  return name in FIELDS && FIELDS[name as FieldName].kind === 'text'
}

/** Filled in beforehand because they are facts and nearly always so; an opinion never is. */
export const FILLED_IN = { survey: 'not_asked', cover: 'kept' } as const satisfies Partial<Answers>

/** What a text may hold, in characters: about a page. */
export const LONGEST_TEXT = 2000

/** contactedOn → contacted_on: the word of the form and the table. */
export function formName(name: FieldName): string {
  return FORM_NAMES[name]
}

const FORM_NAMES = Object.fromEntries(
  FIELD_NAMES.map((name) => [name, name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
) as Record<FieldName, string>

/** Each standard that is asked has a field of its own. */
export function standardName(id: string): string {
  return `standard_${id}`
}
