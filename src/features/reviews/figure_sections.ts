import type { Block, Cell, Figure } from '../../platform/files/report.ts'
import { GAP, type Measure, SHARES, TOOK_PART } from '../months/measures.ts'
import { changeCell, comparedQuarter, monthFigure } from './quarter_figures.ts'
import { monthsWords, type Reading } from './reading.ts'

const NOTHING: Cell = { kind: 'nothing' }

/** Every measure by month, over the quarter, and against the quarter before. */
export function figuresSection(reading: Reading): Block[] {
  const measures = [...SHARES.toSorted((a, b) => leads(b, reading) - leads(a, reading)), GAP]
  const since = reading.before.length === 3 ? ` Compared with ${monthsWords(reading.before, reading)}.` : ''

  return [
    figuresTable(reading, measures, 'Measures by month'),
    {
      kind: 'paragraphs',
      voice: 'quiet',
      texts: [
        `Below each count: its share with the 95% interval. With a handful of contacts it is wide, and meant to be read.${since}`,
      ],
    },
  ]
}

export function participationSection(reading: Reading): Block[] {
  return [figuresTable(reading, [TOOK_PART], 'Assignments that were due')]
}

function leads({ key }: Measure, { primaryMeasure }: Reading): number {
  return key === primaryMeasure ? 1 : 0
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
