/**
 * Measures that speak of the same answers, so that what one says and what another says are looked at together.
 *
 * Proud, embarrassed: one question; the levels they are made of are decided after them and with them (publish_levels.ts). Escalation
 * offered, offered unasked: one question. Right and warm and its three fellows: one answer made of two. Each standard: a question of its
 * own. Felt valued, expectation gap: two questions that tell of each other, decided one after the other and looked at together (felt.ts).
 * All others tell nothing of each other, though some are asked only after others were answered: what a contact came to in one family
 * goes with whatever it came to in any other (test/months/families.test.ts), because a bot alone answers for everything but a person,
 * and “partly” for everything but “yes”. So ways that are possible in each family for itself are possible together. Who contacted, who
 * predicted and who stands in a denominator is no answer, and taken as known to everybody.
 */
import type { Answer } from '../reflections/counts.ts'
import type { Cut } from './disclosure_family.ts'
import { type Measure, SHARES, standardMeasure, TOOK_PART, VALUED } from './measures.ts'

export interface MeasureFamily {
  question: string
  measures: readonly Measure[]
  /** Of assignments instead of contacts. */
  ofAssignments: boolean
  kinds: number
  /** Which kind an answer is; one that was not given is one too. Null: it stands outside, and everybody may know. */
  kindOf: (answer: string | undefined) => number | null
  /** What an answer is to the questions of the measures. */
  says: (answer: string) => Answer[]
  /** What each measure says, in the order of the measures. */
  cuts: readonly (readonly Cut[])[]
  among: Cut | null
  values: readonly number[] | null
}

/** Every family of a closing but felt valued and the gap, which tell of each other (felt.ts): those of all contacts, and one for each standard. */
export function familiesOf(standards: readonly { id: string; statement: string }[]): MeasureFamily[] {
  const shares = Map.groupBy(
    SHARES.filter(({ question }) => question !== VALUED.question),
    ({ question }) => question,
  )

  return [
    ...[...shares.values()].map((measures) => shareFamily(measures)),
    { ...shareFamily([TOOK_PART]), ofAssignments: true },
    ...standards.map((standard) => shareFamily([standardMeasure(standard)])),
  ]
}

/** Answers that no measure tells apart are one kind; the last kind is whatever stands in no denominator. */
function shareFamily(measures: readonly Measure[]): MeasureFamily {
  const signs = (answer: string) => measures.map((measure) => signOf(measure, answer)).join()
  const answers = [...new Set(measures.flatMap(({ among }) => among))]
  const kinds = [...new Set(answers.map(signs))]
  const question = measures[0]?.question ?? ''
  const isOfAll = measures.every(({ of }) => OF_ALL.has(of))
  const cutOf = (wanted: (answer: string) => boolean) =>
    answers.filter(wanted).reduce((cut, answer) => cut | (1 << kinds.indexOf(signs(answer))), 0)
  const among = isOfAll ? null : cutOf(() => true)

  return {
    question,
    measures,
    ofAssignments: false,
    kinds: kinds.length + (isOfAll ? 0 : 1),
    kindOf: (answer = '') => (answers.includes(answer) ? kinds.indexOf(signs(answer)) : isOfAll ? null : kinds.length),
    says: (answer) => [{ question, answer }],
    cuts: measures.map(({ counts }) => [
      cutOf((answer) => counts.includes(answer)),
      ...(among === null ? [] : [among]),
    ]),
    among,
    values: null,
  }
}

/** Who stands in these denominators is no answer. */
const OF_ALL: ReadonlySet<string> = new Set(['all contacts', 'handed-in reflections', 'assignments that were due'])

function signOf({ counts, among }: Measure, answer: string): string {
  if (counts.includes(answer)) return 'counts'

  return among.includes(answer) ? 'among' : 'out'
}
