/**
 * Somebody who reads every figure of felt valued and of the expectation gap, knows who contacted what and who predicted, and goes
 * through every way feelings and expectations could have been together. Shares nothing with what decides on the release.
 */
import { addTo, rankOf } from './every_world.ts'

export interface Felt {
  leader: number
  valued: number
  predicted: number | null
}

/** Of which contacts: how many felt valued; or the sum of the gaps and of their squares. */
export interface Figure {
  of: 'valued' | 'gap'
  members: readonly number[]
}

/** Whether somebody felt valued, and how far from expected. */
type Pair = readonly [valued: number, gap: number]

const SCALE = [1, 2, 3, 4, 5]
const PAIRS: readonly Pair[] = [
  ...new Map(
    SCALE.flatMap((felt) => SCALE.map((expected): Pair => [felt >= 4 ? 1 : 0, felt - expected])).map((pair) => [
      pair.join(),
      pair,
    ]),
  ).values(),
]

/**
 * Leaders, fewer than `enough`, of whom some sum of who felt valued, or some sum of gaps, is the same in every world; null: nobody's;
 * undefined: there were too many worlds to go through.
 */
export function givenAway(contacts: readonly Felt[], figures: readonly Figure[], enough: number) {
  const spoken = [...contacts.keys()].filter((i) => figures.some(({ members }) => members.includes(i)))
  const inGaps = new Set(figures.flatMap(({ of, members }) => (of === 'gap' ? members : [])))
  const truth = contacts.map(({ valued, predicted }, i): Pair => {
    return [valued >= 4 ? 1 : 0, predicted !== null && inGaps.has(i) ? valued - predicted : 0]
  })
  const columns = spoken.flatMap((i) => (inGaps.has(i) ? [[i, 0] as const, [i, 1] as const] : [[i, 0] as const]))
  const seen = differencesIn({ spoken, inGaps, truth, columns, figures })
  if (seen === undefined) return undefined
  const leaders = [...new Set(spoken.map((i) => contacts[i]?.leader ?? -1))]
  for (let some = 1; some < 2 ** leaders.length; some++) {
    const few = leaders.filter((_, i) => (some >> i) & 1)
    if (few.length >= enough) continue
    for (const answer of [0, 1]) {
      const own = columns.flatMap(([i, of], c) => (of === answer && few.includes(contacts[i]?.leader ?? -1) ? [c] : []))
      if (rankOf(seen.map((row) => own.map((c) => row[c] ?? 0))) < own.length) return few
    }
  }

  return null
}

interface World {
  spoken: readonly number[]
  inGaps: ReadonlySet<number>
  truth: readonly Pair[]
  columns: readonly (readonly [contact: number, answer: 0 | 1])[]
  figures: readonly Figure[]
}

/** What can differ from the truth, as far as it is independent; undefined where that would take too long. */
function differencesIn(world: World): number[][] | undefined {
  const { truth, columns, figures } = world
  const rows = figures.map(({ of, members }) =>
    columns.map(([i, answer]) => (members.includes(i) && (of === 'gap') === (answer === 1) ? 1 : 0)),
  )
  const free = columns.length - rankOf(rows)
  const solved: number[][] = []
  const found = (pairs: readonly Pair[]) => {
    addTo(
      solved,
      columns.map(([i, answer]) => (pairs[i]?.[answer] ?? 0) - (truth[i]?.[answer] ?? 0)),
    )

    return solved.length === free
  }

  return goThrough(world, found) ? solved : undefined
}

/** So many beginnings of worlds are looked at. */
const MOST = 300_000

interface Left {
  members: readonly number[]
  adds: (pair: Pair) => number
  bounds: Pair
  sum: number
  open: number
}

/** False where it gave up; `found` says when it has seen enough. */
function goThrough({ spoken, inGaps, truth, figures }: World, found: (pairs: readonly Pair[]) => boolean): boolean {
  const sums = figures.flatMap(({ of, members }): Left[] => {
    const left = (adds: (pair: Pair) => number, bounds: Pair) => {
      const sum = members.reduce((all, i) => all + adds(truth[i] as Pair), 0)

      return { members, adds, bounds, sum, open: members.length }
    }

    return of === 'valued'
      ? [left(([valued]) => valued, [0, 1])]
      : [left(([, gap]) => gap, [-4, 4]), left(([, gap]) => gap ** 2, [0, 16])]
  })
  const sumsAt = new Map(spoken.map((i) => [i, sums.filter(({ members }) => members.includes(i))]))
  const pairs = [...truth]
  let looked = 0
  const next = (depth: number): boolean => {
    const i = spoken[depth]
    if (i === undefined) return found(pairs)
    if (++looked > MOST) return true
    const own = sumsAt.get(i) ?? []
    for (const pair of inGaps.has(i) ? PAIRS : PAIRS.filter(([, gap]) => gap === 0)) {
      for (const sum of own) take(sum, pair, 1)
      pairs[i] = pair
      const isOver = own.every(canBe) && next(depth + 1)
      for (const sum of own) take(sum, pair, -1)
      if (isOver) return true
    }

    return false
  }
  next(0)

  return looked <= MOST
}

function take(left: Left, pair: Pair, times: 1 | -1): void {
  left.sum -= times * left.adds(pair)
  left.open -= times
}

function canBe({ sum, open, bounds: [least, most] }: Left): boolean {
  return sum >= open * least && sum <= open * most
}
