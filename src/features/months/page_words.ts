/** What the blocks of a page of months have in common: the month that is read, and how months and numbers are written. */
import type { Month } from '../../lib/periods.ts'
import type { Numbers } from './figure_words.ts'
import type { MonthNames } from './month_words.ts'

export interface Reading {
  locale: string
  month: Month
  /** The month it is. */
  current: Month
  first: Month | null
  /** Fewer leaders than this, and the expectation gap is withheld. */
  enough: number
}

export interface PageWords {
  name: (month: Month) => MonthNames
  numbers: Numbers
  reading: Reading
}
