/** One measure with its line, its words and its table: the block most of the page is made of. */
import { lineChart } from '../../charts/line.ts'
import type { Month } from '../../lib/periods.ts'
import { standardOf } from '../reflections/counts.ts'
import { type ChartedMonth, signalSaid } from './control.ts'
import { controlBlock } from './control_pages.ts'
import { controlVerdict, stageOf } from './control_words.ts'
import { howCounted, intervalsWords } from './every_measure.ts'
import {
  type ChangeWords,
  changeWords,
  type FigureWords,
  figureWords,
  NOTHING_COMPARED,
  type Numbers,
  plainFigure,
  WHY_UNCOMPARED,
} from './figure_words.ts'
import type { Figure } from './figures.ts'
import { bothHold } from './headline.ts'
import type { Measure } from './measures.ts'
import { cutOf, monthsInWords, spanInWords } from './month_words.ts'
import type { PageWords } from './page_words.ts'
import type { Result, Series } from './results.ts'
import { shareOf } from './verdict.ts'

export function measureBlock(series: Series, words: PageWords) {
  const { measure, months } = series
  const [before, latest] = months.slice(-2)
  const anything = months.some(({ figure }) => figure?.value)
  const control = series.control && controlBlock(series, series.control, words)
  const judged = charted(series, words.reading.month)

  return {
    id: measure.key,
    heading: measure.name,
    chart: control?.chart ?? (anything ? lineOf(series, words) : ''),
    control,
    explained: series.past.kept(control ? 'charted' : 'explained', () => explained(series)),
    under: underline(series, words),
    verdict: latest && monthsVerdict(series, latest, words),
    since: before && latest?.change?.difference && !judged ? words.name(before.span.name).long : '',
    rows: rowsOf(series, words),
    followup: followupLink(series, words.reading.month),
  }
}

/** Where a lead makes something follow from this figure. */
export function followupLink({ measure }: Series, month: Month): string {
  const standardId = standardOf(measure.question)
  const from = standardId === null ? `measure=${measure.key}` : `standard=${encodeURIComponent(standardId)}`

  return `/followups/new?${from}&month=${month}`
}

/** From twelve months on the control chart's word stands in place of the month's verdict (PRODUCT.md §4). */
function monthsVerdict(series: Series, result: Result, { numbers, reading }: PageWords): ChangeWords {
  const judged = charted(series, result.span.name)
  const stage = stageOf(result.span.name, reading)

  return { ...resultChange(result, numbers), ...(judged && controlVerdict(judged, stage)) }
}

/** The words of a change; where one side is withheld, or nothing, that is all there is to say. */
export function resultChange({ span, figure, change }: Result, numbers: Numbers): ChangeWords {
  if (change?.difference) return changeWords({ change, figure }, numbers)
  if (!figure) return UNCOMPARED.withheld
  if (!figure.value) return UNCOMPARED.nothing
  if (change) return UNCOMPARED.alone

  return span.name === span.months[0] ? UNCOMPARED.afterWithheldMonth : UNCOMPARED.afterWithheldQuarter
}

const uncompared = (words: string): ChangeWords => ({ ...NOTHING_COMPARED, words })
const UNCOMPARED = {
  withheld: uncompared('Withheld'),
  nothing: uncompared('Nothing counted'),
  alone: uncompared(WHY_UNCOMPARED.alone),
  afterWithheldMonth: uncompared(WHY_UNCOMPARED.afterWithheldMonth),
  afterWithheldQuarter: uncompared(WHY_UNCOMPARED.afterWithheldQuarter),
}

function charted({ control }: Series, month: Month) {
  return control?.find((each) => each.month === month)
}

function lineOf({ measure, months }: Series, { name, reading }: PageWords): string {
  const first = months.find(({ figure }) => figure?.value)

  return lineChart({
    id: measure.key,
    title: `${measure.name}, share of ${measure.of}`,
    since: first ? `First counted in ${name(first.span.name).long}` : '',
    months: months.map(({ span, figure }) => ({
      letter: name(span.name).letter,
      name: name(span.name).full,
      figure: pointOf(figure),
      now: span.name === reading.month,
    })),
  })
}

