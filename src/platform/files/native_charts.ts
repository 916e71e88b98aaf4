/** Charts as a presentation draws them itself from a small workbook, so that they can be edited. What is withheld is not in that workbook. */
import {
  type Chart,
  type Figure,
  isPartlyWithheld,
  type LineChart,
  type PairsChart,
  type RangesChart,
  type StackChart,
} from './report.ts'

export interface NativeChart {
  type: 'line' | 'bar'
  series: NativeSeries[]
  /** Drawn from left to right rather than upwards, first category on top. */
  horizontal: boolean
  stacked: boolean
  /** Of the values: how they are written, and the ends of their axis; null: as far as they go. */
  format: string
  ends: [number, number] | null
}

export interface NativeSeries {
  name: string
  labels: string[]
  values: (number | null)[]
  colour: string
}

const INK = { ink: '1F1D1A', soft: '585249', faint: '989184', line: 'C9C2B3', accent: '6B2A5E' }
const LEVELS = ['A8480E', 'DFA273', 'DDD7C9', '7FB8AF', '0F5F5A']
const PLAIN = [INK.ink, INK.soft, INK.faint, INK.line]

export function nativeChart(chart: Chart): NativeChart {
  switch (chart.form) {
    case 'line':
      return lineOf(chart)
    case 'stack':
      return stackOf(chart)
    case 'pairs':
      return pairsOf(chart)
    case 'ranges':
      return rangesOf(chart)
  }
}

function lineOf(chart: LineChart): NativeChart {
  const labels = labelsOf(chart)
  const numbers = (which: 'value' | 'low' | 'high') => chart.points.map((point) => numberOf(point, which))
  const measured = { name: chart.title, labels, values: numbers('value'), colour: INK.ink }
  const interval = (['low', 'high'] as const).map((which) => ({
    ...{ name: `95% interval, ${which}`, labels, values: numbers(which), colour: INK.line },
  }))
  const target = { name: 'Target', labels, values: labels.map(() => chart.target), colour: INK.accent }
  const besides = chart.limits.length > 0 ? limitsOf(chart, labels) : interval
  const series = [measured, ...besides, ...(chart.target === null ? [] : [target])]

  return { type: 'line', series, horizontal: false, stacked: false, ...axisOf(chart.scale) }
}

const LIMITS = { mean: 'Mean', low: 'Lower limit', high: 'Upper limit' }

function limitsOf({ limits }: LineChart, labels: string[]): NativeSeries[] {
  return (['mean', 'low', 'high'] as const).map((end) => ({
    ...{ name: LIMITS[end], labels, colour: end === 'mean' ? INK.soft : INK.faint },
    values: labels.map((_, i) => limits[i]?.[end] ?? null),
  }))
}

function stackOf(chart: StackChart): NativeChart {
  const labels = labelsOf(chart)
  const colours = chart.diverging ? LEVELS : PLAIN
  const series = chart.series.map(({ name, points }, i) => ({
    ...{ name, labels, colour: colours[i] ?? INK.faint },
    values: points.map((point, at) => (isPartlyWithheld(chart, at) ? null : numberOf(point, 'count'))),
  }))

  return { type: 'bar', series, horizontal: true, stacked: true, format: '0', ends: null }
}

function pairsOf(chart: PairsChart): NativeChart {
  const labels = labelsOf(chart)
  const series = chart.series.map(({ name, points }, i) => ({
    ...{ name, labels, colour: i === 0 ? INK.line : INK.ink },
    values: points.map((point) => numberOf(point, 'value')),
  }))

  return { type: 'bar', series, horizontal: true, stacked: false, ...axisOf(chart.scale) }
}

function rangesOf(chart: RangesChart): NativeChart {
  const labels = labelsOf(chart)
  const values = chart.points.map((point) => numberOf(point, 'value'))
  const targets = {
    name: 'Target',
    labels,
    values: chart.categories.map((_, i) => chart.targets[i] ?? null),
    colour: INK.line,
  }
  const measured = { name: chart.title, labels, values, colour: INK.ink }
  const aims = chart.targets.some((target) => target !== null) ? [targets] : []

  return { type: 'bar', series: [measured, ...aims], horizontal: true, stacked: false, ...axisOf(chart.scale) }
}

function axisOf(scale: LineChart['scale']): Pick<NativeChart, 'format' | 'ends'> {
  return scale === 'share' ? { format: '0%', ends: [0, 1] } : { format: '0.0', ends: [scale.low, scale.high] }
}

/** The word stands with its category, since there is no number to stand it on. */
function labelsOf(chart: Chart): string[] {
  const points = 'series' in chart ? chart.series.map((series) => series.points) : [chart.points]

  return chart.categories.map(({ name }, i) =>
    points.some((one) => one[i]?.numbers === 'withheld') ? `${name} (withheld)` : name,
  )
}

function numberOf(point: Figure | null, which: 'count' | 'value' | 'low' | 'high'): number | null {
  return point === null || point.numbers === 'withheld' ? null : point.numbers[which]
}
