/** A share with its interval beside the target it should reach, on one line from nothing to all. */
import { linear } from './scale.ts'
import { perCent, plot, short, type Words } from './svg.ts'

export interface TargetChart extends Words {
  /** Null: nothing was counted, and only the target stands. */
  share: { value: number; low: number; high: number } | null
  /** Null: no target was set. */
  target: number | null
}

const HEIGHT = 26
const MIDDLE = 13
const x = linear([0, 1], [1, 99])

export function targetChart({ share, target, ...words }: TargetChart): string {
  const at = (value: number) => perCent(x(value))
  const base = `<line class="grid" x1="${at(0)}" x2="${at(1)}" y1="${MIDDLE}" y2="${MIDDLE}"/>`
  const ends = [0, 1].map((end) => `<line class="grid" x1="${at(end)}" x2="${at(end)}" y1="9" y2="17"/>`).join('')
  const tick =
    target === null ? '' : `<line class="target" x1="${at(target)}" x2="${at(target)}" y1="2" y2="${HEIGHT - 2}"/>`
  const found = share
    ? `<line class="reach" x1="${at(share.low)}" x2="${at(share.high)}" y1="${MIDDLE}" y2="${MIDDLE}"/><circle class="dot" cx="${at(share.value)}" cy="${short(MIDDLE)}" r="4"/>`
    : ''

  return plot(words, HEIGHT, base + ends + tick + found)
}
