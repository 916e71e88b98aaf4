/**
 * The measures that may lead; 95 % certainty holds for this one (PRODUCT.md §4). Keys and names are those of months/measures.ts, every
 * one of them: one that a lead chose there and settings did not offer would be gone the next time they are saved.
 */
import { namesIn } from '../../lib/written_out.ts'
export const PRIMARY_MEASURES = {
  valued: 'Felt valued',
  reached: 'Reached a person',
  addressed: 'Concern addressed',
  escalation: 'Escalation path offered',
  escalation_unasked: 'Escalation offered unasked',
  promise_kept: 'Promise kept',
  survey: 'Our survey let me say it',
  proud: 'Proud',
  embarrassed: 'Embarrassed',
  business: 'Would be our customer',
  right_warm: 'Right and warm',
  right_cold: 'Right but cold',
  wrong_warm: 'Warm but wrong',
  neither: 'Neither right nor warm',
  in_time: 'Logged within a day',
} as const

export type PrimaryMeasure = keyof typeof PRIMARY_MEASURES

/** What a set-up asks about the company; the rest has defaults that suit most. */
export interface Founding {
  name: string
  locale: string
  country: string
  timeZone: string
  fiscalYearStart: number
}

export interface OrganisationSettings extends Founding {
  cooldownDays: number
  lockoutDays: number
  spacingDays: number
  contactsPerMonth: number
  roundClosesAfterDays: number
  monthClosesAfterDays: number
  smallestGroup: number
  primaryMeasure: PrimaryMeasure
  neutralTitle: string
}

/** Each number of the settings: its least and most. */
export const RANGES = {
  cooldownDays: [0, 730],
  lockoutDays: [0, 1460],
  spacingDays: [0, 30],
  contactsPerMonth: [1, 31],
  roundClosesAfterDays: [0, 60],
  monthClosesAfterDays: [0, 60],
  smallestGroup: [4, 100],
} as const satisfies Partial<Record<keyof OrganisationSettings, readonly [number, number]>>

/** What differs, by name, old and new: for the audit. */
export function differences<T extends object>(before: T, after: Partial<T>): Record<string, unknown> {
  const changed = namesIn(after).filter((name) => before[name] !== after[name])

  return Object.fromEntries(changed.map((name) => [name, [before[name], after[name]]]))
}
