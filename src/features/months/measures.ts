/** One definition per measure (PRODUCT.md §4), in words and in answers; pages, exports and help texts all use these. */
import { standardQuestion } from '../reflections/counts.ts'

export interface Measure {
  key: string
  name: string
  kind: 'share' | 'mean' | 'distribution'
  /** What the measure is a share of, after "share of …". */
  of: string
  /** How it is counted, in a sentence or two. */
  counted: string
  improvement: 'up' | 'down'
  question: string
  /** The answers that count; of a distribution, its levels in their order. */
  counts: readonly string[]
  /** The answers that make up the whole; those left out are no part of it. */
  among: readonly string[]
}

export interface ShareMeasure extends Measure {
  kind: 'share'
  /** What contacts did, after "11 of 14 contacts …". */
  did: string
}

const ONE_TO_FIVE = ['1', '2', '3', '4', '5']
const NEEDED = ['offered', 'when_asked', 'not_offered']
const RIGHT_AND_WARM =
  'Right: “yes” to “Was what you were told right and complete?”. Warm: 4 or 5 on “They noticed how I felt, and said so”. Contacts that reached nobody, or could not tell, are left out.'

const share = { kind: 'share', improvement: 'up', of: 'all contacts' } as const

const quadrant = {
  ...share,
  of: 'contacts that reached someone and could tell',
  counted: RIGHT_AND_WARM,
  question: 'quadrant',
  among: ['right_warm', 'right_cold', 'wrong_warm', 'neither'],
} as const

export const VALUED: ShareMeasure = {
  ...share,
  key: 'valued',
  name: 'Felt valued',
  did: 'felt valued',
  counted: '4 or 5 on a scale from “a nuisance” (1) to “valued and respected” (5).',
  question: 'valued',
  counts: ['4', '5'],
  among: ONE_TO_FIVE,
}

export const PRIDE: Measure = {
  ...share,
  key: 'pride',
  kind: 'distribution',
  name: 'Embarrassed to proud',
  counted: 'Every answer to “As a leader watching, I was …”, from 1 embarrassed over 3 in between to 5 proud.',
  question: 'pride',
  counts: ONE_TO_FIVE,
  among: ONE_TO_FIVE,
}

export const GAP: Measure = {
  key: 'expectation_gap',
  name: 'Expectation gap',
  kind: 'mean',
  of: 'contacts with a prediction',
  counted:
    'How valued the leader felt, less how valued they had expected to feel, both from 1 to 5: the mean, with Student’s t interval. A single prediction is its author’s alone, so this is shown only over enough different leaders, only once the month is closed, and only where none of them can be worked out.',
  improvement: 'up',
  question: 'gap',
  counts: [],
  among: ['-4', '-3', '-2', '-1', '0', '1', '2', '3', '4'],
}

export const TOOK_PART: ShareMeasure = {
  ...share,
  key: 'took_part',
  name: 'Took part',
  did: 'were made and written down',
  of: 'assignments that were due',
  counted:
    'Assignments with a reflection (also where cover was blown) of those published whose window is over. Declined and missed ones stay due; excused and cancelled ones are not; one that was handed over is due from whoever took it. Contacts nobody planned are left out. What was published of a closed month knows nothing of reflections that came later.',
  question: 'took_part',
  counts: ['yes'],
  among: ['yes', 'no'],
}

