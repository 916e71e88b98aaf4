/**
 * One figure and one change. Each is worked out once for the same answers: a tally keeps its answers as one object until somebody gives
 * another (counted_store.ts), so the object itself is what results are remembered by.
 */
import { type Interval, meanInterval } from '../../lib/statistics.ts'
import type { Measure } from './measures.ts'
import { type Answers, countOf, type Tally } from './tally.ts'
import { type Change, changeOfMean, changeOfShare, momentsOf, shareOf } from './verdict.ts'

/** One measure in one span: of how many, how many of them (null of a mean), and the value with its 95 % interval (null of nothing). */
export interface Figure {
  count: number | null
  of: number
  value: (Interval & { value: number }) | null
}

export function figureIn(measure: Measure, tally: Tally): Figure {
  return workedOut(measure, tally).figure
}

/** From one span to another. */
export function changeIn(measure: Measure, then: Tally, now: Tally, confidence: number): Change {
  const worked = workedOut(measure, now)
  const since = answersIn(measure, then)
  if (worked.change && worked.since === since && worked.confidence === confidence) return worked.change
  const change = changeOf(measure, then, now, confidence)
  Object.assign(worked, { since, confidence, change })

  return change
}

/** What is remembered of one measure; the next one reads the same question. */
interface WorkedOut {
  key: string
  figure: Figure
  since: Answers | null
  confidence: number
  change: Change | null
  next: WorkedOut | undefined
}

const known = new WeakMap<Answers, WorkedOut>()

function workedOut(measure: Measure, tally: Tally): WorkedOut {
  const answers = answersIn(measure, tally)
  const first = known.get(answers)
  for (let one = first; one; one = one.next) if (one.key === measure.key) return one
  const figure = figureOf(measure, tally)
  const anew = { key: measure.key, figure, since: null, confidence: 0, change: null, next: first }
  known.set(answers, anew)

  return anew
}

function answersIn({ question }: Measure, tally: Tally): Answers {
  return tally.get(question) ?? NO_ANSWERS
}

const NO_ANSWERS: Answers = new Map()

function changeOf(measure: Measure, then: Tally, now: Tally, confidence: number): Change {
  return measure.kind === 'mean'
    ? changeOfMean(momentsOf(measure.question, then), momentsOf(measure.question, now), confidence)
    : changeOfShare(countOf(measure, then), countOf(measure, now), confidence)
}

function figureOf(measure: Measure, tally: Tally): Figure {
  if (measure.kind === 'mean') return meanOf(measure, tally)
  const count = countOf(measure, tally)

  return { ...count, value: shareOf(count) }
}

function meanOf(measure: Measure, tally: Tally): Figure {
  const moments = momentsOf(measure.question, tally)
  if (moments.of === 0) return { count: null, of: 0, value: null }

  const { mean, low, high } = meanInterval(moments)

  return { count: null, of: moments.of, value: { value: mean, low, high } }
}
