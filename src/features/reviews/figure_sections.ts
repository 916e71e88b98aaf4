import type { Block, Cell, Figure } from '../../platform/files/report.ts'
import { GAP, type Measure, SHARES, TOOK_PART } from '../months/measures.ts'
import { monthChange } from './month_verdicts.ts'
import { changeCell, comparedQuarter, monthFigure } from './quarter_figures.ts'
import { monthsWords, type Reading } from './reading.ts'

/** Right below figures whose interval is that of 95%. */
const DIFFERENCES = 'the interval of a change is that of 99%, of the measure that leads that of 95%'

const NOTHING: Cell = { kind: 'nothing' }

/** Every measure by month, over the quarter, and against the quarter before; then what was said of each month. */
export function figuresSection(reading: Reading): Block[] {
  const measures = [...SHARES.toSorted((a, b) => leads(b, reading) - leads(a, reading)), GAP]
  const since =
    reading.before.length === 3 ? ` Compared with ${monthsWords(reading.before, reading)}: ${DIFFERENCES}.` : ''

  return [
    figuresTable(reading, measures, 'Measures by month'),
    quietly(
      `Below each count: its share with the 95% interval. With a handful of contacts it is wide, and meant to be read.${since}`,
    ),
    verdictsTable(reading, measures, 'What can be said of each month'),
    quietly(
      `Against the month before, as it was published when the month closed: ${DIFFERENCES}. From twelve months on the word of the control chart stands in its place: common cause is what comes and goes by itself.`,
    ),
  ]
}

export function participationSection(reading: Reading): Block[] {
  return [
    figuresTable(reading, [TOOK_PART], 'Assignments that were due'),
    verdictsTable(reading, [TOOK_PART], 'What can be said of taking part, month by month'),
  ]
}

function leads({ key }: Measure, { primaryMeasure }: Reading): number {
  return key === primaryMeasure ? 1 : 0
}

function quietly(words: string): Block {
  return { kind: 'paragraphs', voice: 'quiet', texts: [words] }
}

function figuresTable(reading: Reading, measures: readonly Measure[], title: string): Block {
  const { months, name } = reading
  const columns = ['Measure', ...months.map((month) => name(month).long), 'Quarter', 'Since the quarter before']

  return { kind: 'table', title, columns, rows: measures.map((measure) => rowOf(reading, measure)), note: '' }
}

function rowOf({ totals, months, quarter, before, primaryMeasure, locale }: Reading, measure: Measure): Cell[] {
  const spans = { now: { name: quarter, months }, before }
  const compared = comparedQuarter(measure, totals, spans, primaryMeasure)
  const cell = (figure: Figure | null): Cell => figure ?? NOTHING

  return [
    { kind: 'words', words: measure.name },
    ...months.map((month) => cell(monthFigure(measure, totals, month))),
    cell(compared.now),
    changeCell(compared, locale),
  ]
}

function verdictsTable(reading: Reading, measures: readonly Measure[], title: string): Block {
  const { months, name } = reading
  const said = (measure: Measure) => months.map((month): Cell => monthChange(measure, month, reading) ?? NOTHING)
  const rows = measures.map((measure): Cell[] => [{ kind: 'words', words: measure.name }, ...said(measure)])

  return { kind: 'table', title, columns: ['Measure', ...months.map((month) => name(month).long)], rows, note: '' }
}
