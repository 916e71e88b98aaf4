import { asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { followups, members } from '../../platform/db/tables.ts'
import type { Outcome } from './outcome.ts'
import { listRetested } from './retest_store.ts'

/** Follow-ups that were raised from reflections, by reflection. */
export function listOutcomes(ctx: Context, reflectionIds: readonly string[]): Map<string, Outcome[]> {
  const rows = ctx.db
    .select({ followup: followups, owner: members.name })
    .from(followups)
    .innerJoin(members, eq(members.id, followups.ownerId))
    .where(inArray(followups.reflectionId, [...reflectionIds]))
    .orderBy(asc(followups.raisedOn), asc(followups.id))
    .all()
  const retested = listRetested(
    ctx,
    rows.map(({ followup }) => followup.id),
  )
  const outcomes = rows.map(({ followup, owner }) => ({
    ...followup,
    owner,
    retested: retested.get(followup.id) ?? [],
  }))

  return Map.groupBy(outcomes, ({ reflectionId }) => reflectionId ?? '')
}
