/** Embarrassed to proud, one bar a month, centred on "in between"; the bars are shares, the figures contacts. */
import { LEVELS } from '../lib/feelings.ts'
import { linear } from './scale.ts'
import { escaped, perCent, plotSaid, short, type Words } from './svg.ts'

export interface DivergingMonth {
  label: string
  name: string
  /** Contacts from embarrassed (1) to proud (5). */
  levels: readonly [number, number, number, number, number]
  /** Why there is nothing to draw: "withheld". */
  absent?: string
  now: boolean
}

export interface DivergingChart extends Omit<Words, 'description'> {
  months: readonly DivergingMonth[]
}

const CLASSES = ['e2', 'e1', 'm', 'p1', 'p2'] as const
const STEP = 27
const BAR = 20
const TOP = 26
const LEFT = 13

export function divergingChart({ months, ...words }: DivergingChart): string {
  const x = linear([-reach(months), reach(months)], [LEFT, 100])
  const drawn = months.map((month, row) => drawnOnce(month, { row, end: x(1), x }))
  const said = `${drawn.map((month) => month.said).join('. ')}.`

  return plotSaid({ ...words, said }, TOP + months.length * STEP, heads(x(0)) + drawn.map(({ bar }) => bar).join(''))
}

interface Field {
  row: number
  /** Where a whole bar right of the middle would end: of two charts alike where they are as wide. */
  end: number
  x: (share: number) => number
}

/** The very same month in the very same place is drawn once: while a month runs, those before it stand still. */
function drawnOnce(month: DivergingMonth, field: Field): { bar: string; said: string } {
  const found = kept.get(month)
  if (found && found.field.row === field.row && found.field.end === field.end) return found.drawn
  const drawn = { bar: bar(month, TOP + field.row * STEP, field.x), said: escaped(saidOf(month)) }
  kept.set(month, { field, drawn })

  return drawn
}

const kept = new WeakMap<DivergingMonth, { field: Field; drawn: { bar: string; said: string } }>()

function heads(middle: number): string {
  return `<text class="t-e" x="${perCent(LEFT)}" y="11">embarrassed</text><text x="${perCent(middle)}" y="11" text-anchor="middle">in between</text><text class="t-p" x="100%" y="11" text-anchor="end">proud</text>`
}

function bar(
  { label, name, levels, absent = '–', now }: DivergingMonth,
  y: number,
  x: (share: number) => number,
): string {
  const text = `<text class="${now ? 'now' : 'faint'}" x="0" y="${y + 14.5}">${escaped(label)}</text>`
  const total = sum(levels)
  if (total === 0)
    return `${text}<text class="faint" x="${perCent(x(0))}" y="${y + 14.5}" text-anchor="middle">${escaped(absent)}</text>`

  let from = start(levels)
  const segments = levels.map((contacts, level) => {
    const left = x(from)
    from += contacts / total

    return contacts === 0 ? '' : segment(name, contacts, level, [left, x(from)], y)
  })

  return `${text}<g class="seg-gap">${segments.join('')}</g>`
}

function segment(name: string, contacts: number, level: number, [left, right]: [number, number], y: number): string {
  const title = escaped(`${name}: ${contacts} ${LEVELS[level]}`)
  const rect = `<rect class="${CLASSES[level]}" x="${perCent(left)}" width="${short(right - left)}%" y="${y}" height="${BAR}"><title>${title}</title></rect>`
  if (!fits(contacts, right - left)) return rect

  return `${rect}<text class="${level === 0 || level === 4 ? 'on-end' : 'on-soft'}" x="${perCent((left + right) / 2)}" y="${y + 14.5}" text-anchor="middle">${contacts}</text>`
}

/** On the narrowest phone one per cent is about 3.3 pixels and a digit 7. */
function fits(contacts: number, width: number): boolean {
  return width * 3.3 >= String(contacts).length * 7 + 2
}

/** How far the longest bar reaches from the middle; at least half, so that even months look alike. */
function reach(months: readonly DivergingMonth[]): number {
  const ends = months
    .filter(({ levels }) => sum(levels) > 0)
    .flatMap(({ levels }) => [-start(levels), 1 + start(levels)])

  return Math.max(0.5, ...ends)
}

/** Where a bar begins: all that is embarrassed and half of what is in between lie left of the middle. */
function start(levels: DivergingMonth['levels']): number {
  return -(levels[0] + levels[1] + levels[2] / 2) / sum(levels)
}

function sum(levels: DivergingMonth['levels']): number {
  return levels.reduce((total, contacts) => total + contacts, 0)
}

function saidOf({ name, levels, absent = 'none' }: DivergingMonth): string {
  if (sum(levels) === 0) return `${name}: ${absent}`

  return `${name}: ${levels.map((n, level) => `${n} ${LEVELS[level]}`).join(', ')}`
}
