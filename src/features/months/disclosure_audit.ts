/** Looks at everything released together, and says which cells give away the answers of fewer than k leaders. */
import {
  type Conflict,
  type Cut,
  type Family,
  type FamilyCell,
  type Group,
  groupsOf,
  has,
  narrowed,
  placeNumber,
} from './disclosure_family.ts'
import { findLeaks, type Steps } from './disclosure_leaks.ts'
import type { Sum } from './disclosure_mending.ts'
import { exchange } from './disclosure_moves.ts'

export interface Rules {
  /** So many different leaders hide each other. */
  enough: number
  steps: Steps
}

/** What adding sums and taking them away gives: cells still to be decided of which not all may be shown. */
export function derivedConflicts(family: Family, shown: readonly number[], rules: Rules): Conflict[] {
  return family.onlyLimits ? [] : viewsOf(family).flatMap((view) => derived(view, shown, rules))
}

/**
 * What whole numbers and their limits give: of each cell still to be decided, about how many contacts it speaks of which something is
 * forced. Empty: nothing is forced that was not before.
 */
export function forcedBy(family: Family, shown: readonly number[], { steps }: Rules): Map<number, number> {
  const before = shown.filter((i) => family.cells[i]?.fixed)
  const undecided = shown.filter((i) => !family.cells[i]?.fixed)
  const told = new Map<number, number>()
  if (undecided.length === 0) return told
  for (const view of viewsOf(family)) {
    const now = forcedUnits(view, shown, steps)
    const more = [...(now.size === 0 ? now : now.difference(forcedUnits(view, before, steps)))]
    const placed = more.map((unit) => view.units[unit]?.places ?? [])
    for (const i of more.length === 0 ? [] : undecided)
      told.set(i, (told.get(i) ?? 0) + placed.filter((places) => places.includes(view.cells[i]?.place ?? -1)).length)
  }

  return told
}

/** As it is, and as it is for somebody who knows who stands in the denominators. */
function viewsOf(family: Family): Family[] {
  const narrow = narrowed(family)

  return narrow ? [family, narrow] : [family]
}

/** A sum that is released about one place, and the cells that say it: it stays until none of them is shown. */
interface Row {
  place: number
  saidBy: readonly number[]
}

/**
 * By adding sums and taking them away. Two kinds of sums over the same contacts can be looked at apart. Where there are more, or where
 * each cell says its denominator too, all are taken for one: whatever any of them leaves, these leave too.
 */
function derived(view: Family, shown: readonly number[], rules: Rules): Conflict[] {
  const cuts = cutsOf(view, shown)
  const apart = view.among === null && view.values === null && cuts.length <= 2
  const groups = groupsOf(view, shown)
  const says = (cut: Cut) => shown.filter((i) => view.cells[i]?.cuts.includes(cut))
  const anything = shown.filter((i) => (view.cells[i]?.cuts.length ?? 0) > 0)

  return (apart ? cuts.map(says) : [anything]).flatMap((cells) =>
    leaksThrough(view, groups, rowsThrough(view, groups, cells), rules),
  )
}

function rowsThrough(view: Family, groups: readonly Group[], cells: readonly number[]): Row[] {
  const places = Map.groupBy(cells, (i) => view.cells[i]?.place ?? 0)

  return [...places]
    .map(([place, saidBy]) => ({ place, saidBy }))
    .filter((row) => groups.some(({ places }) => places.has(row.place)))
}

function leaksThrough(view: Family, groups: readonly Group[], rows: readonly Row[], rules: Rules): Conflict[] {
  const sums = { rows: asSums(groups, rows), leaders: groups.map(({ leaders }) => leaders), enough: rules.enough }
  const { leaks, complete } = findLeaks(sums, rules.steps)
  const found = leaks.map((leak) =>
    undecided(
      view,
      leak.rows.map((row) => rows[row] as Row),
    ),
  )
  // What was released already cannot be called back: then only what gives away fewer still is looked for.
  if (found.some((members) => members.length === 0))
    return leaksThrough(view, groups, rows, { ...rules, enough: rules.enough - 1 })
  const conflicts = found.map((members) => ({ members, proven: true }))

  return complete ? conflicts : [...conflicts, ...lightest(view, rows)]
}

