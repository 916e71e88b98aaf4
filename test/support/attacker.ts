/**
 * Somebody who pools everything that was released and tries every way the answers could have been: knows which contacts exist, who made
 * them and where they stand, and shares no code with what decides on the release.
 */
export interface Secret {
  contacts: readonly { leader: number; kind: number }[]
  kinds: number
  /** Each released number: how many of these contacts gave one of these kinds, one bit each. */
  released: readonly { members: readonly number[]; cut: number }[]
}

/** Leaders, fewer than `enough`, of whose answers some sum is the same in every way it could have been; null: nobody's. */
export function exposed({ contacts, kinds, released }: Secret, enough: number): number[] | null {
  const truth = contacts.map(({ kind }) => kind)
  const sums = (answers: readonly number[]) => released.map((one) => sumOf(answers, one)).join()
  const ways = everyWay(contacts.length, kinds).filter((answers) => sums(answers) === sums(truth))
  const seen = new Set(released.flatMap(({ members }) => members))
  for (const few of fewLeaders(contacts, enough)) {
    const mine = [...contacts.keys()].filter((i) => seen.has(i) && few.includes(contacts[i]?.leader ?? -1))
    for (const cut of new Set(released.map((one) => one.cut))) {
      const differences = ways.map((answers) => mine.map((i) => side(answers[i], cut) - side(truth[i], cut)))
      if (mine.length > 0 && rankOf(differences) < mine.length) return few
    }
  }

  return null
}

function sumOf(answers: readonly number[], { members, cut }: { members: readonly number[]; cut: number }): number {
  return members.reduce((sum, i) => sum + side(answers[i], cut), 0)
}

function side(kind: number | undefined, cut: number): number {
  return (cut >> (kind ?? 0)) & 1
}

function everyWay(contacts: number, kinds: number): number[][] {
  return Array.from({ length: kinds ** contacts }, (_, way) =>
    Array.from({ length: contacts }, (_, i) => Math.floor(way / kinds ** i) % kinds),
  )
}

function fewLeaders(contacts: Secret['contacts'], enough: number): number[][] {
  const leaders = [...new Set(contacts.map(({ leader }) => leader))]
  const some = Array.from({ length: 2 ** leaders.length - 1 }, (_, bits) =>
    leaders.filter((_, i) => ((bits + 1) >> i) & 1),
  )

  return some.filter((few) => few.length < enough)
}

/** By plain elimination in fractions small enough for floating point. */
function rankOf(vectors: readonly (readonly number[])[]): number {
  const solved: number[][] = []
  for (const vector of vectors) {
    const left = [...vector]
    for (const row of solved) {
      const first = row.findIndex((value) => value !== 0)
      const times = (left[first] ?? 0) / (row[first] ?? 1)
      if (times !== 0) for (const [i, value] of row.entries()) left[i] = tidy((left[i] ?? 0) - times * value)
    }
    if (left.some((value) => value !== 0)) solved.push(left)
  }

  return solved.length
}

function tidy(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value
}
