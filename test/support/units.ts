import type { Unit } from '../../src/features/months/disclosure_family.ts'

/** So many contacts of one leader with one kind of answer. */
export interface Standing {
  leader: number
  kind: number
  times: number
  places: readonly number[]
}

export function unitsOf(contacts: Iterable<Standing>, kinds: number): Unit[] {
  const units = new Map<string, { places: readonly number[]; counts: number[]; leaders: Set<number>[] }>()
  const perKind = <T>(value: () => T) => Array.from({ length: kinds }, value)
  for (const { leader, kind, places, times } of contacts) {
    if (places.length === 0) continue
    const key = places.join()
    const unit = units.get(key) ?? { places, counts: perKind(() => 0), leaders: perKind(() => new Set<number>()) }
    units.set(key, unit)
    unit.counts[kind] = (unit.counts[kind] as number) + times
    unit.leaders[kind]?.add(leader)
  }

  return [...units.values()].map(({ leaders, ...unit }) => ({ ...unit, leaders: leaders.map((each) => [...each]) }))
}
