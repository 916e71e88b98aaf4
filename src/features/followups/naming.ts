/** A follow-up is about a policy, a system, a hand-off, never a person: words that may name somebody are asked about once. */

import { checkText, isUnmeasured, type Known } from '../../lib/name_check.ts'
import type { Complaints } from '../../lib/problem.ts'
import { whyMarked } from '../reflections/wording.ts'

/** The box an author ticks once they have looked: their words name nobody who serves customers. */
const SETTLED = 'settled'

/** A complaint beside each text in which something was found, and one for the box; none once it is ticked. */
export function namingComplaints(texts: Readonly<Record<string, string>>, settled: boolean, known: Known): Complaints {
  if (settled) return {}
  const complaints: Complaints = {}
  for (const [name, words] of Object.entries(texts)) {
    const found = checkText(words, known).filter(({ kind }) => kind !== 'name' || !isUnmeasured(words))
    if (found.length > 0)
      complaints[name] =
        `${[...new Set(found.map(whyMarked))].join(' ')} We never write down who served us: say it otherwise.`
  }
  if (Object.keys(complaints).length > 0) complaints[SETTLED] = 'Or tick the box if no colleague is meant.'

  return complaints
}
