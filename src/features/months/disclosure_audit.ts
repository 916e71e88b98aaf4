/** Looks at everything released together, and says whether one more cell gives away the answers of fewer than k leaders. */
import { isAllowed, type Limits } from './disclosure_bands.ts'
import {
  asNumbers,
  constantsOf,
  lookAtMove,
  type Secrets,
  type Seen,
  secretsOf,
  seenIn,
  unmixedIn,
} from './disclosure_constants.ts'
import type { Conflict } from './disclosure_family.ts'
import { findLeaks, type Leak } from './disclosure_leaks.ts'
import { firstMoves, type Move, movesKeeping } from './disclosure_moves.ts'
import { type Answer, ask, differs, type Search } from './disclosure_search.ts'
import { type Audit, within } from './disclosure_views.ts'
import type { Way } from './disclosure_ways.ts'

/** What is shown together; and ways the answers could have been that leave it as it is, before the sums that joined since. */
export interface Shown {
  cells: ReadonlySet<number>
  sums: ReadonlySet<number>
  moves: readonly Move[]
  since: readonly number[]
}

/**
 * What was released before. Whatever it certainly gave away is known for good; what is not certain hides others still, and where it cannot
 * be told whether it is given away nothing more joins.
 */
export function beginWith(audit: Audit, fixed: readonly number[]): Shown {
  const none: Shown = { cells: new Set(), sums: new Set(), moves: firstMoves(audit.ways), since: [] }
  const shown = settled(
    audit,
    fixed.reduce((shown, cell) => withCell(audit, shown, cell), none),
  )
  for (let more = true; more && audit.rules.steps.left > 0; ) {
    const { safe, given } = lookAt(audit, shown, MOST_GIVEN)
    if (safe) return safe
    const certain = given.filter(({ answer }) => answer.proven)
    for (const { search, leak } of certain) expose(audit, search, leak)
    more = certain.length > 0
  }

  return shown
}

/** Takes the sums that joined into account. */
function settled({ ways, rules }: Audit, shown: Shown): Shown {
  const moves = shown.since.reduce((moves, sum) => movesKeeping(ways, moves, sum, rules.steps), shown.moves)

  return { ...shown, moves, since: [] }
}

export interface Joined {
  /** Null: it gives somebody away, or nothing shows that it does not. */
  shown: Shown | null
  conflicts: Conflict[]
}

/** More cells join what is shown. */
export function join(audit: Audit, shown: Shown, cells: readonly number[]): Joined {
  const wider = cells.reduce((shown, cell) => withCell(audit, shown, cell), shown)
  if (wider.sums.size === shown.sums.size) return { shown: wider, conflicts: [] }
  const { safe, given } = lookAt(audit, wider)
  const conflicts = given.flatMap(({ answer }) => (answer.proven ? membersOf(audit, answer, wider.cells) : []))

  return { shown: safe, conflicts }
}

/** Whether what is shown stays safe within other limits; asked again and again, it goes on from the ways it found. */
export function holdsWithin(audit: Audit, shown: Shown): (limits: Limits) => boolean {
  let known = shown

  return (limits) => {
    const { safe } = lookAt(within(audit, limits), known)
    known = safe ?? settled(audit, known)

    return safe !== null
  }
}

/** Looks for ways in which these units gave another number of these kinds of answer than in truth; they are kept with all that were seen. */
export function lookForOthers(audit: Audit, shown: Shown, units: readonly number[], kinds: readonly number[]): void {
  const each = audit.ways.kinds - 1
  const groupOf = new Int32Array(audit.ways.units.length).fill(-1)
  for (const unit of units) groupOf[unit] = 0
  const secrets = { groups: [{ units, leaders: [], size: units.length }], small: 1, groupOf, each, worth: null }
  // The last kind has what is left: as many more as all others are fewer.
  const isAsked = (kind: number) => kinds.includes(kind) !== kinds.includes(each)
  ask(
    searchFor(audit, shown, secrets),
    Float64Array.from({ length: each }, (_, kind) => (isAsked(kind) ? 1 : 0)),
  )
}

function withCell({ view, ways }: Audit, shown: Shown, cell: number): Shown {
  if ((view.cells[cell]?.cuts.length ?? 0) === 0) return shown
  const more = ways.sums.flatMap(({ saidBy }, sum) => (saidBy.includes(cell) && !shown.sums.has(sum) ? [sum] : []))

  return {
    cells: new Set([...shown.cells, cell]),
    sums: new Set([...shown.sums, ...more]),
    ...{ moves: shown.moves, since: [...shown.since, ...more] },
  }
}

interface Given {
  search: Search
  leak: Leak
  answer: Extract<Answer, { says: 'constant' }>
}

