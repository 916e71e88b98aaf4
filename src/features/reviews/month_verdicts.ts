/** What was said of single months when they closed: these are the published verdicts, and a review adds none of its own. */
import type { Month } from '../../lib/periods.ts'
import { WITHHELD } from '../../lib/shares.ts'
import type { Change } from '../../platform/files/report.ts'
import { type ChartedMonth, notedBefore } from '../months/control.ts'
import { controlVerdict } from '../months/control_words.ts'
import { changeWords, numbersIn, uncomparedWords } from '../months/figure_words.ts'
import type { Measure } from '../months/measures.ts'
import { cellBefore, changeOfCell, chartOfCells, figureOfCell } from '../months/read_cells.ts'
import { UNCOMPARED } from './quarter_figures.ts'
import type { Reading } from './reading.ts'

type Read = Pick<Reading, 'totals' | 'noted' | 'closedOn' | 'locale'>

/** The control chart of a measure as it stood when a month closed; null before there are enough months. */
export function chartAt(measure: Measure, month: Month, { totals, noted, closedOn }: Read): ChartedMonth[] | null {
  const cells = totals.filter((cell) => cell.measure === measure.key && cell.span <= month)

  return chartOfCells(measure, cells, notedBefore(noted, measure.key, closedOn.get(month) ?? ''))
}

/** Against the month before, and from twelve months on the word of the control chart; null where nothing was published. */
export function monthChange(measure: Measure, month: Month, read: Read): Change | null {
  const cells = read.totals.filter((one) => one.measure === measure.key && one.level === '')
  const cell = cells.find(({ span }) => span === month)
  if (!cell) return null
  if (!cell.shown) return { kind: 'change', mark: 'withheld', words: WITHHELD, below: '' }
  const change = changeOfCell(cell)
  const compared = change && changeWords({ change, figure: figureOfCell(cell) }, numbersIn(read.locale))
  const charted = chartAt(measure, month, read)?.find((each) => each.month === month)
  const uncompared = { ...UNCOMPARED, words: uncomparedWords(cellBefore(cell, cells)) }
  const { words, mark, below } = { ...uncompared, ...compared, ...(charted && controlVerdict(charted, 'over')) }

  return { kind: 'change', mark, words, below }
}
