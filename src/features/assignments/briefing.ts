/** The briefing in words: when, whom, and what to do there. Pages show it before the contact and while it goes on. */
import type { Daypart } from '../../lib/days.ts'
import { dayInWords, daysInWords } from '../../lib/words.ts'
import { type Channel, isLive } from '../touchpoints/touchpoint.ts'
import { placeOf, type Window, type WindowDay } from './window.ts'

/** What one does there, as a button or a link says it. */
const GO: Readonly<Record<Channel, string>> = {
  phone: 'Call',
  chat: 'Open the chat',
  email: 'Write there',
  web_form: 'Open the form',
  app: 'Open the app',
  social: 'Open the account',
  shop: 'Go there',
}

const BEFORE: Readonly<Record<Channel, string>> = {
  phone: 'Before you ring, predict',
  chat: 'Before you chat, predict',
  email: 'Before you write, predict',
  web_form: 'Before you write, predict',
  app: 'Before you begin, predict',
  social: 'Before you write, predict',
  shop: 'Before you go in, predict',
}

const DURING: Readonly<Record<Daypart, string>> = {
  early: 'early, from 6 to 9',
  morning: 'in the morning, from 9 to 12',
  midday: 'around midday, from 12 to 14',
  afternoon: 'in the afternoon, from 14 to 17',
  evening: 'in the evening, from 17 to 21',
  night: 'at night, from 21 to 6',
}

export function goWords(channel: Channel): string {
  return GO[channel]
}

export function beforeWords(channel: Channel): string {
  return BEFORE[channel]
}

/** "Any day 9–20 June, in the morning, from 9 to 12." */
export function windowWords(window: Window, locale: string): string {
  const oneDay = window.fromDay.equals(window.toDay)
  const days = oneDay
    ? `On ${dayInWords(window.fromDay, locale, 'weekday')}`
    : `Any day ${daysInWords(window.fromDay, window.toDay, locale)}`

  return `${days}${window.daypart ? `, ${DURING[window.daypart]}` : ''}.`
}

/** Where the window stands: when it begins, on how many open days it still can be done, or that it is over. */
export function timeLeftWords(
  window: Window,
  today: Temporal.PlainDate,
  openDays: readonly Temporal.PlainDate[],
  locale: string,
): string {
  const place = placeOf(window, today)
  if (place === 'ahead') return `Your window begins on ${dayInWords(openDays[0] ?? window.fromDay, locale, 'weekday')}.`
  if (place === 'over') return `Your window ended on ${dayInWords(window.toDay, locale, 'weekday')}.`
  const left = openDays.filter((day) => Temporal.PlainDate.compare(day, today) >= 0)
  const [first] = left
  if (!first) return 'It is closed there on every day that is left.'

  return first.equals(today) ? fromTodayWords(left) : laterWords(left, first, locale)
}

function fromTodayWords(left: readonly Temporal.PlainDate[]): string {
  const [today, next] = left
  if (!next) return 'Today is the last day.'
  const tomorrow = today?.add({ days: 1 }).equals(next)

  return left.length === 2 && tomorrow ? 'Today or tomorrow.' : `${left.length} days left, today included.`
}

function laterWords(left: readonly Temporal.PlainDate[], first: Temporal.PlainDate, locale: string): string {
  const day = dayInWords(first, locale, 'weekday')

  return left.length === 1
    ? `It is closed there today. One day is left: ${day}.`
    : `It is closed there today. ${left.length} days are left, from ${day} on.`
}

/** What leads to the reflection once the contact is made. */
export function overWords(channel: Channel): string {
  return isLive(channel) ? 'It is over: reflect' : 'They have answered: reflect'
}

/** Mail and forms: until when to wait; null where somebody answers at once. */
export function waitWords(
  contact: { channel: Channel; answerDays: number | null; contactedOn: Temporal.PlainDate },
  locale: string,
): string | null {
  if (isLive(contact.channel)) return null
  if (contact.answerDays === null) return 'The contact ends with their answer.'
  const until = dayInWords(contact.contactedOn.add({ days: contact.answerDays }), locale, 'weekday')

  return `The contact ends with their answer. If none has come by ${until}, reflect then and choose “No answer”.`
}

/** "Open now, until 18:00." with its first words apart, to be printed bold. */
export function headlined(sentence: string): { headline: string; rest: string } {
  const [, headline = sentence, rest = ''] = /^([^,.]+)(.*)$/.exec(sentence) ?? []

  return { headline, rest }
}

/** A day of the window in the strip under the headline. */
export function dayCell({ day, place }: WindowDay, locale: string) {
  return {
    place,
    number: day.day,
    letter: day.toLocaleString(locale, { weekday: 'narrow' }),
    words: dayInWords(day, locale, 'weekday'),
  }
}