/** The steps ran out: the lightest that could still be withheld goes. */
function lightest(view: Family, rows: readonly Row[]): Conflict[] {
  const weight = ({ saidBy }: Row) => saidBy.reduce((sum, i) => sum + (view.cells[i]?.weight ?? 0), 0)
  const [first] = undecided(
    view,
    rows.toSorted((a, b) => weight(a) - weight(b)),
  )

  return first === undefined ? [] : [{ members: [first], proven: false }]
}

/** Of the rows, what could still be withheld: a cell, or all cells of the place where several say it. */
function undecided(view: Family, rows: readonly Row[]): number[] {
  return rows
    .filter(({ saidBy }) => saidBy.every((i) => !view.cells[i]?.fixed))
    .map(({ saidBy }) => (saidBy.length === 1 ? (saidBy[0] as number) : placeNumber(view, saidBy[0] as number)))
}

/** Units of which something could not be shown to stay open. */
function forcedUnits(view: Family, shown: readonly number[], steps: Steps): Set<number> {
  const cuts = cutsOf(view, shown)
  if (cuts.length === 0) return new Set()
  const groups = groupsOf(view, shown)
  const told = view.values ? Array.from({ length: view.kinds }, (_, kind) => 1 << kind) : toldApart(view.kinds, cuts)
  const atoms = groups.map(({ counts }) => ({ counts: told.map((kinds) => inside(counts, kinds)) }))
  const { stuck, moved } = exchange(atoms, sumsOf(view, groups, shown, told), steps, view.values ?? 'kinds')
  const isOpen = (group: number) => {
    const seen = told.filter((_, i) => (atoms[group]?.counts[i] ?? 0) > 0 || moved[group]?.has(i))

    return view.values
      ? seen.length > 1
      : cuts.every((cut) => new Set(seen.map((kinds) => (kinds & cut) !== 0)).size > 1)
  }
  const plain = [...groups.keys()].filter((group) => !isOpen(group))

  return new Set([...plain, ...stuck].flatMap((group) => groups[group]?.units ?? []))
}

/** Kinds that no sum tells apart are one. */
function toldApart(kinds: number, cuts: readonly Cut[]): Cut[] {
  const sides = Map.groupBy(Array.from({ length: kinds }).keys(), (kind) => cuts.map((cut) => has(cut, kind)).join())

  return [...sides.values()].map((same) => same.reduce((cut, kind) => cut | (1 << kind), 0))
}

function inside(counts: readonly number[], cut: Cut): number {
  return counts.reduce((sum, count, kind) => sum + (has(cut, kind) ? count : 0), 0)
}

function sumsOf(view: Family, groups: readonly Group[], shown: readonly number[], told: readonly Cut[]): Sum[] {
  const { values } = view

  return shown.flatMap((i) => {
    const { place, cuts } = view.cells[i] as FamilyCell
    const atoms = [...groups.keys()].filter((group) => groups[group]?.places.has(place))
    if (atoms.length === 0) return []
    if (values) return [values, values.map((value) => value ** 2)].map((worth) => ({ atoms, worth }))

    return cuts.map((cut) => ({ atoms, worth: told.map((kinds) => ((kinds & cut) !== 0 ? 1 : 0)) }))
  })
}

function cutsOf(view: Family, shown: readonly number[]): Cut[] {
  return [...new Set(shown.flatMap((i) => view.cells[i]?.cuts ?? []))]
}

/** Each sum as a 0/1 row over the groups. */
function asSums(groups: readonly Group[], rows: readonly Row[]): Float64Array[] {
  return rows.map(({ place }) => Float64Array.from(groups, ({ places }) => (places.has(place) ? 1 : 0)))
}
