/** Everybody’s answers to one question, over the places of its cells. */
import type { AnswerPool } from './answer_pool.ts'
import { isAt, isHidden, type Place } from './closing.ts'
import { has, type Unit } from './disclosure_family.ts'
import type { MeasureFamily } from './families.ts'
import { addUp, type Tally } from './tally.ts'

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

export function tableOf(places: readonly Place[], pool: AnswerPool, family: MeasureFamily): AnswerTable {
  const stands = standsOf(places, pool, family)
  const at = places.map((_, place) => stands.filter((stand) => stand.places.includes(place)))
  const inDenominator = new Map<number, Map<number, number>>()
  const standingIn = (place: number) => {
    const found = inDenominator.get(place) ?? togetherIn(at[place] ?? [], family)
    inDenominator.set(place, found)

    return found
  }
  const said = ({ answers }: Stand) =>
    Array.from(answers, ([answer, contacts]) => ({ question: family.question, answer, contacts }))

  return {
    units: stands.map((stand) => unitOf(stand, family)),
    weight: (place) => sumOf(standingIn(place)),
    mayStand: (place, enough) =>
      isHidden(asGroup(standingIn(place)), enough) && areUntold(at[place] ?? [], family, enough),
    tally: (place) => addUp((at[place] ?? []).flatMap(said)),
  }
}

/** Those who hide each other have to be enough as well. */
function areUntold(stands: readonly Stand[], family: MeasureFamily, enough: number): boolean {
  return family.tells.length === 0 || new Set(stands.flatMap((stand) => hidingIn(stand, family).flat())).size >= enough
}

/**
 * Of each kind, the leaders who hide others by what they answered: not by an answer that tells what was answered to another question,
 * or what is left of some figures less others would tell that of all it is about.
 */
function hidingIn({ kinds }: Stand, { tells, kindOf }: MeasureFamily): number[][] {
  const telling = new Set(tells.map(kindOf))

  return kinds.map((by, kind) => (telling.has(kind) ? [] : [...by.keys()]))
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

function unitOf(stand: Stand, family: MeasureFamily): Unit {
  return { places: stand.places, counts: stand.kinds.map(sumOf), leaders: hidingIn(stand, family) }
}

/** Only those anybody with an answer of some kind stands in. */
function standsOf(places: readonly Place[], pool: AnswerPool, family: MeasureFamily): Stand[] {
  const stands = new Map<string, Stand>()
  const standAt = pool.positions.map((position) => {
    const there = [...places.keys()].filter((i) => isAt(places[i] as Place, position))

    return there.length === 0 ? null : standIn(stands, there, family.kinds)
  })
  fill(standAt, pool, family)

  return [...stands.values()].filter(({ kinds }) => kinds.some((by) => by.size > 0))
}

/** Everybody’s answer, and of those who gave none that. */
function fill(standAt: readonly (Stand | null)[], { heaps, given }: AnswerPool, { kindOf, question }: MeasureFamily) {
  const add = (heap: number, kind: number | null, times: number) => {
    const stand = standAt[heaps.position[heap] as number]
    if (!stand || kind === null) return null
    addTo(stand.kinds[kind] as Map<number, number>, heaps.leader[heap] as number, times)

    return stand
  }
  const silent = [...heaps.times]
  for (const [answer, { numbers, length }] of given(question)) {
    const kind = kindOf(answer)
    for (const heap of numbers.subarray(0, length)) {
      const stand = add(heap, kind, 1)
      if (stand) addTo(stand.answers, answer, 1)
      silent[heap] = (silent[heap] as number) - 1
    }
  }
  const kind = kindOf(undefined)
  for (const [heap, times] of silent.entries()) if (times > 0) add(heap, kind, times)
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
