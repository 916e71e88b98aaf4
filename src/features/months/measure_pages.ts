/** One measure with its line, its words and its table: the block most of the page is made of. */
import { lineChart } from '../../charts/line.ts'
import type { Month } from '../../lib/periods.ts'
import { percent } from '../../lib/shares.ts'
import { changeWords, figureWords, type Numbers } from './figure_words.ts'
import { type MonthNames, monthsInWords } from './month_words.ts'
import type { Figure, Result, Series } from './results.ts'

export interface Reading {
  locale: string
  month: Month
  /** The month it is. */
  current: Month
  first: Month | null
  /** Fewer leaders than this, and the expectation gap is withheld. */
  enough: number
}

export interface Words {
  name: (month: Month) => MonthNames
  numbers: Numbers
  reading: Reading
}

export function measureBlock(series: Series, words: Words) {
  const { measure, months } = series
  const [before, latest] = months.slice(-2)
  const anything = months.some(({ figure }) => figure?.value)

  return {
    id: measure.key,
    heading: measure.name,
    chart: anything ? lineOf(series, words) : '',
    explained: explained(series),
    under: underline(series, words),
    verdict: latest && changeWords(latest, words.numbers),
    since: before ? words.name(before.span.name).long : '',
    rows: rowsOf(series, words),
  }
}

function lineOf({ measure, months }: Series, { name, reading }: Words): string {
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

function explained({ measure, confidence }: Series): string {
  const whole = `${measure.kind === 'mean' ? 'Mean over' : 'Share of'} ${measure.of}.`

  return `${whole} ${measure.counted} Shares and means stand with their 95% interval, differences with their ${percent(confidence)}% interval.`
}

/** "Of contacts where one was needed. Quarter so far 17 of 28, the one before 4 of 29: clear rise." */
function underline(series: Series, words: Words): string {
  const { kind, of } = series.measure
  const whole = kind === 'share' && of !== 'all contacts' ? `Of ${of}.` : ''

  return [whole, quarterLine(series, words)].filter((sentence) => sentence !== '').join(' ')
}

function quarterLine({ quarters }: Series, { numbers, reading }: Words): string {
  const [before, now] = quarters.slice(-2)
  if (!before?.figure?.value || !now?.figure?.value) return ''

  const running = now.span.months.length < 3 || reading.month === reading.current
  const said = (result: Result) => {
    const { strong, rest } = figureWords(result.figure, numbers)

    return `${strong} ${rest}`
  }

  return `Quarter${running ? ' so far' : ''} ${said(now)}, the one before ${said(before)}: ${changeWords(now, numbers).words.toLowerCase()}.`
}

/** The newest first: months, then the two quarters the headline compares. */
function rowsOf({ months, quarters }: Series, { name, numbers }: Words) {
  const row = (result: Result, label: string) => ({
    label,
    figure: figureWords(result.figure, numbers),
    change: changeWords(result, numbers),
  })
  const quarterly = quarters
    .slice(-2)
    .map((each) => row(each, `${each.span.name}, ${monthsInWords(each.span.months, (month) => name(month).short)}`))

  return [...months.map((each) => row(each, name(each.span.name).brief)).reverse(), ...quarterly.reverse()]
}
