/** What was counted before the month of a page stands still while that month runs, and so does what is made of it. */
import type { Span, Spans } from './spans.ts'
import type { Tally } from './tally.ts'

/** A page is asked for again; of a file of many slices each is read once. */
export type Keeping = 'kept' | 'read_once'

export interface Past {
  /** What was made under this name before; anew where anything that was counted before, or any of `as`, is another since. */
  kept: <Made>(name: string, as: readonly unknown[], make: () => Made) => Made
  /** The same past, with names of its own for what is made of one measure. */
  named: (own: string) => Past
}

/** For what is not counted anew with every contact. */
export const NOTHING_KEPT: Past = { kept: (_name, _as, make) => make(), named: () => NOTHING_KEPT }

/** The very same past at every look while none of its months has moved (counted_store.ts). */
export function pastOf(tallies: ReadonlyMap<string, Tally>, spans: Spans): Past {
  const of = spansBefore(spans).map(({ name }) => tallies.get(name))
  const first = of.find((tally) => tally !== undefined)
  if (!first) return NOTHING_KEPT
  const pasts = known.get(spans) ?? new WeakMap<Tally, Known>()
  const found = pasts.get(first)
  const past = found?.of.every((tally, i) => tally === of[i]) ? found : { of, ...newPast() }
  known.set(spans, pasts.set(first, past))

  return past
}

interface Known extends Past {
  of: readonly (Tally | undefined)[]
}

const known = new WeakMap<Spans, WeakMap<Tally, Known>>()

function spansBefore({ before, history, months, quarters }: Spans): Span[] {
  return [before.month, before.quarter, ...history.slice(0, -1), ...months.slice(0, -1), ...quarters.slice(0, -1)]
}

function newPast(): Past {
  const all = new Map<string, { as: readonly unknown[]; made: unknown }>()
  const pasts = new Map<string, Past>()

  return {
    kept: <Made>(name: string, as: readonly unknown[], make: () => Made) => {
      const found = all.get(name)
      if (found && isSame(found.as, as)) return found.made as Made
      const made = make()
      all.set(name, { as, made })

      return made
    },
    named: (own) => {
      const past = pasts.get(own) ?? newPast()
      pasts.set(own, past)

      return past
    },
  }
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i])
}
