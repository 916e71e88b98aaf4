/** A round is one period of a program: planned, published, closed; and when each of these is due. */
import { dayInWords, daysInWords, monthInWords } from '../../lib/words.ts'
import type { RoundPeriod } from './cadence.ts'
import type { Program } from './program.ts'

export interface Round {
  id: string
  programId: string
  /** "2026-06" for a month, else the first day. */
  period: string
  number: number
  startsOn: string
  endsOn: string
  state: 'planned' | 'published' | 'closed'
  plannedOn: string
  publishedOn: string | null
  closedOn: string | null
  heldOn: string | null
  programVersion: number
  version: number
}

/** June 2026; April to June 2026; 15–28 June 2026; the year left out where it is clear. */
export function roundName(
  round: Pick<Round, 'period' | 'startsOn' | 'endsOn'>,
  locale: string,
  withYear = true,
): string {
  if (isMonth(round.period)) return monthInWords(round.period, locale, withYear)
  if (isWholeMonths(round)) return wholeMonthsInWords(round, locale, withYear)
  const from = Temporal.PlainDate.from(round.startsOn)
  const to = Temporal.PlainDate.from(round.endsOn)
  if (withYear && from.year !== to.year) return `${dayInWords(from, locale)} – ${dayInWords(to, locale)}`
  const days = daysInWords(from, to, locale)

  return withYear ? `${days} ${to.year}` : days
}

/** Some rounds, one after the other, by their days together: "March to June 2026", "January 2026 to June 2027", "1 June – 12 July 2026". */
export function roundsName(
  first: Pick<Round, 'period' | 'startsOn' | 'endsOn'>,
  last: Pick<Round, 'period' | 'startsOn' | 'endsOn'>,
  locale: string,
  withYear = true,
): string {
  if (first.startsOn === last.startsOn) return roundName(first, locale, withYear)

  return roundName({ period: '', startsOn: first.startsOn, endsOn: last.endsOn }, locale, withYear)
}

/** Jun; Apr–Jun; 15 Jun: as narrow as a column of the matrix. */
export function shortRoundName(round: Pick<Round, 'period' | 'startsOn' | 'endsOn'>, locale: string): string {
  const whole = isMonth(round.period) || isWholeMonths(round)
  const options = whole ? ({ month: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const)
  const [from, to] = [round.startsOn, round.endsOn].map((day) =>
    Temporal.PlainDate.from(day).toLocaleString(locale, options),
  )

  return isWholeMonths(round) ? `${from}–${to}` : `${from}`
}

/** The last day of a window is a day at the touchpoint; the window is over when that day is. */
export function isWindowOver(toDay: string, todayThere: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(todayThere, Temporal.PlainDate.from(toDay)) > 0
}

/** More than half of the window's days are behind, and still nothing was done. */
export function isPastHalfway(fromDay: string, toDay: string, todayThere: Temporal.PlainDate): boolean {
  const from = Temporal.PlainDate.from(fromDay)
  const days = from.until(Temporal.PlainDate.from(toDay), { largestUnit: 'days' }).days + 1
  const behind = from.until(todayThere, { largestUnit: 'days' }).days

  return behind * 2 >= days
}

/** A round closes by itself on the day after so many days have passed since its last window (PRODUCT.md §2). */
export function isDueToClose(lastWindowDay: string, today: Temporal.PlainDate, closesAfterDays: number): boolean {
  const last = Temporal.PlainDate.from(lastWindowDay).add({ days: closesAfterDays })

  return Temporal.PlainDate.compare(today, last) > 0
}

/** A program that runs itself plans each round so many days ahead; one missed while the server was down as soon as it is up. */
export function isDueToPlan(program: Program, period: RoundPeriod, today: Temporal.PlainDate): boolean {
  return program.runsItself && isWithin(period.startsOn, program.planDaysAhead, today)
}

export function isDueToPublish(program: Program, round: Round, today: Temporal.PlainDate): boolean {
  if (!program.runsItself || round.state !== 'planned' || round.heldOn !== null) return false

  return isWithin(Temporal.PlainDate.from(round.startsOn), program.publishDaysAhead, today)
}

/** The day on which it publishes itself; null where it does not, or where that day has come and it waits for a lead all the same. */
export function publishesItselfOn(
  program: Program,
  round: Round,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (!program.runsItself || program.retiredOn !== null || round.state !== 'planned' || round.heldOn !== null)
    return null
  if (isDueToPublish(program, round, today)) return null

  return Temporal.PlainDate.from(round.startsOn).subtract({ days: program.publishDaysAhead })
}

/** The days of a round on which windows may lie, from `earliest` on; null: it has none left. */
export function daysLeft(
  period: { startsOn: Temporal.PlainDate; endsOn: Temporal.PlainDate },
  earliest: Temporal.PlainDate,
): { from: Temporal.PlainDate; to: Temporal.PlainDate } | null {
  const from = Temporal.PlainDate.compare(period.startsOn, earliest) < 0 ? earliest : period.startsOn

  return Temporal.PlainDate.compare(from, period.endsOn) > 0 ? null : { from, to: period.endsOn }
}

function isWithin(day: Temporal.PlainDate, daysAhead: number, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today.add({ days: daysAhead }), day) >= 0
}

function isMonth(period: string): boolean {
  return period.length === 7
}

/** From the first of one month to the last day of a later one. */
function isWholeMonths({ startsOn, endsOn }: Pick<Round, 'startsOn' | 'endsOn'>): boolean {
  const to = Temporal.PlainDate.from(endsOn)

  return startsOn.endsWith('-01') && to.day === to.daysInMonth && startsOn.slice(0, 7) !== endsOn.slice(0, 7)
}

function wholeMonthsInWords(
  { startsOn, endsOn }: Pick<Round, 'startsOn' | 'endsOn'>,
  locale: string,
  withYear: boolean,
): string {
  const crosses = startsOn.slice(0, 4) !== endsOn.slice(0, 4)
  const from = monthInWords(startsOn.slice(0, 7), locale, withYear && crosses)

  return `${from} to ${monthInWords(endsOn.slice(0, 7), locale, withYear)}`
}
