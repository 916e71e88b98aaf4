/** What a control chart says of a month, in words: the variation first, then the rule that saw it. */
import type { SpecialCause } from '../../lib/control_chart.ts'
import { type ChartedMonth, FEWEST_MONTHS } from './control.ts'
import type { ChangeWords } from './figure_words.ts'
import { ENOUGH, VERDICT_WORDS } from './verdict.ts'

/** In place of the month's verdict (PRODUCT.md §4); a handful of contacts is still too few to tell. The very same words at every look. */
export function controlVerdict({ signal, cause, of }: ChartedMonth): ControlVerdict {
  if (of < ENOUGH) return TOO_FEW
  if (signal === 'none' || !cause) return COMMON_CAUSE

  return SPECIAL_CAUSES[signal][cause.way]
}

type ControlVerdict = Pick<ChangeWords, 'words' | 'mark' | 'clear'>

const TOO_FEW: ControlVerdict = { words: VERDICT_WORDS.too_few, mark: 'few', clear: false }
const COMMON_CAUSE: ControlVerdict = { words: 'Common cause: nothing changed', mark: 'flat', clear: false }

const special = (words: string): Record<SpecialCause['way'], ControlVerdict> => ({
  up: { words, mark: 'up', clear: true },
  down: { words, mark: 'down', clear: true },
})
const SPECIAL_CAUSES = {
  improvement: special('Special cause: improvement'),
  concern: special('Special cause: concern'),
}

/** As a sentence of the headline. */
export function controlHeadline(charted: ChartedMonth): string {
  const { signal, of } = charted
  if (of < ENOUGH) return 'Too few to tell a change.'
  if (signal === 'none') return 'Common cause: nothing changed.'

  return `A special cause, ${AN[signal]}: ${causeWords(charted)}.`
}

const AN = { improvement: 'an improvement', concern: 'a concern' } as const

/** "one of seven or more months in a row above the mean": why a month is special. */
export function causeWords({ cause }: Pick<ChartedMonth, 'cause'>): string {
  if (!cause) return ''
  const up = cause.way === 'up'

  return {
    outside: `${up ? 'above the upper' : 'below the lower'} limit`,
    trend: `one of seven or more months in a row that ${up ? 'rise' : 'fall'}`,
    two_of_three: `one of two in three months close to the ${up ? 'upper' : 'lower'} limit`,
    one_side: `one of seven or more months in a row ${up ? 'above' : 'below'} the mean`,
  }[cause.rule]
}

/** The sentence under the chart, of the month of the page; `words` writes a value of this measure. */
export function controlSentence(charted: ChartedMonth, month: string, words: (value: number) => string): string {
  const { of, signal } = charted
  const range = rangeWords(charted, words)
  if (of < ENOUGH) return `${month} has too few contacts to be told from chance. ${range}`
  if (signal === 'none') return `Common cause: ${month} is what comes and goes by itself, nothing changed. ${range}`

  return `Special cause, ${AN[signal]}: ${month} is ${causeWords(charted)}. ${range}`
}

/** Where months lie while nothing changes; limits of fewer months than a chart needs are said to be provisional. */
function rangeWords({ mean, lower, upper, months }: ChartedMonth, words: (value: number) => string): string {
  if (months === 1) return 'Limits begin anew here, and one month alone has none yet.'

  const range =
    words(lower) === words(upper)
      ? `Left alone, a month lies at ${words(mean)}`
      : `Left alone, a month lies between ${words(lower)} and ${words(upper)}, around a mean of ${words(mean)}`

  return months < FEWEST_MONTHS ? `${range}: provisional, from ${months} months.` : `${range}.`
}
