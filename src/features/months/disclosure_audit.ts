/** Looks at everything released together, and says which cells give away the answers of fewer than k leaders. */
import {
  asNumbers,
  constantsOf,
  lookAtWay,
  mostDirections,
  type Secrets,
  type Seen,
  secretsOf,
  seenIn,
  unmixedIn,
} from './disclosure_constants.ts'
import { dice } from './disclosure_dice.ts'
import { type Conflict, type Family, narrowed } from './disclosure_family.ts'
import { findLeaks, type Leak, type Steps } from './disclosure_leaks.ts'
import { type Exchange, exchangesOver, wholeOf } from './disclosure_pairs.ts'
import { ask, differs, type Search, wander } from './disclosure_search.ts'
import { type Way, type Ways, waysOf } from './disclosure_ways.ts'

export interface Rules {
  /** So many different leaders hide each other. */
  enough: number
  steps: Steps
}

export interface Audit {
  view: Family
  ways: Ways
  exchanges: readonly Exchange[]
  whole: () => Exchange
  random: () => number
  rules: Rules
  /** Units of which something was given away before: what is known cannot be called back, and hides nobody. */
  exposed: Set<number>
}

/** As it is, and as it is for somebody who knows who stands in the denominators. */
export function auditsOf(family: Family, rules: Rules): Audit[] {
  const narrow = narrowed(family)

  return (narrow ? [family, narrow] : [family]).map((view) => auditOf(view, rules))
}

function auditOf(view: Family, rules: Rules): Audit {
  const ways = waysOf(view)
  const random = dice(ways.truth.length)
  let whole: Exchange | undefined

  return {
    ...{ view, ways, rules, random, exposed: new Set() },
    exchanges: exchangesOver(ways, rules.steps, random),
    whole: () => (whole ??= wholeOf(ways, rules.steps, random)),
  }
}

/** Cells still to be decided of which not all may be shown; none: nothing follows about fewer than k leaders that did not before. */
export function conflictsIn(audit: Audit, shown: readonly number[], any = false): Conflict[] {
  const cells = new Set(shown.filter((i) => (audit.view.cells[i]?.cuts.length ?? 0) > 0))
  if (cells.size === 0 || audit.ways.kinds < 2) return []
  const search = searchOver(audit, cells)
  const seen = seenIn(audit.ways, search.secrets)
  if (seen.uses.length === 0 && seen.unmixed.size === 0) return []
  const most = mostDirections(audit.ways, search.secrets, search.isShown)
  for (let looked = 0, wandered = false; ; ) {
    const isAll = () => seen.solved.size >= most && seen.unmixed.size === 0
    for (; looked < search.fitting.length && !isAll(); looked++) lookAt(audit, seen, search.fitting[looked] as Way)
    if (audit.rules.steps.left <= 0) return lightest(audit.view, cells)
    if (!wandered && most - seen.solved.size > FEW_MISSING) {
      wandered = true
      wander(search)
      continue
    }
    const conflicts = askAll(audit, search, leaksIn(audit, seen, any ? 3 : 12), { cells, any })
    if (conflicts) return conflicts
  }
}

function searchOver(audit: Audit, cells: ReadonlySet<number>): Search {
  const { view, ways } = audit
  const shown = ways.sums.map(({ saidBy }) => saidBy.some((i) => cells.has(i)))
  const isShown = (sum: number) => shown[sum] === true
  const places = new Set([...cells].map((i) => view.cells[i]?.place))
  const secrets = secretsOf(ways, audit.rules.enough, (place) => places.has(place))
  const fitting = fittingFirst(ways, isShown).slice(0, 2 * secrets.groups.length * secrets.each)

  return { ...audit, secrets, isShown, fitting }
}

/** Null where all came to something else in some way, so that there is more to look at. */
function askAll(
  audit: Audit,
  search: Search,
  leaks: readonly Leak[],
  { cells, any }: { cells: ReadonlySet<number>; any: boolean },
): Conflict[] | null {
  const conflicts: Conflict[] = []
  const before = search.fitting.length + audit.exposed.size
  for (const leak of leaks) {
    conflicts.push(...conflictOf(audit, search, leak, cells))
    if (any && conflicts.length > 0) break
  }
  if (conflicts.length > 0 || leaks.length === 0) return conflicts
  if (search.fitting.length + audit.exposed.size > before) return null

  const suspected = leaks.map((leak) => ({ members: touching(audit, search, leak, cells), proven: false }))
  for (const [i, { members }] of suspected.entries()) if (members.length === 0) expose(audit, search, leaks[i] as Leak)

  return suspected.every(({ members }) => members.length === 0)
    ? null
    : suspected.filter(({ members }) => members.length > 0)
}

/** Directions that are better asked for one by one. */
const FEW_MISSING = 8

/** Those that leave every shown sum as it is, the most useful first. */
function fittingFirst(ways: Ways, isShown: (sum: number) => boolean): Way[] {
  if (ways.seen.length > MOST_SEEN * ways.truth.length)
    ways.seen = ways.seen.filter(({ useful }, i) => useful > 0 || i > ways.seen.length - ways.truth.length)

  return ways.seen.filter(({ breaks }) => !breaks.some(isShown)).sort((a, b) => b.useful - a.useful)
}

