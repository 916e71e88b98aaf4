import { eq } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Known } from '../../lib/name_check.ts'
import type { Complaints } from '../../lib/problem.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import { memberRoles, members, touchpoints } from '../../platform/db/tables.ts'
import { type Briefed, getBriefed } from '../assignments/store.ts'
import { getOrganisation } from '../members/store.ts'
import { type Passage, type Settled, wordingComplaints } from './wording.ts'

/** What is nobody's secret here, and what must not be told: the company's own names, and the details prepared for this contact. */
function knownAround(ctx: Context, { errand }: Pick<Briefed, 'errand'>): Known {
  return {
    names: [...leaders(ctx.db).all(), ...places(ctx.db).all(), getOrganisation(ctx)].map(({ name }) => name),
    prepared: preparedIn(errand),
  }
}

const leaders = preparedOnce((db) =>
  db
    .selectDistinct({ name: members.name })
    .from(members)
    .innerJoin(memberRoles, eq(memberRoles.memberId, members.id))
    .where(eq(memberRoles.role, 'leader'))
    .prepare(),
)

const places = preparedOnce((db) => db.select({ name: touchpoints.name }).from(touchpoints).prepare())

/** What its author has still to decide about. The company's names are looked up only where something was found without them. */
export function wordsToSettle(
  ctx: Context,
  { errand }: Pick<Briefed, 'errand'>,
  passages: readonly Passage[],
  settled: Settled,
): Complaints {
  const found = wordingComplaints(passages, settled, { names: [], prepared: preparedIn(errand) })
  if (Object.keys(found).length === 0) return found

  return wordingComplaints(passages, settled, knownAround(ctx, { errand }))
}

/** The same by the id of the assignment. */
export function knownAroundAssignment(ctx: Context, assignmentId: string): Known {
  return knownAround(ctx, getBriefed(ctx, assignmentId))
}

function preparedIn(errand: Briefed['errand']): string[] {
  return (errand?.details ?? []).map(({ value }) => value)
}
