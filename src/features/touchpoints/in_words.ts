/** A touchpoint in the words its pages show, and as its forms show it again. */

import { DAYPARTS, WEEKDAYS, type WeeklyHours } from '../../lib/days.ts'
import { hoursInWords, readSpans, spansInWords, writeSpans } from '../../lib/weekly_hours.ts'
import { counted, daysOfYearsInWords, languageName, listed, sentenceCase } from '../../lib/words.ts'
import { addressAsTyped, addressInWords, addressLink } from './address.ts'
import { coverAdvice } from './cover.ts'
import type { DatedRow } from './dated_days.ts'
import { isTollFree } from './phone.ts'
import { FEWEST, type Standard, vagueWord } from './standard.ts'
import { CHANNEL_NAMES, type Touchpoint } from './touchpoint.ts'
import { DAYPART_NAMES, percentOf, type Shares } from './traffic.ts'

/** The fields that say what a touchpoint is, in the organisation's language and seen from its country. */
export function aboutInWords(touchpoint: Touchpoint, { locale, country }: { locale: string; country: string }) {
  const { id, name, channel, address, timeZone, openingHours, dayparts, answerDays, weight } = touchpoint
  const { intent, motivation, storyWanted } = touchpoint

  return {
    ...{ id, name, timeZone, intent, motivation, storyWanted },
    channel: CHANNEL_NAMES[channel],
    address: addressInWords(channel, address, country),
    link: addressLink(channel, address),
    kind: channel === 'phone' && isTollFree(address) ? 'toll-free' : '',
    hours: hoursInWords(openingHours),
    languages: listed(
      touchpoint.languages.map((code) => languageName(code, locale)),
      locale,
    ),
    weight: weight === 1 ? 'usual' : `${weight.toLocaleString(locale)} × the usual`,
    traffic: trafficInWords(dayparts, openingHours),
    answer: answerDays && `within ${counted(answerDays, 'day')}`,
    advice: coverAdvice(channel, address),
  }
}

export function standardInWords({ id, statement, target }: Pick<Standard, 'id' | 'statement' | 'target'>) {
  const percent = target === null ? '' : String(Math.round(target * 100))

  return { id, statement, target: percent, targetWords: percent && `${percent}%`, vague: vagueWord(statement) }
}

/** "24–26 December 2026", "closed", "Christmas". */
export function datedInWords(row: DatedRow, locale: string, kind: 'exception' | 'blocked') {
  const read = readSpans(row.hours)
  const hours = kind === 'blocked' || 'complaint' in read ? '' : spansInWords(read.value)

  return { days: runInWords(Temporal.PlainDate.from(row.from), row.until, locale), hours, reason: row.reason }
}

/** What a lead still has to say before contacts here mean much. */
export function whatIsMissing(
  touchpoint: Touchpoint & { owner: string | null },
  standards: number,
  ownerIsHere: boolean,
): string[] {
  return [
    hoursInWords(touchpoint.openingHours) === hoursInWords({}) &&
      'It has no opening hours, so nothing can be planned here.',
    touchpoint.intent === '' && 'Nobody has said yet what customers should get here.',
    standards < FEWEST &&
      `It has ${standards === 0 ? 'no standards' : counted(standards, 'standard')}; three to five say what good looks like.`,
    touchpoint.ownerId === null && 'Nobody owns it yet.',
    touchpoint.ownerId !== null &&
      !ownerIsHere &&
      `${touchpoint.owner} owns it no longer. Choose who answers for it now.`,
  ].filter((sentence) => sentence !== false)
}

/** What the form of a new touchpoint begins with: office hours. */
export const OFFICE_HOURS: WeeklyHours = Object.fromEntries(
  WEEKDAYS.slice(0, 5).map((day) => [day, [['09:00', '17:00'] as const]]),
)

export function asTyped(touchpoint: Touchpoint & { department: string | null }, country: string) {
  const { name, channel, timeZone, languages, ownerId, weight, answerDays } = touchpoint

  return {
    ...{ name, channel, timeZone, languages },
    address: addressAsTyped(channel, touchpoint.address, country),
    department: touchpoint.department ?? '',
    ownerId: ownerId ?? '',
    weight: String(weight),
    answerDays: String(answerDays ?? ''),
  }
}

export function weekAsTyped(weekly: WeeklyHours): Record<string, string> {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, writeSpans(weekly[day] ?? [])]))
}

export function sharesAsTyped(shares: Shares | null): Record<string, string> {
  return Object.fromEntries(DAYPARTS.map((daypart) => [daypart, percentOf(shares?.[daypart])]))
}

function runInWords(from: Temporal.PlainDate, until: string, locale: string): string {
  return daysOfYearsInWords(from, until ? Temporal.PlainDate.from(until) : from, locale)
}

function trafficInWords(shares: Shares | null, weekly: WeeklyHours): string {
  if (!shares)
    return Object.keys(weekly).length > 0 ? 'When they like: contacts are spread over the opening hours' : 'Not known'
  const known = DAYPARTS.filter((daypart) => shares[daypart])

  const parts = known.map(
    (daypart) => `${DAYPART_NAMES[daypart].split(',')[0]?.toLowerCase()} ${percentOf(shares[daypart])}%`,
  )

  return sentenceCase(parts.join(', '))
}
