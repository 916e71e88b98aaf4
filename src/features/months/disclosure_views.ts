/** A family as somebody sees it who pools what was released, with all it takes to look for what follows. */
import { type Bands, bandsOf, type Limits } from './disclosure_bands.ts'
import { dice } from './disclosure_dice.ts'
import { type Family, narrowed, type Steps } from './disclosure_family.ts'
import { type Exchange, exchangesOver, wholeOf } from './disclosure_pairs.ts'
import { type Ways, waysOf } from './disclosure_ways.ts'

export interface Rules {
  /** So many different leaders hide each other. */
  enough: number
  steps: Steps
}

export interface Audit {
  view: Family
  ways: Ways
  bands: Bands
  exchanges: () => readonly Exchange[]
  whole: () => Exchange
  random: () => number
  rules: Rules
  /** Units of which something was given away before: what is known cannot be called back, and hides nobody. */
  exposed: Set<number>
}

/** As it is, and as it is for somebody who knows who stands in the denominators. */
export function auditsOf(family: Family, rules: Rules): Audit[] {
  const narrow = narrowed(family)

  return (narrow ? [narrow, family] : [family]).map((view) => auditOf(view, rules))
}

function auditOf(view: Family, rules: Rules): Audit {
  const ways = waysOf(view)
  const random = dice(ways.truth.length)
  const whole = once(() => wholeOf(ways, rules.steps, random))

  return within({ view, ways, rules, random, exposed: new Set<number>(), whole })
}

/** The same within other limits. */
export function within<Some extends Pick<Audit, 'view' | 'ways' | 'rules' | 'random'>>(audit: Some, limits?: Limits) {
  const { ways, rules, random } = audit
  const view = limits ? { ...audit.view, limits } : audit.view
  const bands = bandsOf(view, view.limits)

  return { ...audit, view, bands, exchanges: once(() => exchangesOver(ways, bands, rules.steps, random)) }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined

  return () => (made ??= make())
}
