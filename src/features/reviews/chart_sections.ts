/** The sections that are drawn: month by month, feelings, right and warm, expectation, touchpoints and standards. */

import { LEVELS } from '../../lib/feelings.ts'
import type { Block, Category, Figure, LineChart, Paragraphs, StackChart } from '../../platform/files/report.ts'
import { chartedMonths } from '../months/control.ts'
import { GAP, type Measure, PRIDE, SHARES } from '../months/measures.ts'
import { figureOf, levelFigures, monthFigure } from './quarter_figures.ts'
import type { Reading } from './reading.ts'

export const chartSections = {
  months: (reading: Reading): Block[] =>
    charted(
      reading,
      SHARES.filter(({ key }) => CHARTED.includes(key)),
    ),
  pride: prideBlocks,
  quadrant: quadrantBlocks,
  expectation: (reading: Reading): Block[] => charted(reading, [GAP]),
  touchpoints: touchpointBlocks,
  standards: standardBlocks,
} as const

const CHARTED: readonly string[] = [
  ...['valued', 'reached', 'addressed', 'escalation', 'promise_kept', 'survey', 'business', 'in_time'],
]

function charted(reading: Reading, measures: readonly Measure[]): Block[] {
  const charts = measures.map((measure) => lineOf(reading, measure))

  return charts.some(({ points }) => points.some(Boolean))
    ? charts
    : [nothing('Nothing was published for these months.')]
}

function lineOf(reading: Reading, measure: Measure): LineChart {
  const { totals, charted: months } = reading
  const points = months.map((month) => monthFigure(measure, totals, month))

  return {
    ...{ kind: 'chart', form: 'line', title: measure.name, note: noteOf(measure), categories: categoriesOf(reading) },
    scale: measure.kind === 'mean' ? { low: -4, high: 4 } : 'share',
    ...{ points, limits: limitsOf(reading, measure, points), target: null },
  }
}

function noteOf({ kind, of }: Measure): string {
  return kind === 'mean'
    ? 'Felt less expected, both from 1 to 5: below nought is less than expected.'
    : `Share of ${of}.`
}

/** From twelve months with contacts on; what is withheld is left out, and so has none. */
function limitsOf({ charted, rebases }: Reading, measure: Measure, points: readonly (Figure | null)[]) {
  const observed = charted.flatMap((month, i) => {
    const numbers = points[i]?.numbers
    return numbers && numbers !== 'withheld' && numbers.value !== null
      ? [{ month, value: numbers.value, of: numbers.of }]
      : []
  })
  const own = rebases.filter((rebase) => rebase.measure === measure.key)
  const months = chartedMonths(observed, { improvement: measure.improvement, rebases: own })
  if (!months) return []

  return charted.map((month) => {
    const found = months.find((each) => each.month === month)
    if (!found) return null
    const { mean, lower: low, upper: high, signal } = found

    return { mean, low, high, says: signal === 'none' ? null : signal }
  })
}

function categoriesOf({ charted, name }: Reading, from = 0): Category[] {
  return charted.slice(from).map((month) => ({ label: name(month).short, name: name(month).full }))
}

/** As many months as rows stay readable in. */
const ROWS = 6

function prideBlocks(reading: Reading): Block[] {
  const months = reading.charted.slice(-ROWS)
  const levels = months.map((month) => levelFigures(reading.totals, month))
  const chart: StackChart = {
    ...{ kind: 'chart', form: 'stack', diverging: true, title: PRIDE.name, note: PRIDE.counted },
    categories: categoriesOf(reading, -ROWS),
    series: LEVELS.map((level, i) => ({ name: level, points: levels.map((each) => each[i] ?? null) })),
  }

  return drawnUnlessEmpty(chart)
}

function quadrantBlocks(reading: Reading): Block[] {
  const months = reading.charted.slice(-ROWS)
  const parts = SHARES.filter(({ question }) => question === 'quadrant')
  const chart: StackChart = {
    ...{ kind: 'chart', form: 'stack', diverging: false, title: 'Right and warm', note: parts[0]?.counted ?? '' },
    categories: categoriesOf(reading, -ROWS),
    series: parts.map((part) => ({
      name: part.name,
      points: months.map((month) => monthFigure(part, reading.totals, month)),
    })),
  }

  return drawnUnlessEmpty(chart)
}

function drawnUnlessEmpty(chart: StackChart): Block[] {
  const isDrawn = chart.series.some(({ points }) => points.some(Boolean))

  return isDrawn ? [chart] : [nothing('Nothing was published for these months.')]
}

/** In the order of their names, never of their numbers: intervals that overlap rank nobody. */
function touchpointBlocks({ touchpoints, primaryMeasure }: Reading): Block[] {
  const measure = SHARES.find(({ key }) => key === primaryMeasure) ?? SHARES[0]
  const cells = touchpoints.filter((cell) => cell.measure === measure?.key)
  if (!measure || cells.length === 0) return [nothing('No touchpoint has numbers to share for this quarter.')]

  return [
    {
      ...{ kind: 'chart', form: 'ranges', title: `${measure.name}, by touchpoint`, scale: 'share', targets: [] },
      note: 'In the order of their names. Touchpoints whose intervals overlap cannot be ranked. A span of several quarters is the shortest that enough leaders stand behind.',
      categories: cells.map(({ sliceName, span }) => ({ label: sliceName, name: `${sliceName}, ${span}` })),
      points: cells.map((cell) => figureOf(measure, cell, { breakdown: 'touchpoint', slice: cell.sliceName })),
    },
  ]
}

function standardBlocks({ touchpoints }: Reading): Block[] {
  const cells = touchpoints.filter(({ measure }) => measure === 'standard')
  if (cells.length === 0) return [nothing('No standard has numbers to share for this quarter.')]
  const standard = { key: 'standard', kind: 'share' } as const

  return [
    {
      ...{ kind: 'chart', form: 'ranges', title: 'Standards met', scale: 'share' },
      note: 'Of contacts where it was met or not met. The mark is the target.',
      categories: cells.map(({ sliceName, levelName, span }) => ({
        label: levelName,
        name: `${sliceName}: ${levelName}, ${span}`,
      })),
      points: cells.map((cell) => figureOf(standard, cell, { breakdown: 'touchpoint', slice: cell.sliceName })),
      targets: cells.map(({ target }) => target),
    },
  ]
}

function nothing(words: string): Paragraphs {
  return { kind: 'paragraphs', voice: 'quiet', texts: [words] }
}