/** The measures of single contacts that are shares, in the order they are read. */
export const SHARES: readonly ShareMeasure[] = [
  VALUED,
  {
    ...share,
    key: 'reached',
    name: 'Reached a person',
    did: 'reached a person',
    counted: 'A person was reached. A bot alone, giving up and no answer do not count.',
    question: 'reached',
    counts: ['person'],
    among: ['person', 'bot', 'gave_up', 'no_answer'],
  },
  {
    ...share,
    key: 'addressed',
    name: 'Concern addressed',
    did: 'had their concern addressed',
    counted: 'Answered “yes”. “Partly” is not counted, and not getting through is a “no”.',
    question: 'addressed',
    counts: ['yes'],
    among: ['yes', 'partly', 'no'],
  },
  {
    ...share,
    key: 'escalation',
    name: 'Escalation path offered',
    did: 'were offered a way to take it further',
    of: 'contacts where one was needed',
    counted:
      'A way to take it further was offered, unasked or when asked. Where none was needed, the contact is left out.',
    question: 'escalation',
    counts: ['offered', 'when_asked'],
    among: NEEDED,
  },
  {
    ...share,
    key: 'escalation_unasked',
    name: 'Escalation offered unasked',
    did: 'were offered a way to take it further unasked',
    of: 'contacts where one was needed',
    counted: 'A way to take it further was offered before one asked. Contacts where none was needed are left out.',
    question: 'escalation',
    counts: ['offered'],
    among: NEEDED,
  },
  {
    ...share,
    key: 'promise_kept',
    name: 'Promise kept',
    did: 'had the promise kept',
    of: 'contacts with a promise that is not still open',
    counted:
      'They promised to come back and did, in time. Late and broken count against it; a promise that is still open waits.',
    question: 'promise',
    counts: ['kept'],
    among: ['kept', 'late', 'broken'],
  },
  {
    ...share,
    key: 'survey',
    name: 'Our survey let me say it',
    did: 'could say what they wanted in our survey',
    of: 'contacts that were asked for an opinion',
    counted: 'Asked for an opinion afterwards, and able to say what one wanted to. Contacts nobody asked are left out.',
    question: 'survey',
    counts: ['could_say'],
    among: ['could_say', 'could_not_say'],
  },
  {
    ...share,
    key: 'proud',
    name: 'Proud',
    did: 'made the leader watching proud',
    counted: '4 or 5 on “As a leader watching, I was …”, from embarrassed (1) to proud (5).',
    question: 'pride',
    counts: ['4', '5'],
    among: ONE_TO_FIVE,
  },
  {
    ...share,
    key: 'embarrassed',
    name: 'Embarrassed',
    did: 'made the leader watching embarrassed',
    counted: '1 or 2 on “As a leader watching, I was …”, from embarrassed (1) to proud (5).',
    improvement: 'down',
    question: 'pride',
    counts: ['1', '2'],
    among: ONE_TO_FIVE,
  },
  {
    ...share,
    key: 'business',
    name: 'Would be our customer',
    did: 'left the leader willing to be our customer',
    counted: 'Answered “yes” to “Would you stay, or become, our customer after this?”. “Unsure” is not counted.',
    question: 'business',
    counts: ['yes'],
    among: ['yes', 'unsure', 'no'],
  },
  {
    ...quadrant,
    key: 'right_warm',
    name: 'Right and warm',
    did: 'were right and warm',
    counts: ['right_warm'],
  },
  {
    ...quadrant,
    key: 'right_cold',
    name: 'Right but cold',
    did: 'were right but cold',
    improvement: 'down',
    counts: ['right_cold'],
  },
  {
    ...quadrant,
    key: 'wrong_warm',
    name: 'Warm but wrong',
    did: 'were warm but wrong',
    improvement: 'down',
    counts: ['wrong_warm'],
  },
  {
    ...quadrant,
    key: 'neither',
    name: 'Neither right nor warm',
    did: 'were neither right nor warm',
    improvement: 'down',
    counts: ['neither'],
  },
  {
    ...share,
    key: 'in_time',
    name: 'Logged within a day',
    did: 'were written down within a day',
    of: 'handed-in reflections',
    counted: 'Handed in no more than a day after the contact ended.',
    question: 'in_time',
    counts: ['yes'],
    among: ['yes', 'no'],
  },
]

/** What a noted change is kept under: all standards share a key, so each is told apart by its question. */
export function rebaseKeyOf({ key, question }: Measure): string {
  return key === 'standard' ? question : key
}

export function standardMeasure(standard: { id: string; statement: string }): ShareMeasure {
  return {
    ...share,
    key: 'standard',
    name: standard.statement,
    did: `met “${standard.statement}”`,
    of: 'contacts where it was met or not met',
    counted: '“Could not tell” and “not applicable” are left out.',
    question: standardQuestion(standard.id),
    counts: ['met'],
    among: ['met', 'not_met'],
  }
}
