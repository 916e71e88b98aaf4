/** The sheet in words: what a reader without an account may see of a touchpoint's quarter. */
import { percent, WITHHELD } from '../../lib/shares.ts'

export interface SheetCell {
  measure: string
  shown: boolean
  count: number | null
  of: number | null
  low: number | null
  high: number | null
}

export interface SheetRow {
  name: string
  /** "9 of 12", or the word for all that is not shown. */
  counted: string
  interval: string
}

export function rowInWords(name: string, cell: SheetCell | undefined): SheetRow {
  if (!cell?.shown || cell.count === null || cell.of === null) return { name, counted: WITHHELD, interval: '' }
  const interval = cell.low === null || cell.high === null ? '' : `${percent(cell.low)}–${percent(cell.high)}%`

  return { name, counted: `${cell.count} of ${cell.of}`, interval }
}
