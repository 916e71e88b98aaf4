/** Somebody who pools every published number of a measure over all months and breakdowns, and solves for few leaders. */
export interface Pool {
  /** The leader of each contact. */
  leaders: readonly string[]
  /** Each published number: over which contacts, how many of them. */
  sums: readonly { members: readonly number[]; count: number }[]
}

/** Fewer than `enough` leaders of whose answers some sum comes out of adding and taking away; null: nobody's. */
export function solvedFor({ leaders, sums }: Pool, enough: number): string[] | null {
  const rows = sums.map(({ members }) => leaders.map((_, i) => (members.includes(i) ? 1 : 0)))
  const all = rankOf(rows)
  const found = few([...new Set(leaders)], enough - 1).find((some) => {
    const others = [...leaders.keys()].filter((i) => !some.includes(leaders[i] ?? ''))

    return rankOf(rows.map((row) => others.map((i) => row[i] ?? 0))) < all
  })

  return found ?? null
}

/** Contacts of which the answer follows by limits alone: sums of none or all, carried on from sum to sum until nothing follows. */
export function forcedIn({ leaders, sums }: Pool): Set<number> {
  const known = new Map<number, number>()
  const differences = sums.flatMap((whole) =>
    sums
      .filter((part) => part !== whole && part.members.every((i) => whole.members.includes(i)))
      .map((part) => ({
        members: whole.members.filter((i) => !part.members.includes(i)),
        count: whole.count - part.count,
      })),
  )
  for (let before = -1; before < known.size; ) {
    before = known.size
    for (const { members, count } of [...sums, ...differences]) {
      const open = members.filter((i) => !known.has(i))
      const left = count - members.reduce((sum, i) => sum + (known.get(i) ?? 0), 0)
      if (left === 0 || left === open.length) for (const i of open) known.set(i, left === 0 ? 0 : 1)
    }
  }

  return new Set([...known.keys()].filter((i) => i < leaders.length))
}

function few(leaders: readonly string[], most: number): string[][] {
  if (most === 0 || leaders.length === 0) return []
  const [first = '', ...rest] = leaders

  return [[first], ...few(rest, most - 1).map((some) => [first, ...some]), ...few(rest, most)]
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    if (at === -1) continue
    const own = left[at] as number[]
    left[at] = left[rank] as number[]
    left[rank] = own
    for (const [i, row] of left.entries()) {
      const times = i > rank ? (row[column] ?? 0) / (own[column] ?? 1) : 0
      if (times !== 0) for (const [j, value] of own.entries()) row[j] = (row[j] ?? 0) - times * value
    }
    rank += 1
  }

  return rank
}
