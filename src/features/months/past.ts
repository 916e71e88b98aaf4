/** What was counted before the month of a page stands still while that month runs, and so does what is made of it. */
import type { Span, Spans } from './spans.ts'
import type { Tally } from './tally.ts'

/** What a page reads is kept, because the page is asked for again; of a file of many slices each is read once. */
export type Keeping = 'kept' | 'read_once'

export interface Past {
  /** What was made under this name before; made anew once any earlier month has moved. */
  kept: <Made>(name: string, make: () => Made) => Made
  /** The same past, with names of its own for what is made of one measure, or in one locale. */
  named: (own: string) => Past
  /** A past within this one that begins anew also when `from` has changed. */
  while: <From>(name: string, from: From, isSame: (before: From, now: From) => boolean) => Past
}

/** For what nothing is to be remembered of: everything is made anew. */
export const NOTHING_KEPT: Past = {
  kept: (_name, make) => make(),
  named: () => NOTHING_KEPT,
  while: () => NOTHING_KEPT,
}

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
  const all = new Map<string, { made: unknown }>()
  const pasts = new Map<string, Past>()
  const whiles = new Map<string, { from: unknown; past: Past }>()

  return {
    kept: <Made>(name: string, make: () => Made) => found(all, name, () => ({ made: make() })).made as Made,
    named: (own) => found(pasts, own, newPast),
    while: <From>(name: string, from: From, isSame: (before: From, now: From) => boolean) => {
      const before = found(whiles, name, () => ({ from, past: newPast() }))
      if (isSame(before.from as From, from)) return before.past
      const now = { from, past: newPast() }
      whiles.set(name, now)

      return now.past
    },
  }
}

function found<Value>(all: Map<string, Value>, name: string, make: () => Value): Value {
  const known = all.get(name)
  if (known !== undefined) return known
  const made = make()
  all.set(name, made)

  return made
}
