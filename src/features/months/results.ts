/** Every number of the months, from the counts of answers: pages and exports show these and compute nothing of their own. */
import { type Interval, meanInterval } from '../../lib/statistics.ts'
import { type ChartedMonth, chartedMonths, type Observed, type Rebase } from './control.ts'
import { GAP, type Measure, PRIDE } from './measures.ts'
import type { Span, Spans } from './spans.ts'
import { type Count, countOf, onceForEach, type Tally, together } from './tally.ts'
import { type Change, changeOfMean, changeOfShare, momentsOf, PRIMARY_CONFIDENCE, shareOf } from './verdict.ts'

/** What was counted by span, months and quarters alike; a span without contacts may be missing. */
export type Tallies = ReadonlyMap<string, Tally>

/** Months as they were counted, with the quarters and every other span of several months added up. */
export function withQuarters(months: Tallies, { quarters, before }: Spans): Tallies {
  const sums = [before.quarter, ...quarters].map((span): [string, Tally] => [
    span.name,
    together(span.months.map((month) => months.get(month) ?? NOTHING)),
  ])

  return new Map([...months, ...sums])
}

const NOTHING: Tally = new Map()

/** One measure in one span: of how many, how many of them (null of a mean), and the value with its 95 % interval (null of nothing). */
export interface Figure {
  count: number | null
  of: number
  value: (Interval & { value: number }) | null
}

export interface Result {
  span: Span
  /** Null: withheld, because too few leaders stand behind it. */
  figure: Figure | null
  change: Change
}

export interface Series {
  measure: Measure
  /** Of its verdicts and of the intervals of its differences. */
  confidence: number
  months: readonly Result[]
  quarters: readonly Result[]
  /** The control chart up to the month of the page; null before there is enough of it. */
  control: readonly ChartedMonth[] | null
}

/** Whether a figure may be shown; anything but the expectation gap always may. */
export type MayShow = (span: Span) => boolean

const WITHHELD_CHANGE: Change = { verdict: 'too_few', difference: null }

export function seriesOf(
  measure: Measure,
  tallies: Tallies,
  spans: Spans,
  options: { confidence: number; mayShow?: MayShow; rebases?: readonly Rebase[] },
): Series {
  const { mayShow = () => true, confidence, rebases = [] } = options
  const asked = askedAbout(measure, confidence)
  const inTurn = (before: Span, list: readonly Span[]) =>
    list.map((span, i) => resultOf(asked, tallies, { span, before: list[i - 1] ?? before, mayShow }))
  const controlled = () =>
    chartedMonths(observedIn(asked, tallies, spans.history.filter(mayShow)), {
      improvement: measure.improvement,
      rebases,
    })

  return lazily({ measure, confidence }, [
    () => inTurn(spans.before.month, spans.months),
    () => inTurn(spans.before.quarter, spans.quarters),
    controlled,
  ])
}

/** One figure without its series. */
export function figureAt(measure: Measure, tallies: Tallies, span: Span): Figure {
  return figureIn(askedAbout(measure, PRIMARY_CONFIDENCE), tallyOfSpan(tallies, span))
}

type Parts = [() => Series['months'], () => Series['quarters'], () => Series['control']]

/** Of a hundred standards a page shows two quarters each: what nobody looks at is not worked out. */
function lazily(known: Pick<Series, 'measure' | 'confidence'>, parts: Parts): Series {
  const [months, quarters, control] = [once(parts[0]), once(parts[1]), once(parts[2])]

  return {
    ...known,
    get months() {
      return months()
    },
    get quarters() {
      return quarters()
    },
    get control() {
      return control()
    },
  }
}

function once<T>(work: () => T): () => T {
  let done: { of: T } | undefined

  return () => {
    done ??= { of: work() }

    return done.of
  }
}

