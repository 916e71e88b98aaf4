/** Measures over the months that are charted, each a line with its intervals; from twelve months on a control chart. */
import type { Month } from '../../lib/periods.ts'
import { listed } from '../../lib/words.ts'
import type { Block, Category, Figure, Limits, LineChart, Paragraphs } from '../../platform/files/report.ts'
import { type ChartedMonth, signalSaid } from '../months/control.ts'
import { changesNoted } from '../months/control_words.ts'
import type { Measure } from '../months/measures.ts'
import { chartAt } from './month_verdicts.ts'
import { monthFigure } from './quarter_figures.ts'
import type { Reading } from './reading.ts'

/** A chart of crosses shows nothing: measures that are withheld in every month are named instead. */
export function linesOf(reading: Reading, measures: readonly Measure[]): Block[] {
  const charts = measures.map((measure) => lineOf(reading, measure))
  if (!charts.some(({ points }) => points.some(Boolean))) return [nothing(NONE_PUBLISHED)]
  const hidden = charts.filter(({ points }) => isWithheld(points)).map(({ title }) => title)

  return [
    ...charts.filter(({ points }) => !isWithheld(points)),
    ...(hidden.length > 0 ? [nothing(`Withheld in every month: ${listed(hidden)}.`)] : []),
  ]
}

export const NONE_PUBLISHED = 'Nothing was published for these months.'

/** Something was published, and nothing of it is shown. */
export function isWithheld(points: readonly (Figure | null)[]): boolean {
  return points.some(Boolean) && points.every((point) => !point || point.numbers === 'withheld')
}

export function categoriesOf({ charted, name }: Reading, from = 0): Category[] {
  return charted.slice(from).map((month) => ({ label: name(month).short, name: name(month).full }))
}

export function nothing(words: string): Paragraphs {
  return { kind: 'paragraphs', voice: 'quiet', texts: [words] }
}

function lineOf(reading: Reading, measure: Measure): LineChart {
  const { totals, charted: months } = reading
  const points = months.map((month) => monthFigure(measure, totals, month))
  const chart = chartAt(measure, months.at(-1) ?? '', reading)
  const limits = chart ? limitsOf(chart, months) : []
  const note = [noteOf(measure), ...changesNoted(chart ?? [], reading.name)].join(' ')

  return {
    ...{ kind: 'chart', form: 'line', title: measure.name, note, categories: categoriesOf(reading) },
    scale: measure.kind === 'mean' ? meanScale(points, limits) : 'share',
    ...{ points, limits, target: null },
  }
}

function noteOf({ kind, of }: Measure): string {
  return kind === 'mean'
    ? 'Felt minus expected, both from 1 to 5: below nought is less than expected.'
    : `Share of ${of}.`
}

/** As far either side of nought as anything drawn reaches, in whole steps; a difference of two answers is 4 at most. */
function meanScale(points: readonly (Figure | null)[], limits: readonly (Limits | null)[]) {
  const drawn = [...points.map((point) => point?.numbers), ...limits].flatMap((one) =>
    one && one !== 'withheld' ? [one.low ?? 0, one.high ?? 0, 'value' in one ? (one.value ?? 0) : one.mean] : [],
  )
  const reach = Math.min(4, Math.max(1, ...drawn.map((end) => Math.ceil(Math.abs(end)))))

  return { low: -reach, high: reach }
}

/** As they stood when the last month closed; what is withheld is left out, and so has none, nor has one month alone. */
function limitsOf(chart: readonly ChartedMonth[], months: readonly Month[]): (Limits | null)[] {
  return months.map((month) => {
    const found = chart.find((each) => each.month === month)
    if (!found || found.months === 1) return null
    const { mean, lower: low, upper: high } = found

    return { mean, low, high, says: saidOf(found) }
  })
}

function saidOf(charted: ChartedMonth): Limits['says'] {
  const signal = signalSaid(charted)

  return signal === 'improvement' || signal === 'concern' ? signal : null
}
