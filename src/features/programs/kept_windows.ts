/** Published windows that are right by themselves and may exclude each other: as many as can are kept. */

import type { Booking, Ledger } from './ledger.ts'

/** Branches of the search, counted so that every machine finds the same. */
const MOST_BRANCHES = 20_000

/** As many ways as are looked at where several keep as many. */
const MOST_WAYS = 64

export interface Kept {
  /** Those that exclude nobody. */
  sure: Booking[]
  /** Of the others, each way to keep as many as can be; one at least, which may be empty. */
  ways: Booking[][]
  /** So many cannot be kept at least. */
  least: number
}

/** Leaves the ledger as it was. */
export function keepMost(windows: readonly Booking[], ledger: Ledger, isRight: (window: Booking) => boolean): Kept {
  for (const window of windows) ledger.book(window)
  const inTheWay = windows.filter((window) => !isRightHere(window, ledger, isRight))
  for (const window of inTheWay) ledger.withdraw(window)
  const search = new Search(inTheWay, ledger, isRight)
  const ways = search.find()
  const sure = windows.filter((window) => !inTheWay.includes(window))
  for (const window of sure) ledger.withdraw(window)
  const least = search.isThrough ? inTheWay.length - search.most : Math.min(1, inTheWay.length)

  return { sure, ways, least }
}

function isRightHere(window: Booking, ledger: Ledger, isRight: (window: Booking) => boolean): boolean {
  ledger.withdraw(window)
  const answer = isRight(window)
  ledger.book(window)

  return answer
}

/** Depth first, keeping before dropping: the first way is to keep whatever comes earlier. */
class Search {
  readonly #windows: readonly Booking[]
  readonly #ledger: Ledger
  readonly #isRight: (window: Booking) => boolean
  readonly #kept: Booking[] = []
  #best: Booking[][] = [[]]
  #branches = 0

  constructor(windows: readonly Booking[], ledger: Ledger, isRight: (window: Booking) => boolean) {
    this.#windows = windows
    this.#ledger = ledger
    this.#isRight = isRight
  }

  get most(): number {
    return this.#best[0]?.length ?? 0
  }

  get isThrough(): boolean {
    return this.#branches <= MOST_BRANCHES
  }

  find(): Booking[][] {
    this.#from(0)

    return this.#best
  }

  #from(at: number): void {
    this.#branches += 1
    this.#note()
    const window = this.#windows[at]
    if (!window || this.#branches > MOST_BRANCHES || this.#kept.length + this.#windows.length - at < this.most) return

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
    if (this.#kept.length === 0 || this.#kept.length < this.most) return
    if (this.#kept.length > this.most) this.#best = []
    if (this.#best.length < MOST_WAYS) this.#best.push([...this.#kept])
  }
}
