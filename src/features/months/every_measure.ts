/** All that is counted, in the order it is explained in: standards, which are as many as a company sets, as one. */
import { GAP, type Measure, PRIDE, SHARES, standardMeasure, TOOK_PART } from './measures.ts'

export const EVERY_MEASURE: readonly Measure[] = [
  ...SHARES,
  PRIDE,
  GAP,
  standardMeasure({ id: '', statement: 'Each standard met' }),
  TOOK_PART,
]
