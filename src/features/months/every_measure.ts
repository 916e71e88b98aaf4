/** All that is counted: which measures there are, which of them leads, and how each is counted, in one sentence wherever it is asked. */
import { percent } from '../../lib/shares.ts'
import { GAP, type Measure, PRIDE, SHARES, type ShareMeasure, standardMeasure, TOOK_PART, VALUED } from './measures.ts'

/** In the order they are explained in; standards, which are as many as a company sets, as one. */
export const EVERY_MEASURE: readonly Measure[] = [
  ...SHARES,
  PRIDE,
  GAP,
  standardMeasure({ id: '', statement: 'Each standard met' }),
  TOOK_PART,
]

/** Those with one figure in every span: the distribution has one for each level, and standards belong to their touchpoints. */
export const FIGURE_MEASURES: readonly Measure[] = [...SHARES, GAP, TOOK_PART]

/** Felt valued, unless a lead chose another (PRODUCT.md §4). */
export function leadingMeasure(chosen: string | null | undefined): ShareMeasure {
  return SHARES.find(({ key }) => key === chosen) ?? VALUED
}

/** What interval stands with what: figures all have the same, a change that of its verdict. `confidence` as 0.99; null where nothing is compared. */
export function intervalsWords(confidence: number | null): string {
  const figures = 'Shares and means stand with their 95% interval'

  return confidence === null ? `${figures}.` : `${figures}, differences with their ${percent(confidence)}% interval.`
}

/** "Share of contacts where one was needed. A way to take it further was offered, …" */
export function howCounted({ kind, of, counted }: Measure): string {
  return `${kind === 'mean' ? 'Mean over' : 'Share of'} ${of}. ${counted}`
}
