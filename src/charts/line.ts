/** A share over months: a line, its interval as a band, and the counts under every month. */
import { area, line } from 'd3-shape'
import { percentRange } from '../lib/shares.ts'
import { linear, places } from './scale.ts'
import { centred, escaped, perCent, plot, short, type Words } from './svg.ts'

export interface LineMonth {
  /** One letter under the axis. */
  letter: string
  name: string
  /** Null where there was nothing to count: the line breaks. */
  figure: { count: number; of: number; value: number; low: number; high: number } | null
  /** Why there is no figure: "withheld"; "none" unless given. */
  absent?: string
  now: boolean
}

export interface LineChart extends Omit<Words, 'description'> {
  months: readonly LineMonth[]
  /** Stands in the empty part before the first month: "Asked since August". */
  since: string
}

const TOP = 14
const HEIGHT = 118
const BASE = TOP + HEIGHT
const BOTTOM = BASE + 56

export function lineChart({ months, since, ...words }: LineChart): string {
  const at = places(months.length, [11, 96.5])
  const body = [
    axis(),
    curve(months, at),
    ...months.map((month, i) => point(month, at[i] ?? 0)),
    ...under(months, at),
    empty(months, at, since),
  ]

  return plot({ ...words, description: description(months) }, BOTTOM, body.join(''))
}

function axis(): string {
  const y = linear([0, 1], [BASE, TOP])

  return [0, 0.5, 1]
    .map((share) => {
      const height = y(share)

      return `<line class="${share === 0 ? 'base' : 'grid'}" x2="100%" y1="${height}" y2="${height}"/><text class="faint" x="0" y="${height - 5}">${share * 100}${share === 0 ? '' : '%'}</text>`
    })
    .join('')
}

/** Line and band lie in a stretched picture of their own; a month without contacts interrupts both. */
function curve(months: readonly LineMonth[], at: readonly number[]): string {
  const y = linear([0, 1], [100, 0])
  const x = (_: LineMonth, i: number) => rounded(at[i] ?? 0)
  const has = (month: LineMonth) => month.figure !== null
  const height = (read: (figure: NonNullable<LineMonth['figure']>) => number) => (month: LineMonth) =>
    month.figure === null ? 0 : rounded(y(read(month.figure)))
  const band = area<LineMonth>(
    x,
    height((f) => f.low),
    height((f) => f.high),
  ).defined(has)(months)
  const path = line<LineMonth>(
    x,
    height((f) => f.value),
  ).defined(has)(months)

  return `<svg y="${TOP}" width="100%" height="${HEIGHT}" viewBox="0 0 100 100" preserveAspectRatio="none"><path class="band" d="${band ?? ''}"/><path class="line" d="${path ?? ''}"/></svg>${whiskers(months, at)}`
}

/** A month that stands alone has no band; its interval is a stroke instead. */
function whiskers(months: readonly LineMonth[], at: readonly number[]): string {
  const y = linear([0, 1], [BASE, TOP])

  return months
    .map(({ figure }, i) => {
      const alone = figure && !months[i - 1]?.figure && !months[i + 1]?.figure
      if (!alone) return ''
      const x = perCent(at[i] ?? 0)

      return `<line class="tie" x1="${x}" x2="${x}" y1="${short(y(figure.low))}" y2="${short(y(figure.high))}"/>`
    })
    .join('')
}

function point({ name, figure, absent, now }: LineMonth, at: number): string {
  if (figure === null)
    return `<text class="faint" x="${perCent(at)}" text-anchor="middle" y="${BASE + 36}">–${absent ? `<title>${escaped(`${name}: ${absent}`)}</title>` : ''}</text>`

  const y = short(linear([0, 1], [BASE, TOP])(figure.value))

  return `<circle class="dot${now ? ' now' : ''}" cx="${perCent(at)}" cy="${y}" r="${now ? 5 : 2.5}"><title>${escaped(said(name, figure))}</title></circle>`
}

/** The letters of the months; below them the counts, and of how many. */
function under(months: readonly LineMonth[], at: readonly number[]): string[] {
  const row = (words: (figure: NonNullable<LineMonth['figure']>) => string, marksNow: boolean) =>
    months.flatMap(({ figure, now }, i) =>
      figure ? [{ x: at[i] ?? 0, words: words(figure), now: marksNow && now }] : [],
    )
  const letters = months.map(({ letter, now }, i) => ({ x: at[i] ?? 0, words: letter, now }))

  return [
    centred('faint', BASE + 17, letters),
    centred(
      'strong',
      BASE + 36,
      row(({ count }) => narrow(count), true),
    ),
    centred(
      '',
      BASE + 52,
      row(({ of }) => narrow(of), false),
    ),
  ]
}

/** "of" before the row of wholes; and since when there is anything, where enough empty months leave room to say it. */
function empty(months: readonly LineMonth[], at: readonly number[], since: string): string {
  const of = `<text class="faint" x="0" y="${BASE + 52}">of</text>`
  if (months.findIndex(({ figure }) => figure !== null) < 4) return of

  return `${of}<text class="faint" x="${perCent(at[0] ?? 0)}" y="${TOP + HEIGHT / 2 + 20}">${escaped(since)}</text>`
}

function description(months: readonly LineMonth[]): string {
  const said = months.map(({ name, figure, absent = 'none' }) =>
    figure ? `${name} ${figure.count} of ${figure.of}` : `${name} ${absent}`,
  )

  return `By month: ${said.join(', ')}. Shaded: 95% interval.`
}

function said(name: string, figure: NonNullable<LineMonth['figure']>): string {
  return `${name}: ${figure.count} of ${figure.of}, 95% interval ${percentRange(figure)}`
}

/** Twelve months share the width of a phone; all digits stand in the title and the table. */
function narrow(count: number): string {
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`
}

function rounded(number: number): number {
  return Math.round(number * 100) / 100
}
