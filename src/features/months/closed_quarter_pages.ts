/** Fiscal quarters as readers see them: sums of months that are shown, and what may be said of two of them. */
import type { Month } from '../../lib/periods.ts'
import { changeBetween } from './cells.ts'
import type { ClosedReading } from './closed_reading.ts'
import type { Signal } from './control.ts'
import { changeWords, figureWords, NOTHING_COMPARED, plainFigure, uncomparedWords } from './figure_words.ts'
import type { Figure } from './figures.ts'
import { bothHold } from './headline.ts'
import { cutOf, monthsInWords, spanInWords } from './month_words.ts'
import type { PageWords } from './page_words.ts'
import { addedUp, figureOfNumbers, type ReadCell, type ShownNumbers } from './read_cells.ts'
import type { Span } from './spans.ts'
import { CAREFUL_CONFIDENCE } from './verdict.ts'

/** "Quarter up to October: 18 of 27, the one before 25 of 67. Clear rise." `signal` is what the chart of its last month says. */
export function closedQuarterWords(
  cells: ReadonlyMap<Month, ReadCell>,
  { words, quarters }: ClosedReading,
  signal: Signal | undefined,
): string {
  const [before, now] = quarters.slice(-2).map((span) => quarterIn(span, cells))
  if (!before?.figure?.value || !now?.figure?.value) return ''
  const [figure, earlier] = [now, before].map((quarter) => plainFigure(quarter.figure, words.numbers))

  const { name, reading } = words
  const cut = cutOf(quarters.at(-1)?.months ?? [], { current: reading.current, name })

  const change = quarterChange(before, now, words)

  return `Quarter${cut}: ${figure}, the one before ${earlier}. ${change.words}.${bothHold(change.clear, signal)}`
}

/** Sums of shown months; the quarter of a withheld month is withheld too. */
export function closedQuarterRows(cells: ReadonlyMap<Month, ReadCell>, { words, quarters }: ClosedReading) {
  const sums = quarters.map((span) => quarterIn(span, cells))

  return quarters
    .map(({ name, months }, i) => {
      const quarter = sums[i] as Quarter
      const label = `${spanInWords(name, words.name)}, ${monthsInWords(months, (month) => words.name(month).short)}`

      return {
        months,
        label,
        figure: figureWords(quarter.figure, words.numbers),
        change: quarterChange(sums[i - 1], quarter, words),
      }
    })
    .filter(({ months }) => months.every((month) => cells.has(month)))
    .reverse()
}

interface Quarter {
  /** Null: some month of it is withheld, or nothing was published of it. */
  sum: ShownNumbers | null
  figure: Figure | null
  /** Of its last month's verdict. */
  confidence: number
  /** What was published of it; undefined where some month of it was not. */
  published: { shown: boolean; firstMonth: Month; lastMonth: Month } | undefined
}

function quarterIn({ months }: Span, cells: ReadonlyMap<Month, ReadCell>): Quarter {
  const sum = addedUp(months.map((month) => cells.get(month)))
  const [firstMonth = '', lastMonth = ''] = [months[0], months.at(-1)]
  const isPublished = months.every((month) => cells.has(month))

  return {
    sum,
    figure: figureOfNumbers(sum),
    confidence: cells.get(lastMonth)?.confidence ?? CAREFUL_CONFIDENCE,
    published: isPublished ? { shown: sum !== null, firstMonth, lastMonth } : undefined,
  }
}

/** Two quarters of which every month is shown, by the rule of the headline; of others, why there is nothing to say. */
function quarterChange(before: Quarter | undefined, { sum, figure, confidence }: Quarter, { numbers }: PageWords) {
  if (!sum || !figure?.value) return NOTHING_COMPARED
  if (!before?.sum) return { ...NOTHING_COMPARED, words: uncomparedWords(before?.published) }

  return changeWords({ change: changeBetween(before.sum, sum, confidence), figure }, numbers)
}
