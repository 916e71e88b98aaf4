/** How contacts fall on levels, a bar a category; diverging, half of the middle level lies left of the centre. */

import type { Drawing, Ink, Stroke } from '../../charts/painting.ts'
import { linear } from '../../charts/scale.ts'
import { WITHHELD } from '../../lib/shares.ts'
import { isPartlyWithheld, type Numbers, type StackChart } from './report.ts'
import { numbersOf, type Sheet, short, words } from './strokes.ts'

const ROW = 20
const LEVEL_INKS = ['e2', 'e1', 'm', 'p1', 'p2'] as const
/** The room a key takes before its name, and a letter of it, in points. */
const KEY = 9
const LETTER = 3.6
const PLAIN_INKS = ['ink', 'soft', 'faint', 'line'] as const

export function stackDrawing(chart: StackChart, { width }: Sheet): Drawing {
  const left = 48
  const shares = chart.categories.map((_, i) => chart.series.map(({ points }) => numbersOf(points[i] ?? null)))
  const starts = shares.map((levels) => (chart.diverging ? startOf(levels) : 0))
  const reach = chart.diverging ? Math.max(0.5, ...starts.map((start) => Math.max(-start, 1 + start))) : 1
  const x = linear(chart.diverging ? [-reach, reach] : [0, 1], [left, width])
  const inks = chart.diverging ? LEVEL_INKS : PLAIN_INKS
  const bars = chart.categories.flatMap(({ label }, row) => {
    const y = 18 + row * ROW
    const name = words([0, y + 9.5], label, 'faint')
    const levels = shares[row] ?? []
    if (sumOf(levels) === 0 || isPartlyWithheld(chart, row))
      return [name, words([left, y + 9.5], emptyWord(chart, row), 'faint')]

    return [name, ...segments(levels, { start: starts[row] ?? 0, x, y, inks })]
  })

  return { width, height: 18 + chart.categories.length * ROW, strokes: [...stackHeads(chart, x, width, left), ...bars] }
}

interface Segments {
  start: number
  x: (share: number) => number
  y: number
  inks: readonly Ink[]
}

function segments(levels: readonly (Numbers | null)[], { start, x, y, inks }: Segments): Stroke[] {
  const all = sumOf(levels)
  let from = start

  return levels.flatMap((numbers, i): Stroke[] => {
    const count = numbers?.count ?? 0
    const [left, right] = [x(from), x(from + count / all)]
    from += count / all
    if (count === 0) return []
    const bar: Stroke = { draws: 'bar', at: [left + 0.3, y], size: [right - left - 0.6, 14], ink: inks[i] ?? 'm' }
    const dark = ['e2', 'p2', 'ink', 'soft', 'faint'].includes(inks[i] ?? '')
    const fits = right - left > String(count).length * 5 + 3

    return fits
      ? [bar, words([(left + right) / 2, y + 10], short(count), dark ? 'paper' : 'ink', { anchor: 'middle' })]
      : [bar]
  })
}

function stackHeads(
  { diverging, series }: StackChart,
  x: (share: number) => number,
  width: number,
  left: number,
): Stroke[] {
  const first = series[0]?.name ?? ''
  const last = series.at(-1)?.name ?? ''
  if (diverging)
    return [
      words([left, 9], first, 'e2'),
      words([x(0), 9], series[Math.floor(series.length / 2)]?.name ?? '', 'soft', { anchor: 'middle' }),
      words([width, 9], last, 'p2', { anchor: 'end' }),
    ]

  return keys(
    series.map(({ name }) => name),
    [left, width],
  )
}

/** A little bar and its name for each part, side by side with the same room between them. */
function keys(names: readonly string[], [left, right]: readonly [number, number]): Stroke[] {
  const lengths = names.map((name) => KEY + name.length * LETTER)
  const room = (right - left - lengths.reduce((sum, one) => sum + one, 0)) / Math.max(1, names.length - 1)
  let at = left

  return names.flatMap((name, i): Stroke[] => {
    const from = at
    at += (lengths[i] ?? 0) + room

    return [
      { draws: 'bar', at: [from, 3.5], size: [6, 6], ink: PLAIN_INKS[i] ?? 'line' },
      words([from + KEY, 9], name, 'soft'),
    ]
  })
}

function startOf(levels: readonly (Numbers | null)[]): number {
  const all = sumOf(levels)
  if (all === 0) return -0.5
  const middle = Math.floor(levels.length / 2)

  return -(sumOf(levels.slice(0, middle)) + (levels[middle]?.count ?? 0) / 2) / all
}

function sumOf(levels: readonly (Numbers | null)[]): number {
  return levels.reduce((sum, numbers) => sum + (numbers?.count ?? 0), 0)
}

function emptyWord(chart: StackChart, row: number): string {
  return isPartlyWithheld(chart, row) ? WITHHELD : '–'
}
