/** What is published of single touchpoints: in the order of their names, never of their numbers, for intervals that overlap rank nobody. */
import { listed } from '../../lib/words.ts'
import type { Block, Cell, Figure, RangesChart } from '../../platform/files/report.ts'
import { leadingMeasure } from '../months/every_measure.ts'
import type { ReadCell } from '../months/read_cells.ts'
import { spanMonths } from '../months/span_words.ts'
import { AGAINST_COUNTED, AGAINST_WORDS, againstTarget } from '../months/verdict.ts'
import { nothing } from './month_lines.ts'
import { figureOf } from './quarter_figures.ts'
import type { Reading } from './reading.ts'

export function touchpointsSection({ primaryMeasure, quarter, ...reading }: Reading): Block[] {
  const measure = leadingMeasure(primaryMeasure)
  const cells = byName(reading).filter((cell) => cell.measure === measure.key)
  if (cells.length === 0) return [nothing('No touchpoint has numbers to share for this quarter.')]

  return [
    {
      ...{ kind: 'chart', form: 'ranges', title: `${measure.name}, by touchpoint`, scale: 'share', targets: [] },
      note: 'In the order of their names. Touchpoints whose intervals overlap cannot be ranked. A span of several quarters is the shortest that enough leaders stand behind.',
      categories: cells.map((cell) => ({
        label: placeOf(cell, { quarter, ...reading }),
        name: `${cell.sliceName}, ${spanMonths(cell, { month: reading.name })}`,
      })),
      points: cells.map((cell) => figureOf(measure, cell, { breakdown: 'touchpoint', slice: cell.sliceName })),
    },
  ]
}

/** A chart for each touchpoint with something to show, and what can be said of each standard. */
export function standardsSection({ quarter, ...reading }: Reading): Block[] {
  const cells = byName(reading).filter(({ measure }) => measure === 'standard')
  if (cells.length === 0) return [nothing('No standard has numbers to share for this quarter.')]
  const places = [...Map.groupBy(cells, (cell) => placeOf(cell, { quarter, ...reading }))]

  const drawn = places.filter(([, ofPlace]) => ofPlace.some(({ shown }) => shown))
  const hidden = places.filter((place) => !drawn.includes(place)).map(([place]) => place)

  return [
    ...drawn.map(([place, ofPlace]) => standardsChart(`Standards met: ${place}`, ofPlace)),
    nothing(
      `Of contacts where it was met or not met. The mark is the target.${hidden.length > 0 ? ` All withheld: ${listed(hidden)}.` : ''}`,
    ),
    standardsTable(cells.filter(({ shown, target }) => shown && target !== null)),
  ]
}

function byName({ touchpoints, locale }: Pick<Reading, 'touchpoints' | 'locale'>): ReadCell[] {
  const { compare } = new Intl.Collator(locale)

  return touchpoints.toSorted((a, b) => compare(a.sliceName, b.sliceName))
}

/** With its span, where that is not the quarter itself. */
function placeOf(cell: ReadCell, { quarter, name }: Pick<Reading, 'quarter' | 'name'>): string {
  const { span, sliceName } = cell

  return span === quarter ? sliceName : `${sliceName}, ${spanMonths(cell, { month: name })}`
}

function standardsChart(title: string, cells: readonly ReadCell[]): RangesChart {
  return {
    ...{ kind: 'chart', form: 'ranges', title, note: '', scale: 'share' },
    categories: cells.map(({ levelName }) => ({ label: levelName, name: levelName })),
    points: cells.map(standardFigure),
    targets: cells.map(({ target }) => target),
  }
}

function standardFigure(cell: ReadCell): Figure {
  return figureOf({ key: 'standard', kind: 'share' }, cell, { breakdown: 'touchpoint', slice: cell.sliceName })
}

/** There are many standards, so one is called clearly off its target only where luck hardly would bring it there. */
function standardsTable(cells: readonly ReadCell[]): Block {
  const words = (said: string): Cell => ({ kind: 'words', words: said })
  const rows = cells.map((cell): Cell[] => {
    const figure = standardFigure(cell)

    return [words(cell.levelName), words(cell.sliceName), figure, amount(cell.target), against(figure, cell.target)]
  })
  if (rows.length === 0) return nothing('No standard’s numbers can be shared for this quarter.')

  return {
    ...{ kind: 'table', title: 'Standards against their targets', rows },
    columns: ['Standard', 'Touchpoint', 'Met', 'Target', 'Against its target'],
    note: `Those that are not withheld. ${AGAINST_COUNTED}`,
  }
}

function amount(target: number | null): Cell {
  return target === null ? { kind: 'nothing' } : { kind: 'amount', amount: target, unit: 'share' }
}

const AGAINST_MARKS = { above: 'up', below: 'down', not_clear: 'flat', too_few: 'few' } as const

function against({ numbers }: Figure, target: number | null): Cell {
  const said = againstTarget(numbers === 'withheld' ? null : numbers, target)

  return said === 'nothing'
    ? { kind: 'nothing' }
    : { kind: 'change', mark: AGAINST_MARKS[said], words: AGAINST_WORDS[said], below: '' }
}
