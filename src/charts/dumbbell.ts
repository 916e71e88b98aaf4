/** Expectation beside experience: two dots a month on one axis from 1 to 5, tied where they differ. */
import { linear } from './scale.ts'
import { escaped, perCent, plotSaid, type Words } from './svg.ts'

export interface DumbbellMonth {
  label: string
  name: string
  /** Means of 1 to 5, a word like "withheld", or null where nobody predicted. */
  means: Means | string | null
  now: boolean
}

export interface DumbbellChart extends Omit<Words, 'description'> {
  months: readonly DumbbellMonth[]
}

/** With both in words: "predicted 4.0, felt 3.5". */
type Means = { predicted: number; felt: number; said: string }

const STEP = 27
const TOP = 26
const x = linear([1, 5], [16, 97])

export function dumbbellChart({ months, ...words }: DumbbellChart): string {
  const bottom = TOP + months.length * STEP
  const drawn = months.map(drawnOnce)
  const said = `${drawn.map((month) => month.said).join('. ')}.`
  const body = axis(bottom) + heads(months) + drawn.map(({ dots }) => dots).join('')

  return plotSaid({ ...words, said }, bottom + 16, body)
}

/** The very same month in the very same row is drawn once: while a month runs, those before it stand still. */
function drawnOnce(month: DumbbellMonth, row: number): Drawn {
  const found = kept.get(month)
  if (found?.row === row) return found
  const drawn = { row, dots: dumbbell(month, TOP + row * STEP + 10), said: escaped(saidOf(month)) }
  kept.set(month, drawn)

  return drawn
}

interface Drawn {
  row: number
  dots: string
  said: string
}

const kept = new WeakMap<DumbbellMonth, Drawn>()

function axis(bottom: number): string {
  return [1, 2, 3, 4, 5]
    .map(
      (value) =>
        `<line class="grid" x1="${perCent(x(value))}" x2="${perCent(x(value))}" y1="${TOP - 4}" y2="${bottom - 4}"/><text class="faint" x="${perCent(x(value))}" y="${bottom + 12}" text-anchor="middle">${value}</text>`,
    )
    .join('')
}

/** The two words stand over the first pair, each on its own side. */
function heads(months: readonly DumbbellMonth[]): string {
  const first = months.map(({ means }) => means).find(isMeans)
  if (!first) return ''

  const outward = first.predicted >= first.felt
  const right = (at: number) => `x="${perCent(Math.min(at, 82))}" dx="-5"`
  const left = (at: number) => `x="${perCent(Math.max(at, 26))}" dx="5" text-anchor="end"`
  const place = (value: number, toTheRight: boolean) => (toTheRight ? right(x(value)) : left(x(value)))

  return `<text ${place(first.predicted, outward)} y="11">predicted</text><text class="strong" ${place(first.felt, !outward)} y="11">felt</text>`
}

function dumbbell({ label, name, means, now }: DumbbellMonth, y: number): string {
  const text = `<text class="${now ? 'now' : 'faint'}" x="0" y="${y + 4.5}">${escaped(label)}</text>`
  if (!isMeans(means))
    return `${text}<text class="faint" x="${perCent(x(1))}" dx="6" y="${y + 4.5}">${escaped(means ?? '–')}</text>`

  const [from, to] = [perCent(x(means.predicted)), perCent(x(means.felt))]

  return `${text}<line class="tie" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/><circle class="ring" cx="${from}" cy="${y}" r="4.5"/><circle class="dot${now ? ' now' : ''}" cx="${to}" cy="${y}" r="5"><title>${escaped(`${name}: ${means.said}`)}</title></circle>`
}

function isMeans(means: DumbbellMonth['means'] | undefined): means is Means {
  return typeof means === 'object' && means !== null
}

function saidOf({ name, means }: DumbbellMonth): string {
  return `${name}: ${isMeans(means) ? means.said : (means ?? 'none')}`
}
