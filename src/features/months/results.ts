/** Every number of the months, from the counts of answers: pages and exports show these and compute nothing of their own. */
import { onceForEach } from '../../lib/once_for_each.ts'
import { type ChartedMonth, chartedMonths, type Observed, type Rebase, sayTheSame } from './control.ts'
import { changeIn, type Figure, figureIn } from './figures.ts'
import { GAP, type Measure, PRIDE } from './measures.ts'
import { NOTHING_KEPT, type Past } from './past.ts'
import type { Span, Spans } from './spans.ts'
import { type Count, countOf, type Tally, together } from './tally.ts'
import { type Change, momentsOf } from './verdict.ts'

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

export interface Result {
  span: Span
  /** Null: withheld, because too few leaders stand behind it. */
  figure: Figure | null
  /** Null: this span or the one before is withheld, and nothing is compared. */
  change: Change | null
}

export interface Series {
  measure: Measure
  /** Of its verdicts and of the intervals of its differences. */
  confidence: number
  months: readonly Result[]
  quarters: readonly Result[]
  /** The control chart up to the month of the page; null before there is enough of it. */
  control: readonly ChartedMonth[] | null
  /** Keeps what was made of all months but the last, until one of them moves. */
  past: Past
  /** The same, until one of them moves or the control chart says something else of it. */
  told: Past
}

/** Whether a figure may be shown; anything but the expectation gap always may. */
export type MayShow = (span: Span) => boolean

export function seriesOf(
  measure: Measure,
  tallies: Tallies,
  spans: Spans,
  options: { confidence: number; mayShow?: MayShow; rebases?: readonly Rebase[]; past?: Past },
): Series {
  const { mayShow = () => true, confidence, rebases = [], past: all = NOTHING_KEPT } = options
  const asked = { measure, confidence, mayShow }
  const { key, question, improvement } = measure
  const past = all.named(`${key} ${question} ${confidence}${options.mayShow ? shownOf(spans, mayShow) : ''}`)
  const inTurn = (list: readonly Span[], before: Span) =>
    lastAnew(past, before.name, list, (some) =>
      some.map((span) => resultOf(asked, tallies, span, list[list.indexOf(span) - 1] ?? before)),
    )
  const observed = () =>
    lastAnew(past, 'observed', spans.history, (some) => observedIn(measure, tallies, some.filter(mayShow)))

  return new SeriesWhenAsked(measure, confidence, past, {
    months: () => inTurn(spans.months, spans.before.month),
    quarters: () => inTurn(spans.quarters, spans.before.quarter),
    control: () => chartedMonths(observed(), { improvement, rebases }),
  })
}

/** Part of the name: which spans may be shown changes as months close, while their counts stand still. */
function shownOf({ before, history, months, quarters }: Spans, mayShow: MayShow): string {
  const all = [before.month, before.quarter, ...history, ...months, ...quarters]

  return all.reduce((shown, span) => shown + (mayShow(span) ? ' yes' : ' no'), '')
}

/** Only the last of the list is worked out anew; the others are kept while they stand still. */
function lastAnew<Made>(
  past: Past,
  name: string,
  list: readonly Span[],
  make: (some: readonly Span[]) => Made[],
): Made[] {
  return [...past.kept(name, () => make(list.slice(0, -1))), ...make(list.slice(-1))]
}

/** One figure without its series. */
export function figureAt(measure: Measure, tallies: Tallies, span: Span): Figure {
  return figureIn(measure, tallyOfSpan(tallies, span))
}

/**
 * Works out its months, quarters and chart when they are first asked for: of a hundred standards a page shows two quarters each. A class,
 * because V8 gives every literal with getters a hidden class of its own.
 */
class SeriesWhenAsked implements Series {
  readonly measure: Measure
  readonly confidence: number
  readonly past: Past
  readonly #work: Work
  #months: Series['months'] | undefined
  #quarters: Series['quarters'] | undefined
  #control: Series['control'] | undefined

  constructor(measure: Measure, confidence: number, past: Past, work: Work) {
    this.measure = measure
    this.confidence = confidence
    this.past = past
    this.#work = work
  }

  get months(): Series['months'] {
    this.#months ??= this.#work.months()

    return this.#months
  }

  get quarters(): Series['quarters'] {
    this.#quarters ??= this.#work.quarters()

    return this.#quarters
  }

  get control(): Series['control'] {
    if (this.#control === undefined) this.#control = this.#work.control()

    return this.#control
  }

  get told(): Past {
    return this.past.while('told', this.control, sayTheSame)
  }
}

interface Work {
  months: () => Series['months']
  quarters: () => Series['quarters']
  control: () => Series['control']
}

/** What a control chart is made from: the months with contacts. */
function observedIn(measure: Measure, tallies: Tallies, history: readonly Span[]): Observed[] {
  const observed: Observed[] = []
  for (const span of history) {
    const { value, of } = figureIn(measure, tallyOfSpan(tallies, span))
    if (value !== null) observed.push({ month: span.name, value: value.value, of })
  }

  return observed
}

/** So many contacts on each level, per month of the page. */
export function levelsOf(tallies: Tallies, span: Span): readonly Count[] {
  return levelsIn(tallyOfSpan(tallies, span))
}

/** A tally is the very same while nothing in it has moved (counted_store.ts). */
const levelsIn = onceForEach((tally: Tally) =>
  PRIDE.counts.map((level) => countOf({ ...PRIDE, counts: [level] }, tally)),
)

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

const expectedAndFeltIn = onceForEach((tally: Tally) => {
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

interface Asked {
  measure: Measure
  confidence: number
  mayShow: MayShow
}

function resultOf({ measure, confidence, mayShow }: Asked, tallies: Tallies, span: Span, before: Span): Result {
  if (!mayShow(span)) return { span, figure: null, change: null }

  const [now, then] = [tallyOfSpan(tallies, span), tallyOfSpan(tallies, before)]
  const change = mayShow(before) ? changeIn(measure, then, now, confidence) : null

  return { span, figure: figureIn(measure, now), change }
}

function tallyOfSpan(tallies: Tallies, span: Span): Tally {
  return tallies.get(span.name) ?? NOTHING
}
