/** The answers one can choose, in words. Values are those of PRODUCT.md §3. */
import { type Channel, isLive } from '../touchpoints/touchpoint.ts'
import type { Answers, Cause, FieldName, StandardAnswer } from './fields.ts'

export interface Choice {
  value: string
  words: string
}

/** Live channels count minutes; mail, forms and the like count days. */
export type Tempo = 'live' | 'written'

export function tempoOf(channel: Channel): Tempo {
  return isLive(channel) ? 'live' : 'written'
}

const WAITS: Readonly<Record<Tempo, readonly Choice[]>> = {
  live: choices({
    none: 'No wait',
    under_1: 'Under 1 min',
    '1_to_3': '1–3 min',
    '3_to_10': '3–10 min',
    over_10: 'Over 10 min',
  }),
  written: choices({
    same_day: 'The same day',
    next_day: 'The next day',
    '2_to_3': '2–3 days',
    '4_to_10': '4–10 days',
    over_10: 'Over 10 days',
  }),
}

export const CAUSE_NAMES: Readonly<Record<Cause, string>> = {
  policy: 'Policy',
  system: 'System',
  hand_off: 'Hand-off',
  staffing: 'Staffing',
  knowledge: 'Knowledge',
  wording: 'Wording',
}

const YES_PARTLY_NO = choices({ yes: 'Yes', partly: 'Partly', no: 'No' })

const CHOICES: Readonly<Partial<Record<FieldName, readonly Choice[]>>> = {
  daypart: choices({
    early: 'Early',
    morning: 'Morning',
    midday: 'Midday',
    afternoon: 'Afternoon',
    evening: 'Evening',
    night: 'Night',
  }),
  reached: choices({ person: 'A person', bot: 'A bot only', gave_up: 'I gave up', no_answer: 'No answer' }),
  transfers: [
    { value: '0', words: 'Never' },
    { value: '1', words: 'Once' },
    { value: '2', words: 'Twice' },
    { value: '3', words: 'Three times or more' },
  ],
  repeated: choices({ yes: 'Yes', no: 'No' }),
  addressed: YES_PARTLY_NO,
  correct: [...YES_PARTLY_NO, { value: 'cannot_tell', words: 'Cannot tell' }],
  escalation: choices({
    offered: 'Yes, unasked',
    when_asked: 'When I asked',
    not_offered: 'No',
    not_needed: 'Not needed',
  }),
  promise: choices({
    none: 'No promise',
    kept: 'Yes, and they did',
    late: 'They did, but late',
    broken: 'They did not',
    still_open: 'Still open',
  }),
  survey: choices({
    not_asked: 'They did not ask',
    could_say: 'Asked, and I could say it',
    could_not_say: 'Asked, and I could not',
  }),
  valued: scale('a nuisance', '', 'valued and respected'),
  acknowledged: scale('not at all', '', 'fully'),
  pride: scale('embarrassed', 'in between', 'proud'),
  business: choices({ yes: 'Yes', unsure: 'Unsure', no: 'No' }),
  causes: choices(CAUSE_NAMES),
  cover: choices({ kept: 'Kept', suspected: 'Suspected', blown: 'Blown' }),
}

export const STANDARD_CHOICES = choices({
  met: 'Met',
  not_met: 'Not met',
  could_not_tell: 'Could not tell',
  not_applicable: 'Did not apply',
} satisfies Record<StandardAnswer, string>)

/** All answers a field has at this kind of touchpoint, whether they apply or not (applies.ts). */
export function choicesOf(name: FieldName, tempo: Tempo): readonly Choice[] {
  return name === 'wait' ? WAITS[tempo] : (CHOICES[name] ?? [])
}

/** An answer given, in words; empty for none. Scales say their number with its end: "1, a nuisance". */
export function wordsOf(name: FieldName, value: Answers[FieldName], tempo: Tempo): string {
  const found = choicesOf(name, tempo).find((choice) => choice.value === String(value))
  if (!found) return ''
  const isScale = /^[1-5]$/.test(found.value) && name !== 'transfers'
  if (!isScale) return found.words

  return found.words ? `${found.value}, ${found.words}` : found.value
}

function choices(words: Record<string, string>): Choice[] {
  return Object.entries(words).map(([value, said]) => ({ value, words: said }))
}

function scale(low: string, middle: string, high: string): Choice[] {
  return [low, '', middle, '', high].map((words, i) => ({ value: String(i + 1), words }))
}
