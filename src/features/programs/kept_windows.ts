/** Published windows that are right by themselves and may exclude each other: as many as can are kept. */

import type { Booking, Ledger } from './ledger.ts'

/** Branches of the search, counted so that every machine finds the same; and what each group has for itself, however many groups there are. */
const MOST_BRANCHES = 20_000
const LEAST_BRANCHES = 100

/** As many ways as are looked at where several keep as many. */
const MOST_WAYS = 64

export interface Kept {
  /** Those that exclude nobody. */
  sure: Booking[]
  /** Of the others, group by group, each way to keep as many as can be; no group without a way, which may be empty. */
  groups: Booking[][][]
  /** So many cannot be kept at least. */
  least: number
}

/** Leaves the ledger as it was. What excludes each other is one group: windows of a leader, and windows at a touchpoint that overlap. */
export function keepMost(windows: readonly Booking[], ledger: Ledger, isRight: (window: Booking) => boolean): Kept {
  for (const window of windows) ledger.book(window)
  const inTheWay = new Set(windows.filter((window) => !isRightHere(window, ledger, isRight)))
  for (const window of inTheWay) ledger.withdraw(window)
  const together = groupsOf([...inTheWay])
  const branches = Math.max(LEAST_BRANCHES, Math.floor(MOST_BRANCHES / Math.max(1, together.length)))
  const searches = together.map((group) => new Search(group, ledger, isRight, branches))
  const groups = searches.map((search) => search.find())
  const sure = windows.filter((window) => !inTheWay.has(window))
  for (const window of sure) ledger.withdraw(window)

  return { sure, groups, least: searches.reduce((sum, search) => sum + search.least, 0) }
}

function isRightHere(window: Booking, ledger: Ledger, isRight: (window: Booking) => boolean): boolean {
  ledger.withdraw(window)
  const answer = isRight(window)
  ledger.book(window)

  return answer
}

/** In the order of their first windows. */
function groupsOf(windows: readonly Booking[]): Booking[][] {
  const groups: Booking[][] = []
  for (const window of windows) {
    const near = groups.filter((group) => group.some((other) => mayExclude(window, other)))
    const [first, ...rest] = near
    if (!first) groups.push([window])
    else first.push(...rest.flat(), window)
    for (const group of rest) groups.splice(groups.indexOf(group), 1)
  }

  return groups.map((group) => windows.filter((window) => group.includes(window)))
}

function mayExclude(one: Booking, other: Booking): boolean {
  const isOverlap = one.from <= other.to && other.from <= one.to

  return one.leader === other.leader || (one.touchpoint === other.touchpoint && isOverlap)
}

/** Depth first, keeping before dropping: the first way is to keep whatever comes earlier. */
class Search {
  readonly #windows: readonly Booking[]
  readonly #ledger: Ledger
  readonly #isRight: (window: Booking) => boolean
  readonly #most: number
  readonly #kept: Booking[] = []
  /** By window: how many of it and those after it could be kept if only overlaps mattered. */
  readonly #after: number[]
  #best: Booking[][] = [[]]
  #branches = 0

  constructor(
    windows: readonly Booking[],
    ledger: Ledger,
    isRight: (window: Booking) => boolean,
    mostBranches: number,
  ) {
    this.#windows = windows
    this.#ledger = ledger
    this.#isRight = isRight
    this.#most = mostBranches
    this.#after = windows.map((_, at) => mostApart(windows.slice(at)))
  }

  /** So many cannot be kept at least. */
  get least(): number {
    const isThrough = this.#branches <= this.#most

    return this.#windows.length - (isThrough ? this.#keptMost : (this.#after[0] ?? 0))
  }

  find(): Booking[][] {
    this.#from(0)

    return this.#best
  }

  get #keptMost(): number {
    return this.#best[0]?.length ?? 0
  }

  #from(at: number): void {
    this.#branches += 1
    this.#note()
    const window = this.#windows[at]
    if (!window || this.#branches > this.#most || this.#kept.length + (this.#after[at] ?? 0) < this.#keptMost) return

    if (this.#isRight(window)) {
      this.#ledger.book(window)
      this.#kept.push(window)
      this.#from(at + 1)
      this.#kept.pop()
      this.#ledger.withdraw(window)
    }
    this.#from(at + 1)
  }

  #note(): void {
    if (this.#kept.length === 0 || this.#kept.length < this.#keptMost) return
    if (this.#kept.length > this.#keptMost) this.#best = []
    if (this.#best.length < MOST_WAYS) this.#best.push([...this.#kept])
  }
}

/** At each touchpoint by itself the one that ends first, and again: so no more can be kept (Kleinberg and Tardos: Algorithm Design, 2006, §4.1). */
function mostApart(windows: readonly Booking[]): number {
  const ends = new Map<number, number>()
  let most = 0
  for (const { touchpoint, from, to } of windows.toSorted((a, b) => a.to - b.to)) {
    if (from <= (ends.get(touchpoint) ?? Number.NEGATIVE_INFINITY)) continue
    ends.set(touchpoint, to)
    most += 1
  }

  return most
}
