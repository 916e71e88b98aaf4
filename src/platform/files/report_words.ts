/** Figures, days and charts in the words and digits every format shows them in. */
import { percent, percentRange, WITHHELD } from '../../lib/shares.ts'
import { dayInWords } from '../../lib/words.ts'
import type { Amount, Cell, Chart, Figure, FollowUp, Limits, Scale } from './report.ts'

export interface CellWords {
  strong: string
  rest: string
  /** In a smaller voice below: the interval. */
  below: string
}

export const DOES: Readonly<Record<FollowUp['does'], string>> = { fix: 'Fix', coach: 'Coach', celebrate: 'Celebrate' }

export function cellWords(cell: Cell, locale: string): CellWords {
  if (cell.kind === 'figure') return figureWords(cell, locale)
  if (cell.kind === 'change') return { strong: '', rest: cell.words, below: cell.below }

  return { strong: '', rest: plainWords(cell, locale), below: '' }
}

function plainWords(cell: Exclude<Cell, { kind: 'figure' | 'change' }>, locale: string): string {
  if (cell.kind === 'words') return cell.words
  if (cell.kind === 'day') return dayWords(cell.day, locale)

  return cell.kind === 'amount' ? amountWords(cell, locale) : ''
}

/** "9" "of 12" "75%, 47–91%"; "−0.4" "over 12" "−0.9 to +0.1" */
export function figureWords({ numbers, signed }: Figure, locale: string): CellWords {
  if (numbers === 'withheld') return { strong: '', rest: WITHHELD, below: '' }
  const { count, of, value, low, high } = numbers
  const whole = (number: number) => number.toLocaleString(locale)
  if (value === null) return { strong: '–', rest: '', below: '' }
  if (count !== null) {
    const range = low === null || high === null ? '' : `, ${percentRange({ low, high })}`

    return { strong: whole(count), rest: `of ${whole(of)}`, below: `${percent(value)}%${range}` }
  }
  const mean = (number: number) => meanWords(number, { locale, signed })
  const below = low === null || high === null ? 'one alone has no interval' : `${mean(low)} to ${mean(high)}`

  return { strong: mean(value), rest: `over ${whole(of)}`, below }
}

export function inOneLine({ strong, rest, below }: CellWords): string {
  return [[strong, rest].filter(Boolean).join(' '), below].filter(Boolean).join(', ')
}

export function dayWords(day: string, locale: string): string {
  return dayInWords(day, locale)
}

function amountWords({ amount, unit }: Amount, locale: string): string {
  return unit === 'share' ? `${percent(amount)}%` : amount.toLocaleString(locale)
}

/** One place, a real minus, and a plus where the sign is what matters. */
export function meanWords(value: number, { locale, signed }: { locale: string; signed: boolean }): string {
  const size = Math.abs(value).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  if (!/[1-9]/.test(size)) return size
  if (value < 0) return `−${size}`

  return signed ? `+${size}` : size
}

export function scaleWords(value: number, scale: Scale, locale: string): string {
  return scale === 'share' ? `${percent(value)}%` : meanWords(value, { locale, signed: scale.low < 0 })
}

/** Every number of a chart in words: what is read aloud in its place. A standard is a sentence; its full stop would part it from its figure. */
export function chartWords(chart: Chart, locale: string): string {
  const said = chart.categories.map(({ name }, i) => `${name.replace(/\.$/, '')}: ${pointWords(chart, i, locale)}`)

  return `${chart.title}. ${said.join('. ')}.`
}

function pointWords(chart: Chart, i: number, locale: string): string {
  const figure = (one: Figure | null | undefined) => (one ? inOneLine(figureWords(one, locale)) : 'none')
  if (chart.form === 'stack' || chart.form === 'pairs')
    return chart.series.map(({ name, points }) => `${name} ${figure(points[i])}`).join('; ')
  const target = chart.form === 'ranges' ? chart.targets[i] : chart.target
  const limits = chart.form === 'line' ? chart.limits[i] : null
  const aims = typeof target === 'number' ? [`target ${scaleWords(target, chart.scale, locale)}`] : []
  const ends = limits ? [limitWords(limits, chart.scale, locale)] : []

  return [figure(chart.points[i]), ...aims, ...ends].join(', ')
}

function limitWords({ low, high, mean, says }: Limits, scale: Scale, locale: string): string {
  const words = (value: number) => scaleWords(value, scale, locale)

  return `mean ${words(mean)}, limits ${words(low)} to ${words(high)}${says ? `, ${says}` : ''}`
}

/** What is said below it. A column of a line has no room for the word of what is withheld, and has a sign instead. */
export function chartNote(chart: Chart): string {
  const hides = chart.form === 'line' && chart.points.some((point) => point?.numbers === 'withheld')

  return [chart.note, hides ? '× withheld' : ''].filter(Boolean).join(' ')
}

/** Where there is room for so many letters; the whole text stands elsewhere. */
export function shortenedTo(words: string, most: number): string {
  const letters = Array.from(words)

  return letters.length <= most ? words : `${letters.slice(0, most - 1).join('')}…`
}
