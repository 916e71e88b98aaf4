/**
 * Numbers and days beside the answers, all optional: what the live log measured on the leader's device, and when a promise is due.
 * Durations only, so coarse that no minute can be worked out from them (PRODUCT.md §3); the clock times stay on the device.
 */

import { Invalid } from '../../lib/problem.ts'
import { dayInWords } from '../../lib/words.ts'
import { namesIn } from '../../lib/written_out.ts'
import { gotThrough } from './applies.ts'
import { isDayBefore, readDay } from './days.ts'
import type { Answers, LiveWait } from './fields.ts'
import type { Terms } from './reflection.ts'

export interface Particulars {
  /** The wait for a person in half minutes, where somebody answers while one waits. */
  waitHalfMinutes: number | null
  holds: number | null
  durationMinutes: number | null
  /** The day by which they promised to come back, if the leader knows it. */
  promiseDueOn: string | null
}

export type ParticularName = keyof Particulars

/** As a form sends them; what was not sent is left out. */
export type TypedParticulars = { readonly [Name in ParticularName]?: string }

export const PARTICULARS: Readonly<Record<ParticularName, { field: string; question: string; most?: number }>> = {
  waitHalfMinutes: { field: 'wait_half_minutes', question: 'The wait, by the live log', most: 2880 },
  holds: { field: 'holds', question: 'How often were you put on hold?', most: 99 },
  durationMinutes: { field: 'duration_minutes', question: 'How many minutes did it take?', most: 1440 },
  promiseDueOn: { field: 'promise_due_on', question: 'By which day, if they said one?' },
}

export const PARTICULAR_NAMES = namesIn(PARTICULARS)

export const NO_PARTICULARS: Particulars = {
  ...{ waitHalfMinutes: null, holds: null, durationMinutes: null, promiseDueOn: null },
}

/** In half minutes, both ends included: a wait of three minutes may be said as either of two answers. */
const HALF_MINUTES: Readonly<Record<LiveWait, readonly [number, number]>> = {
  none: [0, 1],
  under_1: [0, 2],
  '1_to_3': [2, 6],
  '3_to_10': [6, 20],
  over_10: [20, Number.POSITIVE_INFINITY],
}

/** What is kept of them beside these answers. Throws Invalid where a number or a day cannot be one. */
export function completeParticulars(typed: TypedParticulars, answers: Answers, { tempo }: Terms): Particulars {
  const isLive = tempo === 'live'
  const wait = readCount('waitHalfMinutes', typed)

  return {
    waitHalfMinutes: isLive && fits(wait, answers.wait) ? wait : null,
    holds: isLive && gotThrough(answers.reached) ? readCount('holds', typed) : null,
    durationMinutes: isLive ? readCount('durationMinutes', typed) : null,
    promiseDueOn: answers.promise === 'still_open' ? readDue(typed.promiseDueOn ?? '', answers.contactedOn) : null,
  }
}

/** As a form holds them again. */
export function typedFromParticulars(particulars: Particulars): Record<string, string> {
  return Object.fromEntries(PARTICULAR_NAMES.map((name) => [PARTICULARS[name].field, String(particulars[name] ?? '')]))
}

export function asTyped(particulars: Particulars): TypedParticulars {
  return Object.fromEntries(PARTICULAR_NAMES.map((name) => [name, String(particulars[name] ?? '')]))
}

export function changedParticulars(before: Particulars, after: Particulars): ParticularName[] {
  return PARTICULAR_NAMES.filter((name) => (before[name] ?? null) !== (after[name] ?? null))
}

/** "3½ minutes", "2", "11 June"; empty for none. */
export function particularInWords(name: ParticularName, particulars: Particulars, locale: string): string {
  const value = particulars[name] ?? null
  if (value === null) return ''
  if (name === 'waitHalfMinutes') return halfMinutesInWords(Number(value))
  if (name === 'promiseDueOn') return dayInWords(String(value), locale, 'weekday')

  return String(value)
}

/** The person's own answer wins over the stopwatch: an exact wait that belies it is not kept. */
function fits(halfMinutes: number | null, wait: Answers['wait']): boolean {
  if (halfMinutes === null || wait === null || !(wait in HALF_MINUTES)) return false
  const [from, to] = HALF_MINUTES[wait as LiveWait]

  return halfMinutes >= from && halfMinutes <= to
}

function readCount(name: 'waitHalfMinutes' | 'holds' | 'durationMinutes', typed: TypedParticulars): number | null {
  const text = (typed[name] ?? '').trim()
  if (text === '') return null
  const { field, most = 0 } = PARTICULARS[name]
  if (/^\d{1,4}$/.test(text) && Number(text) <= most) return Number(text)

  throw new Invalid({ [field]: `Give a whole number from 0 to ${most.toLocaleString('en-GB')}, or leave it empty.` })
}

function readDue(typed: string, contactedOn: string): string | null {
  if (typed.trim() === '') return null
  const day = readDay(typed.trim())
  const { field } = PARTICULARS.promiseDueOn
  if (!day) throw new Invalid({ [field]: 'Say by which day, or leave it empty.' })
  if (isDayBefore(day, contactedOn)) throw new Invalid({ [field]: 'That is before the contact. Say by which day.' })

  return day.toString()
}

function halfMinutesInWords(halves: number): string {
  const half = halves % 2 === 1 ? '½' : ''
  const whole = Math.floor(halves / 2)
  if (whole === 0) return half ? '½ minute' : 'no wait'

  return whole === 1 && !half ? '1 minute' : `${whole}${half} minutes`
}
