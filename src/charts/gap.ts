/** Felt less expected: a dot a month with its interval, on one line from much less than expected to much more. */
import { linear } from './scale.ts'
import { escaped, perCent, plot, short, type Words } from './svg.ts'

export interface GapMonth {
  label: string
  name: string
  /** Null where there is nothing to draw; `said` is then a word like "withheld". */
  gap: { value: number; low: number; high: number } | null
  /** The numbers in words: "−0.4 over 12, 95% interval −0.9 to +0.1". */
  said: string
  now: boolean
}

export interface GapChart extends Omit<Words, 'description'> {
  months: readonly GapMonth[]
}

const STEP = 27
const TOP = 26
const x = linear([-4, 4], [16, 97])
const TICKS = [
  { at: -4, label: '−4' },
  { at: -2, label: '−2' },
  { at: 0, label: '0' },
  { at: 2, label: '+2' },
  { at: 4, label: '+4' },
]

export function gapChart({ months, ...words }: GapChart): string {
  const bottom = TOP + months.length * STEP
  const description = `${months.map(({ name, said }) => `${name}: ${said}`).join('. ')}.`
  const body = [heads(), axis(bottom), ...months.map((month, row) => gap(month, TOP + row * STEP + 10))]

  return plot({ ...words, description }, bottom + 16, body.join(''))
}

function heads(): string {
  return `<text class="faint" x="${perCent(x(-4))}" y="11">less than expected</text><text class="faint" x="${perCent(x(4))}" y="11" text-anchor="end">more</text>`
}

function axis(bottom: number): string {
  return TICKS.map(({ at, label }) => {
    const middle = perCent(x(at))

    return `<line class="${at === 0 ? 'base' : 'grid'}" x1="${middle}" x2="${middle}" y1="${TOP - 4}" y2="${bottom - 4}"/><text class="faint" x="${middle}" y="${bottom + 12}" text-anchor="middle">${label}</text>`
  }).join('')
}

/** An interval beyond the ends of the scale ends with it: nobody can feel more than four steps off. */
function gap({ label, name, gap: drawn, said, now }: GapMonth, y: number): string {
  const text = `<text class="${now ? 'now' : 'faint'}" x="0" y="${y + 4.5}">${escaped(label)}</text>`
  if (!drawn) return `${text}<text class="faint" x="${perCent(x(-4))}" dx="6" y="${y + 4.5}">${escaped(said)}</text>`

  const at = (value: number) => perCent(x(Math.max(-4, Math.min(4, value))))

  return `${text}<line class="reach" x1="${at(drawn.low)}" x2="${at(drawn.high)}" y1="${y}" y2="${y}"/><circle class="dot${now ? ' now' : ''}" cx="${at(drawn.value)}" cy="${short(y)}" r="5"><title>${escaped(`${name}: ${said}`)}</title></circle>`
}
