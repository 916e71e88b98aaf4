/** What one span against another allows to be said, and no more. */
import { type Interval, luckOf, type Moments, newcombe, welch, wilson } from '../../lib/statistics.ts'
import type { Measure } from './measures.ts'
import type { Count, Tally } from './tally.ts'

/** Stands on every page and export with figures (PRODUCT.md §4). */
export const CAVEAT = 'Leaders’ own contacts: stories with numbers, not a measurement of the contact centre.'

/** Beside every method: what an interval cannot know of contacts that were not drawn by lot. */
export const LUCK_ALONE =
  'Intervals know luck, and nothing else. Which touchpoints were contacted, with which errands and by whom differs from one span to the next, and contacts of one leader are alike: a clear difference can come from that, too.'

export type Verdict = 'clear_rise' | 'clear_fall' | 'no_clear_change' | 'too_few'

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  clear_rise: 'Clear rise',
  clear_fall: 'Clear fall',
  no_clear_change: 'No clear change',
  too_few: 'Too few to tell',
}

/** Fewer contacts than this in either span allow no verdict. */
export const ENOUGH = 5

export interface Change {
  verdict: Verdict
  /** After less before, with its interval; null where either has nothing. */
  difference: (Interval & { difference: number }) | null
}

/** The primary measure's verdicts hold at 95 %. */
export const PRIMARY_CONFIDENCE = 0.95

/** Many measures make chance findings, so the verdicts of all others hold at 99 %. */
export const CAREFUL_CONFIDENCE = 0.99

export function confidenceFor(measure: Pick<Measure, 'key'>, primaryKey: string): number {
  return measure.key === primaryKey ? PRIMARY_CONFIDENCE : CAREFUL_CONFIDENCE
}

/** Newcombe's interval of the difference; `confidence` as 0.95. */
export function changeOfShare(before: Count, after: Count, confidence: number): Change {
  if (before.of === 0 || after.of === 0) return { verdict: 'too_few', difference: null }

  const share = ({ count, of }: Count) => ({ successes: count, of })
  const difference = newcombe(share(before), share(after), confidence)

  return { verdict: verdictOn(difference, before.of, after.of), difference }
}

/** Welch's interval of the difference; `confidence` as 0.95. */
export function changeOfMean(before: Moments, after: Moments, confidence: number): Change {
  if (before.of === 0 || after.of === 0) return { verdict: 'too_few', difference: null }

  const difference = welch(before, after, confidence)

  return { verdict: verdictOn(difference, before.of, after.of), difference }
}

/** The share itself with its 95 % interval; null of nothing. */
export function shareOf({ count, of }: Count): (Interval & { value: number }) | null {
  return of === 0 ? null : { value: count / of, ...wilson(count, of) }
}

export type Against = 'above' | 'below' | 'not_clear' | 'too_few' | 'nothing'

export const AGAINST_WORDS: Readonly<Record<Against, string>> = {
  above: 'Clearly above it',
  below: 'Clearly below it',
  not_clear: 'Not clearly off it',
  too_few: VERDICT_WORDS.too_few,
  nothing: '',
}

/** Both ways together, as of a 99 % interval. */
const RARE = (1 - CAREFUL_CONFIDENCE) / 2

/** In words, beside standards and their targets. */
export const AGAINST_COUNTED =
  'Clearly off its target is said only over five contacts or more, and where luck alone, with the target just met, would bring so few or so many less than once in 200 times: standards are many.'

/** Whether a share is clearly off its target: standards are many, so as rarely by luck as at 99 %, and over enough contacts. */
export function againstTarget(figure: { count: number | null; of: number } | null, target: number | null): Against {
  if (target === null || !figure || figure.count === null || figure.of === 0) return 'nothing'
  if (figure.of < ENOUGH) return 'too_few'

  if (luckOf({ successes: figure.count, of: figure.of }, target) >= RARE) return 'not_clear'

  return figure.count > figure.of * target ? 'above' : 'below'
}

/** What a mean needs, from how often each whole number was given. */
export function momentsOf(question: string, tally: Tally): Moments {
  const moments = { of: 0, sum: 0, squares: 0 }
  for (const [answer, contacts] of tally.get(question) ?? []) {
    moments.of += contacts
    moments.sum += contacts * Number(answer)
    moments.squares += contacts * Number(answer) ** 2
  }

  return moments
}

function verdictOn({ low, high }: Interval, before: number, after: number): Verdict {
  // Where all answers are alike nobody knows how far they would spread, and the interval of a mean has no width.
  if (before < ENOUGH || after < ENOUGH || low === high) return 'too_few'
  if (low > 0) return 'clear_rise'

  return high < 0 ? 'clear_fall' : 'no_clear_change'
}