/** What a control chart is made from: the months with contacts. */
function observedIn(asked: AskedAbout, tallies: Tallies, history: readonly Span[]): Observed[] {
  return history.flatMap((span) => {
    const { value, of } = figureIn(asked, tallyOfSpan(tallies, span))

    return value === null ? [] : [{ month: span.name, value: value.value, of }]
  })
}

/** So many contacts on each level, per month of the page. */
export function levelsOf(tallies: Tallies, span: Span): readonly Count[] {
  return levelsIn(tallyOfSpan(tallies, span))
}

const levelsIn = onceForEach((tally) => PRIDE.counts.map((level) => countOf({ ...PRIDE, counts: [level] }, tally)))

/** How far contacts got. A bot can deal with a concern too, so what was addressed is no part of the persons reached. */
export interface Through {
  span: Span
  tried: number
  bot: number
  person: number
  addressed: number
}

export function throughOf(tallies: Tallies, span: Span): Through {
  const tally = tallyOfSpan(tallies, span)
  const given = (question: string, answer: string) => tally.get(question)?.get(answer) ?? 0

  return {
    span,
    tried: answered('reached', tallies, span),
    bot: given('reached', 'bot'),
    person: given('reached', 'person'),
    addressed: given('addressed', 'yes'),
  }
}

/** The mean expected and the mean felt, over the contacts with a prediction; null without any. */
export function expectedAndFelt(tallies: Tallies, span: Span): { predicted: number; felt: number } | null {
  return expectedAndFeltIn(tallyOfSpan(tallies, span))
}

const expectedAndFeltIn = onceForEach((tally) => {
  const [predicted, gap] = [momentsOf('predicted', tally), momentsOf(GAP.question, tally)]

  return predicted.of === 0
    ? null
    : { predicted: predicted.sum / predicted.of, felt: (predicted.sum + gap.sum) / gap.of }
})

/** How many contacts gave any answer at all to a question in a span. */
export function answered(question: string, tallies: Tallies, span: Span): number {
  let sum = 0
  for (const contacts of tallyOfSpan(tallies, span).get(question)?.values() ?? []) sum += contacts

  return sum
}

/** One measure, and the names its figures and its changes are kept by. */
interface AskedAbout {
  measure: Measure
  confidence: number
  figure: string
  change: string
}

function askedAbout(measure: Measure, confidence: number): AskedAbout {
  const figure = `${measure.key} ${measure.question}`

  return { measure, confidence, figure, change: `${figure} ${confidence}` }
}

interface Place {
  span: Span
  before: Span
  mayShow: MayShow
}

function resultOf(asked: AskedAbout, tallies: Tallies, { span, before, mayShow }: Place): Result {
  if (!mayShow(span)) return { span, figure: null, change: WITHHELD_CHANGE }

  const [now, then] = [tallyOfSpan(tallies, span), tallyOfSpan(tallies, before)]

  return { span, figure: figureIn(asked, now), change: mayShow(before) ? changeIn(asked, now, then) : WITHHELD_CHANGE }
}

interface WorkedOut {
  figures: Map<string, Figure>
  /** Since one tally before; since another, all are worked out anew. */
  changes: { since: Tally; by: Map<string, Change> }
}

const workedOutOf = onceForEach(
  (tally): WorkedOut => ({ figures: new Map(), changes: { since: tally, by: new Map() } }),
)

function figureIn({ measure, figure }: AskedAbout, tally: Tally): Figure {
  const { figures } = workedOutOf(tally)
  const found = figures.get(figure) ?? figureOf(measure, tally)
  figures.set(figure, found)

  return found
}

function changeIn({ measure, confidence, change }: AskedAbout, now: Tally, then: Tally): Change {
  const known = workedOutOf(now)
  if (known.changes.since !== then) known.changes = { since: then, by: new Map() }
  const { by } = known.changes
  const found = by.get(change) ?? changeOf(measure, then, now, confidence)
  by.set(change, found)

  return found
}

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

function tallyOfSpan(tallies: Tallies, span: Span): Tally {
  return tallies.get(span.name) ?? NOTHING
}
