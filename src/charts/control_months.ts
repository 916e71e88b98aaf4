/** The months of a control chart, one after the other: their dots, and what stands under them and in the description. */
import type { Scale } from './scale.ts'
import { escaped, perCent, short, span } from './svg.ts'

export interface ControlMonth {
  letter: string
  /** The month with its number in words: "June 2026: 9 of 13, 95% interval 42–87%". */
  said: string
  value: number
  /** The value lies above the mean. */
  above: boolean
  signal: 'none' | 'improvement' | 'concern'
  /** What stands under the month: its count and its whole, where there is room. */
  under: readonly string[]
  now: boolean
}

interface Drawn {
  points: string
  /** The points of the curve, beginning with a letter as in a path. */
  curve: string
  /** The letters of the months, then as many rows of figures as there is room for. */
  under: readonly string[]
  /** Escaped. */
  said: string
}

interface Field {
  at: readonly number[]
  axis: object
  y: Scale
  /** Of the curve, which is stretched to its place. */
  stretched: Scale
  /** Where the letters of the months begin to need room. */
  base: number
  rows: number
}

/** While a month runs the others stand still, and they are most of the chart: the very same ones in the same field are drawn once. */
export function drawnMonths(earlier: readonly ControlMonth[], latest: readonly ControlMonth[], field: Field): Drawn {
  const months = [...earlier, ...latest]
  const found = kept.get(earlier)
  const known = found && isSame(found.field, field) ? found.drawn : drawnFrom(months, [...earlier.keys()], field)
  if (found?.drawn !== known) kept.set(earlier, { field, drawn: known })

  return joined(known, drawnFrom(months, latest.length === 0 ? [] : [earlier.length], field))
}

const kept = new WeakMap<readonly ControlMonth[], { field: Field; drawn: Drawn }>()

function isSame(one: Field, other: Field): boolean {
  return one.at === other.at && one.axis === other.axis && one.rows === other.rows
}

function drawnFrom(months: readonly ControlMonth[], places: readonly number[], field: Field): Drawn {
  const { at, y, stretched, base, rows } = field
  const month = (i: number) => months[i] as ControlMonth
  const inRow = (words: (month: ControlMonth) => string, marksNow = true) =>
    places.map((i) => span({ x: at[i] ?? 0, words: words(month(i)), now: marksNow && month(i).now })).join('')
  const figures = Array.from({ length: rows }, (_, nth) => inRow(({ under }) => under[nth] ?? '', nth === 0))

  return {
    points: places.map((i) => point(months, i, { month: month(i), x: at[i] ?? 0, y, base })).join(''),
    curve: places.map((i) => `${i === 0 ? 'M' : 'L'}${short(at[i] ?? 0)},${short(stretched(month(i).value))}`).join(''),
    under: [inRow(({ letter }) => letter), ...figures],
    said: places.map((i) => saidOf(month(i))).join('. '),
  }
}

function joined(past: Drawn, last: Drawn): Drawn {
  if (last.said === '') return past

  return {
    points: past.points + last.points,
    curve: past.curve + last.curve,
    under: last.under.map((row, i) => (past.under[i] ?? '') + row),
    said: past.said === '' ? last.said : `${past.said}. ${last.said}`,
  }
}

/** Common cause is a dot; an improvement a dot in a ring, a concern a ring alone, named where such months begin, and not so soon again that names meet. */
function point(
  months: readonly ControlMonth[],
  i: number,
  { month, x, y, base }: { month: ControlMonth; x: number; y: Scale; base: number },
): string {
  const { signal, said, value, now } = month
  const [cx, cy] = [`cx="${perCent(x)}"`, `cy="${short(y(value))}"`]
  const title = `<title>${escaped(signal === 'none' ? said : `${said}; special cause: ${signal}`)}</title>`
  if (signal === 'none')
    return `<circle class="dot${now ? ' now' : ''}" ${cx} ${cy} r="${now ? 5 : 2.5}">${title}</circle>`

  const dot = signal === 'improvement' ? `<circle class="dot${now ? ' now' : ''}" ${cx} ${cy} r="3"/>` : ''
  const ring = `<circle class="ring${now ? ' now-ring' : ''}" ${cx} ${cy} r="6">${title}</circle>`
  const { place, isAway } = placeOfName(months.slice(Math.max(0, i - 2), i + 1), { y, base })
  const side = x > 84 ? 'end' : isAway ? 'start' : 'middle'
  const name = `<text class="strong" x="${perCent(x)}" y="${short(place)}" text-anchor="${side}">${signal}</text>`

  const isNamed = months.slice(Math.max(0, i - 3), i).some((before) => before.signal === signal)

  return ring + dot + (isNamed ? '' : name)
}

/** On the far side of the mean; where the letters of the months leave no room there, away from it: above what comes right before, and its name. */
function placeOfName(months: readonly ControlMonth[], { y, base }: { y: Scale; base: number }) {
  const { value, above } = months.at(-1) as ControlMonth
  if (above) return { place: y(value) - 11, isAway: false }
  if (y(value) + 20 <= base) return { place: y(value) + 20, isAway: false }

  return { place: Math.min(...months.map((month) => y(month.value))) - 26, isAway: true }
}

function saidOf({ said, signal }: ControlMonth): string {
  return escaped(signal === 'none' ? said : `${said} (special cause: ${signal})`)
}
