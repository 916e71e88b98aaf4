/** A control chart: values over months, their mean and limits by segment, and special months told apart by shape and word. */
import { linear, places } from './scale.ts'
import { centred, escaped, perCent, plot, short, type Words } from './svg.ts'

export interface ControlMonth {
  letter: string
  /** The month with its number in words: "June 2026: 9 of 13, 95% interval 42–87%". */
  said: string
  value: number
  mean: number
  lower: number
  upper: number
  signal: 'none' | 'improvement' | 'concern'
  /** What stands under the month: its count and its whole, where there is room. */
  under: readonly string[]
  /** Limits begin anew with this month. */
  begins: boolean
  now: boolean
}

export interface ControlPicture extends Omit<Words, 'description'> {
  /** All there is to know of the limits, in words. */
  limits: string
  /** Ends of the axis, and what stands at its lines. */
  axis: readonly { at: number; label: string }[]
  months: readonly ControlMonth[]
}

const TOP = 14
const HEIGHT = 118
const BASE = TOP + HEIGHT
const ENDS = [11, 96.5] as const
/** More months than this leave no room for figures under them. */
const ROOMY = 13

export function controlPicture({ months, axis, limits, ...words }: ControlPicture): string {
  const at = places(months.length, ENDS)
  const [low, high] = [axis[0]?.at ?? 0, axis.at(-1)?.at ?? 1]
  const y = linear([low, high], [BASE, TOP])
  const within = (value: number) => value >= low && value <= high
  const rows = months.length > ROOMY ? 0 : (months[0]?.under.length ?? 0)
  const body = [
    ...axis.map((tick, i) => axisLine(tick, i, y)),
    ...segments(months).map((segment) => limitLines(segment, { at, y, within })),
    curve(months, at, linear([low, high], [100, 0])),
    ...months.map((month, i) => point(months, i, { month, x: at[i] ?? 0, y })),
    ...under(months, at, rows),
    rows > 1 ? `<text class="faint" x="0" y="${BASE + 52}">of</text>` : '',
  ]

  return plot({ ...words, description: description(months, limits) }, BASE + 24 + rows * 16, body.join(''))
}

type Scale = (value: number) => number

function axisLine({ at, label }: ControlPicture['axis'][number], i: number, y: Scale): string {
  const height = short(y(at))

  return `<line class="${i === 0 ? 'base' : 'grid'}" x2="100%" y1="${height}" y2="${height}"/><text class="faint" x="0" y="${short(y(at) - 5)}">${escaped(label)}</text>`
}

interface Segment {
  from: number
  to: number
  month: ControlMonth
}

function segments(months: readonly ControlMonth[]): Segment[] {
  const starts = months.flatMap(({ begins }, i) => (begins || i === 0 ? [i] : []))

  return starts.map((from, i) => ({
    from,
    to: (starts[i + 1] ?? months.length) - 1,
    month: months[from] as ControlMonth,
  }))
}

/** Half a step beyond its months on either side; a limit that no value can reach is not drawn. */
function limitLines(
  { from, to, month }: Segment,
  { at, y, within }: { at: readonly number[]; y: Scale; within: (value: number) => boolean },
): string {
  const half = ((at[1] ?? 0) - (at[0] ?? 0)) / 2
  const [x1, x2] = [perCent((at[from] ?? 0) - half), perCent((at[to] ?? 0) + half)]
  const lineAt = (value: number, kind: string) =>
    within(value) ? `<line class="${kind}" x1="${x1}" x2="${x2}" y1="${short(y(value))}" y2="${short(y(value))}"/>` : ''
  const start = from === 0 ? '' : `<line class="anew" x1="${x1}" x2="${x1}" y1="${TOP}" y2="${BASE}"/>`

  return start + lineAt(month.mean, 'mean') + lineAt(month.lower, 'limit') + lineAt(month.upper, 'limit')
}

function curve(months: readonly ControlMonth[], at: readonly number[], y: Scale): string {
  const points = months.map(({ value }, i) => `${short(at[i] ?? 0)},${short(y(value))}`)

  return `<svg y="${TOP}" width="100%" height="${HEIGHT}" viewBox="0 0 100 100" preserveAspectRatio="none"><path class="line" d="M${points.join('L')}"/></svg>`
}

/** Common cause is a dot; an improvement a dot in a ring, a concern a ring alone, named where such months begin, and not so soon again that names meet. */
function point(
  months: readonly ControlMonth[],
  i: number,
  { month, x, y }: { month: ControlMonth; x: number; y: Scale },
): string {
  const { signal, said, value, mean, now } = month
  const [cx, cy] = [`cx="${perCent(x)}"`, `cy="${short(y(value))}"`]
  const title = `<title>${escaped(signal === 'none' ? said : `${said}; special cause: ${signal}`)}</title>`
  if (signal === 'none')
    return `<circle class="dot${now ? ' now' : ''}" ${cx} ${cy} r="${now ? 5 : 2.5}">${title}</circle>`

  const dot = signal === 'improvement' ? `<circle class="dot${now ? ' now' : ''}" ${cx} ${cy} r="3"/>` : ''
  const ring = `<circle class="ring${now ? ' now-ring' : ''}" ${cx} ${cy} r="6">${title}</circle>`
  const place = value > mean ? y(value) - 11 : y(value) + 20
  const side = x > 84 ? 'end' : 'middle'
  const name = `<text class="strong" x="${perCent(x)}" y="${short(place)}" text-anchor="${side}">${signal}</text>`

  const isNamed = months.slice(Math.max(0, i - 3), i).some((before) => before.signal === signal)

  return ring + dot + (isNamed ? '' : name)
}

/** The letters of the months, and as many rows of figures below them as there is room for. */
function under(months: readonly ControlMonth[], at: readonly number[], rows: number): string[] {
  const row = (words: (month: ControlMonth) => string, marksNow = true) =>
    months.map((month, i) => ({ x: at[i] ?? 0, words: words(month), now: marksNow && month.now }))
  const figures = Array.from({ length: rows }, (_, nth) =>
    centred(
      nth === 0 ? 'strong' : '',
      BASE + 36 + nth * 16,
      row(({ under }) => under[nth] ?? '', nth === 0),
    ),
  )

  return [
    centred(
      'faint',
      BASE + 17,
      row(({ letter }) => letter),
    ),
    ...figures,
  ]
}

function description(months: readonly ControlMonth[], limits: string): string {
  const said = months.map(({ said, signal }) => (signal === 'none' ? said : `${said} (special cause: ${signal})`))

  return `${said.join('. ')}. ${limits}`
}
