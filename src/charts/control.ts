/** A control chart: values over months, their mean and limits by segment, and special months told apart by shape and word. */
import { onceForEach } from '../lib/once_for_each.ts'
import { type ControlMonth, drawnMonths } from './control_months.ts'
import { linear, places, type Scale } from './scale.ts'
import { centredSpans, escaped, perCent, plotSaid, short, type Words } from './svg.ts'

export interface ControlPicture extends Omit<Words, 'description'> {
  /** All there is to know of the limits, in words. */
  limits: string
  axis: Axis
  /** The very same array at every look while none of these months moved: they are drawn once. */
  earlier: readonly ControlMonth[]
  /** The last month, or none. */
  latest: readonly ControlMonth[]
  /** Limits begin with the first month, and anew where a change was noted. */
  limitsFrom: readonly LimitsFrom[]
}

/** Ends of the axis, and what stands at its lines. */
export type Axis = readonly { at: number; label: string }[]

export interface LimitsFrom {
  /** The place of its first month. */
  from: number
  mean: number
  lower: number
  upper: number
}

const TOP = 14
const HEIGHT = 118
const BASE = TOP + HEIGHT
const ENDS = [11, 96.5] as const
/** More months than this leave no room for figures under them. */
const ROOMY = 13

export function controlPicture({ earlier, latest, axis, limits, limitsFrom, ...words }: ControlPicture): string {
  const length = earlier.length + latest.length
  const at = places(length, ENDS)
  const { y, low, high } = heightsOf(axis)
  const within = (value: number) => value >= low && value <= high
  const rows = length > ROOMY ? 0 : ((earlier[0] ?? latest[0])?.under.length ?? 0)
  const stretched = linear([low, high], [100, 0])
  const drawn = drawnMonths(earlier, latest, { at, axis, y, stretched, base: BASE, rows })
  const lines = limitsFrom.map((limits, i) =>
    limitLines({ ...limits, to: (limitsFrom[i + 1]?.from ?? length) - 1 }, { at, y, within }),
  )
  const curve = `<svg y="${TOP}" width="100%" height="${HEIGHT}" viewBox="0 0 100 100" preserveAspectRatio="none"><path class="line" d="${drawn.curve}"/></svg>`
  const under = drawn.under.reduce((rows, row, nth) => rows + rowUnder(row, nth), '')
  const of = rows > 1 ? `<text class="faint" x="0" y="${BASE + 52}">of</text>` : ''
  const said = `${drawn.said}. ${escaped(limits)}`

  return plotSaid(
    { ...words, said },
    BASE + 24 + rows * 16,
    gridOf(axis) + lines.join('') + curve + drawn.points + under + of,
  )
}

function heightsOf(axis: Axis): { y: Scale; low: number; high: number } {
  const [low, high] = [axis[0]?.at ?? 0, axis.at(-1)?.at ?? 1]

  return { y: linear([low, high], [BASE, TOP]), low, high }
}

/** All charts together have two axes. */
const gridOf = onceForEach((axis: Axis) => axis.map((tick, i) => axisLine(tick, i, heightsOf(axis).y)).join(''))

function axisLine({ at, label }: Axis[number], i: number, y: Scale): string {
  const height = short(y(at))

  return `<line class="${i === 0 ? 'base' : 'grid'}" x2="100%" y1="${height}" y2="${height}"/><text class="faint" x="0" y="${short(y(at) - 5)}">${escaped(label)}</text>`
}

/** Half a step beyond its months on either side; a limit that no value can reach is not drawn. */
function limitLines(
  { from, to, mean, lower, upper }: LimitsFrom & { to: number },
  { at, y, within }: { at: readonly number[]; y: Scale; within: (value: number) => boolean },
): string {
  const half = ((at[1] ?? 0) - (at[0] ?? 0)) / 2
  const [x1, x2] = [perCent((at[from] ?? 0) - half), perCent((at[to] ?? 0) + half)]
  const lineAt = (value: number, kind: string) =>
    within(value) ? `<line class="${kind}" x1="${x1}" x2="${x2}" y1="${short(y(value))}" y2="${short(y(value))}"/>` : ''
  const start = from === 0 ? '' : `<line class="anew" x1="${x1}" x2="${x1}" y1="${TOP}" y2="${BASE}"/>`

  return start + lineAt(mean, 'mean') + lineAt(lower, 'limit') + lineAt(upper, 'limit')
}

/** The letters of the months, and as many rows of figures below them as there is room for. */
function rowUnder(spans: string, nth: number): string {
  const kind = ['faint', 'strong'][nth] ?? ''

  return centredSpans(kind, nth === 0 ? BASE + 17 : BASE + 20 + nth * 16, spans)
}
