/** A share or mean over spans: its line, its interval as a band, its limits and target, and the counts under every span. */

import type { Drawing, Stroke } from '../../charts/painting.ts'
import { linear, places } from '../../charts/scale.ts'
import type { Category, Figure, LineChart, Numbers } from './report.ts'
import { scaleWords } from './report_words.ts'
import { endsOf, line, numbersOf, type Sheet, shareOf, short, words } from './strokes.ts'

const TOP = 8
const PLOT = 92
const BASE = TOP + PLOT

export function lineDrawing(chart: LineChart, { width, locale }: Sheet): Drawing {
  const { low, high } = endsOf(chart.scale)
  const y = linear([low, high], [BASE, TOP])
  const at = places(chart.categories.length, [34, width - 10])
  const shown = chart.points.map(numbersOf)
  const grid = [low, (low + high) / 2, high].flatMap((value) => [
    line([0, y(value)], [width, y(value)], value === low ? 'faint' : 'line'),
    words([0, y(value) - 3], scaleWords(value, chart.scale, locale), 'faint'),
  ])
  const strokes = [
    ...grid,
    ...bands(shown, at, y),
    ...limitLines(chart, at, y),
    ...(chart.target === null
      ? []
      : [line([at[0] ?? 0, y(chart.target)], [width, y(chart.target)], 'accent', 'dashed')]),
    ...runs(shown).map(
      (run): Stroke => ({ draws: 'path', points: run.map((i) => [at[i] ?? 0, y(shareOf(shown[i]))]), ink: 'ink' }),
    ),
    ...shown.flatMap((numbers, i) => dotOf(chart, numbers, [at[i] ?? 0, y(shareOf(numbers))], i)),
    ...chart.categories.flatMap((category, i) => under(category, chart.points[i] ?? null, at[i] ?? 0, locale)),
  ]

  return { width, height: BASE + 36, strokes }
}

/** The interval as a band over neighbouring points, and as a stroke where a point stands alone. */
function bands(shown: readonly (Numbers | null)[], at: readonly number[], y: (value: number) => number): Stroke[] {
  return runs(shown).map((run): Stroke => {
    const lows = run.map((i): [number, number] => [at[i] ?? 0, y(shown[i]?.low ?? shareOf(shown[i]))])
    const highs = run.map((i): [number, number] => [at[i] ?? 0, y(shown[i]?.high ?? shareOf(shown[i]))])
    if (run.length > 1) return { draws: 'area', points: [...lows, ...highs.toReversed()], ink: 'band' }

    return line(lows[0] ?? [0, 0], highs[0] ?? [0, 0], 'faint')
  })
}

function limitLines({ limits }: LineChart, at: readonly number[], y: (value: number) => number): Stroke[] {
  return limits.flatMap((limit, i) => {
    if (!limit) return []
    const [from, to] = [((at[i - 1] ?? at[i] ?? 0) + (at[i] ?? 0)) / 2, ((at[i + 1] ?? at[i] ?? 0) + (at[i] ?? 0)) / 2]

    return [
      line([from, y(limit.mean)], [to, y(limit.mean)], 'soft'),
      ...[limit.low, limit.high].map((end) => line([from, y(end)], [to, y(end)], 'soft', 'dashed')),
    ]
  })
}

function dotOf({ limits, points }: LineChart, numbers: Numbers | null, at: [number, number], i: number): Stroke[] {
  if (numbers === null) return []
  const isLast = i === points.length - 1
  const special = limits[i]?.says ?? null

  return [
    {
      draws: 'dot',
      at,
      radius: special || isLast ? 3 : 1.8,
      ink: isLast ? 'accent' : 'ink',
      hollow: special === 'concern',
    },
  ]
}

/** The month, and below it the count of how many; a mean stands over its count. */
function under({ label }: Category, figure: Figure | null, x: number, locale: string): Stroke[] {
  const month = words([x, BASE + 11], label, 'faint', { anchor: 'middle' })
  const numbers = numbersOf(figure)
  if (numbers === null) return [month, words([x, BASE + 22], figure ? '×' : '–', 'faint', { anchor: 'middle' })]
  const top =
    numbers.count === null
      ? scaleWords(shareOf(numbers), { low: figure?.signed ? -1 : 0, high: 1 }, locale)
      : short(numbers.count)

  return [
    month,
    words([x, BASE + 22], top, 'ink', { anchor: 'middle', strong: true }),
    words([x, BASE + 32], short(numbers.of), 'soft', { anchor: 'middle' }),
  ]
}

/** Neighbouring points that are there: a month that is withheld or without contacts interrupts the line. */
function runs(shown: readonly (Numbers | null)[]): number[][] {
  const found: number[][] = []
  shown.forEach((numbers, i) => {
    if (numbers === null) return
    if (shown[i - 1] && found.length > 0) found.at(-1)?.push(i)
    else found.push([i])
  })

  return found
}
