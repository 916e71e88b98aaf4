/**
 * What of a handed-in reflection is counted. The months are kept as counts of answers, maintained in the transaction that
 * hands in or corrects a reflection; a recount from the reflections themselves must give exactly the same.
 */
import type { Answers } from './fields.ts'
import { quadrantOf } from './quadrant.ts'

type CountedAnswers = Pick<
  Answers,
  | 'reached'
  | 'addressed'
  | 'correct'
  | 'escalation'
  | 'promise'
  | 'survey'
  | 'standards'
  | 'valued'
  | 'acknowledged'
  | 'pride'
  | 'business'
  | 'cover'
>

/** What counting looks at: a handed-in reflection with its prediction. */
export interface Countable extends CountedAnswers {
  month: string
  programId: string | null
  touchpointId: string
  scenarioId: string | null
  leaderId: string
  counts: boolean
  daysLate: number
  predictedValued: number | null
}

/** One answer to one question; questions about a standard are named by standardQuestion. */
export interface Answer {
  question: string
  answer: string
}

/** So many contacts more (or fewer) in one month and one slice gave this answer. */
export interface CountChange extends Answer {
  month: string
  breakdown: Breakdown
  slice: string
  contacts: number
}

/** The slices that are counted apart. Channel and department follow from the touchpoint, purpose from the scenario. */
export type Breakdown = 'all' | 'program' | 'touchpoint' | 'scenario'

/** PRODUCT.md §4: counted are handed-in reflections whose cover was not blown; a story outside the rules is not a number. */
export function isCounted(reflection: Pick<Countable, 'counts' | 'cover'>): boolean {
  return reflection.counts && reflection.cover !== 'blown'
}

export function standardQuestion(standardId: string): string {
  return `standard:${standardId}`
}

/** The standard a question is about; null where it is about none. */
export function standardOf(question: string): string | null {
  return question.startsWith('standard:') ? question.slice('standard:'.length) : null
}

/** Every answer a counted reflection gives; what was not asked is left out. */
export function answersOf(reflection: Countable): Answer[] {
  if (!isCounted(reflection)) return []

  const answers: Answer[] = []
  const chosen: Record<string, string | number | null> = choicesIn(reflection)
  for (const question in chosen) {
    const answer = chosen[question]
    if (answer !== null) answers.push({ question, answer: String(answer) })
  }
  for (const id in reflection.standards)
    answers.push({ question: standardQuestion(id), answer: String(reflection.standards[id]) })

  return answers
}

/** What changes in the counts when a reflection is handed in (before is null), corrected, or taken out (after is null). */
export function countChanges(before: Countable | null, after: Countable | null): CountChange[] {
  const [fewer, more] = [countsOf(before, -1), countsOf(after, 1)]
  if (fewer.length === 0 || more.length === 0) return [...fewer, ...more]

  const changes = new Map(more.map((change) => [placeOf(change), change]))
  for (const change of fewer) if (!changes.delete(placeOf(change))) changes.set(placeOf(change), change)

  return [...changes.values()]
}

/** One reflection gives each answer once, so what is taken and given alike is no change. */
function placeOf({ month, breakdown, slice, question, answer }: CountChange): string {
  return JSON.stringify([month, breakdown, slice, question, answer])
}

function countsOf(reflection: Countable | null, contacts: number): CountChange[] {
  if (reflection === null) return []

  const { month } = reflection
  const answers = answersOf(reflection)
  const counts = slicesOf(reflection).flatMap(([breakdown, slice]) =>
    answers.map((answer) => ({ month, breakdown, slice, ...answer, contacts })),
  )

  return [...counts, ...predictedBy(reflection, contacts)]
}

/** Who predicted, over all contacts only: the expectation gap is shown over enough different leaders or not at all. */
function predictedBy(reflection: Countable, contacts: number): CountChange[] {
  if (reflection.predictedValued === null || !isCounted(reflection)) return []
  const { month, leaderId } = reflection

  return [{ month, breakdown: 'all', slice: '', question: 'predicted_by', answer: leaderId, contacts }]
}

function slicesOf({ programId, touchpointId, scenarioId }: Countable): [Breakdown, string][] {
  return [
    ['all', ''],
    ['program', programId ?? ''],
    ['touchpoint', touchpointId],
    ['scenario', scenarioId ?? ''],
  ]
}

function choicesIn(reflection: Countable) {
  const { reached, addressed, escalation, promise, survey, valued, pride, business, predictedValued } = reflection

  return {
    ...{ reached, addressed, escalation, promise, survey, valued, pride, business },
    in_time: reflection.daysLate === 0 ? 'yes' : 'no',
    quadrant: quadrantOf(reflection),
    predicted: predictedValued,
    gap: predictedValued === null ? null : valued - predictedValued,
  }
}