function pointOf(figure: Figure | null) {
  if (!figure?.value || figure.count === null) return null

  return { count: figure.count, of: figure.of, ...figure.value }
}

function explained({ measure, confidence, control }: Series): string {
  const charting = control
    ? ' The chart is a control chart: its limits lie 2.66 mean moving ranges either side of the mean of its months.'
    : ''

  return `${howCounted(measure)}${charting} ${intervalsWords(confidence)}`
}

/** "Of contacts where one was needed. Quarter so far: 17 of 28, the one before 4 of 29. Clear rise." */
function underline(series: Series, words: PageWords): string {
  const { kind, of } = series.measure
  const whole = kind === 'share' && of !== 'all contacts' ? `Of ${of}.` : ''

  return [whole, quarterLine(series, words)].filter((sentence) => sentence !== '').join(' ')
}

function quarterLine(series: Series, { name, numbers, reading }: PageWords): string {
  const { quarters } = series
  const [before, now] = quarters.slice(-2)
  if (!before?.figure?.value || !now?.figure?.value) return ''

  const cut = cutOf(now.span.months, { current: reading.current, name })
  const said = ({ figure }: Result) => plainFigure(figure, numbers)

  const own = charted(series, reading.month)
  const change = resultChange(now, numbers)

  return `Quarter${cut}: ${said(now)}, the one before ${said(before)}. ${change.words}.${bothHold(change.clear, own && signalSaid(own))}`
}

export interface Row {
  label: string
  figure: FigureWords
  change: ChangeWords
}

/**
 * The newest first, and of a time without contacts nothing is said, not even that they are too few: months, then the two quarters the
 * headline compares. What stands still are the very same rows, which are drawn once.
 */
function rowsOf(series: Series, words: PageWords): (readonly Row[])[] {
  const { name, numbers, reading } = words
  const { months, told } = series
  const quarters = series.quarters.slice(-2)
  const month = (each: Result) => rowOf(each, name(each.span.name).brief, monthsVerdict(series, each, words))
  const quarter = (each: Result) => rowOf(each, quarterLabel(each, name), resultChange(each, numbers))
  const rowOf = ({ figure }: Result, label: string, change: ChangeWords) => {
    return { label, figure: figureWords(figure, numbers), change: figure?.value ? change : NOTHING_COMPARED }
  }
  const kept = told.named(reading.locale)
  const earlier = kept.kept('months', () => months.slice(0, -1).map(month).reverse())
  const older = kept.kept('older', () => olderRows(series, words))
  const before = kept.kept('quarter before', () => quarters.slice(0, -1).map(quarter))

  return [months.slice(-1).map(month), earlier, older, quarters.slice(-1).map(quarter), before]
}

/** Months that are only on the control chart, which goes further back than the page. */
function olderRows({ measure, months, control }: Series, { name, numbers }: PageWords): Row[] {
  const [first] = months
  const older = control?.filter(({ month }) => first && month < first.span.name) ?? []

  return older
    .map((charted) => ({
      label: name(charted.month).brief,
      figure: chartedWords(measure, charted, numbers),
      change: { ...NOTHING_COMPARED, ...controlVerdict(charted, 'over') },
    }))
    .reverse()
}

/** Of such a month only the value is at hand, which of a share is a count of so many all the same. */
function chartedWords({ kind }: Measure, { value, of }: ChartedMonth, numbers: Numbers): FigureWords {
  if (kind === 'mean') return { strong: numbers.signed(value), rest: `over ${numbers.whole(of)}`, below: '' }
  const count = Math.round(value * of)

  return figureWords({ count, of, value: shareOf({ count, of }) }, numbers)
}

function quarterLabel({ span: { name: span, months } }: Result, name: PageWords['name']): string {
  return `${spanInWords(span, name)}, ${monthsInWords(months, (month) => name(month).short)}`
}
