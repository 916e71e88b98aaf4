/** Right and warm as movement: a point a quarter between wrong and right, cold and warm, tied in the order of time. */
import { line } from 'd3-shape'
import { onceForText } from '../lib/once_for_each.ts'
import { type NamedPoint, type PlacedName, placedNames } from './placed_names.ts'
import { linear } from './scale.ts'
import { escaped, perCent, plot, short, type Words } from './svg.ts'

export interface Moved {
  label: string
  /** The quarter with its numbers in words. */
  said: string
  /** Shares from 0 to 1. */
  warm: number
  right: number
}

export interface MovementChart extends Omit<Words, 'description'> {
  points: readonly Moved[]
}

const TOP = 18
const SIZE = 240
const BASE = TOP + SIZE
const x = linear([0, 1], [4, 96])
const y = linear([0, 1], [BASE, TOP])

export function movementChart({ points, ...words }: MovementChart): string {
  const names = namesBeside(JSON.stringify(points.map(standing)), (all) => placedNames(JSON.parse(all)))
  const body = [
    ...[frame(), path(points)],
    ...points.map((moved, i) => point(moved, i === points.length - 1)),
    ...names.map((name, i) => nameOf(points[i] as Moved, name, i === points.length - 1)),
  ]

  return plot({ ...words, description: `${points.map(({ said }) => said).join('. ')}.` }, BASE + 38, body.join(''))
}

/** Sought over all places once for points that stand, to a pixel, where they stood: it takes as long as three charts. */
const namesBeside = onceForText<PlacedName[]>(100)

function standing({ label, warm, right }: Moved): NamedPoint {
  return { label, x: Math.round(x(warm) * 4) / 4, y: Math.round(y(right)) }
}

/** Halves, and what each corner means. */
function frame(): string {
  const across = `<line class="grid" x1="4%" x2="96%" y1="${y(0.5)}" y2="${y(0.5)}"/>`
  const down = `<line class="grid" x1="50%" x2="50%" y1="${TOP}" y2="${BASE}"/>`
  const edges = `<rect class="frame" x="4%" width="92%" y="${TOP}" height="${SIZE}"/>`
  const corner = (words: string, at: number, height: number, anchor: string) =>
    `<text class="faint" x="${at}%" y="${height}" text-anchor="${anchor}">${words}</text>`

  return [
    edges,
    across,
    down,
    corner('right but cold', 5.5, TOP + 15, 'start'),
    corner('right and warm', 94.5, TOP + 15, 'end'),
    corner('neither', 5.5, BASE - 7, 'start'),
    corner('warm but wrong', 94.5, BASE - 7, 'end'),
    corner('Upwards: the share that were right.', 4, BASE + 17, 'start'),
    corner('To the right: the share that were warm.', 4, BASE + 33, 'start'),
  ].join('')
}

function path(points: readonly Moved[]): string {
  const within = linear([0, 1], [100, 0])
  const drawn = line<Moved>(
    ({ warm }) => Math.round(x(warm) * 100) / 100,
    ({ right }) => Math.round(within(right) * 100) / 100,
  )(points)

  return `<svg y="${TOP}" width="100%" height="${SIZE}" viewBox="0 0 100 100" preserveAspectRatio="none"><path class="line" d="${drawn ?? ''}"/></svg>`
}

function point({ said, warm, right }: Moved, now: boolean): string {
  return `<circle class="dot${now ? ' now' : ''}" cx="${perCent(x(warm))}" cy="${short(y(right))}" r="${now ? 5.5 : 3.5}"><title>${escaped(said)}</title></circle>`
}

function nameOf({ label, warm, right }: Moved, { dx, dy, anchor }: PlacedName, now: boolean): string {
  return `<text class="${now ? 'now' : 'faint'}" x="${perCent(x(warm))}" dx="${dx}" y="${short(y(right) + dy)}" text-anchor="${anchor}">${escaped(label)}</text>`
}
