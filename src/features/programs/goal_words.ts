/** How good each drawing was, beside the bound nothing can be better than, in words. */
import { type Round, roundName } from './round.ts'

export interface Goal {
  name: string
  value: number
  bound: number
  because?: string
}

const NAMES: Readonly<Record<string, string>> = {
  loads: 'loads',
  coverage: 'coverage',
  scenarios: 'scenarios not repeated',
  dayparts: 'parts of the day',
  spacing: 'days between windows',
}

export interface Proof {
  round: string
  best: string[]
  rest: { name: string; words: string }[]
}

/** Rounds that keep their proof, newest first. */
export function goalsInWords(
  rounds: readonly (Pick<Round, 'period' | 'startsOn' | 'endsOn'> & { goals: readonly Goal[] })[],
  locale: string,
): Proof[] {
  return rounds
    .filter(({ goals }) => goals.length > 0)
    .toReversed()
    .map((round) => ({
      round: roundName(round, locale),
      best: round.goals.filter(isProven).map(nameOf),
      rest: round.goals
        .filter((goal) => !isProven(goal))
        .map((goal) => ({ name: nameOf(goal), words: restInWords(goal) })),
    }))
}

function isProven({ value, bound }: Goal): boolean {
  return value === bound
}

function nameOf({ name }: Goal): string {
  return NAMES[name] ?? name
}

function restInWords({ value, bound, because }: Goal): string {
  return `${figures.format(value)}, where nothing below ${figures.format(bound)} is possible. ${because ?? ''}`.trim()
}

/** Two decimals tell two drawings apart; what is proven is decided by all of them. */
const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 })
