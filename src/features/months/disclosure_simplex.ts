/**
 * The simplex method over ways the answers could have been, from one that is possible and with limits on every column (Dantzig;
 * bounded variables as in Chvátal, Linear Programming, ch. 8). Floating point: whatever it finds is worked out anew in whole numbers
 * before anything rests on it.
 */
import type { Steps } from './disclosure_family.ts'

export interface Simplex {
  /** Solved for the basis: columns of the answers, then one for each row. */
  rows: Float64Array[]
  basis: Int32Array
  /** The row a column is the basis of, or -1. */
  rowOf: Int32Array
  x: Float64Array
  low: Float64Array
  high: Float64Array
  answers: number
  steps: Steps
  random: () => number
}

/** What each column of the answers adds to a row, of those that add anything. */
export interface Row {
  columns: readonly number[]
  worth: readonly number[]
}

/** What is nearer counts as there. */
export const TINY = 1e-7

export function simplexOver(answers: number, rows: readonly Row[], steps: Steps, random: () => number): Simplex {
  const width = answers + rows.length

  return {
    rows: rows.map((row, i) => spread(row, answers + i, width)),
    basis: Int32Array.from(rows, (_, i) => answers + i),
    rowOf: Int32Array.from({ length: width }, (_, column) => (column < answers ? -1 : column - answers)),
    ...{ x: new Float64Array(width), low: new Float64Array(width), high: new Float64Array(width) },
    ...{ answers, steps, random },
  }
}

function spread({ columns, worth }: Row, own: number, width: number): Float64Array {
  const row = new Float64Array(width)
  for (const [i, column] of columns.entries()) row[column] = worth[i] as number
  row[own] = 1

  return row
}

/** Sets a column where it stands and how far it may go. */
export function put({ x, low, high }: Simplex, column: number, at: number, from: number, to: number): void {
  x[column] = at
  low[column] = from
  high[column] = to
}

/** Once everything is put: what may not move leaves the basis, where it would stand in the way at every step. */
export function settle(simplex: Simplex): void {
  for (let row = 0; row < simplex.rows.length; row++) leaveIfFixed(simplex, row)
}

function leaveIfFixed(simplex: Simplex, row: number): void {
  const column = simplex.basis[row] as number
  if (simplex.low[column] !== simplex.high[column] || column < simplex.answers) return
  const own = simplex.rows[row] as Float64Array
  let [best, room] = [-1, -1]
  for (let j = 0; j < own.length; j++) {
    if (simplex.rowOf[j] !== -1 || Math.abs(own[j] as number) < 0.01) continue
    const [low, high, x] = [simplex.low[j] as number, simplex.high[j] as number, simplex.x[j] as number]
    if (low === high) continue
    const wide = Math.min(1, x - low) + Math.min(1, high - x) + simplex.random() / 2
    if (wide > room) [best, room] = [j, wide]
  }
  if (best !== -1) pivot(simplex, row, best, null)
}

function pivot(simplex: Simplex, row: number, column: number, gain: Float64Array | null): void {
  const own = simplex.rows[row] as Float64Array
  const factor = 1 / (own[column] as number)
  const there: number[] = []
  for (let j = 0; j < own.length; j++) {
    const value = (own[j] as number) * factor
    if (Math.abs(value) < 1e-11) own[j] = 0
    else {
      own[j] = value
      there.push(j)
    }
  }
  own[column] = 1
  simplex.rowOf[simplex.basis[row] as number] = -1
  simplex.rowOf[column] = row
  simplex.basis[row] = column
  let touched = 1
  for (let i = 0; i < simplex.rows.length; i++)
    if (i !== row && takeAway(simplex.rows[i] as Float64Array, own, there, column)) touched += 1
  if (gain) takeAway(gain, own, there, column)
  simplex.steps.left -= own.length + touched * there.length
}

function takeAway(from: Float64Array, row: Float64Array, there: readonly number[], column: number): boolean {
  const times = from[column] as number
  if (times === 0) return false
  for (const j of there) {
    const left = (from[j] as number) - times * (row[j] as number)
    from[j] = Math.abs(left) < 1e-11 ? 0 : left
  }
  from[column] = 0

  return true
}

export type Climbed = 'stopped' | 'highest' | 'gave_up'

/**
 * Climbs until `at`, called at each new way, says to stop, or no way is higher. `goal` is by column and comes back as what moving each
 * column would still gain.
 */