/** Safe where nothing follows about fewer than k leaders that did not before; else what does, as far as it was looked for. */
function lookAt(audit: Audit, before: Shown, most = 1): { safe: Shown | null; given: Given[] } {
  const { ways, bands, view, rules } = audit
  const places = new Set([...before.cells].map((i) => view.cells[i]?.place).concat([...(view.limits?.places ?? [])]))
  const secrets = secretsOf(ways, rules.enough, (place) => places.has(place))
  const seen = seenIn(ways, secrets)
  if (seen.uses.length === 0 && seen.unmixed.size === 0) return { safe: before, given: [] }
  const shown = settled(audit, before)
  const { moves } = shown
  const search = searchFor(audit, shown, secrets)
  const more: Move[] = []
  for (const move of moves) if (!isAll(seen) && isAllowed(bands, move)) lookAtMove(seen, ways, move, rules.steps)
  for (let looked = 0, asked = 0; rules.steps.left > 0 && asked < MOST_ASKED; asked++) {
    for (; looked < search.fitting.length && !isAll(seen); looked++)
      if (lookAtMove(seen, ways, search.fitting[looked] as Move, rules.steps)) more.push(search.fitting[looked] as Move)
    const leaks = leaksIn(audit, seen)
    if (leaks === null) break
    if (leaks.length === 0) return { safe: { ...shown, moves: [...moves, ...more] }, given: [] }
    const given = askAll(search, leaks, most)
    if (given.length > 0) return { safe: null, given }
  }

  return { safe: null, given: [] }
}

function searchFor(audit: Audit, { sums }: Shown, secrets: Secrets): Search {
  const isShown = (sum: number) => sums.has(sum)
  const fits = (way: Way) => !way.sums.at.some(isShown) && isAllowed(audit.bands, way)

  return { ...audit, secrets, isShown, fitting: audit.ways.seen.filter(fits) }
}

const MOST_ASKED = 30
const MOST_GIVEN = 12

function isAll({ directions, uses, unmixed }: Seen): boolean {
  return directions === uses.length && unmixed.size === 0
}

/** Those that came to nothing else in any way that was found. */
function askAll(search: Search, leaks: readonly Leak[], most: number): Given[] {
  const before = search.fitting.length
  const given: Given[] = []
  for (const leak of leaks) {
    if (search.fitting.slice(before).some((way) => differs(search, leak, way))) continue
    const answer = ask(search, leak)
    if (answer.says === 'constant') given.push({ search, leak, answer })
    if (given.length >= most) break
  }

  return given
}

/** Sums of the secrets of fewer than k leaders that were the same in every way seen so far; null where the steps ran out first. */
function leaksIn({ rules, exposed, ways }: Audit, seen: Seen): Leak[] | null {
  const { groups, small, each } = seen.secrets
  const isKnown = groups.map(({ units }) => units.every((u) => exposed.has(u)))
  const leaders = groups.slice(0, small).flatMap((group) => Array.from({ length: each }, () => group.leaders))
  const known = leaders.map((_, j) => isKnown[Math.floor(j / each)] === true)
  const sums = { rows: constantsOf(seen), leaders, isKnown: (j: number) => known[j] === true, enough: rules.enough }
  const leaks = findLeaks(sums, rules.steps, MOST_LEAKS)
  if (leaks === null) return null
  const unmixed = unmixedIn(seen, ways).filter(([group]) => !isKnown[group])

  return [
    ...leaks.map((leak) => withOthers(seen.secrets, asNumbers(leak))),
    ...unmixed.slice(0, MOST_LEAKS).map((one) => single(seen.secrets, one)),
  ]
}

const MOST_LEAKS = 3

/** A sum over the small groups as one over all. */
function withOthers({ groups, each }: Secrets, leak: Leak): Leak {
  const sum = new Float64Array(groups.length * each)
  sum.set(leak)

  return sum
}

/** How many of one group gave one kind; of the last kind, all others. */
function single({ groups, each }: Secrets, [group, kind]: readonly [number, number]): Leak {
  const sum = new Float64Array(groups.length * each)
  if (kind < each) sum[group * each + kind] = 1
  else for (let i = 0; i < each; i++) sum[group * each + i] = 1

  return sum
}

/** Of each sum that is needed, a cell that says it; none of those it was released in before. */
function membersOf({ view, ways }: Audit, { by }: { by: readonly number[] }, cells: ReadonlySet<number>): Conflict[] {
  const needed = by.map((sum) => (ways.sums[sum]?.saidBy ?? []).filter((i) => cells.has(i)))
  const open = needed.filter((saidBy) => saidBy.every((i) => !view.cells[i]?.fixed))
  const members = [...new Set(open.flatMap((saidBy) => saidBy.slice(0, 1)))]

  return members.length > 0 ? [{ members, proven: true }] : []
}

function expose({ exposed }: Audit, { secrets }: Search, leak: Leak): void {
  for (const [group, { units }] of secrets.groups.entries())
    if (leak.subarray(group * secrets.each, (group + 1) * secrets.each).some((value) => value !== 0))
      for (const unit of units) exposed.add(unit)
}
