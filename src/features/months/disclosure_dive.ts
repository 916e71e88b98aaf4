/** From where the simplex method ends, which may lie between whole numbers, to a way that could be. */
import { climb, isWhole, type Simplex, TINY } from './disclosure_simplex.ts'

/**
 * From between whole numbers to whole ones, a column at a time, each held where it arrived; the first as it is asked, the others to
 * whatever is nearest, or to the other side of it.
 */
export function dive(simplex: Simplex, first: number): boolean {
  for (let column = first, i = 0; column !== -1 && i < MOST_HELD; column = between(simplex), i++) {
    const x = simplex.x[column] as number
    const near = Math.round(x)
    if (!hold(simplex, column, near) && !hold(simplex, column, near > x ? near - 1 : near + 1)) return false
  }

  return isWhole(simplex)
}

export const MOST_HELD = 60

/** The column that is nearest to a whole number without being one; -1: none. */
export function between({ x, answers }: Simplex): number {
  let [best, least] = [-1, 1]
  for (let column = 0; column < answers; column++) {
    const far = Math.abs((x[column] as number) - Math.round(x[column] as number))
    if (far > TINY && far < least) [best, least] = [column, far]
  }

  return best
}

/** Goes where it is asked and is held there; false: it cannot. */
export function hold(simplex: Simplex, column: number, at: number): boolean {
  const { x, low, high } = simplex
  if (at < (low[column] as number) || at > (high[column] as number)) return false
  const [from, to] = [low[column] as number, high[column] as number]
  const up = at > (x[column] as number)
  if (up) high[column] = at
  else low[column] = at
  const goal = new Float64Array(x.length)
  goal[column] = up ? 1 : -1
  if (Math.abs((x[column] as number) - at) > TINY)
    climb(simplex, goal, () => Math.abs((x[column] as number) - at) < TINY)
  const isThere = Math.abs((x[column] as number) - at) < TINY
  if (isThere) x[column] = at
  low[column] = isThere ? at : from
  high[column] = isThere ? at : to

  return isThere
}
