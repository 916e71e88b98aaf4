/**
 * What is plain without any search: a cell that says "none of 12" or "12 of 12" says what each of them answered, and so do cells of one
 * place, or one place within another, where what they leave is none or all.
 */
import { addedUp, type Conflict, type Cut, type Family, type FamilyCell, has, type Unit } from './disclosure_family.ts'

export function clashesIn(family: Family, shown: readonly number[]): Conflict[] {
  const unitsAt = new Map<number, Unit[]>()
  for (const unit of family.units)
    for (const place of unit.places) unitsAt.set(place, [...(unitsAt.get(place) ?? []), unit])
  const places = Map.groupBy(shown, (i) => family.cells[i]?.place ?? 0)
  const alone = [...places].flatMap(([place, same]) => clashesOfOnePlace(family, unitsAt.get(place) ?? [], same))

  return withoutFixed(family, [...alone, ...nested(family, shown, unitsAt)])
}

/** The smallest sets of cells of one place that leave a kind of answer to nobody. */
function clashesOfOnePlace(family: Family, units: readonly Unit[], same: readonly number[]): number[][] {
  const found: number[][] = []
  for (const some of subsets(same)) {
    if (found.some((smaller) => smaller.every((i) => some.includes(i)))) continue
    if (
      leavesNobody(
        family,
        units,
        some.flatMap((i) => family.cells[i]?.cuts ?? []),
      )
    )
      found.push(some)
  }

  return found
}

/** One place within another: what is in the one and not in the other. */
function nested(family: Family, shown: readonly number[], unitsAt: ReadonlyMap<number, readonly Unit[]>): number[][] {
  return shown.flatMap((whole) =>
    shown.filter((part) => isNestedClash(family, whole, part, unitsAt)).map((part) => [whole, part]),
  )
}

function isNestedClash(
  family: Family,
  whole: number,
  part: number,
  unitsAt: ReadonlyMap<number, readonly Unit[]>,
): boolean {
  const [outer, inner] = [family.cells[whole] as FamilyCell, family.cells[part] as FamilyCell]
  const [all, some] = [unitsAt.get(outer.place) ?? [], unitsAt.get(inner.place) ?? []]
  if (some.length >= all.length || !some.every(({ places }) => places.includes(outer.place))) return false
  const rest = all.filter(({ places }) => !places.includes(inner.place))

  return leavesNobody(
    family,
    rest,
    outer.cuts.filter((cut) => inner.cuts.includes(cut)),
  )
}

/** Whether some kinds of answer that these cuts tell from all others were given by none of these contacts. */
function leavesNobody({ kinds, values }: Family, units: readonly Unit[], cuts: readonly Cut[]): boolean {
  const counts = addedUp(units, kinds)
  const given = [...counts.keys()].filter((kind) => (counts[kind] ?? 0) > 0)
  if (values) return given.length === 1 && cuts.length > 0
  const sideOf = (kind: number) => cuts.map((cut) => (has(cut, kind) ? 1 : 0)).join('')
  const sides = new Set(Array.from({ length: kinds }, (_, kind) => sideOf(kind)))

  return new Set(given.map(sideOf)).size < sides.size
}

function withoutFixed({ cells }: Family, found: readonly (readonly number[])[]): Conflict[] {
  return found
    .map((some) => some.filter((i) => !cells[i]?.fixed))
    .filter((some) => some.length > 0)
    .map((members) => ({ members, proven: true }))
}

/** The smaller ones first. */
function subsets(all: readonly number[]): number[][] {
  const some = Array.from({ length: 2 ** all.length - 1 }, (_, i) => all.filter((_, at) => has(i + 1, at)))

  return some.sort((a, b) => a.length - b.length)
}
