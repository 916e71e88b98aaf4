/** Every way the answers could have been, as far as it was seen: the true one, and others that leave the released sums as they are. */
import type { Family, FamilyCell, Unit } from './disclosure_family.ts'
import type { Row } from './disclosure_simplex.ts'

/** A released sum: what each column adds to it, of those columns that add anything. */
export interface Sum extends Row {
  /** The cells that say it. */
  saidBy: readonly number[]
}

/**
 * How many of a unit gave a kind of answer, for every kind but the last, which has the rest: a column each. `kinds` are those some
 * cell tells apart.
 */
export interface Ways {
  units: readonly { places: readonly number[]; leaders: readonly number[]; size: number }[]
  kinds: number
  /** What each kind is worth where only that is secret. */
  values: readonly number[] | null
  truth: Int32Array
  sums: readonly Sum[]
  /** The sums each column adds to. */
  sumsAt: readonly (readonly { sum: number; worth: number }[])[]
  seen: Way[]
  known: Set<string>
}

/** What is more or fewer than in truth, by column; and the sums that would be others. */
export interface Way {
  more: Int32Array
  /** The columns where it is not the same. */
  there: readonly number[]
  breaks: readonly number[]
  /** How often it showed what no way before it did. */
  useful: number
}

export function waysOf(view: Family): Ways {
  const kinds = kindsOf(view)
  const columns = kinds.length - 1
  const truth = new Int32Array(view.units.length * columns)
  for (const [u, unit] of view.units.entries())
    for (let kind = 0; kind < columns; kind++) truth[u * columns + kind] = countIn(unit, kinds[kind] ?? [])

  const sums = sumsOf(view, kinds)

  return {
    units: view.units.map(({ places, leaders, counts }) => ({
      places,
      leaders: [...new Set(leaders.flat())],
      size: counts.reduce((sum, count) => sum + count, 0),
    })),
    kinds: kinds.length,
    values: view.values && kinds.map(([kind = 0]) => view.values?.[kind] ?? 0),
    ...{ truth, sums, sumsAt: sumsByColumn(sums, truth.length), seen: [], known: new Set<string>() },
  }
}

function sumsByColumn(sums: readonly Sum[], columns: number) {
  const at = Array.from({ length: columns }, (): { sum: number; worth: number }[] => [])
  for (const [sum, { columns: own, worth }] of sums.entries())
    for (const [i, column] of own.entries()) at[column]?.push({ sum, worth: worth[i] ?? 0 })

  return at
}

/** Keeps a way that was found, if it is one: none below none, and not more than there are. What it leaves of the sums is worked out anew. */
export function keep(ways: Ways, more: Int32Array): Way | null {
  const there: number[] = []
  for (let column = 0; column < more.length; column++) if (more[column] !== 0) there.push(column)
  const key = there.map((column) => `${column}:${more[column]}`).join()
  if (there.length === 0 || ways.known.has(key) || !isPossible(ways, more, there)) return null
  ways.known.add(key)
  const way = { more, there, breaks: brokenBy(ways, more, there), useful: 0 }
  ways.seen.push(way)

  return way
}

function isPossible({ units, kinds, truth }: Ways, more: Int32Array, there: readonly number[]): boolean {
  const columns = kinds - 1
  for (const touched of there) {
    const u = Math.floor(touched / columns)
    let all = 0
    for (let column = u * columns; column < (u + 1) * columns; column++) {
      const count = (truth[column] as number) + (more[column] as number)
      if (count < 0) return false
      all += count
    }
    if (all > (units[u]?.size ?? 0)) return false
  }

  return true
}

function brokenBy({ sums, sumsAt }: Ways, more: Int32Array, there: readonly number[]): number[] {
  const change = new Float64Array(sums.length)
  for (const column of there)
    for (const { sum, worth } of sumsAt[column] as Ways['sumsAt'][number])
      change[sum] = (change[sum] as number) + worth * (more[column] as number)
  const broken: number[] = []
  for (let sum = 0; sum < change.length; sum++) if (change[sum] !== 0) broken.push(sum)

  return broken
}

/** Kinds that no cell tells apart are one. */
function kindsOf({ kinds, cells, values }: Family): number[][] {
  const all = Array.from({ length: kinds }, (_, kind) => kind)
  if (values) return all.map((kind) => [kind])
  const cuts = [...new Set(cells.flatMap((cell) => cell.cuts))]
  const sides = Map.groupBy(all, (kind) => cuts.map((cut) => (cut >> kind) & 1).join(''))

  return [...sides.values()]
}

function countIn({ counts }: Unit, kinds: readonly number[]): number {
  return kinds.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
}

/** Several cells of a place may say the same sum. */
function sumsOf(view: Family, kinds: readonly (readonly number[])[]): Sum[] {
  const said = new Map<string, { place: number; worth: number[]; saidBy: number[] }>()
  for (const [i, cell] of view.cells.entries())
    for (const worth of worthsOf(view, cell, kinds)) {
      const key = `${cell.place}:${worth}`
      const sum = said.get(key) ?? { place: cell.place, worth, saidBy: [] }
      said.set(key, sum)
      sum.saidBy.push(i)
    }

  return [...said.values()].map((sum) => ({ saidBy: sum.saidBy, ...spread(view, sum) }))
}

/** What each kind adds to a sum, less what the last kind adds. */
function worthsOf({ values }: Family, { cuts }: FamilyCell, kinds: readonly (readonly number[])[]): number[][] {
  const worths = values
    ? cuts.length === 0
      ? []
      : [kinds.map(([kind = 0]) => values[kind] ?? 0), kinds.map(([kind = 0]) => (values[kind] ?? 0) ** 2)]
    : cuts.map((cut) => kinds.map(([kind = 0]) => (cut >> kind) & 1))

  return worths.map((worth) => worth.slice(0, -1).map((each) => each - (worth.at(-1) ?? 0)))
}

function spread({ units }: Family, { place, worth }: { place: number; worth: readonly number[] }) {
  const there = [...units.keys()].filter((u) => units[u]?.places.includes(place))
  const terms = there.flatMap((u) => worth.map((each, kind) => [u * worth.length + kind, each] as const))
  const adding = terms.filter(([, each]) => each !== 0)

  return { columns: adding.map(([column]) => column), worth: adding.map(([, each]) => each) }
}
