/** The sheet in words: what a reader without an account may see of a touchpoint's quarter. */
import { percentRange, WITHHELD } from '../../lib/shares.ts'
import { howCounted } from '../months/every_measure.ts'
import type { Measure } from '../months/measures.ts'

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
  figure: string
  interval: string
  /** Which contacts, and which answers of them: for whoever asks how this is counted. */
  explained: string
}

export function rowInWords(measure: Measure, cell: SheetCell | undefined): SheetRow {
  const row = { name: measure.name, explained: howCounted(measure) }
  if (!cell?.shown || cell.count === null || cell.of === null) return { ...row, figure: WITHHELD, interval: '' }
  const { count, of, low, high } = cell

  return {
    ...row,
    figure: `${count} of ${of}`,
    interval: low === null || high === null ? '' : percentRange({ low, high }),
  }
}
