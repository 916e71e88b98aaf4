/** One measure of closed months as readers see it: picture, verdict and table, all of it from cells that are shown. */
import { lineChart } from '../../charts/line.ts'
import type { Month } from '../../lib/periods.ts'
import { WITHHELD } from '../../lib/shares.ts'
import { listed } from '../../lib/words.ts'
import { chartAsClosed } from './closed_charts.ts'
import { closedQuarterRows, closedQuarterWords } from './closed_quarter_pages.ts'
import type { ClosedReading } from './closed_reading.ts'
import { type ChartedMonth, signalSaid } from './control.ts'
import { controlBlock } from './control_pages.ts'
import { controlVerdict } from './control_words.ts'
import { howCounted, intervalsWords } from './every_measure.ts'
import { type ChangeWords, changeWords, figureWords, plainFigure, uncomparedWords } from './figure_words.ts'
import type { Figure } from './figures.ts'
import type { Measure } from './measures.ts'
import type { PageWords } from './page_words.ts'
import { NOTHING_KEPT } from './past.ts'
import { type Compared, cellBefore, changeOfCell, changeSince, figureOfCell, type ReadCell } from './read_cells.ts'
import type { Series } from './results.ts'

export function closedBlock(measure: Measure, reading: ClosedReading) {
  const { words, months } = reading
  const cells = reading.cells(measure.key)
  const { month } = words.reading
  const charted = chartAt(measure, month, reading)
  const control = charted && controlBlock(seriesOf(measure, cells, reading, charted), charted, words)
  const cell = cells.get(month)

  return {
    id: measure.key,
    heading: measure.name,
    chart: control?.chart ?? (measure.kind === 'share' ? lineOf(measure, cells, reading) : ''),
    control,
    explained: explained(measure, cell, control !== null),
    under: underline(measure, cells, reading, charted),
    verdict: verdictOf(cell, charted, cells, words),
    since: cell?.comparedWith && !chartedIn(charted, cell.span) ? words.name(cell.comparedWith).long : '',
    rows: [monthRows(measure, cells, reading), olderRows(measure, charted, reading), closedQuarterRows(cells, reading)],
    errata: reading.errata(measure.key),
    latest: cell?.shown === false ? null : figureWords(figureOfCell(cell), words.numbers),
    anything: months.some((month) => cells.has(month)),
  }
}

/** "Of contacts where one was needed. Withheld: March. Quarter: 18 of 27, the one before 25 of 67. Clear rise." */
function underline(
  measure: Measure,
  cells: ReadonlyMap<Month, ReadCell>,
  reading: ClosedReading,
  charted: readonly ChartedMonth[] | null,
): string {
  const own = chartedIn(charted, reading.words.reading.month)
  const sentences = [
    wholeOf(measure),
    withheldWords(cells, reading),
    yearWords(cells, reading),
    closedQuarterWords(cells, reading, own && signalSaid(own)),
  ]

  return sentences.filter((sentence) => sentence !== '').join(' ')
}

/** The words of a change, or why there is none; `before` is what was published of the time right before. */
export function comparedWords(
  figure: Figure | null,
  change: Compared | null,
  { numbers }: Pick<PageWords, 'numbers'>,
  before?: ReadCell,
): ChangeWords {
  if (change) return changeWords({ change, figure }, numbers)

  return {
    words: figure ? uncomparedWords(before) : 'Withheld',
    ...{ mark: 'few', clear: false, below: '' },
  }
}

/** As it was when that month closed. */
function chartAt(measure: Measure, month: Month, { cells, rebases }: ClosedReading): ChartedMonth[] | null {
  return chartAsClosed(measure, [...cells(measure.key).values()], month, rebases)
}

function seriesOf(
  measure: Measure,
  cells: ReadonlyMap<Month, ReadCell>,
  { months }: ClosedReading,
  control: readonly ChartedMonth[],
): Series {
  const results = months.map((month) => ({
    span: { name: month, months: [month] },
    figure: figureOfCell(cells.get(month)),
    change: changeOfCell(cells.get(month)) ?? { verdict: 'too_few' as const, difference: null },
  }))

  return { measure, months: results, quarters: [], control, confidence: 0.99, past: NOTHING_KEPT, told: NOTHING_KEPT }
}

