/** The answers to one question, and the cells that were or may be released about them. */

/** Some kinds of answer, one bit each: a cell says how many gave one of them. */
export type Cut = number

/** Contacts that stand in the same places, so that no cell can tell them apart. */
export interface Unit {
  /** Rising. */
  places: readonly number[]
  /** Of each kind of answer, how many gave it, and who: a number for each different leader. */
  counts: readonly number[]
  leaders: readonly (readonly number[])[]
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
}

export interface Family {
  units: readonly Unit[]
  kinds: number
  /** Kinds in the denominator where that is a part only: who stands in it may be known from elsewhere. */
  among: Cut | null
  /** What each kind is worth in a mean, of which a cell gives the sum and the sum of the squares; null of a share. */
  values: readonly number[] | null
  /** Every place of an open cell has, in cells that are looked at elsewhere, all it needs for adding and taking away to give nothing more. */
  onlyLimits: boolean
  cells: readonly FamilyCell[]
}

/**
 * What cannot all be shown: cells by their number, or all cells of a place by placeNumber. `proven` where that is certain, and not only
 * for want of a counterexample.
 */
export interface Conflict {
  members: readonly number[]
  proven: boolean
}

/** All cells of a place, as one member of a conflict. */
export function placeNumber({ cells }: Family, cell: number): number {
  return -1 - (cells[cell]?.place ?? 0)
}

export function has(cut: Cut, kind: number): boolean {
  return (cut & (1 << kind)) !== 0
}

/** So many contacts of one leader with one kind of answer. */
export interface Standing {
  leader: number
  kind: number
  times: number
  places: readonly number[]
}

export function unitsOf(contacts: Iterable<Standing>, kinds: number): Unit[] {
  const units = new Map<string, { places: readonly number[]; counts: number[]; leaders: Set<number>[] }>()
  const perKind = <T>(value: () => T) => Array.from({ length: kinds }, value)
  for (const { leader, kind, places, times } of contacts) {
    if (places.length === 0) continue
    const key = places.join()
    const unit = units.get(key) ?? { places, counts: perKind(() => 0), leaders: perKind(() => new Set<number>()) }
    units.set(key, unit)
    unit.counts[kind] = (unit.counts[kind] as number) + times
    unit.leaders[kind]?.add(leader)
  }

  return [...units.values()].map(({ leaders, ...unit }) => ({ ...unit, leaders: leaders.map((each) => [...each]) }))
}

/** As somebody sees it who knows which contacts stand in the denominator: the others are no secret and no cover. */
export function narrowed(family: Family): Family | null {
  const { among, units, cells } = family
  if (among === null) return null
  const inside = units.map(({ places, counts, leaders }) => ({
    places,
    counts: counts.map((count, kind) => (has(among, kind) ? count : 0)),
    leaders: leaders.map((each, kind) => (has(among, kind) ? each : [])),
  }))
  const within = (cuts: readonly Cut[]) => cuts.map((cut) => cut & among).filter((cut) => cut !== among && cut !== 0)

  return {
    ...family,
    among: null,
    units: inside.filter(({ counts }) => counts.some((count) => count > 0)),
    cells: cells.map((cell) => ({ ...cell, cuts: within(cell.cuts) })),
  }
}

/** Units that no shown cell tells apart. */
export interface Group {
  units: number[]
  places: ReadonlySet<number>
  leaders: number[]
  counts: number[]
}

export function groupsOf({ units, cells, kinds }: Family, shown: readonly number[]): Group[] {
  const seen = new Set(shown.map((i) => cells[i]?.place))
  const together = Map.groupBy(units.keys(), (i) => units[i]?.places.filter((place) => seen.has(place)).join() ?? '')
  together.delete('')

  return [...together.values()].map((members) => {
    const all = members.map((i) => units[i] as Unit)

    return {
      units: members,
      places: new Set(all[0]?.places.filter((place) => seen.has(place))),
      leaders: [...new Set(all.flatMap(({ leaders }) => leaders.flat()))],
      counts: addedUp(all, kinds),
    }
  })
}

export function addedUp(units: readonly Unit[], kinds: number): number[] {
  return Array.from({ length: kinds }, (_, kind) => units.reduce((sum, { counts }) => sum + (counts[kind] ?? 0), 0))
}
