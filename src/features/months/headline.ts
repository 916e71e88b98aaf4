/** The sentences a month opens with. Each can be checked against the numbers beside it, and says nothing beyond them. */
import type { Signal } from './control.ts'
import type { ShareMeasure } from './measures.ts'
import type { Count } from './tally.ts'
import { changeOfShare, PRIMARY_CONFIDENCE, type Verdict } from './verdict.ts'

export interface Span {
  /** "October", "the quarter before (July to September)". */
  name: string
  figure: Count
}

/** How the organisation writes whole numbers. */
type Whole = (count: number) => string

/**
 * A month; `isSaid` where its figure stands above already, as that of a quarter of one month: then only how it has changed. `word` is
 * what its control chart says.
 */
export interface MonthSpan extends Span {
  running: boolean
  word?: string
  isSaid?: boolean
}

/**
 * "October: 11 of 14 contacts felt valued. No clear change since September." A month with a control chart gives its word, which
 * then stands in place of the verdict: "Common cause: nothing changed."
 */
export function monthHeadline(
  measure: ShareMeasure,
  month: MonthSpan,
  before: Span | null,
  whole: Whole = String,
): string {
  const name = month.running ? `${month.name} so far` : month.name
  const { of } = month.figure
  if (of === 0) return `${name}: no ${things(measure, 0)} ${month.running ? 'counted yet' : 'were counted'}.`

  const change = since(month.figure, before, month.word)
  if (month.isSaid) return of > 2 ? change : ''

  return `${name}: ${stated(measure, month.figure, whole)}. ${change}`
}

/** "October and November: 11 of 14 contacts felt valued. No clear change since July to September." Empty where there is nothing. */
export function quarterHeadline(measure: ShareMeasure, quarter: Span, before: Span, whole: Whole = String): string {
  return quarter.figure.of === 0 ? '' : monthHeadline(measure, { ...quarter, running: false }, before, whole)
}

/**
 * What the sentence on a quarter leaves out, beside it or instead of it: the counts of the one before. `cut` is as cutOf says it. Where
 * the chart of its only month leads, what the quarter says against the one before is said here.
 */
export function quarterBefore(cut: string, { name, figure }: Span, now: Count, whole: Whole = String) {
  const counts = `${whole(figure.count)} of ${whole(figure.of)}`
  if (figure.of === 0 || now.of === 0) return { beside: '', earlier: '' }
  const { verdict } = changeOfShare(figure, now, PRIMARY_CONFIDENCE)

  return {
    beside: `The quarter${cut}, against ${counts} in ${name}.`,
    earlier: `The quarter before, ${name}: ${counts}. ${SAYS[verdict]} since.`,
  }
}

/** After the sentences on a quarter and on its last month; `signal` is what the month's control chart says, if it has one. */
export function bothWords(before: Count, quarter: Count, signal: Signal | undefined): string {
  if (signal !== 'none' || before.of === 0 || quarter.of === 0) return ''
  const { verdict } = changeOfShare(before, quarter, PRIMARY_CONFIDENCE)

  return bothHold(verdict.startsWith('clear'), signal)
}

/** After any clear change of a quarter whose last month is common cause: else one seems to deny the other. */
export function bothHold(isClear: boolean, signal: Signal | undefined): string {
  return isClear && signal === 'none' ? ' Both hold: quarters can differ clearly while no single month stands out.' : ''
}

function since(figure: Count, before: Span | null, word = ''): string {
  if (figure.of === 1) return 'One contact is a story.'
  if (figure.of === 2) return 'Two contacts are two stories.'
  if (word !== '') return word
  if (before === null) return 'It is the first month.'
  if (before.figure.of === 0) return `There is nothing in ${before.name} to compare it with.`

  const { verdict } = changeOfShare(before.figure, figure, PRIMARY_CONFIDENCE)

  return verdictSentence(verdict, before.name)
}

/** "July: 5 of 9 contacts where one was needed were offered a way to take it further." */
export function figureSentence(measure: ShareMeasure, { name, figure }: Span, whole: Whole = String): string {
  return `${name}: ${stated(measure, figure, whole)}.`
}

/** "No clear change since September." */
export function verdictSentence(verdict: Verdict, since: string): string {
  return `${SAYS[verdict]} since ${since}.`
}

/** In months of this size most differences are luck; "clear" is said only where the interval leaves out zero. */
const SAYS: Readonly<Record<Verdict, string>> = {
  clear_rise: 'A clear rise',
  clear_fall: 'A clear fall',
  no_clear_change: 'No clear change',
  too_few: 'Too few to tell a change',
}

function stated(measure: ShareMeasure, { count, of }: Count, whole: Whole): string {
  const did = of === 1 ? measure.did.replace(/^were /, 'was ') : measure.did

  return `${whole(count)} of ${whole(of)} ${things(measure, of)} ${did}`
}

/** "contacts where one was needed", and "contact where one was needed" for a single one. */
function things(measure: ShareMeasure, of: number): string {
  const plural = measure.of.replace(/^all /, '')

  return of === 1 ? plural.replace(/(contact|assignment|reflection)s( that were)?/, one) : plural
}

function one(_: string, thing: string, were = ''): string {
  return were === '' ? thing : `${thing} that was`
}
