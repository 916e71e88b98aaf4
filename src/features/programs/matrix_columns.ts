/** Which rounds stand side by side: six at a time, always the same six together, so that a page keeps its place. */
import type { RoundPeriod } from './cadence.ts'
import type { Round } from './round.ts'

export const ROUNDS_A_PAGE = 6
export const LEADERS_A_PAGE = 50

export interface Column<R extends Round = Round> {
  number: number
  period: string
  startsOn: string
  endsOn: string
  /** Null: not planned yet. */
  round: R | null
}

/** Every round that is there, then the ones to come. */
export function listColumns<R extends Round>(stored: readonly R[], ahead: readonly RoundPeriod[]): Column<R>[] {
  return [
    ...stored.map((round) => ({ ...pick(round), round })),
    ...ahead.map(({ key, number, startsOn, endsOn }) => ({
      number,
      period: key,
      startsOn: startsOn.toString(),
      endsOn: endsOn.toString(),
      round: null,
    })),
  ].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
}

/** The page of six a round number lies on, counted from 1. */
export function pageOf(number: number): number {
  return Math.max(1, Math.ceil(number / ROUNDS_A_PAGE))
}

export function columnsOn<C extends Column>(columns: readonly C[], page: number): C[] {
  return columns.filter(({ number }) => pageOf(number) === page)
}

/** Where one looks first: at the round that runs or comes next. */
export function openingPage(columns: readonly Column[]): number {
  const first = columns.find(({ round }) => round?.state !== 'closed') ?? columns.at(-1)

  return pageOf(first?.number ?? 1)
}

function pick({ number, period, startsOn, endsOn }: Round) {
  return { number, period, startsOn, endsOn }
}