export function climb(simplex: Simplex, goal: Float64Array, at: () => boolean): Climbed {
  for (const [row, column] of simplex.basis.entries()) {
    const times = goal[column] as number
    const own = simplex.rows[row] as Float64Array
    if (times !== 0) for (let j = 0; j < own.length; j++) goal[j] = (goal[j] as number) - times * (own[j] as number)
  }
  const most = 60 + 3 * simplex.rows.length
  for (let i = 0; i < most && simplex.steps.left > 0; i++) {
    const column = entering(simplex, goal)
    if (column === -1) return 'highest'
    if (step(simplex, column, goal) && at()) return 'stopped'
  }

  return 'gave_up'
}

/** By chance among what gains, because the steepest alone goes round in circles. */
function entering({ rowOf, x, low, high, random, steps }: Simplex, gain: Float64Array): number {
  let [best, most] = [-1, 0]
  steps.left -= gain.length
  for (let j = 0; j < gain.length; j++) {
    const by = gain[j] as number
    if (by < TINY && by > -TINY) continue
    if (rowOf[j] !== -1 || low[j] === high[j]) continue
    if (by > 0 ? (x[j] as number) > (high[j] as number) - TINY : (x[j] as number) < (low[j] as number) + TINY) continue
    const worth = Math.abs(by) * (0.5 + random())
    if (worth > most) [best, most] = [j, worth]
  }

  return best
}

/** Moves a column as far as the limits let it; says whether that was anywhere. */
function step(simplex: Simplex, column: number, gain: Float64Array): boolean {
  const { rows, x, low, high } = simplex
  const sign = (gain[column] as number) > 0 ? 1 : -1
  let far =
    sign > 0 ? (high[column] as number) - (x[column] as number) : (x[column] as number) - (low[column] as number)
  let [leaving, firmest] = [-1, 0]
  for (let row = 0; row < rows.length; row++) {
    const by = rows[row]?.[column] as number
    if (by < TINY && by > -TINY) continue
    const room = Math.max(0, roomFor(simplex, row, -sign * by))
    if (room > far + TINY) continue
    if (room < far - TINY || Math.abs(by) > firmest) [leaving, firmest] = [row, Math.abs(by)]
    far = Math.min(far, room)
  }
  if (far === Number.POSITIVE_INFINITY) return false
  if (far > 0) move(simplex, column, sign * far)
  if (leaving !== -1) pivot(simplex, leaving, column, gain)

  return far > TINY
}

/** How far a basis column can go when it moves by so much at each step. */
function roomFor({ basis, x, low, high }: Simplex, row: number, by: number): number {
  const column = basis[row] as number

  return by > 0
    ? ((high[column] as number) - (x[column] as number)) / by
    : ((x[column] as number) - (low[column] as number)) / -by
}

function move({ rows, basis, x }: Simplex, column: number, far: number): void {
  x[column] = (x[column] as number) + far
  for (let row = 0; row < rows.length; row++) {
    const by = rows[row]?.[column] as number
    if (by !== 0) x[basis[row] as number] = (x[basis[row] as number] as number) - by * far
  }
}

/** Whether a column and all that moves with it can go one up or down; then `at` is called there. */
export function eachNeighbour(simplex: Simplex, at: (x: Float64Array) => void): void {
  const there = new Float64Array(simplex.x.length)
  for (let column = 0; column < there.length; column++) {
    if (simplex.rowOf[column] !== -1 || simplex.low[column] === simplex.high[column]) continue
    simplex.steps.left -= simplex.rows.length
    for (const sign of [1, -1])
      if (isNeighbour(simplex, column, sign, there)) {
        at(there)
        break
      }
  }
}

function isNeighbour(
  { rows, basis, x, low, high, answers }: Simplex,
  column: number,
  sign: number,
  there: Float64Array,
): boolean {
  const own = (x[column] as number) + sign
  if (own > (high[column] as number) + TINY || own < (low[column] as number) - TINY) return false
  there.set(x)
  there[column] = own
  for (let row = 0; row < rows.length; row++) {
    const by = rows[row]?.[column] as number
    if (by === 0) continue
    const moved = basis[row] as number
    const to = (x[moved] as number) - sign * by
    if (to > (high[moved] as number) + TINY || to < (low[moved] as number) - TINY) return false
    if (moved < answers && Math.abs(to - Math.round(to)) > TINY) return false
    there[moved] = to
  }

  return true
}

export function isWhole({ x, answers }: Simplex): boolean {
  for (let column = 0; column < answers; column++)
    if (Math.abs((x[column] as number) - Math.round(x[column] as number)) > TINY) return false

  return true
}
