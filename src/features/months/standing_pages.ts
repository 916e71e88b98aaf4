/** Many standards: not one by one, but how those of each touchpoint stand. */
import type { Figure } from './figures.ts'
import type { Overview, Standard } from './overview.ts'
import { type Against, againstTarget } from './verdict.ts'

export interface Standing {
  touchpoint: string
  href: string
  /** How many standards are clearly above, clearly below, not clearly off, too few to tell or without a target. */
  cells: readonly string[]
}

type Latest = Overview['standards']

/** In the order of their names. A touchpoint whose figures have not moved has the very same row, which is drawn once. */
export function standingByTouchpoint(standards: Latest): Standing[] {
  const byId = Map.groupBy(standards, ({ standard }) => standard.touchpointId)

  return [...byId.values()].map((own) => {
    const [first] = own as [Latest[number]]
    const found = known.get(first.standard)
    if (found && isSame(found.own, own)) return found.standing
    const standing = standingOf(first.standard, own)
    known.set(first.standard, { own, standing })

    return standing
  })
}

const known = new WeakMap<Standard, { own: Latest; standing: Standing }>()

function isSame(some: Latest, others: Latest): boolean {
  const figure = (of: Latest, i: number): Figure | null | undefined => of[i]?.latest

  return (
    some.length === others.length &&
    others.every(({ standard }, i) => standard === some[i]?.standard && figure(some, i) === figure(others, i))
  )
}

function standingOf({ touchpoint, touchpointId }: Standard, own: Latest): Standing {
  const stand = own.map(({ standard, latest }) => againstTarget(latest, standard.target))
  const times = (...which: Against[]) => String(stand.filter((one) => which.includes(one)).length)

  return {
    touchpoint,
    href: `/months?touchpoint=${encodeURIComponent(touchpointId)}`,
    cells: [times('above'), times('below'), times('not_clear'), times('too_few', 'nothing')],
  }
}
