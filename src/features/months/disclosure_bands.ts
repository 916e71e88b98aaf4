/**
 * How many of some contacts can have given the first of two kinds of answer, where figures of another question tell something of it:
 * whoever stands in the same of those figures can change places, so no fewer than some must have given it and no more than others. Each
 * way that other question can have been answered is a base with bounds of its own, and one base that allows a way is enough.
 */
import type { Unit } from './disclosure_family.ts'
import type { Move } from './disclosure_moves.ts'

export interface Limits {
  /** The places of the figures of the other question that are shown. */
  places: ReadonlySet<number>
  /** The truth first; by the places a contact stands in of those, the fewest and the most. */
  bases: readonly Pick<ReadonlyMap<string, Bounds>, 'get'>[]
}

export type Bounds = readonly [least: number, most: number]

/** Contacts no figure of the other question tells apart. */
export interface Band {
  units: readonly number[]
  /** How many gave the first kind in truth. */
  count: number
  /** By base. */
  bounds: readonly Bounds[]
}

export interface Bands {
  all: readonly Band[]
  /** The band of each unit; -1 where it is free. */
  of: Int32Array
  bases: number
}

export function bandsOf({ units }: { units: readonly Unit[] }, limits: Limits | undefined): Bands {
  const of = new Int32Array(units.length).fill(-1)
  if (!limits) return { all: [], of, bases: 1 }
  const keys = Map.groupBy(units.keys(), (u) => keyIn(units[u]?.places ?? [], limits.places))
  keys.delete('')
  const all = Array.from(keys, ([key, members], band) => {
    for (const u of members) of[u] = band

    return { units: members, count: countIn(units, members), bounds: limits.bases.map((base) => base.get(key) ?? FREE) }
  })

  return { all, of, bases: limits.bases.length }
}

const FREE: Bounds = [0, Number.POSITIVE_INFINITY]

export function keyIn(places: readonly number[], shown: ReadonlySet<number>): string {
  return places.filter((place) => shown.has(place)).join()
}

function countIn(units: readonly Unit[], members: readonly number[]): number {
  return members.reduce((sum, u) => sum + (units[u]?.counts[0] ?? 0), 0)
}

/** Whether some base allows it: of two kinds a column is a unit. */
export function isAllowed({ all, of, bases }: Bands, { columns: { at, by } }: Pick<Move, 'columns'>): boolean {
  if (all.length === 0) return true
  const more = new Map<number, number>()
  for (const [i, unit] of at.entries()) {
    const band = of[unit] as number
    if (band !== -1) more.set(band, (more.get(band) ?? 0) + (by[i] as number))
  }
  for (let base = 0; base < bases; base++)
    if (more.entries().every(([band, extra]) => isBetween(all[band] as Band, base, extra))) return true

  return false
}

function isBetween({ count, bounds }: Band, base: number, extra: number): boolean {
  const [least, most] = bounds[base] as Bounds

  return count + extra >= least && count + extra <= most
}

/** The bases in which somebody of these units could have answered otherwise, the most such units first; the truth is always among them. */
export function basesFor({ all, of, bases }: Bands, units: readonly number[], most: number): number[] {
  if (all.length === 0) return [0]
  const free = (base: number) => units.reduce((sum, unit) => sum + (isLoose(all[of[unit] as number], base) ? 1 : 0), 0)
  const order = Array.from({ length: bases }, (_, base) => [base, free(base)] as const)

  return order
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, most)
    .map(([base]) => base)
}

function isLoose(band: Band | undefined, base: number): boolean {
  if (!band) return true
  const [least, most] = band.bounds[base] as Bounds

  return least < most
}
