/** What a follow-up was raised from: a reflection, or a figure of a month. */
import type { Month } from '../../lib/periods.ts'
import { FIGURE_MEASURES } from '../months/every_measure.ts'
import { PRIDE } from '../months/measures.ts'

export interface Origin {
  reflectionId: string | null
  /** The key of a measure (months/measures.ts). */
  measure: string | null
  standardId: string | null
  month: Month | null
}

export const NO_ORIGIN: Origin = { reflectionId: null, measure: null, standardId: null, month: null }

/** Measures a follow-up can be raised from, by key. */
export function measureName(key: string): string | undefined {
  return [...FIGURE_MEASURES, PRIDE].find((measure) => measure.key === key)?.name
}
