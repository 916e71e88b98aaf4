/** What a plan changes of what was published. */

import type { FixedAssignment, PlannedAssignment } from './rotation_problem.ts'

export interface Change {
  before: FixedAssignment
  /** What its leader has in the round instead; null: nothing any more. */
  after: PlannedAssignment | null
}

/** Of published windows that may move, those the plan does not keep as they are. */
export function changesBetween(published: readonly FixedAssignment[], planned: readonly PlannedAssignment[]): Change[] {
  const there = Map.groupBy(planned, keyOf)
  const moved = published.filter((before) => !takeFrom(there, before))
  const left = Map.groupBy([...there.values()].flat(), ({ leader, round }) => `${leader} ${round}`)

  return moved.map((before) => ({ before, after: left.get(`${before.leader} ${before.round}`)?.shift() ?? null }))
}

type Window = Pick<FixedAssignment, 'leader' | 'touchpoint' | 'round' | 'from' | 'to' | 'daypart'>

function keyOf({ leader, touchpoint, round, from, to, daypart }: Window): string {
  return JSON.stringify([leader, touchpoint, round, from, to, daypart ?? null])
}

function takeFrom(there: Map<string, PlannedAssignment[]>, before: FixedAssignment): boolean {
  return there.get(keyOf(before))?.shift() !== undefined
}
