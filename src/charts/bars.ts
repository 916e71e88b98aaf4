/** Bars of counts, one below the other, each with a mark where it should end. */
import { linear } from './scale.ts'
import { escaped, perCent, plot, short, type Words } from './svg.ts'

export interface Bar {
  name: string
  count: number
  /** Where the bar should end; null: there is no such place. */
  due: number | null
}

export interface BarsChart extends Omit<Words, 'description'> {
  bars: readonly Bar[]
  /** What is counted, for the description: "contacts". */
  unit: string
  /** What the mark stands for: "owed". */
  mark: string
}

const STEP = 27
const BAR = 16
const LEFT = 36
const RIGHT = 92
const LONGEST_NAME = 20

export function barsChart({ bars, unit, mark, ...words }: BarsChart): string {
  const most = Math.max(1, ...bars.map(({ count, due }) => Math.max(count, due ?? 0)))
  const x = linear([0, most], [LEFT, RIGHT])
  const drawn = bars.map((bar, row) => draw(bar, row * STEP, x))
  const axis = `<line class="base" x1="${perCent(LEFT)}" x2="${perCent(LEFT)}" y1="0" y2="${bars.length * STEP - (STEP - BAR)}"/>`

  return plot({ ...words, description: description(bars, unit, mark) }, bars.length * STEP, drawn.join('') + axis)
}

function draw({ name, count, due }: Bar, y: number, x: (count: number) => number): string {
  const label = `<text class="strong" x="0" y="${y + 12.5}">${escaped(shortened(name))}${name.length > LONGEST_NAME ? `<title>${escaped(name)}</title>` : ''}</text>`
  const bar = `<rect class="bar-of" x="${perCent(LEFT)}" width="${short(x(count) - LEFT)}%" y="${y}" height="${BAR}"/>`
  const end = Math.max(x(count), due === null ? 0 : x(due))
  const figure = `<text x="${perCent(end)}" dx="7" y="${y + 12.5}">${short(count)}</text>`
  const mark =
    due === null
      ? ''
      : `<line class="due" x1="${perCent(x(due))}" x2="${perCent(x(due))}" y1="${y - 3}" y2="${y + BAR + 3}"/>`

  return label + bar + mark + figure
}

function shortened(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
}

function description(bars: readonly Bar[], unit: string, mark: string): string {
  const said = bars.map(
    ({ name, count, due }) =>
      `${name}: ${short(count)} ${unit}${due === null ? '' : `, ${short(Math.round(due * 10) / 10)} ${mark}`}`,
  )

  return said.length > 0 ? `${said.join('. ')}.` : 'Nothing to show.'
}
