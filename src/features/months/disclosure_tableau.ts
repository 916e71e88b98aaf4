/**
 * Rows of sums over columns, kept solved for a basis: what can be derived from sums by adding and taking away, exactly. Arithmetic is
 * modulo a prime, where a set of 0/1 rows of this size has the rank it has in the rationals but for chances of one in ten million;
 * a smaller rank by such a chance would hide too much, never too little of what a single derivation shows.
 */
export const PRIME = 67_108_859

export interface Tableau {
  /** Independent rows, solved: 1 in their own basis column, 0 in those of the others. */
  rows: Float64Array[]
  /** How each row is put together from the rows it began as. */
  from: Float64Array[]
  /** The basis column of each row. */
  basis: number[]
  columns: number
}

/** Solves 0/1 rows; each takes the column that `prefer` likes best (the higher, the better). Rows that others add up to are left out. */
export function solve(rows: readonly Float64Array[], prefer: (column: number) => number): Tableau {
  const columns = rows[0]?.length ?? 0
  const order = Array.from({ length: columns }, (_, column) => column).sort((a, b) => prefer(b) - prefer(a) || a - b)
  const tableau: Tableau = { rows: rows.map((row) => row.slice()), from: unit(rows.length), basis: [], columns }
  let solved = 0
  for (const column of order) {
    const at = tableau.rows.findIndex((row, i) => i >= solved && row[column] !== 0)
    if (at === -1) continue
    swapRows(tableau, at, solved)
    tableau.basis[solved] = column
    clear(tableau, solved, column)
    solved += 1
    if (solved === rows.length) break
  }
  tableau.rows.length = solved
  tableau.from.length = solved

  return tableau
}

export function copyOf({ rows, from, basis, columns }: Tableau): Tableau {
  return {
    rows: rows.map((row) => row.slice()),
    from: from.map((row) => row.slice()),
    basis: [...basis],
    columns,
  }
}

/** Makes a column the basis of a row; it must not be 0 there. */
export function pivot(tableau: Tableau, row: number, column: number): void {
  tableau.basis[row] = column
  clear(tableau, row, column)
}

function clear(tableau: Tableau, row: number, column: number): void {
  const own = tableau.rows[row] as Float64Array
  const factor = inverse(own[column] as number)
  const [there, made] = [scaled(own, factor), scaled(tableau.from[row] as Float64Array, factor)]
  for (let i = 0; i < tableau.rows.length; i++) {
    const other = tableau.rows[i] as Float64Array
    const times = other[column] as number
    if (i === row || times === 0) continue
    takeAway(other, own, there, times)
    takeAway(tableau.from[i] as Float64Array, tableau.from[row] as Float64Array, made, times)
  }
}

/** Multiplies a row in place and says where it is not 0. */
function scaled(row: Float64Array, factor: number): number[] {
  const there: number[] = []
  for (let j = 0; j < row.length; j++) {
    const value = row[j] as number
    if (value === 0) continue
    if (factor !== 1) row[j] = (value * factor) % PRIME
    there.push(j)
  }

  return there
}

function takeAway(from: Float64Array, row: Float64Array, there: readonly number[], times: number): void {
  for (const j of there) {
    const left = ((from[j] as number) - times * (row[j] as number)) % PRIME
    from[j] = left < 0 ? left + PRIME : left
  }
}

/** By Fermat: the prime less two is the exponent of the inverse. */
export function inverse(value: number): number {
  if (value === 1) return 1
  let [result, base, exponent] = [1, value, PRIME - 2]
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % PRIME
    base = (base * base) % PRIME
    exponent = Math.floor(exponent / 2)
  }

  return result
}

function unit(size: number): Float64Array[] {
  return Array.from({ length: size }, (_, i) => {
    const row = new Float64Array(size)
    row[i] = 1

    return row
  })
}

function swapRows(tableau: Tableau, a: number, b: number): void {
  for (const list of [tableau.rows, tableau.from]) {
    const kept = list[a] as Float64Array
    list[a] = list[b] as Float64Array
    list[b] = kept
  }
}
