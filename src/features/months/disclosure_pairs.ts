/**
 * One kind of answer exchanged for another while all the other kinds stay where they are: a small problem for each two kinds. Where
 * there are only two kinds it is the whole one; else the whole one is there too, for what no exchange of two reaches.
 */
import type { Band, Bands, Bounds } from './disclosure_bands.ts'
import { mayGive, type Steps } from './disclosure_family.ts'
import { put, type Row, type Simplex, settle, simplexOver } from './disclosure_simplex.ts'
import type { Sum, Ways } from './disclosure_ways.ts'

export interface Exchange {
  /** Null: all kinds at once. */
  kinds: readonly [number, number] | null
  simplex: Simplex
  /** By row: the sums that hold it. */
  sums: readonly (readonly number[])[]
  /** In the rows after those: bands of several units. */
  bands: readonly Band[]
}

/** From which way it goes, and within the bounds of which base. */
export interface Start {
  more: Int32Array | null
  base: number
}

/** Bands are of two kinds. */
export function exchangesOver(ways: Ways, bands: Bands, steps: Steps, random: () => number): Exchange[] {
  const all = Array.from({ length: ways.kinds }, (_, kind) => kind)
  const pairs = all.flatMap((from) => all.filter((to) => to > from).map((to): [number, number] => [from, to]))

  return pairs.map((kinds) => exchangeOf({ ways, bands, kinds }, steps, random))
}

function exchangeOf(
  { ways, bands: { all: bands }, kinds }: { ways: Ways; bands: Bands; kinds: [number, number] },
  steps: Steps,
  random: () => number,
): Exchange {
  const rows = new Map<string, { row: Row; sums: number[] }>()
  for (const [i, sum] of ways.sums.entries()) {
    const columns = unitsMoving(ways, sum, kinds)
    const row = rows.get(columns.join()) ?? { row: { columns, worth: columns.map(() => 1) }, sums: [] }
    if (columns.length > 0) rows.set(columns.join(), row)
    row.sums.push(i)
  }
  const all = [...rows.values()]
  const several = bands.filter(({ units }) => units.length > 1)
  const banded = several.map(({ units }) => ({ columns: units, worth: units.map(() => 1) }))
  const simplex = simplexOver(ways.units.length, [...all.map(({ row }) => row), ...banded], steps, random)

  return { kinds, simplex, sums: all.map(({ sums }) => sums), bands: several }
}

/** In one sum every unit gains the same by the exchange, or nothing. */
function unitsMoving({ kinds: all }: Ways, { columns, worth }: Sum, [from, to]: readonly [number, number]): number[] {
  const gain = new Map<number, number>()
  for (const [i, column] of columns.entries()) {
    const [unit, kind] = [Math.floor(column / (all - 1)), column % (all - 1)]
    const by = kind === from ? 1 : kind === to ? -1 : 0
    if (by !== 0) gain.set(unit, (gain.get(unit) ?? 0) + by * (worth[i] as number))
  }

  return [...gain].filter(([, by]) => by !== 0).map(([unit]) => unit)
}

/** All kinds at once, with a row for each unit: nobody has given two answers. */
export function wholeOf(ways: Ways, steps: Steps, random: () => number): Exchange {
  const own = ways.units.map((_, unit) => Array.from({ length: ways.kinds - 1 }, (_, i) => unit * (ways.kinds - 1) + i))
  const rests = own.map((columns) => ({ columns, worth: columns.map(() => 1) }))
  const simplex = simplexOver(ways.truth.length, [...ways.sums, ...rests], steps, random)

  return { kinds: null, simplex, sums: ways.sums.map((_, i) => [i]), bands: [] }
}

/** Goes to a way that is possible; the sums that are shown may not move, the others may as they like. */
export function beginAt(
  exchange: Exchange,
  { ways, bands }: { ways: Ways; bands: Bands },
  { more, base }: Start,
  isShown: (sum: number) => boolean,
): void {
  const { simplex, sums, kinds } = exchange
  for (const [row, held] of sums.entries()) {
    const far = held.some(isShown) ? 0 : Number.POSITIVE_INFINITY
    put(simplex, simplex.answers + row, 0, -far, far)
  }
  for (const [i, band] of exchange.bands.entries()) {
    const [least, most] = band.bounds[base] as Bounds
    const count = band.units.reduce((sum, unit) => sum + countIn(ways, unit, 0, more), 0)
    put(simplex, simplex.answers + sums.length + i, 0, count - most, count - least)
  }
  for (let unit = 0; unit < ways.units.length; unit++)
    if (kinds) putPair(simplex, ways, unit, { kinds, more, bounds: boundsOf(bands, unit, base) })
    else putAll(exchange, ways, unit, more)
  settle(simplex)
}

/** Of a unit that is a band by itself. */
export function boundsOf({ all, of }: Bands, unit: number, base: number): Bounds | null {
  const band = all[of[unit] as number]

  return band?.units.length === 1 ? (band.bounds[base] as Bounds) : null
}

function putPair(
  simplex: Simplex,
  ways: Ways,
  unit: number,
  {
    kinds: [from, to],
    more,
    bounds,
  }: { kinds: readonly [number, number]; more: Int32Array | null; bounds: Bounds | null },
) {
  const [count, own] = [countIn(ways, unit, from, more), ways.units[unit] ?? {}]
  if (!mayGive(own, from) || !mayGive(own, to)) return put(simplex, unit, count, count, count)
  const [least, most] = bounds ?? [0, Number.POSITIVE_INFINITY]
  put(simplex, unit, count, Math.max(0, least), Math.min(most, count + countIn(ways, unit, to, more)))
}

function putAll({ simplex, sums }: Exchange, ways: Ways, unit: number, more: Int32Array | null): void {
  const [columns, own] = [ways.kinds - 1, ways.units[unit]]
  const most = (kind: number) => (own && mayGive(own, kind) ? own.size : 0)
  for (let kind = 0; kind < columns; kind++)
    put(simplex, unit * columns + kind, countIn(ways, unit, kind, more), 0, most(kind))
  put(simplex, simplex.answers + sums.length + unit, countIn(ways, unit, columns, more), 0, most(columns))
}

/** How many of a unit gave a kind. */
export function countIn({ units, kinds, truth }: Ways, unit: number, kind: number, more: Int32Array | null): number {
  const first = unit * (kinds - 1)
  if (kind < kinds - 1) return (truth[first + kind] as number) + (more?.[first + kind] ?? 0)
  let left = units[unit]?.size ?? 0
  for (let column = first; column < first + kinds - 1; column++)
    left -= (truth[column] as number) + (more?.[column] ?? 0)

  return left
}

/** The way an exchange is at, having begun at another. */
export function wayAt({ kinds, simplex }: Exchange, ways: Ways, from: Int32Array | null, x = simplex.x): Int32Array {
  const more = from ? from.slice() : new Int32Array(ways.truth.length)
  const columns = ways.kinds - 1
  for (let unit = 0; unit < ways.units.length; unit++) {
    if (!kinds)
      for (let i = unit * columns; i < (unit + 1) * columns; i++)
        more[i] = Math.round(x[i] as number) - (ways.truth[i] as number)
    else {
      const by = Math.round(x[unit] as number) - countIn(ways, unit, kinds[0], from)
      if (by !== 0)
        for (const [i, sign] of [
          [kinds[0], by],
          [kinds[1], -by],
        ] as const)
          if (i < columns) more[unit * columns + i] = (more[unit * columns + i] as number) + sign
    }
  }

  return more
}
