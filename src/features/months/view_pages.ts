/** Twelve months in words, tables and pictures: what months/show.eta lays out. */
import type { Month } from '../../lib/periods.ts'
import { signalSaid } from './control.ts'
import { controlHeadline, stageOf } from './control_words.ts'
import { numbersIn } from './figure_words.ts'
import { bothWords, monthHeadline, quarterBefore, quarterHeadline } from './headline.ts'
import { measureBlock } from './measure_pages.ts'
import { cutOf, monthNamer, monthsInWords } from './month_words.ts'
import { type Overview, seriesNamed } from './overview.ts'
import type { PageWords, Reading } from './page_words.ts'
import { gapBlock, prideBlock, quadrantBlock, standardsBlock } from './picture_pages.ts'
import type { Result } from './results.ts'
import type { Count } from './tally.ts'
import { movementBlock, throughBlock } from './way_pages.ts'

export function monthsView(overview: Overview, reading: Reading) {
  const words: PageWords = { name: monthNamer(reading.locale), numbers: numbersIn(reading.locale), reading }
  const block = (key: string) => measureBlock(seriesNamed(overview, key), words)
  const { key: first } = overview.primary
  const blocks = (...keys: string[]) => keys.filter((key) => key !== first).map(block)

  return {
    ...opening(overview, words),
    compares: comparesWhat(overview, words),
    main: [block(first), ...blocks('valued', 'addressed', 'escalation', 'escalation_unasked', 'reached', 'business')],
    feelings: blocks('proud', 'embarrassed'),
    corners: blocks('right_warm', 'right_cold', 'wrong_warm', 'neither'),
    promises: blocks('promise_kept', 'survey'),
    taking: [measureBlock(overview.tookPart, words), ...blocks('in_time')],
    pride: prideBlock(overview, words),
    gap: gapBlock(overview, words),
    quadrant: quadrantBlock(overview, words),
    through: throughBlock(overview, words),
    movement: movementBlock(overview, words),
    standards: standardsBlock(overview, words),
    quarters: quarterHeads(overview, words),
  }
}

/**
 * The sentence the page opens with, and the one below it. Where the quarter is no more than the month and the month has a control chart,
 * the chart leads: a clear change since the quarter before and “nothing changed” would not be said of one figure.
 */
function opening(overview: Overview, words: PageWords) {
  const quarter = quarterSentence(overview, words)
  const isSame = quarter.headline !== '' && quarter.figure.of === contactsNow(overview)
  const charted = chartedNow(overview, words)
  const both = bothWords(quarter.before, quarter.figure, charted && signalSaid(charted))
  if (isSame && charted) return { headline: monthSentence(overview, words, false), beside: `${quarter.earlier}${both}` }
  const month = monthSentence(overview, words, isSame && (quarter.months === 1 || quarter.figure.of < 3))

  if (quarter.headline === '') return { headline: month, beside: '' }

  return { headline: quarter.headline, beside: `${quarter.beside} ${month}${both}`.trim() }
}

/** Of the month of the page, in the measure that leads. */
function contactsNow(overview: Overview): number {
  const now = seriesNamed(overview, overview.primary.key).months.at(-1)

  return now ? countIn(now).count.of : 0
}

function chartedNow(overview: Overview, { reading }: PageWords) {
  return seriesNamed(overview, overview.primary.key).control?.find(({ month }) => month === reading.month)
}

function monthSentence(overview: Overview, words: PageWords, isSaid: boolean): string {
  const { primary } = overview
  const { name, numbers, reading } = words
  const series = seriesNamed(overview, primary.key)
  const [before, now] = series.months.slice(-2).map(countIn)
  const charted = chartedNow(overview, words)
  const earlier = reading.first !== null && reading.first < reading.month
  const isThisYear = reading.month.slice(0, 4) === reading.current.slice(0, 4)
  const month = {
    name: isThisYear ? name(reading.month).long : name(reading.month).full,
    figure: now?.count ?? { count: 0, of: 0 },
    running: reading.month === reading.current,
    word: charted ? controlHeadline(charted, stageOf(reading.month, reading)) : '',
    isSaid,
  }

  return monthHeadline(
    primary,
    month,
    earlier && before ? { name: name(before.month).long, figure: before.count } : null,
    numbers.whole,
  )
}

const NONE: Count = { count: 0, of: 0 }

/** Months are small, so the quarter so far against the one before comes first (PRODUCT.md §4); its counts stand beside it. */
function quarterSentence(overview: Overview, { name, numbers, reading }: PageWords) {
  const [before, now] = seriesNamed(overview, overview.primary.key).quarters.slice(-2)
  if (!before || !now) return { headline: '', beside: '', earlier: '', before: NONE, figure: NONE, months: 0 }

  const spanned = ({ span }: Result) => monthsInWords(span.months, (month) => name(month).long)
  const [figure, earlier] = [countIn(now).count, countIn(before).count]
  const cut = cutOf(now.span.months, { current: reading.current, name })
  const headline = quarterHeadline(
    overview.primary,
    { name: spanned(now), figure },
    { name: spanned(before), figure: earlier },
    numbers.whole,
  )
  const said = quarterBefore(cut, { name: spanned(before), figure: earlier }, figure, numbers.whole)

  return { headline, before: earlier, figure, months: now.span.months.length, ...said }
}

/** How the pictures are to be read: control charts where there are enough months, lines with a band before. */
function comparesWhat(overview: Overview, { name, reading }: PageWords): string {
  const [before, now] = overview.spans.months.slice(-2).map((span) => name(span.name).long)
  const compared = `${now}${reading.month === reading.current ? ' so far' : ''} with ${before}`
  if (!seriesNamed(overview, overview.primary.key).control)
    return `The verdicts compare ${compared}. The band is the 95% interval: the fewer contacts, the wider it is.`

  return `These are control charts. Between the dashed lines, around the mean, months come and go while nothing changes; a special cause is ringed and named. Where a line has a shaded band instead, that is the 95% interval, and the verdict compares ${compared}.`
}

/** Over the columns that compare the quarters. */
function quarterHeads({ spans }: Overview, { name }: PageWords) {
  const [before, now] = spans.quarters.slice(-2).map(({ months }) => monthsInWords(months, (month) => name(month).long))

  return { now: now ?? '', earlier: before ?? '' }
}

function countIn({ span, figure }: Result): { month: Month; count: Count } {
  return { month: span.name, count: { count: figure?.count ?? 0, of: figure?.of ?? 0 } }
}
