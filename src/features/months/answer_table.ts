/** Everybody’s answers to one question, over the places of its cells. */
import type { AnswerPool } from './answer_pool.ts'
import { has, type Unit } from './disclosure_family.ts'
import type { MeasureFamily } from './families.ts'
import { isAt, type Place } from './places.ts'
import { hasEnoughLeaders } from './published.ts'
import { addUp, type Tally } from './tally.ts'

/** Where only some answers stand in the denominator and everybody may know whose: which. */
export interface TablePlace extends Place {
  holds?: (answer: string | undefined) => boolean
}

export interface AnswerTable {
  units: Unit[]
  /** How many stand in the denominator of a place, and whether they hide each other. */
  weight: (place: number) => number
  mayStand: (place: number, enough: number) => boolean
  tally: (place: number) => Tally
}

/** Contacts that stand in the same places. */
interface Stand {
  places: readonly number[]
  /** Of each kind of answer, how often each leader gave it. */
  kinds: readonly Map<number, number>[]
  /** How often each answer was given. */
  answers: Map<string, number>
}

export function tableOf(places: readonly TablePlace[], pool: AnswerPool, family: MeasureFamily): AnswerTable {
  const stands = standsOf(places, pool, family)
  const at = places.map((_, place) => stands.filter((stand) => stand.places.includes(place)))
  const inDenominator = new Map<number, Map<number, number>>()
  const standingIn = (place: number) => {
    const found = inDenominator.get(place) ?? togetherIn(at[place] ?? [], family)
    inDenominator.set(place, found)

    return found
  }
  const said = ({ answers }: Stand) =>
    [...answers].flatMap(([answer, contacts]) => family.says(answer).map((one) => ({ ...one, contacts })))

  return {
    units: stands.map(unitOf),
    weight: (place) => sumOf(standingIn(place)),
    mayStand: (place, enough) => hasEnoughLeaders(asGroup(standingIn(place)), enough),
    tally: (place) => addUp((at[place] ?? []).flatMap(said)),
  }
}

/** How many contacts of each leader stand in the denominator. */
function togetherIn(stands: readonly Stand[], { among }: MeasureFamily): Map<number, number> {
  const together = new Map<number, number>()
  for (const { kinds } of stands)
    for (const [kind, by] of kinds.entries())
      if (among === null || has(among, kind)) for (const [leader, times] of by) addTo(together, leader, times)

  return together
}

function asGroup(by: ReadonlyMap<number, number>) {
  return by.entries().map(([leader, times]) => ({ leader, times }))
}

function sumOf(by: ReadonlyMap<number, number>): number {
  return by.values().reduce((sum, times) => sum + times, 0)
}

function unitOf({ places, kinds }: Stand): Unit {
  return { places, counts: kinds.map(sumOf), leaders: kinds.map((by) => [...by.keys()]) }
}

/** Only those anybody with an answer of some kind stands in. */
function standsOf(places: readonly TablePlace[], pool: AnswerPool, family: MeasureFamily): Stand[] {
  const stands = new Map<string, Stand>()
  const known = new Map<string, (Stand | null)[]>()
  const standsAt = (answer: string | undefined) => {
    const holding = [...places.keys()].filter((i) => places[i]?.holds?.(answer) ?? true)
    const found =
      known.get(holding.join()) ??
      pool.positions.map((position) => {
        const there = holding.filter((i) => isAt(places[i] as Place, position))

        return there.length === 0 ? null : standIn(stands, there, family.kinds)
      })
    known.set(holding.join(), found)

    return found
  }
  fill(standsAt, pool, family)

  return [...stands.values()].filter(({ kinds }) => kinds.some((by) => by.size > 0))
}

/** Everybody’s answer, and of those who gave none that. */
function fill(
  standsAt: (answer: string | undefined) => readonly (Stand | null)[],
  { heaps, given }: AnswerPool,
  { kindOf, question }: MeasureFamily,
) {
  const silent = [...heaps.times]
  const add = (heap: number, kind: number | null, times: number, standAt: readonly (Stand | null)[]) => {
    const stand = standAt[heaps.position[heap] as number]
    if (!stand || kind === null) return null
    addTo(stand.kinds[kind] as Map<number, number>, heaps.leader[heap] as number, times)

    return stand
  }
  for (const [answer, { numbers, length }] of given(question)) {
    const [kind, standAt] = [kindOf(answer), standsAt(answer)]
    for (const heap of numbers.subarray(0, length)) {
      const stand = add(heap, kind, 1, standAt)
      if (stand) addTo(stand.answers, answer, 1)
      silent[heap] = (silent[heap] as number) - 1
    }
  }
  const [kind, standAt] = [kindOf(undefined), standsAt(undefined)]
  for (const [heap, times] of silent.entries()) if (times > 0) add(heap, kind, times, standAt)
}

function standIn(stands: Map<string, Stand>, places: readonly number[], kinds: number): Stand {
  const key = places.join()
  const found = stands.get(key) ?? {
    ...{ places, answers: new Map<string, number>() },
    kinds: Array.from({ length: kinds }, () => new Map<number, number>()),
  }
  stands.set(key, found)

  return found
}

function addTo<Key>(counts: Map<Key, number>, key: Key, times: number): void {
  counts.set(key, (counts.get(key) ?? 0) + times)
}
