/** Everybody’s answers to one question, over the places of its cells. */
import { hideEachOther, isAt, type Place, type Placed } from './closing.ts'
import { type Standing, type Unit, unitsOf } from './disclosure_family.ts'
import type { MeasureFamily } from './families.ts'
import { addUp, type Tally } from './tally.ts'

export interface Given {
  placed: Placed
  answers: ReadonlyMap<string, string>
}

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

/** `people` numbers the leaders. */
export function tableOf(
  places: readonly Place[],
  given: readonly Given[],
  family: MeasureFamily,
  people: ReadonlyMap<string, number>,
): AnswerTable {
  const standing = given.flatMap((one) => answeredBy(one, places, family, people))
  const inPlace: Answered[][] = places.map(() => [])
  for (const one of standing) for (const place of one.places) inPlace[place]?.push(one)
  const isIn = ({ kind }: Answered) => family.among === null || (family.among & (1 << kind)) !== 0
  const inDenominator = (place: number) => (inPlace[place] ?? []).filter(isIn)
  const said = ({ answer }: Answered) =>
    answer === undefined ? [] : [{ question: family.question, answer, contacts: 1 }]

  return {
    units: unitsOf(standing, family.kinds),
    weight: (place) => inDenominator(place).length,
    mayStand: (place, enough) =>
      hideEachOther(
        inDenominator(place).map(({ leader }) => leader),
        enough,
      ),
    tally: (place) => addUp((inPlace[place] ?? []).flatMap(said)),
  }
}

function answeredBy(
  { placed, answers }: Given,
  places: readonly Place[],
  family: MeasureFamily,
  people: ReadonlyMap<string, number>,
): Answered[] {
  const answer = answers.get(family.question)
  const kind = family.kindOf(answer)
  if (kind === null) return []
  const at = [...places.keys()].filter((i) => isAt(places[i] as Place, placed))

  return [{ leader: people.get(placed.leaderId) ?? 0, kind, places: at, answer }]
}
