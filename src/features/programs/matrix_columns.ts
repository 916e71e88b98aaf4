/** Which rounds stand side by side: six at a time, and first of all those around now. */
import type { RoundPeriod } from './cadence.ts'
import type { Round } from './round.ts'

const ROUNDS_A_PAGE = 6
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

/** Six of them from the round with this number on; the last six where there are no more. */
export function columnsFrom<C extends Column>(columns: readonly C[], number: number): C[] {
  const asked = columns.findIndex((column) => column.number >= number)
  const from = asked === -1 ? columns.length : asked
  const first = Math.max(0, Math.min(from, columns.length - ROUNDS_A_PAGE))

  return columns.slice(first, first + ROUNDS_A_PAGE)
}

/** Where one looks first: at the round that runs or comes next, three before it and two after it. */
export function openingNumber(columns: readonly Column[], today: Temporal.PlainDate): number {
  const day = today.toString()
  const running = columns.findIndex(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn)
  const now = running === -1 ? columns.findIndex(({ round }) => round?.state !== 'closed') : running
  const at = now === -1 ? columns.length - 1 : now

  return columns[Math.max(0, at - ROUNDS_BEFORE)]?.number ?? 1
}

const ROUNDS_BEFORE = 3

/** The six before these and the six after them, where there are any. */
export function neighbours<C extends Column>(columns: readonly C[], shown: readonly C[]): { before: C[]; after: C[] } {
  const first = columns.findIndex(({ number }) => number === shown[0]?.number)
  const last = first + shown.length

  return {
    before: columns.slice(Math.max(0, first - ROUNDS_A_PAGE), Math.max(0, first)),
    after: columns.slice(last, last + ROUNDS_A_PAGE),
  }
}

function pick({ number, period, startsOn, endsOn }: Round) {
  return { number, period, startsOn, endsOn }
}
