import type { Channel } from '../src/features/touchpoints/touchpoint.ts'
import type { Shares } from '../src/features/touchpoints/traffic.ts'
import type { Span, WeeklyHours } from '../src/lib/days.ts'
import type { Outcome } from './telling.ts'

/** One of Northwind’s ways in. */
export interface WayIn {
  key: string
  name: string
  channel: Channel
  /** As customers find it. */
  address: string
  country: 'GB' | 'DE'
  zone: string
  languages: readonly string[]
  department: string
  owner: string
  weight: number
  hours: WeeklyHours
  /** Month and day that differ every year. */
  exceptions: readonly { on: string; spans: readonly Span[]; reason: string }[]
  dayparts: Shares | null
  answerDays: number | null
  intent: string
  motivation: string
  storyWanted: string
  /** What a customer sees or hears, with the share that is aimed at. */
  standards: readonly (readonly [statement: string, target: number])[]
  /** How contacts go here, by weight. */
  goes: Readonly<Partial<Record<Outcome, number>>>
  /** Since the fix half-way through the year. */
  goesSince?: Readonly<Partial<Record<Outcome, number>>>
}

export function weekdays(...spans: Span[]): WeeklyHours {
  return { mon: spans, tue: spans, wed: spans, thu: spans, fri: spans }
}

export function everyDay(...spans: Span[]): WeeklyHours {
  return { ...weekdays(...spans), sat: spans, sun: spans }
}
