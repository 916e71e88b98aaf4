import type { Answers } from '../src/features/reflections/fields.ts'
import type { Outcome } from './telling.ts'

type Weights<T extends string> = Readonly<Partial<Record<T, number>>>

/** What usually goes with an outcome: weights for each answer, from–to or a mean for each feeling. */
export interface Usual {
  reached: Weights<Answers['reached']>
  addressed: Weights<Answers['addressed']>
  correct: Weights<Exclude<Answers['correct'], null>>
  escalation: Weights<Answers['escalation']>
  promise: Weights<Answers['promise']>
  survey: Weights<Answers['survey']>
  business: Weights<Answers['business']>
  transfers: Weights<'0' | '1' | '2' | '3'>
  /** Shares, 0 to 1. */
  repeated: number
  standardMet: number
  acknowledged: readonly [low: number, high: number]
  /** Means of 1 to 5. */
  valued: number
  pride: number
}

/** Right and warm. */
const good: Usual = {
  reached: { person: 1 },
  addressed: { yes: 92, partly: 8 },
  correct: { yes: 1 },
  escalation: { not_needed: 58, offered: 24, when_asked: 10, not_offered: 8 },
  promise: { none: 60, kept: 28, late: 5, still_open: 7 },
  survey: { not_asked: 56, could_say: 36, could_not_say: 8 },
  business: { yes: 88, unsure: 12 },
  transfers: { 0: 84, 1: 16 },
  repeated: 0.06,
  standardMet: 0.9,
  acknowledged: [4, 5],
  valued: 4.55,
  pride: 4.5,
}

/** Right, and cold. */
const cold: Usual = {
  reached: { person: 1 },
  addressed: { yes: 80, partly: 20 },
  correct: { yes: 1 },
  escalation: { not_needed: 48, offered: 8, when_asked: 18, not_offered: 26 },
  promise: { none: 80, kept: 14, late: 4, broken: 2 },
  survey: { not_asked: 60, could_say: 16, could_not_say: 24 },
  business: { yes: 34, unsure: 50, no: 16 },
  transfers: { 0: 82, 1: 16, 2: 2 },
  repeated: 0.16,
  standardMet: 0.66,
  acknowledged: [1, 3],
  valued: 2.6,
  pride: 2.9,
}

/** Warm, and wrong. */
const kind: Usual = {
  reached: { person: 1 },
  addressed: { partly: 56, no: 34, yes: 10 },
  correct: { no: 62, partly: 38 },
  escalation: { offered: 16, when_asked: 30, not_offered: 54 },
  promise: { none: 62, kept: 8, late: 8, broken: 16, still_open: 10 },
  survey: { not_asked: 70, could_say: 20, could_not_say: 10 },
  business: { yes: 30, unsure: 52, no: 18 },
  transfers: { 0: 66, 1: 28, 2: 6 },
  repeated: 0.24,
  standardMet: 0.55,
  acknowledged: [4, 5],
  valued: 3.7,
  pride: 2.8,
}

/** Neither. */
const poor: Usual = {
  reached: { person: 1 },
  addressed: { no: 62, partly: 38 },
  correct: { no: 46, partly: 24, cannot_tell: 30 },
  escalation: { offered: 4, when_asked: 22, not_offered: 74 },
  promise: { none: 60, kept: 4, late: 10, broken: 21, still_open: 5 },
  survey: { not_asked: 66, could_say: 8, could_not_say: 26 },
  business: { no: 52, unsure: 42, yes: 6 },
  transfers: { 0: 40, 1: 36, 2: 18, 3: 6 },
  repeated: 0.58,
  standardMet: 0.26,
  acknowledged: [1, 2],
  valued: 1.7,
  pride: 1.6,
}

/** Nobody but a machine. */
const bot: Usual = {
  ...poor,
  reached: { bot: 1 },
  addressed: { no: 58, partly: 30, yes: 12 },
  correct: { cannot_tell: 40, no: 30, partly: 20, yes: 10 },
  promise: { none: 1 },
  repeated: 0.5,
  standardMet: 0.3,
  valued: 2,
  pride: 2.1,
}

/** Nobody at all. */
const nobody: Usual = {
  ...poor,
  reached: { gave_up: 70, no_answer: 30 },
  addressed: { no: 1 },
  escalation: { not_offered: 94, offered: 6 },
  promise: { none: 1 },
  survey: { not_asked: 1 },
  standardMet: 0.06,
  valued: 1.4,
  pride: 1.4,
}

export const USUAL: Readonly<Record<Outcome, Usual>> = { good, cold, kind, poor, bot, nobody }

type Waits = Readonly<Record<Outcome, Weights<Exclude<Answers['wait'], null>>>>

/** How long it takes: while one waits, by mail and form, and in public, where answers are quick or do not come. */
export const WAITS: Readonly<Record<'live' | 'written' | 'social', Waits>> = {
  live: {
    good: { none: 16, under_1: 38, '1_to_3': 38, '3_to_10': 8 },
    cold: { none: 8, under_1: 34, '1_to_3': 36, '3_to_10': 20, over_10: 2 },
    kind: { none: 12, under_1: 26, '1_to_3': 38, '3_to_10': 22, over_10: 2 },
    poor: { under_1: 8, '1_to_3': 30, '3_to_10': 44, over_10: 18 },
    bot: { none: 1 },
    nobody: { '3_to_10': 45, over_10: 55 },
  },
  written: {
    good: { same_day: 26, next_day: 50, '2_to_3': 24 },
    cold: { same_day: 16, next_day: 44, '2_to_3': 34, '4_to_10': 6 },
    kind: { next_day: 40, '2_to_3': 46, '4_to_10': 14 },
    poor: { next_day: 10, '2_to_3': 46, '4_to_10': 44 },
    bot: { same_day: 1 },
    nobody: { '4_to_10': 1 },
  },
  social: {
    good: { same_day: 90, next_day: 10 },
    cold: { same_day: 80, next_day: 20 },
    kind: { same_day: 84, next_day: 16 },
    poor: { same_day: 40, next_day: 40, '2_to_3': 20 },
    bot: { same_day: 1 },
    nobody: { '2_to_3': 1 },
  },
}
