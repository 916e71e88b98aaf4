/**
 * The summary a review begins with: sentences that can each be checked against the figures below it. They say "clear" only where the
 * verdict does, and nothing of what is withheld.
 */
import { counted, listed } from '../../lib/words.ts'
import { leadingMeasure } from '../months/every_measure.ts'
import { figureSentence, quarterHeadline } from '../months/headline.ts'
import { SHARES, type ShareMeasure, TOOK_PART } from '../months/measures.ts'
import { CAVEAT, type Verdict } from '../months/verdict.ts'
import { type Compared, comparedQuarter } from './quarter_figures.ts'
import { monthsWords, type Reading } from './reading.ts'

type Read = Pick<Reading, 'totals' | 'quarter' | 'months' | 'before' | 'primaryMeasure' | 'locale' | 'name'>

export function firstSummary(read: Read): string {
  const primary = leadingMeasure(read.primaryMeasure)
  const of = (measure: ShareMeasure) => compared(read, measure)
  const others = SHARES.filter((measure) => measure !== primary).map(of)
  if (contactsIn(of(primary)) === 0) return `No contacts were counted in ${monthsWords(read.months, read)}.`

  return [
    primarySentence(primary, of(primary), read),
    changeSentence(others, read),
    takingPart(of(TOOK_PART)),
    EACH_IS_ONE,
  ]
    .filter(Boolean)
    .join('\n\n')
}

const EACH_IS_ONE = `These are ${CAVEAT.charAt(0).toLowerCase()}${CAVEAT.slice(1)}`

function compared({ totals, quarter, months, before, primaryMeasure }: Read, measure: ShareMeasure): Compared {
  return comparedQuarter(measure, totals, { now: { name: quarter, months }, before }, primaryMeasure)
}

/** Null: withheld, or nothing published. */
function shareIn({ now }: Compared): { count: number; of: number } | null {
  if (!now || now.numbers === 'withheld' || now.numbers.count === null) return null

  return { count: now.numbers.count, of: now.numbers.of }
}

/** 0 only where it is known to be none. */
function contactsIn(one: Compared): number | null {
  return one.now === null ? 0 : (shareIn(one)?.of ?? null)
}

function primarySentence(measure: ShareMeasure, one: Compared, read: Read): string {
  const span = monthsWords(read.months, read)
  const figure = shareIn(one)
  if (!figure) return `${span}: how many contacts ${measure.did} is withheld, to protect those who made them.`
  const before = one.change && beforeOf(measure, read)

  return before
    ? quarterHeadline(measure, { name: span, figure }, { name: monthsWords(read.before, read), figure: before })
    : figureSentence(measure, { name: span, figure })
}

function beforeOf(measure: ShareMeasure, read: Read) {
  return shareIn(compared({ ...read, quarter: 'before', months: read.before, before: [] }, measure))
}

const ROSE: Readonly<Partial<Record<Verdict, string>>> = { clear_rise: 'rose clearly', clear_fall: 'fell clearly' }

/** Fifteen measures are looked at, so each is called clear at 99 % only, and the sentence says so. */
function changeSentence(others: readonly Compared[], { before, name }: Read): string {
  const comparable = others.filter(({ change }) => change && change.verdict !== 'too_few')
  if (before.length === 0 || comparable.length === 0) return ''
  const since = `since ${monthsWords(before, { name })}`
  const clear = comparable.flatMap((one) => clearWords(one))
  if (clear.length === 0)
    return `Of ${counted(comparable.length, 'other measure')} that can be compared, none changed clearly ${since}.`

  return `Clearly different ${since}, of ${counted(comparable.length, 'other measure')} that can be compared: ${listed(clear)}.`
}

function clearWords(one: Compared): string[] {
  const figure = shareIn(one)
  const verdict = one.change ? ROSE[one.change.verdict] : undefined

  return verdict && figure ? [`“${one.measure.name}” ${verdict}, to ${figure.count} of ${figure.of}`] : []
}

function takingPart(one: Compared): string {
  const figure = shareIn(one)
  if (!figure || figure.of === 0) return ''

  return `Of ${counted(figure.of, 'assignment')} that were due, ${figure.count} were made and written down.`
}