function chartedIn(charted: readonly ChartedMonth[] | null, month: Month): ChartedMonth | undefined {
  return charted?.find((each) => each.month === month)
}

function verdictOf(
  cell: ReadCell | undefined,
  charted: readonly ChartedMonth[] | null,
  cells: ReadonlyMap<Month, ReadCell>,
  words: PageWords,
): ChangeWords {
  const judged = cell && chartedIn(charted, cell.span)
  const compared = comparedWords(figureOfCell(cell), changeOfCell(cell), words, cellBefore(cell, cells.values()))

  return { ...compared, ...(judged && controlVerdict(judged, 'over')) }
}

function lineOf(measure: Measure, cells: ReadonlyMap<Month, ReadCell>, { words, months }: ClosedReading): string {
  const { name, reading } = words
  const first = months.find((month) => cells.has(month))
  if (!first || !months.some((month) => cells.get(month)?.shown)) return ''

  return lineChart({
    id: measure.key,
    title: `${measure.name}, share of ${measure.of}`,
    since: `First closed: ${name(first).long}`,
    months: months.map((month) => {
      const figure = figureOfCell(cells.get(month))
      const isThere = figure?.value && figure.count !== null

      return {
        letter: name(month).letter,
        name: name(month).full,
        figure: isThere && figure.value ? { count: figure.count ?? 0, of: figure.of, ...figure.value } : null,
        absent: figure === null ? WITHHELD : 'none',
        now: month === reading.month,
      }
    }),
  })
}

function explained(measure: Measure, cell: ReadCell | undefined, hasControl: boolean): string {
  const charting = hasControl
    ? ' The chart is a control chart of published months: its limits lie 2.66 mean moving ranges either side of their mean.'
    : ''

  return `${howCounted(measure)}${charting} ${intervalsWords(cell?.confidence ?? null)} What was published stays as it is.`
}

function wholeOf({ kind, of }: Measure): string {
  return kind === 'share' && of !== 'all contacts' ? `Of ${of}.` : ''
}

function withheldWords(cells: ReadonlyMap<Month, ReadCell>, { words, months }: ClosedReading): string {
  const withheld = months.filter((month) => cells.get(month)?.shown === false)
  if (withheld.length === 0) return ''
  if (withheld.length > 1 && withheld.length === months.filter((month) => cells.has(month)).length)
    return 'Withheld in every month.'

  return `Withheld: ${listed(withheld.map((month) => words.name(month).long))}.`
}

/** "A year before, in June 2025: 4 of 12 (33%, 14–61%). No clear change since." */
function yearWords(cells: ReadonlyMap<Month, ReadCell>, { words }: ClosedReading): string {
  const { month } = words.reading
  const before = cells.get(`${Number(month.slice(0, 4)) - 1}${month.slice(4)}`)
  if (!before) return ''
  const figure = figureOfCell(before)
  const { below } = figureWords(figure, words.numbers)
  const when = `A year before, in ${words.name(before.span).full}: ${plainFigure(figure, words.numbers)}${below && ` (${below})`}.`
  const change = changeSince(before, cells.get(month))

  return change ? `${when} ${changeWords({ change, figure }, words.numbers).words} since.` : when
}

/** Months that are only on the control chart, which goes further back than the page. */
function olderRows(measure: Measure, charted: readonly ChartedMonth[] | null, reading: ClosedReading) {
  const [first = ''] = reading.months
  const months = charted?.map(({ month }) => month).filter((month) => month < first) ?? []

  return monthRows(measure, reading.cells(measure.key), { ...reading, months })
}

/** The newest first, each with the word it was published with. */
function monthRows(measure: Measure, cells: ReadonlyMap<Month, ReadCell>, reading: ClosedReading) {
  const { words, months } = reading

  return months
    .filter((month) => cells.has(month))
    .map((month) => {
      const cell = cells.get(month)
      const change = verdictOf(cell, chartAt(measure, month, reading), cells, words)

      return {
        label: words.name(month).brief,
        figure: figureWords(figureOfCell(cell), words.numbers),
        change: cell?.shown ? change : { ...change, words: '' },
      }
    })
    .reverse()
}