/** So many ways for each column are kept before those that showed nothing new go. */
const MOST_SEEN = 6

function lookAt({ ways, rules }: Audit, seen: Seen, way: Way): void {
  rules.steps.left -= seen.uses.length * 20
  if (lookAtWay(seen, ways, way)) way.useful += 1
}

/** Sums of the secrets of fewer than k leaders that were the same in every way seen so far. */
function leaksIn({ rules, exposed }: Audit, seen: Seen, most: number): Leak[] {
  const { groups, small, each } = seen.secrets
  const isKnown = groups.map(({ units }) => units.every((u) => exposed.has(u)))
  const leaders = groups.slice(0, small).flatMap((group) => Array.from({ length: each }, () => group.leaders))
  const sums = { rows: constantsOf(seen), leaders, isKnown: (j: number) => isKnown[Math.floor(j / each)] === true }
  const { leaks, complete } = findLeaks({ ...sums, enough: rules.enough }, rules.steps, most)
  if (!complete) rules.steps.left = 0
  const unmixed = unmixedIn(seen).filter(([group]) => !isKnown[group])

  return [
    ...leaks.map((leak) => withOthers(seen.secrets, asNumbers(leak))),
    ...unmixed.map((one) => single(seen.secrets, one)),
  ]
}

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

/** None where the leak is none, or was one before. */
function conflictOf(audit: Audit, search: Search, leak: Leak, cells: ReadonlySet<number>): Conflict[] {
  const answer = ask(search, leak)
  if (answer.says === 'open') return []
  const members = membersOf(audit, answer, cells)
  if (members.length > 0 && answer.proven) return [{ members, proven: true }]
  const touched = members.length > 0 ? members : touching(audit, search, leak, cells)
  if (!answer.proven && touched.length > 0) return [narrowedDown(audit, search, leak, { touched, cells })]
  expose(audit, search, leak)

  return []
}

/** Of each sum that is needed, a cell that says it; none of those it was released in before. */
function membersOf({ view, ways }: Audit, { by }: { by: readonly number[] }, cells: ReadonlySet<number>): number[] {
  const needed = by.map((sum) => (ways.sums[sum]?.saidBy ?? []).filter((i) => cells.has(i)))

  return [
    ...new Set(
      needed.filter((saidBy) => saidBy.every((i) => !view.cells[i]?.fixed)).flatMap((saidBy) => saidBy.slice(0, 1)),
    ),
  ]
}

interface Suspected {
  touched: readonly number[]
  cells: ReadonlySet<number>
}

/** Leaves out, one after the other, the cells without which it is given away all the same; of more kinds than two that takes too long. */
function narrowedDown(audit: Audit, search: Search, leak: Leak, { touched, cells }: Suspected): Conflict {
  let members = [...touched]
  if (audit.ways.kinds > 2) return { members, proven: false }
  for (const cell of touched) {
    const fewer = new Set([...cells].filter((i) => i !== cell && (!touched.includes(i) || members.includes(i))))
    const isShown = (sum: number) => audit.ways.sums[sum]?.saidBy.some((i) => fewer.has(i)) === true
    const fitting = audit.ways.seen.filter(({ breaks }) => !breaks.some(isShown))
    const asked = { ...search, isShown, fitting }
    if (fitting.some((way) => differs(asked, leak, way))) continue
    const answer = ask(asked, leak)
    if (answer.says === 'open') continue
    members = members.filter((i) => i !== cell)
    const proof = answer.proven ? membersOf(audit, answer, fewer) : []
    if (proof.length > 0) return { members: proof, proven: true }
  }

  return { members: members.length > 0 ? members : [...touched], proven: false }
}

/** Cells still to be decided that speak of any of these groups. */
function touching({ view, ways }: Audit, { secrets }: Search, leak: Leak, cells: ReadonlySet<number>): number[] {
  const groups = secrets.groups.filter((_, group) =>
    leak.subarray(group * secrets.each, (group + 1) * secrets.each).some((value) => value !== 0),
  )
  const places = new Set(groups.flatMap(({ units }) => units.flatMap((u) => ways.units[u]?.places ?? [])))

  return [...cells].filter((i) => !view.cells[i]?.fixed && places.has(view.cells[i]?.place ?? -1))
}

function expose({ exposed }: Audit, { secrets }: Search, leak: Leak): void {
  for (const [group, { units }] of secrets.groups.entries())
    if (leak.subarray(group * secrets.each, (group + 1) * secrets.each).some((value) => value !== 0))
      for (const unit of units) exposed.add(unit)
}

/** The steps ran out: the lightest that could still be withheld goes. */
function lightest({ cells: all }: Family, cells: ReadonlySet<number>): Conflict[] {
  const open = [...cells].filter((i) => !all[i]?.fixed)
  const weight = (i: number) => all[i]?.weight ?? 0
  const [first, ...rest] = open
  if (first === undefined) return []

  return [{ members: [rest.reduce((a, b) => (weight(b) < weight(a) ? b : a), first)], proven: false }]
}
