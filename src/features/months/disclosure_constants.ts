/**
 * What is the same in every way the answers could have been, as far as ways were seen: a released sum, and whatever else follows from
 * released sums, whole numbers and their limits. Arithmetic is modulo the prime of the tableau: a chance of one in ten million hides too
 * much, never too little.
 */
import type { Steps } from './disclosure_family.ts'
import type { Move } from './disclosure_moves.ts'
import { inverse, modulo, PRIME } from './disclosure_tableau.ts'
import type { Ways } from './disclosure_ways.ts'

/** Units nobody tells apart, by a shown cell or by what is known besides: what is secret of them is a number for each kind but the last, or of a mean one alone. */
export interface Secrets {
  groups: readonly { units: readonly number[]; leaders: readonly number[]; size: number }[]
  /** So many groups, which come first, are of too few leaders: no number of few leaders has anything to do with the others. */
  small: number
  /** The group of each unit; -1 where no shown cell speaks of it. */
  groupOf: Int32Array
  /** How many numbers a group has, and what each column of a unit adds to them. */
  each: number
  /** Of a mean. */
  worth: readonly number[] | null
}

export function secretsOf({ units, kinds, values }: Ways, enough: number, isSeen: (place: number) => boolean): Secrets {
  const together = Map.groupBy(units.keys(), (u) => keyOf(units[u] as Ways['units'][number], isSeen))
  together.delete('')
  const all = [...together.values()].map((members) => ({
    units: members,
    leaders: [...new Set(members.flatMap((u) => units[u]?.leaders ?? []))],
    size: members.reduce((sum, u) => sum + (units[u]?.size ?? 0), 0),
  }))
  const small = all.filter(({ leaders }) => leaders.length < enough)
  const groups = [...small, ...all.filter(({ leaders }) => leaders.length >= enough)]
  const groupOf = new Int32Array(units.length).fill(-1)
  for (const [group, { units: members }] of groups.entries()) for (const u of members) groupOf[u] = group
  const worth = values?.slice(0, -1).map((value) => value - (values.at(-1) ?? 0)) ?? null

  return { groups, small: small.length, groupOf, each: worth ? 1 : kinds - 1, worth }
}

/** Asked of thousands of units again and again. */
function keyOf({ places, apart }: Ways['units'][number], isSeen: (place: number) => boolean): string {
  let key = ''
  for (const place of places) if (isSeen(place)) key += `${place},`

  return key === '' || apart === undefined ? key : `${key}${apart}`
}

/** What is more or fewer in the numbers of each group, or of the first ones. */
function changeIn(
  secrets: Secrets,
  { columns: { at: there, by } }: Move,
  columns: number,
  first = secrets.groups.length,
): Float64Array {
  const { groupOf, each, worth } = secrets
  const change = new Float64Array(first * each)
  for (let i = 0; i < there.length; i++) {
    const column = there[i] as number
    const kind = column % columns
    const group = groupOf[(column - kind) / columns] as number
    if (group === -1 || group >= first) continue
    const at = worth ? group : group * each + kind
    change[at] = (change[at] as number) + (by[i] as number) * (worth ? (worth[kind] as number) : 1)
  }

  return change
}

/** What the ways looked at so far tell: the directions in which the numbers go, solved; and which kinds stand side by side in a group. */
export interface Seen {
  secrets: Secrets
  /** By the column each has for itself. */
  solved: (Direction | undefined)[]
  directions: number
  uses: Int32Array
  /** Marks of the kinds of each group of several that is not mixed yet. */
  unmixed: Map<number, number[]>
}

export function seenIn(ways: Ways, secrets: Secrets): Seen {
  const width = secrets.small * secrets.each
  const several = [...secrets.groups.keys()].filter((group) => (secrets.groups[group]?.size ?? 0) > 1)
  const marks = () => Array.from({ length: ways.kinds }, (_, kind) => kind)
  const seen: Seen = {
    ...{ secrets, solved: Array.from({ length: width }, () => undefined), directions: 0, uses: new Int32Array(width) },
    unmixed: new Map(several.map((group) => [group, marks()])),
  }
  lookForMixed(seen, ways, null, several)

  return seen
}

/** Looks at one more way; says whether it goes where none did before. */
export function lookAtMove(seen: Seen, ways: Ways, move: Move, steps: Steps): boolean {
  const change = changeIn(seen.secrets, move, ways.kinds - 1, seen.secrets.small)
  steps.left -= change.length * 20
  for (let j = 0; j < change.length; j++) if (change[j] !== 0) seen.uses[j] = (seen.uses[j] as number) + 1
  const mixes = seen.unmixed.size > 0 && lookForMixed(seen, ways, move, groupsOf(seen, ways, move))

  return addTo(seen, change) || mixes
}

function groupsOf({ unmixed, secrets }: Seen, ways: Ways, { columns }: Move): Set<number> {
  const groups = columns.at.map((column) => secrets.groupOf[Math.floor(column / (ways.kinds - 1))] as number)

  return new Set(groups.filter((group) => unmixed.has(group)))
}

