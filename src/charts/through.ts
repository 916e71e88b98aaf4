/** Getting through: what became of all that was tried, one bar a step, each a share of the first. */
import { escaped, perCent, plot, short, type Words } from './svg.ts'

export interface Step {
  label: string
  count: number
  /** "10 of 14": direct at the bar. */
  figure: string
  /** A part of this step told apart, for instance those a bot answered. */
  part?: { count: number; words: string }
}

export interface ThroughChart extends Omit<Words, 'description'> {
  steps: readonly Step[]
}

const STEP = 46
const BAR = 18

export function throughChart({ steps, ...words }: ThroughChart): string {
  const whole = Math.max(1, steps[0]?.count ?? 0)
  const bars = steps.map((step, row) => bar(step, row * STEP, whole))
  const said = steps.map(({ label, figure, part }) => `${label}: ${figure}${part?.count ? ` (${part.words})` : ''}`)

  return plot({ ...words, description: `${said.join('. ')}.` }, steps.length * STEP, bars.join(''))
}

function bar({ label, count, figure, part }: Step, y: number, whole: number): string {
  const width = (100 * count) / whole
  const full = `<rect class="step" x="0" width="${short(width)}%" y="${y + 20}" height="${BAR}"/>`
  const partly = part?.count
    ? `<rect class="step-part" x="${perCent(width - (100 * part.count) / whole)}" width="${short((100 * part.count) / whole)}%" y="${y + 20}" height="${BAR}"/>`
    : ''
  const beside = part?.count ? `, <tspan class="faint">${escaped(part.words)}</tspan>` : ''

  return `<text x="0" y="${y + 13}"><tspan class="strong">${escaped(label)}</tspan> ${escaped(figure)}${beside}</text>${full}${partly}`
}
