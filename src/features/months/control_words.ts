/** What a control chart says of a month, in words: the variation first, then the rule that saw it. */
import type { SpecialCause } from '../../lib/control_chart.ts'
import type { Month } from '../../lib/periods.ts'
import { type ChartedMonth, FEWEST_MONTHS, signalSaid, TELLING_MONTHS } from './control.ts'
import type { ChangeWords } from './figure_words.ts'
import type { MonthNames } from './month_words.ts'
import { ENOUGH, VERDICT_WORDS } from './verdict.ts'

/** A month that is not over has not had its say: what is said of it is said so far. */
export type Stage = 'over' | 'running'

/** `current` is the month it is. */
export function stageOf(month: Month, { current }: { current: Month }): Stage {
  return month === current ? 'running' : 'over'
}

const SO_FAR: Readonly<Record<Stage, string>> = { over: '', running: ' so far' }

/** In place of the month's verdict (PRODUCT.md §4); a handful of contacts is still too few to tell. The very same words at every look. */
export function controlVerdict(charted: ChartedMonth, stage: Stage): ControlVerdict {
  const [signal, { cause }] = [signalSaid(charted), charted]
  if (signal === 'too_few') return TOO_FEW
  if (signal === 'none' || !cause) return VERDICTS[stage].none

  return VERDICTS[stage][signal][cause.way]
}

type ControlVerdict = Pick<ChangeWords, 'words' | 'mark' | 'clear'>

const TOO_FEW: ControlVerdict = { words: VERDICT_WORDS.too_few, mark: 'few', clear: false }
const VERDICTS = { over: verdictsIn('over'), running: verdictsIn('running') }

function verdictsIn(stage: Stage) {
  const special = (words: string): Record<SpecialCause['way'], ControlVerdict> => ({
    up: { words: words + SO_FAR[stage], mark: 'up', clear: true },
    down: { words: words + SO_FAR[stage], mark: 'down', clear: true },
  })
  const none: ControlVerdict = {
    words: `Common cause: nothing changed${SO_FAR[stage]}`,
    mark: 'flat',
    clear: false,
  }

  return { none, improvement: special('Special cause: improvement'), concern: special('Special cause: concern') }
}

/** As a sentence of the headline. */
export function controlHeadline(charted: ChartedMonth, stage: Stage): string {
  const signal = signalSaid(charted)
  if (signal === 'too_few') return 'Too few to tell a change.'
  if (signal === 'none') return `Common cause: nothing changed${SO_FAR[stage]}.`

  return `A special cause${SO_FAR[stage]}, ${AN[signal]}: ${causeWords(charted)}.`
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
export function controlSentence(
  charted: ChartedMonth,
  { name, stage }: { name: string; stage: Stage },
  words: (value: number) => string,
): string {
  const { of, signal, months } = charted
  const range = rangeWords(charted, words)
  const month = name + SO_FAR[stage]
  if (of < ENOUGH) return `${month} has too few contacts to be told from chance. ${range}`
  if (months < TELLING_MONTHS)
    return `Since the limits began anew there are too few months to tell ${month} from chance. ${range}`
  if (signal === 'none') return `Common cause: ${month} lies within what comes and goes by itself. ${range}`
  const unfinished = stage === 'running' ? ` It is not over, and contacts beyond these ${of} can turn this.` : ''

  return `Special cause, ${AN[signal]}: ${month} is ${causeWords(charted)}.${unfinished} ${range}`
}

/** "Limits begin anew in May 2026: The call-back service began." Of each change within the chart. */
export function changesNoted(charted: readonly ChartedMonth[], name: (month: Month) => MonthNames): string[] {
  return charted.flatMap(({ rebase }) =>
    rebase ? [`Limits begin anew in ${name(rebase.month).full}: ${rebase.reason.replace(/[.\s]+$/, '')}.`] : [],
  )
}

/** Where months lie while nothing changes; limits of fewer months than a chart needs are said to be provisional. */
function rangeWords({ mean, lower, upper, months }: ChartedMonth, words: (value: number) => string): string {
  if (months === 1) return 'One month alone has no limits yet.'
  // `words` ends where the measure does.
  const [all, reached] = [
    [-Infinity, Infinity],
    [lower, upper],
  ].map((ends) => ends.map(words).join())
  if (all === reached)
    return `The limits take in all there can be, around a mean of ${words(mean)}: no month alone can stand out.`

  const range =
    words(lower) === words(upper)
      ? `Left alone, nearly every month lies at ${words(mean)}`
      : `Left alone, nearly every month lies between ${words(lower)} and ${words(upper)}, around a mean of ${words(mean)}`

  return months < FEWEST_MONTHS ? `${range}: provisional, from ${months} months.` : `${range}.`
}
