/**
 * Ways the answers could have been, one for each direction in which they can go while every shown sum stays as it is. When one more sum
 * is shown, any two ways that change it are put together so that it stays; what is left goes in all directions that are left, unless
 * whole numbers and their limits forbid one.
 */
import { mayGive, type Steps } from './disclosure_family.ts'
import type { Ways } from './disclosure_ways.ts'

export interface Move {
  /** What is more or fewer than in truth. */
  columns: Change
  /** The sums that change, and by how much. */
  sums: Change
}

/** Rising numbers, and by how much each differs: never by nothing. */
export interface Change {
  at: readonly number[]
  by: readonly number[]
}

/** Before anything is shown: of each unit, one contact goes from the kind most of them gave to any other. */
export function firstMoves(ways: Ways): Move[] {
  const columns = ways.kinds - 1

  return ways.units.flatMap((_, unit) => {
    const counts = Array.from({ length: ways.kinds }, (_, kind) => countOf(ways, unit, kind))
    const most = counts.indexOf(Math.max(...counts))

    return counts.flatMap((_, kind) => {
      const ends = [most, kind].filter((each) => each < columns).sort((a, b) => a - b)
      const change = { at: ends.map((each) => unit * columns + each), by: ends.map((each) => (each === most ? -1 : 1)) }

      return kind === most || !mayGive(ways.units[unit] ?? {}, kind) ? [] : (moveOf(ways, change) ?? [])
    })
  })
}

/** Those that leave one more sum as it is. */
export function movesKeeping(ways: Ways, moves: readonly Move[], sum: number, steps: Steps): Move[] {
  const kept = moves.filter((move) => keeps(move, sum))
  const changing = moves.filter((move) => !keeps(move, sum)).sort((a, b) => sizeOf(a) - sizeOf(b))
  const partners = Math.max(4, Math.min(MOST_PARTNERS, Math.floor(10_000 / (changing.length + 1))))
  for (const [i, move] of changing.entries()) {
    let best: Move | null = null
    for (let j = Math.max(0, i - partners); j < i; j++) {
      steps.left -= 2 * sizeOf(move)
      best = smaller(best, putTogether(ways, move, changing[j] as Move, sum, best ? sizeOf(best) : Infinity))
    }
    if (best) kept.push(best)
  }

  return kept
}

const MOST_PARTNERS = 24

/** Whether a sum stays as it is. */
export function keeps({ sums }: Move, sum: number): boolean {
  return !sums.at.includes(sum)
}

/** What is more or fewer by column, as a move; null where it could not be. */
export function moveFrom(ways: Ways, more: Int32Array): Move | null {
  const at: number[] = []
  for (let column = 0; column < more.length; column++) if (more[column] !== 0) at.push(column)
  const columns = { at, by: at.map((column) => more[column] as number) }

  return at.length > 0 && isPossible(ways, columns, 1) ? { columns, sums: sumsChanged(ways, columns) } : null
}

function amountOf({ sums }: Move, sum: number): number {
  const i = sums.at.indexOf(sum)

  return i === -1 ? 0 : (sums.by[i] as number)
}

/** The fewer columns and sums it touches, the more likely it lasts. */
function sizeOf({ columns, sums }: Move): number {
  return columns.at.length + sums.at.length
}

function smaller(one: Move | null, other: Move | null): Move | null {
  if (one === null || other === null) return one ?? other

  return sizeOf(other) < sizeOf(one) ? other : one
}

/** Null where that could not be, or is not smaller. */
function putTogether(ways: Ways, one: Move, other: Move, sum: number, than: number): Move | null {
  const [by, to] = [amountOf(one, sum), amountOf(other, sum)]
  const common = divisor(Math.abs(by), Math.abs(to))
  const [times, otherTimes] = [to / common, -by / common]
  const sums = added({ ...one.sums, times }, { ...other.sums, times: otherTimes }, than)
  const columns =
    sums && added({ ...one.columns, times }, { ...other.columns, times: otherTimes }, than - sums.at.length)
  if (sums === null || columns === null || columns.at.length === 0) return null
  if (isPossible(ways, columns, 1)) return { columns, sums }

  return isPossible(ways, columns, -1) ? { columns: contrary(columns), sums: contrary(sums) } : null
}

interface Times extends Change {
  times: number
}

/** Null where it would touch no fewer than so many. */
function added(one: Times, other: Times, than: number): Change | null {
  const [at, by]: [number[], number[]] = [[], []]
  for (let i = 0, j = 0; i < one.at.length || j < other.at.length; ) {
    const a = i < one.at.length ? (one.at[i] as number) : Infinity
    const b = j < other.at.length ? (other.at[j] as number) : Infinity
    let amount = 0
    if (a <= b) amount += one.times * (one.by[i++] as number)
    if (b <= a) amount += other.times * (other.by[j++] as number)
    if (amount === 0) continue
    if (at.length + 1 >= than) return null
    at.push(Math.min(a, b))
    by.push(amount)
  }

  return at.length < than ? { at, by } : null
}

function contrary({ at, by }: Change): Change {
  return { at, by: by.map((each) => -each) }
}

/** It, or its contrary; null where neither could be. */
function moveOf(ways: Ways, columns: Change): Move | null {
  const possible = isPossible(ways, columns, 1) ? columns : isPossible(ways, columns, -1) ? contrary(columns) : null

  return possible && { columns: possible, sums: sumsChanged(ways, possible) }
}

/** None below none, and not more than there are. */
function isPossible(ways: Ways, { at, by }: Change, sign: number): boolean {
  const each = ways.kinds - 1
  for (let i = 0; i < at.length; ) {
    const unit = Math.floor((at[i] as number) / each)
    let all = 0
    for (; i < at.length && (at[i] as number) < (unit + 1) * each; i++) {
      const more = sign * (by[i] as number)
      if ((ways.truth[at[i] as number] as number) + more < 0) return false
      all += more
    }
    if (all > 0 && all > countOf(ways, unit, each)) return false
  }

  return true
}

function sumsChanged({ sums, sumsAt }: Ways, columns: Change): Change {
  const amounts = sums.map(() => 0)
  for (let i = 0; i < columns.at.length; i++)
    for (const { sum, worth } of sumsAt[columns.at[i] as number] ?? [])
      amounts[sum] = (amounts[sum] as number) + worth * (columns.by[i] as number)
  const [at, by]: [number[], number[]] = [[], []]
  for (let sum = 0; sum < amounts.length; sum++)
    if (amounts[sum] !== 0) {
      at.push(sum)
      by.push(amounts[sum] as number)
    }

  return { at, by }
}

/** How many of a unit gave a kind in truth; the last kind has the rest. */
function countOf({ kinds, truth, units }: Ways, unit: number, kind: number): number {
  const first = unit * (kinds - 1)
  if (kind < kinds - 1) return truth[first + kind] as number
  let rest = units[unit]?.size ?? 0
  for (let column = first; column < first + kinds - 1; column++) rest -= truth[column] as number

  return rest
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}
