/** A closed month and the eleven before it, in words, tables and pictures: what months/closed.eta lays out. */
import type { Month } from '../../lib/periods.ts'
import { closedBlock } from './closed_block_pages.ts'
import { chartAsClosed } from './closed_charts.ts'
import { closedPride, closedQuadrant } from './closed_picture_pages.ts'
import type { ClosedReading } from './closed_reading.ts'
import { closedGapChart, closedMovement, closedThrough } from './closed_way_pages.ts'
import { closedMonthSentence, closedQuarterSentence } from './closed_words.ts'
import { FEWEST_MONTHS, signalSaid } from './control.ts'
import { controlHeadline } from './control_words.ts'
import { bothWords, quarterBefore } from './headline.ts'
import { GAP, type Measure, SHARES, type ShareMeasure, TOOK_PART } from './measures.ts'
import { cutOf, monthsInWords } from './month_words.ts'
import { addedUp, type ReadCell } from './read_cells.ts'

/** `levels` are the published levels of how it felt to watch, by month. */
export function closedView(
  primary: ShareMeasure,
  levels: ReadonlyMap<Month, readonly ReadCell[]>,
  reading: ClosedReading,
) {
  const { block, blocks } = blocksOf(primary, reading)
  const main = [block(primary), ...blocks(...MAIN)]

  return {
    ...opening(primary, reading),
    main,
    drawn: main.some(({ control }) => control) ? CHARTED_WORDS : BAND_WORDS,
    gap: { ...block(GAP), picture: closedGapChart(reading) },
    through: closedThrough(reading),
    movement: closedMovement(reading),
    feelings: [...blocks('proud', 'embarrassed')],
    corners: blocks('right_warm', 'right_cold', 'wrong_warm', 'neither'),
    promises: blocks('promise_kept', 'survey'),
    taking: [block(TOOK_PART), ...blocks('in_time')],
    pride: closedPride(levels, reading),
    quadrant: closedQuadrant(reading),
  }
}

const MAIN = ['valued', 'addressed', 'escalation', 'escalation_unasked', 'reached', 'business']

/** Every block but the one of the measure that leads, in the order asked for. */
function blocksOf(primary: ShareMeasure, reading: ClosedReading) {
  const block = (measure: Measure) => closedBlock(measure, reading)
  const blocks = (...keys: string[]) =>
    SHARES.filter(({ key }) => keys.includes(key) && key !== primary.key)
      .sort((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key))
      .map(block)

  return { block, blocks }
}

/** How the pictures are to be read. */
const BAND_WORDS = 'The band is the 95% interval: the fewer contacts, the wider it is.'
const CHARTED_WORDS = `Lines without a shaded band are control charts, drawn from ${FEWEST_MONTHS} shown months on: between the dashed lines, around the mean, months come and go while nothing changes; a special cause is ringed and named. On the others the band is the 95% interval: the fewer contacts, the wider it is.`

/** The sentence the page opens with, and the one below it; as for leads, the control chart leads where the quarter is a single month. */
function opening(primary: ShareMeasure, reading: ClosedReading) {
  const quarter = quarterSentence(primary, reading)
  const isAlone = quarter.headline !== '' && reading.quarters.at(-1)?.months.length === 1
  const both = bothIn(quarter, primary, reading)
  if (isAlone && chartedNow(primary, reading))
    return { headline: monthSentence(primary, reading, false), beside: `${quarter.earlier}${both}` }
  const month = monthSentence(primary, reading, isAlone)

  if (quarter.headline === '') return { headline: month, beside: '' }

  return { headline: quarter.headline, beside: `${quarter.beside} ${month}${both}`.trim() }
}

function bothIn(
  { before, figure }: ReturnType<typeof quarterSentence>,
  primary: ShareMeasure,
  reading: ClosedReading,
): string {
  const charted = chartedNow(primary, reading)

  return before && figure && charted ? bothWords(before, figure, signalSaid(charted)) : ''
}

function chartedNow(primary: ShareMeasure, { words, cells, rebases }: ClosedReading) {
  const { month } = words.reading

  return chartAsClosed(primary, [...cells(primary.key).values()], month, rebases)?.find((each) => each.month === month)
}

function monthSentence(primary: ShareMeasure, reading: ClosedReading, isSaid: boolean): string {
  const { words, months, cells } = reading
  const { name, numbers } = words
  const [before, month] = months.slice(-2) as [Month, Month]
  const published = cells(primary.key)
  const charted = chartedNow(primary, reading)

  return closedMonthSentence(
    primary,
    {
      name: name(month).full,
      figure: shown(published.get(month)),
      word: charted ? controlHeadline(charted, 'over') : '',
      isSaid,
    },
    words.reading.first === month ? null : { name: name(before).long, figure: shown(published.get(before)) },
    numbers.whole,
  )
}

const NOTHING = { count: 0, of: 0 }

/** No closed month is still running, so no quarter is spoken of as “so far”. */
export const NONE_RUNS = ''

/** The quarter up to the month against the one before, as leads read it too; its counts stand beside it. */
function quarterSentence(primary: ShareMeasure, { words, cells, quarters }: ClosedReading) {
  const { name, numbers } = words
  const [before, now] = quarters.slice(-2).map(({ months }) => ({
    name: monthsInWords(months, (month) => name(month).long),
    figure: shown(addedUp(months.map((month) => cells(primary.key).get(month)))),
    cut: cutOf(months, { current: NONE_RUNS, name }),
  }))
  if (!before || !now) return { headline: '', beside: '', earlier: '', before: null, figure: null }
  const headline = closedQuarterSentence(primary, now, before, numbers.whole)
  const said = quarterBefore(
    now.cut,
    { name: before.name, figure: before.figure ?? NOTHING },
    now.figure ?? NOTHING,
    numbers.whole,
  )

  return { headline, before: before.figure, figure: now.figure, ...said }
}

function shown(numbers: Pick<ReadCell, 'count' | 'of'> | null | undefined): { count: number; of: number } | null {
  if (!numbers || numbers.count === null || numbers.of === null) return null

  return { count: numbers.count, of: numbers.of }
}
