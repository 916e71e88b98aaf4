/** Everybody’s answers to one question, over the places of its cells. */
import type { AnswerPool, Heap } from './answer_pool.ts'
import { isAt, isHidden, type Place } from './closing.ts'
import { type Standing, type Unit, unitsOf } from './disclosure_family.ts'
import type { MeasureFamily } from './families.ts'
import { addUp, type Tally } from './tally.ts'

export interface AnswerTable {
  units: Unit[]
  /** How many stand in the denominator of a place, and whether they hide each other. */
  weight: (place: number) => number
  mayStand: (place: number, enough: number) => boolean
  tally: (place: number) => Tally
}

interface Answered extends Standing {
  answer: string | undefined
}

export function tableOf(places: readonly Place[], pool: AnswerPool, family: MeasureFamily): AnswerTable {
  const standing = answeredIn(places, pool.heapsOf(family.question), family)
  const inPlace: Answered[][] = places.map(() => [])
  for (const one of standing) for (const place of one.places) inPlace[place]?.push(one)
  const isIn = ({ kind }: Answered) => family.among === null || (family.among & (1 << kind)) !== 0
  const inDenominator = (place: number) => (inPlace[place] ?? []).filter(isIn)
  const said = ({ answer, times }: Answered) =>
    answer === undefined ? [] : [{ question: family.question, answer, contacts: times }]

  return {
    units: unitsOf(standing, family.kinds),
    weight: (place) => inDenominator(place).reduce((sum, { times }) => sum + times, 0),
    mayStand: (place, enough) => isHidden(inDenominator(place), enough),
    tally: (place) => addUp((inPlace[place] ?? []).flatMap(said)),
  }
}

function answeredIn(places: readonly Place[], heaps: readonly Heap[], family: MeasureFamily): Answered[] {
  const known = new Map<Heap['position'], number[]>()
  const placesOf = (position: Heap['position']) => {
    const found = known.get(position) ?? [...places.keys()].filter((i) => isAt(places[i] as Place, position))
    known.set(position, found)

    return found
  }

  return heaps.flatMap(({ position, leader, answer, times }) => {
    const kind = family.kindOf(answer)

    return kind === null ? [] : [{ leader, kind, places: placesOf(position), answer, times }]
  })
}
