/**
 * What adding and taking away gives of few leaders. Of sums over groups of contacts some combination may leave contacts of fewer than
 * k leaders only; this finds such a combination, or shows that there is none.
 *
 * Any combination is one of the solved rows, weighted by what it leaves in their basis columns. So it leaves something in a basis
 * column; that column's leaders are among the few, and its place in the basis is taken by a column of others. Where no other column
 * can take it, the row itself is a leak; else the combination must leave something in one more basis column, and so on, at most k − 1
 * leaders deep. What was tried once as left is taken as not left from then on.
 */
import { copyOf, pivot, solve, type Tableau } from './disclosure_tableau.ts'

export interface Sums {
  /** One 0/1 row a sum. */
  rows: readonly Float64Array[]
  /** The different leaders of each column, and nobody twice. */
  leaders: readonly (readonly number[])[]
  /** Columns that are known already: they hide nobody. */
  isKnown: (column: number) => boolean
  /** So many different leaders hide each other. */
  enough: number
}

/** Steps a search may still take; shared by all of one closing, so that it ends at a count and never at a time. */
export interface Steps {
  left: number
}

/** The sum that is left, of too few leaders: what each column adds to it, columns that are known already among them. */
export type Leak = Float64Array

export interface Searched {
  leaks: Leak[]
  /** False where the steps ran out first. */
  complete: boolean
}

interface Search {
  sums: Sums
  steps: Steps
  leaks: Leak[]
  most: number
  /** Columns already tried as left over. */
  settled: Uint8Array
}

/** At most `most` leaks: enough to go on with. */
export function findLeaks(sums: Sums, steps: Steps, most = 12): Searched {
  const { rows, leaders, enough, isKnown } = sums
  if (rows.length === 0) return { leaks: [], complete: true }
  const tableau = solve(rows, (column) => (isKnown(column) ? -1 : Math.min(enough, leaders[column]?.length ?? 0)))
  const search: Search = { sums, steps, leaks: [], most, settled: new Uint8Array(tableau.columns) }
  for (const column of [...tableau.basis]) {
    if (search.leaks.length >= most || steps.left <= 0) break
    if (isFew(search, column, NOBODY)) tryLeft(search, copyOf(tableau), column)
    search.settled[column] = 1
  }

  return { leaks: search.leaks, complete: steps.left > 0 }
}

const NOBODY: ReadonlySet<number> = new Set()

function tryLeft(search: Search, tableau: Tableau, column: number): void {
  follow(search, tableau, column, new Set(search.sums.leaders[column]))
}

/** Everything a combination can be that leaves something in `column` and whose few include `few`. */
function follow(search: Search, tableau: Tableau, column: number, few: ReadonlySet<number>): void {
  search.steps.left -= tableau.rows.length * tableau.columns
  if (search.steps.left <= 0 || search.leaks.length >= search.most) return
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
    follow(search, copyOf(tableau), column, new Set([...few, ...(search.sums.leaders[next] ?? [])]))
    search.settled[next] = 1
    tried.push(next)
  }
  for (const each of tried) search.settled[each] = 0
}

/** Takes the columns of the few out of the basis; a row that has no other column is a leak. */
function makeRoom(search: Search, tableau: Tableau, few: ReadonlySet<number>): Leak | null {
  for (const [row, column] of tableau.basis.entries()) {
    if (!isLeft(search, column, few)) continue
    const other = (tableau.rows[row] as Float64Array).findIndex((value, j) => value !== 0 && !isLeft(search, j, few))
    if (other === -1) return tableau.rows[row] as Leak
    pivot(tableau, row, other)
  }

  return null
}

/** A row that goes through a column nobody's few can hold is given that column, and can leave nothing any more. */
function settleRows(search: Search, tableau: Tableau, column: number, few: ReadonlySet<number>): void {
  for (const row of rowsThrough(tableau, column)) {
    if (tableau.rows[row]?.[column] === 0 || !isFew(search, tableau.basis[row] as number, few)) continue
    const dead = (tableau.rows[row] as Float64Array).findIndex(
      (value, j) => value !== 0 && !isLeft(search, j, few) && !isFew(search, j, few),
    )
    if (dead !== -1) pivot(tableau, row, dead)
  }
}

function rowsThrough(tableau: Tableau, column: number): number[] {
  return tableau.rows.flatMap((row, i) => (row[column] === 0 ? [] : [i]))
}

/** All its leaders are among the few, and it may be left over; or it is known. */
function isLeft({ sums, settled }: Search, column: number, few: ReadonlySet<number>): boolean {
  if (sums.isKnown(column)) return true

  return settled[column] === 0 && (sums.leaders[column] ?? []).every((leader) => few.has(leader))
}

/** Its leaders could join the few. */
function isFew({ sums, settled }: Search, column: number, few: ReadonlySet<number>): boolean {
  if (settled[column] !== 0) return false
  const more = (sums.leaders[column] ?? []).filter((leader) => !few.has(leader)).length

  return few.size + more < sums.enough
}
