/** Answers as leaders give them, and any answers at all. */
import fc from 'fast-check'
import { choicesOf } from '../../src/features/reflections/choices.ts'
import type { Answers, FieldName } from '../../src/features/reflections/fields.ts'
import type { Given, Terms } from '../../src/features/reflections/reflection.ts'

export const day = (text: string) => Temporal.PlainDate.from(text)

export const phoneTerms: Terms = {
  tempo: 'live',
  today: day('2026-06-11'),
  earliest: day('2026-06-09'),
  standards: ['quick', 'clear'],
  answerDays: null,
}

export const mailTerms: Terms = { ...phoneTerms, tempo: 'written', standards: [], answerDays: 2 }

export const noraReached: Answers = {
  contactedOn: '2026-06-11',
  daypart: 'morning',
  reached: 'person',
  wait: '3_to_10',
  transfers: 1,
  repeated: 'yes',
  addressed: 'partly',
  correct: 'yes',
  escalation: 'when_asked',
  promise: 'none',
  survey: 'not_asked',
  standards: { quick: 'not_met', clear: 'met' },
  valued: 2,
  acknowledged: 2,
  pride: 3,
  business: 'unsure',
  businessReason: '',
  wellDone: 'She read the meter history with me.',
  story: 'I was thanked three times and still do not know what I owe.',
  phrase: '',
  belief: '',
  causes: ['policy'],
  unsaid: '',
  cover: 'kept',
  coverReason: '',
}

export const nobodyReached: Answers = {
  ...noraReached,
  reached: 'no_answer',
  wait: 'over_10',
  transfers: null,
  repeated: null,
  addressed: 'no',
  correct: null,
  acknowledged: null,
  escalation: 'not_offered',
}

const values = (name: FieldName) =>
  choicesOf(name, 'live').map((choice) => (/^[0-5]$/.test(choice.value) ? Number(choice.value) : choice.value))
const one = (name: FieldName) => fc.constantFrom(...values(name))
const words = fc.constantFrom('', 'Plain words.', ' Kept ’ words – exactly ')

/** Every question answered with something the form offers; whether it applies is for the rules to say. */
export const anyGiven: fc.Arbitrary<Given> = fc.record({
  contactedOn: fc.constantFrom('2026-06-09', '2026-06-10', '2026-06-11'),
  daypart: one('daypart'),
  reached: one('reached'),
  wait: one('wait'),
  transfers: one('transfers'),
  repeated: one('repeated'),
  addressed: one('addressed'),
  correct: one('correct'),
  escalation: one('escalation'),
  promise: one('promise'),
  survey: one('survey'),
  standards: fc.record({ quick: fc.constantFrom('met', 'not_met'), clear: fc.constant('could_not_tell') }),
  valued: one('valued'),
  acknowledged: one('acknowledged'),
  pride: one('pride'),
  business: one('business'),
  businessReason: words,
  wellDone: words,
  story: fc.constantFrom('A story.', 'Another one.'),
  phrase: words,
  belief: words,
  causes: fc.subarray(values('causes')),
  unsaid: words,
  cover: one('cover'),
  coverReason: fc.constantFrom('I said “we”.', ' They had my number. '),
}) as fc.Arbitrary<Given>
