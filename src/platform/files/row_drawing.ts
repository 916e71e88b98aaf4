/** A row a category: two means tied, or a share with its interval beside its target. */

import type { Drawing, Stroke } from '../../charts/painting.ts'
import { linear } from '../../charts/scale.ts'
import { WITHHELD } from '../../lib/shares.ts'
import type { Category, PairsChart, RangesChart, Scale } from './report.ts'
import { scaleWords, shortenedTo } from './report_words.ts'
import { dot, endsOf, line, numbersOf, type Sheet, ticks, words } from './strokes.ts'

const ROW = 20
const HEAD = 18

export function pairsDrawing(chart: PairsChart, sheet: Sheet): Drawing {
  const { low, high } = endsOf(chart.scale)
  const x = linear([low, high], [52, sheet.width - 12])
  const bottom = HEAD + chart.categories.length * ROW
  const rows = chart.categories.flatMap((_, row) => pair(chart, row, x))

  return {
    width: sheet.width,
    height: bottom + 14,
    strokes: [...axis({ scale: chart.scale, x, from: HEAD, to: bottom }, sheet), ...key(chart), ...rows],
  }
}

function pair({ categories, series }: PairsChart, row: number, x: (value: number) => number): Stroke[] {
  const y = HEAD + 8 + row * ROW
  const [from, to] = series.map(({ points }) => numbersOf(points[row] ?? null))
  const name = words([0, y + 3], categories[row]?.label ?? '', 'faint')
  if (from?.value == null || to?.value == null) {
    const hidden = series.some(({ points }) => points[row]?.numbers === 'withheld')

    return [name, words([52, y + 3], hidden ? WITHHELD : '–', 'faint')]
  }

  return [
    name,
    line([x(from.value), y], [x(to.value), y], 'soft'),
    dot([x(from.value), y], 3, 'ink', 'hollow'),
    dot([x(to.value), y], 3.2, 'ink'),
  ]
}

function key({ series: [first, second] }: PairsChart): Stroke[] {
  return [
    ...[dot([56, 6], 3, 'ink', 'hollow'), words([62, 9], first.name, 'soft')],
    ...[dot([146, 6], 3.2, 'ink'), words([152, 9], second.name, 'ink', { strong: true })],
  ]
}

/** Names of touchpoints and statements of standards are long: they stand in a column of their own and take as many lines as they need. */
const NAMES = 168
const LINE = 8.5
/** How many letters of seven points fit in a line of that column. */
const LETTERS = 40
/** A longer name stands whole beside the chart, in words. */
const LONGEST = 200

function named({ label }: Category): string {
  return shortenedTo(label, LONGEST)
}

function heightOf(category: Category): number {
  return 8 + LINE * Math.max(1, Math.ceil(named(category).length / LETTERS))
}

export function rangesDrawing(chart: RangesChart, sheet: Sheet): Drawing {
  const { low, high } = endsOf(chart.scale)
  const x = linear([low, high], [NAMES + 16, sheet.width - 64])
  const heights = chart.categories.map(heightOf)
  const tops = heights.map((_, i) => heights.slice(0, i).reduce((sum, height) => sum + height, 4))
  const bottom = heights.reduce((sum, height) => sum + height, 4)
  const rows = chart.categories.flatMap((_, row) => range(chart, row, { y: (tops[row] ?? 0) + 8, x }, sheet))

  return {
    width: sheet.width,
    height: bottom + 14,
    strokes: [...axis({ scale: chart.scale, x, from: 2, to: bottom }, sheet), ...rows],
  }
}

function range(
  chart: RangesChart,
  row: number,
  { y, x }: { y: number; x: (value: number) => number },
  { width, locale }: Sheet,
): Stroke[] {
  const numbers = numbersOf(chart.points[row] ?? null)
  const target = chart.targets[row]
  const category = chart.categories[row]
  const name = words([0, y], category ? named(category) : '', 'soft', { wide: NAMES })
  const aim = typeof target === 'number' ? [line([x(target), y - 8], [x(target), y + 3], 'accent')] : []
  const said = (what: string) => words([width, y], what, 'ink', { anchor: 'end' })
  if (numbers?.value == null) return [name, ...aim, said(chart.points[row]?.numbers === 'withheld' ? WITHHELD : '–')]

  const { value, low, high, count, of } = numbers

  return [
    ...[name, ...aim, line([x(low ?? value), y - 2.5], [x(high ?? value), y - 2.5], 'faint')],
    ...[dot([x(value), y - 2.5], 2.8, 'ink')],
    said(count === null ? scaleWords(value, chart.scale, locale) : `${count} of ${of}`),
  ]
}

interface Axis {
  scale: Scale
  x: (value: number) => number
  from: number
  to: number
}

function axis({ scale, x, from, to }: Axis, { locale }: Sheet): Stroke[] {
  return ticks(scale).flatMap((value) => [
    line([x(value), from], [x(value), to], 'line'),
    words([x(value), to + 10], scaleWords(value, scale, locale), 'faint', { anchor: 'middle' }),
  ])
}
