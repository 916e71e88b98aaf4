/** One figure and one change: worked out once for the very same answers, which are the very same while nobody gave another. */
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
  const { figures } = workedOutOf(answersIn(measure, tally))
  const found = figures.get(measure.key) ?? figureOf(measure, tally)
  figures.set(measure.key, found)

  return found
}

/** From one span to another. */
export function changeIn(measure: Measure, then: Tally, now: Tally, confidence: number): Change {
  const known = workedOutOf(answersIn(measure, now))
  const since = answersIn(measure, then)
  const key = `${measure.key} ${confidence}`
  const found = known.changes.get(key)
  if (found?.since === since) return found.change
  const change = changeOf(measure, then, now, confidence)
  known.changes.set(key, { since, change })

  return change
}

interface WorkedOut {
  figures: Map<string, Figure>
  changes: Map<string, { since: Answers; change: Change }>
}

const known = new WeakMap<Answers, WorkedOut>()

function workedOutOf(answers: Answers): WorkedOut {
  const found = known.get(answers) ?? { figures: new Map(), changes: new Map() }
  known.set(answers, found)

  return found
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
