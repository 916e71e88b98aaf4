/** A touchpoint is one way in to the company: what kinds there are and what can be said of each. */

import type { WeeklyHours } from '../../lib/days.ts'
import type { Reading } from '../../lib/reading.ts'
import { isIn } from '../../lib/written_out.ts'
import type { Shares } from './traffic.ts'

export const CHANNELS = ['phone', 'chat', 'email', 'web_form', 'app', 'social', 'shop'] as const
export type Channel = (typeof CHANNELS)[number]

export interface Touchpoint {
  id: string
  name: string
  channel: Channel
  address: string
  timeZone: string
  languages: string[]
  departmentId: string | null
  ownerId: string | null
  weight: number
  openingHours: WeeklyHours
  /** Shares that add up to 1; null where nobody knows. */
  dayparts: Shares | null
  /** The days within which mail and forms promise an answer; null for live channels. */
  answerDays: number | null
  intent: string
  motivation: string
  storyWanted: string
  retiredOn: string | null
  version: number
}

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  phone: 'Phone line',
  chat: 'Chat',
  email: 'E-mail',
  web_form: 'Web form',
  app: 'App',
  social: 'Social account',
  shop: 'Shop',
}

/** Live: somebody answers while you wait. The others answer later, and are measured in days. */
export function isLive(channel: Channel): boolean {
  return channel === 'phone' || channel === 'chat' || channel === 'app' || channel === 'shop'
}

export function isChannel(value: string): value is Channel {
  return isIn(CHANNELS, value)
}

export const LONGEST_NAME = 60
const HEAVIEST = 100
const LONGEST_ANSWER = 60

/** How many of all contacts this touchpoint should get beside the others: 2 is twice as many as 1. */
export function readWeight(typed: string): Reading<number> {
  const weight = Number(typed.trim().replace(',', '.') || '1')
  if (!(weight >= 0.1 && weight <= HEAVIEST)) return { complaint: `Give a weight from 0.1 to ${HEAVIEST}; 1 is usual.` }

  return { value: Math.round(weight * 100) / 100 }
}

/** The days within which mail and forms promise an answer; live channels promise none. After them nobody was reached. */
export function readAnswerDays(channel: Channel, typed: string): Reading<number | null> {
  if (isLive(channel)) return { value: null }
  const days = Number(typed.trim() || Number.NaN)
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_ANSWER) {
    return { complaint: `Say within how many days customers get an answer, from 1 to ${LONGEST_ANSWER}.` }
  }

  return { value: days }
}
