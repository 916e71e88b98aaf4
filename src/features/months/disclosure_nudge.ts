/**
 * Ways near the truth, in which somebody answers otherwise and as few others as can be. Where many cells cross, what is highest of all
 * lies between whole numbers more often than not; what is near seldom does.
 */
import { between, hold, MOST_HELD } from './disclosure_dive.ts'
import { mayGive } from './disclosure_family.ts'
import { countIn, type Exchange } from './disclosure_pairs.ts'
import { climb, type Simplex } from './disclosure_simplex.ts'
import type { Ways } from './disclosure_ways.ts'

/** One contact of a unit gives another answer. */
export type Turn = readonly [unit: number, from: number, to: number]

/** All that change what is asked for, which gains `worth` by each answer. */
export function turnsOf(ways: Ways, worth: (unit: number, kind: number) => number): Turn[] {
  const kinds = Array.from({ length: ways.kinds }, (_, kind) => kind)
  const given = (unit: number) => kinds.filter((kind) => countIn(ways, unit, kind, null) > 0)
  const others = (unit: number, from: number) =>
    kinds.filter((to) => worth(unit, to) !== worth(unit, from) && mayGive(ways.units[unit] ?? {}, to))

  return [...ways.units.keys()].flatMap((unit) =>
    given(unit).flatMap((from) => others(unit, from).map((to): Turn => [unit, from, to])),
  )
}

/** Begun at the truth, an exchange of all kinds goes to whole numbers with that turn; false: it did not come to any. */
export function isTurned({ simplex, sums }: Exchange, { kinds }: Ways, [unit, from, to]: Turn): boolean {
  const goal = backFrom(simplex)
  // The last kind has no column but what is left of its unit, in the row of that.
  const columnOf = (kind: number) =>
    kind < kinds - 1 ? unit * (kinds - 1) + kind : simplex.answers + sums.length + unit
  const isHeld = ([kind, by]: readonly [number, number]) =>
    hold(simplex, columnOf(kind), Math.round(simplex.x[columnOf(kind)] as number) + by)
  const isGone = [[from, -1] as const, [to, 1] as const].every(isHeld)
  for (let i = 0; isGone && i < MOST_HELD; i++) {
    climb(simplex, goal.slice(), () => false)
    const next = between(simplex)
    if (next === -1) return true
    const x = simplex.x[next] as number
    const near = Math.round(x)
    if (!hold(simplex, next, near) && !hold(simplex, next, near > x ? near - 1 : near + 1)) return false
  }

  return false
}

/** What is at a limit would rather stay there, by chance how much. */
function backFrom({ x, low, high, answers, random }: Simplex): Float64Array {
  const goal = new Float64Array(x.length)
  for (let column = 0; column < answers; column++) {
    const back = x[column] === high[column] ? 1 : x[column] === low[column] ? -1 : 0
    goal[column] = back * (0.5 + random())
  }

  return goal
}