/** Independent rows over the numbers of the groups, each of which came to the same in every way. */
export function constantsOf({ solved }: Seen): Float64Array[] {
  const free = [...solved.keys()].filter((j) => solved[j] === undefined)

  return complementOf(solved, free)
}

/** A row that was solved, and where it is not 0. */
interface Direction {
  at: Float64Array
  there: readonly number[]
}

/** Keeps the rows solved: each has a column of its own, the one fewest others use. Says whether this one adds anything. */
function addTo(seen: Seen, change: Float64Array): boolean {
  const { solved, uses } = seen
  for (let j = 0; j < change.length; j++) if ((change[j] as number) < 0) change[j] = modulo(change[j] as number)
  for (let j = 0; j < change.length; j++) {
    const known = change[j] === 0 ? undefined : solved[j]
    if (known) takeAway(change, known, change[j] as number)
  }
  let own = -1
  for (let j = 0; j < change.length; j++)
    if (change[j] !== 0 && (own === -1 || (uses[j] as number) < (uses[own] as number))) own = j
  if (own === -1) return false
  const factor = inverse(change[own] as number)
  if (factor !== 1) for (let j = 0; j < change.length; j++) change[j] = modulo((change[j] as number) * factor)
  const direction = { at: change, there: thereIn(change) }
  for (const row of solved) {
    const times = row?.at[own] ?? 0
    if (row === undefined || times === 0) continue
    takeAway(row.at, direction, times)
    row.there = thereIn(row.at)
  }
  solved[own] = direction
  seen.directions += 1

  return true
}

function thereIn(row: Float64Array): number[] {
  const there: number[] = []
  for (let j = 0; j < row.length; j++) if (row[j] !== 0) there.push(j)

  return there
}

function takeAway(from: Float64Array, { at, there }: Direction, times: number): void {
  for (let i = 0; i < there.length; i++) {
    const j = there[i] as number
    from[j] = modulo((from[j] as number) - times * (at[j] as number))
  }
}

function complementOf(solved: readonly (Direction | undefined)[], free: readonly number[]): Float64Array[] {
  const rows = free.map((j) => {
    const row = new Float64Array(solved.length)
    row[j] = 1

    return row
  })
  for (const [own, direction] of solved.entries())
    if (direction)
      for (const [i, row] of rows.entries()) {
        const value = direction.at[free[i] as number] as number
        if (value !== 0) row[own] = PRIME - value
      }

  return rows
}

/** The same residues as whole numbers or fractions of either sign, as small as there are. */
export function asNumbers(row: Float64Array): Float64Array {
  return row.map(fractionOf)
}

function fractionOf(residue: number): number {
  for (let below = 1; below <= MOST_BELOW; below++) {
    const above = modulo(residue * below)
    if (above <= MOST_ABOVE) return above / below
    if (PRIME - above <= MOST_ABOVE) return (above - PRIME) / below
  }

  return residue
}

const MOST_BELOW = 60
const MOST_ABOVE = 2_000

/**
 * Groups of several in which some kinds were never seen side by side: of each contact something may be known. By group, a kind that was
 * not seen beside those that are there in truth.
 */
export function unmixedIn({ unmixed, secrets }: Seen, ways: Ways): [number, number][] {
  return [...unmixed].map(([group, marks]) => {
    const [there = 0] = kindsIn(secrets.groups[group]?.units ?? [], ways, null)

    return [group, marks.findIndex((mark) => mark !== marks[there])]
  })
}

/** Kinds seen side by side carry one mark; of a mean any two will do, because it tells no others apart. */
function lookForMixed({ unmixed, secrets }: Seen, ways: Ways, move: Move | null, groups: Iterable<number>): boolean {
  let any = false
  for (const group of groups) {
    const marks = unmixed.get(group) as number[]
    const there = kindsIn(secrets.groups[group]?.units ?? [], ways, move)
    if (there.length < 2) continue
    const first = marks[there[0] as number] as number
    const joined = there.map((kind) => marks[kind])
    any ||= joined.some((mark) => mark !== first)
    for (const [kind, mark] of marks.entries()) if (joined.includes(mark)) marks[kind] = first
    if (secrets.worth || marks.every((mark) => mark === marks[0])) unmixed.delete(group)
  }

  return any
}

/** The kinds somebody of a group gave. */
function kindsIn(units: readonly number[], ways: Ways, move: Move | null): number[] {
  const columns = ways.kinds - 1
  const counts = Array.from({ length: ways.kinds }, () => 0)
  for (const u of units) {
    let rest = ways.units[u]?.size ?? 0
    for (let kind = 0; kind < columns; kind++) {
      const count = ways.truth[u * columns + kind] as number
      counts[kind] = (counts[kind] as number) + count
      rest -= count
    }
    counts[columns] = (counts[columns] as number) + rest
  }
  for (const [i, column] of move?.columns.at.entries() ?? []) {
    if (!units.includes(Math.floor(column / columns))) continue
    const by = move?.columns.by[i] as number
    counts[column % columns] = (counts[column % columns] as number) + by
    counts[columns] = (counts[columns] as number) - by
  }

  return counts.flatMap((count, kind) => (count > 0 ? [kind] : []))
}
