/** Every way the answers could have been, as far as it was seen: the true one, and others that leave the released sums as they are. */
import type { Family, FamilyCell, Unit } from './disclosure_family.ts'
import { type Move, moveFrom } from './disclosure_moves.ts'
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
  units: readonly (Pick<Unit, 'places' | 'may' | 'apart'> & { leaders: readonly number[]; size: number })[]
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

/** A way that was found: what is more or fewer than in truth, by column. */
export interface Way extends Move {
  more: Int32Array
}

export function waysOf(view: Family): Ways {
  const kinds = kindsOf(view)
  const columns = kinds.length - 1
  const truth = new Int32Array(view.units.length * columns)
  for (const [u, unit] of view.units.entries())
    for (let kind = 0; kind < columns; kind++) truth[u * columns + kind] = countIn(unit, kinds[kind] ?? [])

  const sums = sumsOf(view, kinds)

  return {
    units: view.units.map(({ places, leaders, counts, may, apart }) => ({
      ...{ places, may, apart },
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

/** Keeps a way that was found, if it is one and is new. What it leaves of the sums is worked out anew. */
export function keep(ways: Ways, more: Int32Array): Way | null {
  const move = moveFrom(ways, more)
  const key = move && `${move.columns.at}:${move.columns.by}`
  if (key === null || ways.known.has(key)) return null
  ways.known.add(key)
  const way = { more, ...move } as Way
  ways.seen.push(way)

  return way
}

/** Kinds that no cell tells apart are one. */
function kindsOf({ kinds, cells, values, others }: Family): number[][] {
  const all = Array.from({ length: kinds }, (_, kind) => kind)
  if (values || others) return all.map((kind) => [kind])
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
