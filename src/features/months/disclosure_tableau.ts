/**
 * Rows of sums over columns, kept solved for a basis: what can be derived from sums by adding and taking away, exactly. Arithmetic is
 * modulo a prime, where a set of 0/1 rows of this size has the rank it has in the rationals but for chances of one in ten million;
 * a smaller rank by such a chance would hide too much, never too little of what a single derivation shows.
 */
export const PRIME = 67_108_859

export interface Tableau {
  /** Independent rows, solved: 1 in their own basis column, 0 in those of the others. */
  rows: Float64Array[]
  /** The basis column of each row. */
  basis: number[]
  columns: number
}

/** Solves rows; each takes the column that `prefer` likes best (the higher, the better; below 0: none). Rows that others add up to are left out. */
export function solve(rows: readonly Float64Array[], prefer: (column: number) => number): Tableau {
  const columns = rows[0]?.length ?? 0
  const likes = Array.from({ length: columns }, (_, column) => prefer(column))
  const like = (column: number) => likes[column] as number
  const order = [...likes.keys()].filter((column) => like(column) >= 0).sort((a, b) => like(b) - like(a) || a - b)
  const tableau: Tableau = { rows: [...rows], basis: [], columns }
  let solved = 0
  for (const column of order) {
    const at = tableau.rows.findIndex((row, i) => i >= solved && row[column] !== 0)
    if (at === -1) continue
    swapRows(tableau, at, solved)
    pivot(tableau, solved, column)
    solved += 1
    if (solved === rows.length) break
  }
  tableau.rows.length = solved

  return tableau
}

/** Rows are never changed in place, so copies share those that stay. */
export function copyOf({ rows, basis, columns }: Tableau): Tableau {
  return { rows: [...rows], basis: [...basis], columns }
}

/** Makes a column the basis of a row; it must not be 0 there. */
export function pivot({ rows, basis }: Tableau, row: number, column: number): void {
  basis[row] = column
  const own = scaled(rows[row] as Float64Array, column)
  rows[row] = own
  const there: number[] = []
  for (let j = 0; j < own.length; j++) if (own[j] !== 0) there.push(j)
  for (let i = 0; i < rows.length; i++) {
    const times = rows[i]?.[column] as number
    if (i !== row && times !== 0) rows[i] = less(rows[i] as Float64Array, own, there, times)
  }
}

function scaled(row: Float64Array, column: number): Float64Array {
  const factor = inverse(row[column] as number)
  if (factor === 1) return row
  const own = new Float64Array(row.length)
  for (let j = 0; j < row.length; j++) if (row[j] !== 0) own[j] = modulo((row[j] as number) * factor)

  return own
}

function less(from: Float64Array, row: Float64Array, there: readonly number[], times: number): Float64Array {
  const left = from.slice()
  for (let at = 0; at < there.length; at++) {
    const j = there[at] as number
    left[j] = modulo((left[j] as number) - times * (row[j] as number))
  }

  return left
}

/** Exact below 2^52; quicker than the remainder of floating point, and than dividing. Multiplying is off by one prime at most. */
export function modulo(value: number): number {
  const left = value - PRIME * Math.floor(value * SHARE)
  if (left < 0) return left + PRIME

  return left >= PRIME ? left - PRIME : left
}

const SHARE = 1 / PRIME

/** By Fermat: the prime less two is the exponent of the inverse. */
export function inverse(value: number): number {
  if (value === 1 || value === PRIME - 1) return value
  let [result, base, exponent] = [1, value, PRIME - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = modulo(result * base)
    base = modulo(base * base)
    exponent = Math.floor(exponent / 2)
  }

  return result
}

function swapRows({ rows }: Tableau, a: number, b: number): void {
  const kept = rows[a] as Float64Array
  rows[a] = rows[b] as Float64Array
  rows[b] = kept
}
