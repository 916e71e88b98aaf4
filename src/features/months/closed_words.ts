/** The sentences a closed month opens with for readers: from shown figures alone, and nothing beyond them. */
import { monthHeadline, quarterHeadline, type Span } from './headline.ts'
import type { ShareMeasure } from './measures.ts'

/** A span with its figure; null where it is withheld, and where nothing was published. */
export interface ReadSpan {
  name: string
  figure: Span['figure'] | null
}

/** "June: 9 of 12 contacts felt valued. No clear change since May." */
export function closedMonthSentence(
  measure: ShareMeasure,
  month: ReadSpan & { word: string; isSaid?: boolean },
  before: ReadSpan | null,
  whole: (count: number) => string,
): string {
  if (!month.figure) return `${month.name}: how many contacts ${measure.did} is withheld.`
  const { name, figure, word, isSaid = false } = month
  // Of a month that is withheld nobody says that there was nothing in it.
  const compared = before && !before.figure && word === '' ? `${before.name} is withheld.` : word
  const earlier = before && { name: before.name, figure: before.figure ?? { count: 0, of: 0 } }

  return monthHeadline(measure, { name, figure, word: compared, isSaid, running: false }, earlier, whole)
}

/** Empty unless every month of both is shown: a sum with a hole is no quarter. */
export function closedQuarterSentence(
  measure: ShareMeasure,
  quarter: ReadSpan,
  before: ReadSpan,
  whole: (count: number) => string,
): string {
  if (!quarter.figure || !before.figure) return ''

  return quarterHeadline(
    measure,
    { name: quarter.name, figure: quarter.figure },
    { name: before.name, figure: before.figure },
    whole,
  )
}
