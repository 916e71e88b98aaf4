/**
 * Rows of sums over columns, kept solved for a basis: what can be derived from sums by adding and taking away, exactly. Arithmetic is
 * modulo a prime, where a set of 0/1 rows of this size has the rank it has in the rationals but for chances of one in ten million;
 * a smaller rank by such a chance would hide too much, never too little of what a single derivation shows.
 */
export const PRIME = 67_108_859

export interface Tableau {
  /** Row after row: independent, solved, 1 in their own basis column and 0 in those of the others. */
  values: Float64Array
  /** The basis column of each row. */
  basis: Int32Array
  columns: number
}

/** Solves rows; each takes the column that `prefer` likes best (the higher, the better; below 0: none). Rows that others add up to are left out. */
export function solve(rows: readonly Float64Array[], prefer: (column: number) => number): Tableau {
  const columns = rows[0]?.length ?? 0
  const likes = Array.from({ length: columns }, (_, column) => prefer(column))
  const like = (column: number) => likes[column] as number
  const order = [...likes.keys()].filter((column) => like(column) >= 0).sort((a, b) => like(b) - like(a) || a - b)
  const tableau = { values: new Float64Array(rows.length * columns), basis: new Int32Array(rows.length), columns }
  for (const [row, values] of rows.entries()) tableau.values.set(values, row * columns)
  let solved = 0
  for (const column of order) {
    const at = rowWith(tableau, column, solved)
    if (at === -1) continue
    swapRows(tableau, at, solved)
    pivot(tableau, solved, column)
    solved += 1
    if (solved === rows.length) break
  }

  return { values: tableau.values.slice(0, solved * columns), basis: tableau.basis.slice(0, solved), columns }
}

/** The first row from `from` on that has anything in a column; -1: none. */
function rowWith({ values, basis, columns }: Tableau, column: number, from: number): number {
  for (let row = from; row < basis.length; row++) if (values[row * columns + column] !== 0) return row

  return -1
}

/** Becomes the same as another one of its size. */
export function copyInto(to: Tableau, from: Tableau): void {
  to.values.set(from.values)
  to.basis.set(from.basis)
}

export function copyOf({ values, basis, columns }: Tableau): Tableau {
  return { values: values.slice(), basis: basis.slice(), columns }
}

/** Makes a column the basis of a row; it must not be 0 there. */
export function pivot({ values, basis, columns }: Tableau, row: number, column: number): void {
  const own = row * columns
  const there = scale(values, own, columns, inverse(values[own + column] as number))
  basis[row] = column
  for (let other = 0; other < values.length; other += columns)
    if (other !== own && values[other + column] !== 0)
      takeAway(values, other, own, there, values[other + column] as number)
}

/** Multiplies a row; says where it has anything. */
function scale(values: Float64Array, own: number, columns: number, factor: number): number[] {
  const there: number[] = []
  for (let j = 0; j < columns; j++) {
    if (values[own + j] === 0) continue
    if (factor !== 1) values[own + j] = modulo((values[own + j] as number) * factor)
    there.push(j)
  }

  return there
}

function takeAway(values: Float64Array, from: number, row: number, there: readonly number[], times: number): void {
  for (let at = 0; at < there.length; at++) {
    const j = there[at] as number
    values[from + j] = modulo((values[from + j] as number) - times * (values[row + j] as number))
  }
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

function swapRows({ values, columns }: Tableau, a: number, b: number): void {
  if (a === b) return
  const kept = values.slice(a * columns, (a + 1) * columns)
  values.copyWithin(a * columns, b * columns, (b + 1) * columns)
  values.set(kept, b * columns)
}
