/**
 * Somebody who reads what everybody may read, knows who made which contact where, and goes through every way two million answers could
 * have been: yes or no, a bit for each contact. Shares nothing with what decides on the release.
 */
export interface Read {
  /** The contacts a published number speaks of, a bit each, and how many of them said yes. */
  members: number
  yes: number
}

/** Leaders, fewer than `enough`, of whose answers some sum comes to the same in every world; null: nobody's. */
export function fixedOf(leaders: readonly string[], truth: number, read: readonly Read[], enough: number) {
  const free = leaders.length - rankOf(read.map(({ members }) => bitsOf(members, leaders.length)))
  const directions = directionsFrom(leaders.length, truth, read, free)
  const everybody = [...new Set(leaders)]
  for (let some = 1; some < 2 ** everybody.length; some++) {
    const few = everybody.filter((_, i) => (some >> i) & 1)
    const theirs = [...leaders.keys()].filter((i) => few.includes(leaders[i] ?? ''))
    if (few.length < enough && rankOf(directions.map((row) => theirs.map((i) => row[i] ?? 0))) < theirs.length)
      return few
  }

  return null
}

/** Odd, so that every world comes once, and far from the one before it. */
const SPREAD = 0x9e3779b1

/** What can differ from the truth, as far as it is independent. */
function directionsFrom(contacts: number, truth: number, read: readonly Read[], most: number): number[][] {
  const inOrder = [...read].sort((a, b) => countOf(b.members) - countOf(a.members))
  const directions: number[][] = []
  const solved: number[][] = []
  for (let i = 0; i < 2 ** contacts && directions.length < most; i++) {
    const world = Math.imul(i, SPREAD) & (2 ** contacts - 1)
    if (inOrder.some(({ members, yes }) => countOf(world & members) !== yes)) continue
    const change = bitsOf(world, contacts).map((bit, i) => bit - ((truth >> i) & 1))
    if (addTo(solved, change)) directions.push(change)
  }

  return directions
}

export function rankOf(rows: readonly (readonly number[])[]): number {
  const solved: number[][] = []
  for (const row of rows) addTo(solved, row)

  return solved.length
}

/** Whether a row is none of those before it put together. */
export function addTo(solved: number[][], row: readonly number[]): boolean {
  const left = [...row]
  for (const other of solved) {
    const first = other.findIndex((value) => value !== 0)
    const times = (left[first] ?? 0) / (other[first] ?? 1)
    if (times !== 0) for (const [i, value] of other.entries()) left[i] = tidy((left[i] ?? 0) - times * value)
  }
  const isNew = left.some((value) => value !== 0)
  if (isNew) solved.push(left)

  return isNew
}

function tidy(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value
}

function bitsOf(number: number, contacts: number): number[] {
  return Array.from({ length: contacts }, (_, i) => (number >> i) & 1)
}

function countOf(bits: number): number {
  let left = bits - ((bits >> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >> 2) & 0x33333333)

  return (((left + (left >> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}
