/** In which order cells join what is shown: whatever comes late may find that it gives somebody away with what came before. */
import type { Family } from './disclosure_family.ts'

/**
 * What is dear before all; then what weighs most. Cells that say the same weigh what they weigh together, because all of them tell no more
 * than one: in a small company a way in, its channel and its department are often the very same contacts.
 */
export function heaviestFirst(family: Family, candidates: readonly number[]): number[] {
  const unitsAt = unitsByPlace(family)
  const saysOf = (i: number) => `${family.cells[i]?.cuts}:${unitsAt.get(family.cells[i]?.place ?? -1)?.join()}`
  const together = new Map<string, number>()
  const said = new Map(candidates.map((i) => [i, saysOf(i)]))
  for (const [i, says] of said) together.set(says, (together.get(says) ?? 0) + (family.cells[i]?.weight ?? 0))
  const rank = (i: number) => (family.cells[i]?.dear ? 1 : 0)
  const weight = (i: number) => together.get(said.get(i) ?? '') ?? 0

  return [...candidates].sort((a, b) => rank(b) - rank(a) || weight(b) - weight(a) || a - b)
}

/** The same order, but some of them after all others; what is dear stays where it is. */
export function withLast({ cells }: Family, order: readonly number[], last: readonly number[]): number[] {
  const isLast = (i: number) => last.includes(i) && !cells[i]?.dear

  return [...order.filter((i) => !isLast(i)), ...order.filter(isLast)]
}

function unitsByPlace({ units }: Family): Map<number, number[]> {
  const at = new Map<number, number[]>()
  for (const [unit, { places }] of units.entries())
    for (const place of places) {
      const there = at.get(place)
      if (there) there.push(unit)
      else at.set(place, [unit])
    }

  return at
}
