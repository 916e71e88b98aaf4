/** The answers to one question, and the cells that were or may be released about them. */
import type { Limits } from './disclosure_bands.ts'

/** Some kinds of answer, one bit each: a cell says how many gave one of them. */
export type Cut = number

/** Contacts that stand in the same places, so that no cell can tell them apart. */
export interface Unit {
  /** Rising. */
  places: readonly number[]
  /** Of each kind of answer, how many gave it, and whom that hides: a number for each different leader. */
  counts: readonly number[]
  leaders: readonly (readonly number[])[]
  /** The kinds of answer they could have given, where that is not any. */
  may?: Cut | undefined
  /** Who is looked for knows besides which units are these: nobody of another one hides them. */
  apart?: string | undefined
}

/** One measure in one place, which is one slice in one span. */
export interface FamilyCell {
  place: number
  /** What it says, if it is shown. */
  cuts: readonly Cut[]
  /** Released before: it cannot be withheld any more. */
  fixed: boolean
  /** What is lost by withholding it, in contacts. */
  weight: number
  /** The last to be withheld, even where that withholds more contacts. */
  dear?: boolean
}

export interface Family {
  units: readonly Unit[]
  kinds: number
  /** Kinds in the denominator where that is a part only: who stands in it may be known from elsewhere. */
  among: Cut | null
  /** What each kind is worth in a mean, of which a cell gives the sum and the sum of the squares; null of a share. */
  values: readonly number[] | null
  cells: readonly FamilyCell[]
  /** Where figures of another question tell something of the answers to this one. */
  limits?: Limits
  /** Places of figures of another question, shown or not yet: whoever stands in other ones is told apart. */
  others?: ReadonlySet<number>
}

/** Steps the searches over a family may still take: counted, so that the same month closes the same way on every machine. */
export interface Steps {
  left: number
}

/**
 * What cannot all be shown: cells by their number. `proven` where that is certain, and not only
 * for want of a counterexample.
 */
export interface Conflict {
  members: readonly number[]
  proven: boolean
}

export function has(cut: Cut, kind: number): boolean {
  return (cut & (1 << kind)) !== 0
}

/** As somebody sees it who knows which contacts stand in the denominator: the others are no secret and no cover. */
export function narrowed(family: Family): Family | null {
  const { among, units, cells } = family
  if (among === null) return null
  const kinds = Array.from({ length: family.kinds }, (_, kind) => kind).filter((kind) => has(among, kind))
  const within = (cut: Cut) => kinds.reduce((bits, kind, i) => bits | (has(cut, kind) ? 1 << i : 0), 0)
  const inside = units.map(({ places, counts, leaders }) => ({
    places,
    counts: kinds.map((kind) => counts[kind] ?? 0),
    leaders: kinds.map((kind) => leaders[kind] ?? []),
  }))
  const says = (cut: Cut) => cut !== 0 && cut !== within(among)

  return {
    ...family,
    ...{ among: null, kinds: kinds.length, units: inside.filter(({ counts }) => counts.some((count) => count > 0)) },
    cells: cells.map((cell) => ({ ...cell, cuts: cell.cuts.map(within).filter(says) })),
  }
}

export function mayGive({ may }: { may?: Cut | undefined }, kind: number): boolean {
  return may === undefined || has(may, kind)
}

export function addedUp(units: readonly Unit[], kinds: number): number[] {
  return Array.from({ length: kinds }, (_, kind) => units.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0))
}

/** Only what may be shown: contacts that no such cell tells apart are one unit. */
export function boiledDown(family: Family, live: ReadonlySet<number>): Family {
  const cells = family.cells.map((cell, i) => (live.has(i) ? cell : { ...cell, cuts: [] }))
  const places = new Set([
    ...cells.flatMap(({ cuts, place }) => (cuts.length > 0 ? [place] : [])),
    ...(family.others ?? []),
  ])
  const seen = family.units.map((unit) => ({ ...unit, places: unit.places.filter((place) => places.has(place)) }))
  const alike = Map.groupBy(
    seen.filter((unit) => unit.places.length > 0),
    ({ places, may, apart }) => `${places} ${may} ${apart}`,
  )

  return { ...family, cells, units: [...alike.values()].map((units) => asOne(units, family.kinds)) }
}

function asOne(units: readonly Unit[], kinds: number): Unit {
  const leaders = Array.from({ length: kinds }, (_, kind) => [
    ...new Set(units.flatMap((unit) => unit.leaders[kind] ?? [])),
  ])

  return { ...(units[0] as Unit), counts: addedUp(units, kinds), leaders }
}
