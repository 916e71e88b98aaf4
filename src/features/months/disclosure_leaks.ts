/**
 * What adding and taking away gives of few leaders. Of sums over groups of contacts some combination may leave contacts of fewer than
 * k leaders only; this finds such a combination, or shows that there is none.
 *
 * Any combination is one of the solved rows, weighted by what it leaves in their basis columns. So it leaves something in a basis
 * column; that column's leaders are among the few, and its place in the basis is taken by a column of others. Where no other column
 * can take it, the row itself is a leak; else the combination must leave something in one more basis column, and so on, at most k − 1
 * leaders deep. What was tried once as left is taken as not left from then on.
 */
import type { Steps } from './disclosure_family.ts'
import { copyInto, copyOf, pivot, solve, type Tableau } from './disclosure_tableau.ts'

export interface Sums {
  /** A row for each sum: what each column adds to it, modulo the prime of the tableau. */
  rows: readonly Float64Array[]
  /** The different leaders of each column, and nobody twice. */
  leaders: readonly (readonly number[])[]
  /** Columns that are known already: they hide nobody. */
  isKnown: (column: number) => boolean
  /** So many different leaders hide each other. */
  enough: number
}

/** The sum that is left, of too few leaders: what each column adds to it, columns that are known already among them. */
export type Leak = Float64Array

interface Search {
  sums: Sums
  steps: Steps
  leaks: Leak[]
  most: number
  /** Columns already tried as left over. */
  settled: Uint8Array
  /** One to work in for each number of few, because a new one each time would take longer than the work. */
  tableaus: Tableau[]
}

/** At most `most` leaks, which is enough to go on with; null where the steps ran out first. */
export function findLeaks(sums: Sums, steps: Steps, most: number): Leak[] | null {
  const { rows, leaders, enough, isKnown } = sums
  if (rows.length === 0) return []
  const solved = solve(rows, (column) => (isKnown(column) ? -1 : Math.min(enough, leaders[column]?.length ?? 0)))
  const search: Search = { sums, steps, leaks: [], most, settled: new Uint8Array(solved.columns), tableaus: [] }
  for (const column of solved.basis) {
    if (search.leaks.length >= most || steps.left <= 0) break
    if (isFew(search, column, [])) follow(search, solved, column, leaders[column] ?? [])
    search.settled[column] = 1
  }

  return steps.left > 0 ? search.leaks : null
}

function copied({ tableaus }: Search, from: Tableau, depth: number): Tableau {
  const tableau = tableaus[depth] ?? copyOf(from)
  tableaus[depth] = tableau
  copyInto(tableau, from)

  return tableau
}

/** Everything a combination can be that leaves something in `column` and whose few include `few`, who are more at each turn. */
function follow(search: Search, from: Tableau, column: number, few: readonly number[]): void {
  search.steps.left -= from.values.length
  if (search.steps.left <= 0 || search.leaks.length >= search.most) return
  const tableau = copied(search, from, few.length)
  const leak = makeRoom(search, tableau, few)
  if (leak) {
    search.leaks.push(leak)
    return
  }
  settleRows(search, tableau, column, few)
  const tried: number[] = []
  for (const row of rowsThrough(tableau, column)) {
    const next = tableau.basis[row] as number
    if (!isFew(search, next, few)) continue
    const more = (search.sums.leaders[next] ?? []).filter((leader) => !few.includes(leader))
    follow(search, tableau, column, [...few, ...more])
    search.settled[next] = 1
    tried.push(next)
  }
  for (const each of tried) search.settled[each] = 0
}

/** Takes the columns of the few out of the basis; a row that has no other column is a leak. */
function makeRoom(search: Search, tableau: Tableau, few: readonly number[]): Leak | null {
  const { values, basis, columns } = tableau
  for (let row = 0; row < basis.length; row++) {
    if (!isLeft(search, basis[row] as number, few)) continue
    let other = 0
    for (; other < columns; other++) if (values[row * columns + other] !== 0 && !isLeft(search, other, few)) break
    if (other === columns) return values.slice(row * columns, (row + 1) * columns)
    pivot(tableau, row, other)
  }

  return null
}

/** A row that goes through a column nobody's few can hold is given that column, and can leave nothing any more. */
function settleRows(search: Search, tableau: Tableau, column: number, few: readonly number[]): void {
  const { values, basis, columns } = tableau
  for (const row of rowsThrough(tableau, column)) {
    if (values[row * columns + column] === 0 || !isFew(search, basis[row] as number, few)) continue
    for (let j = 0; j < columns; j++) {
      if (values[row * columns + j] === 0 || isLeft(search, j, few) || isFew(search, j, few)) continue
      pivot(tableau, row, j)
      break
    }
  }
}

function rowsThrough({ values, basis, columns }: Tableau, column: number): number[] {
  const rows: number[] = []
  for (let row = 0; row < basis.length; row++) if (values[row * columns + column] !== 0) rows.push(row)

  return rows
}

/** All its leaders are among the few, and it may be left over; or it is known. */
function isLeft({ sums, settled }: Search, column: number, few: readonly number[]): boolean {
  if (sums.isKnown(column)) return true

  return settled[column] === 0 && joining(sums, column, few) === 0
}

/** Its leaders could join the few. */
function isFew({ sums, settled }: Search, column: number, few: readonly number[]): boolean {
  return settled[column] === 0 && few.length + joining(sums, column, few) < sums.enough
}

/** How many of its leaders are not among the few. */
function joining({ leaders }: Sums, column: number, few: readonly number[]): number {
  const own = leaders[column] as readonly number[]
  let more = 0
  for (let i = 0; i < own.length; i++) if (!few.includes(own[i] as number)) more += 1

  return more
}
