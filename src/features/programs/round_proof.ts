/** What the goals of a round could be at best: proven by asking again without the rules that are hard to keep. */

import { type RoundPairs, type RoundPicks, repeatsOf } from './round_picks.ts'

export interface Proof {
  loads: number
  coverage: number
  repeats: number
}

/** For as many contacts as were picked, the goals before each being at their best. */
export function proofOf(pairs: RoundPairs, { picks, isBest }: RoundPicks): Proof {
  const { goals } = pairs.toPlan
  const most = picks.length
  const even = isBest ? picks : pairs.ask({ most, apart: new Set(), isEven: true, isBound: true })

  return { loads: goals.loads(even), coverage: goals.coverage(even), repeats: repeatsOf(even) }
}
