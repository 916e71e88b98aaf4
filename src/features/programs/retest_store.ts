import { and, asc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import {
  assignments,
  followups,
  members,
  programs,
  programTouchpoints,
  retests,
  rounds,
} from '../../platform/db/tables.ts'
import { type WaitingRetest, withoutWindow } from './retests.ts'

/** Questions without an answer, the one that has waited longest first. */
export function listWaitingRetests(ctx: Context, touchpointIds: readonly string[]): WaitingRetest[] {
  return waitingAt(ctx.db).all({ touchpointIds: JSON.stringify(touchpointIds) })
}

const waitingAt = preparedOnce((db) =>
  db
    .select({
      id: retests.id,
      touchpointId: retests.touchpointId,
      question: retests.question,
      fromDay: retests.fromDay,
      ownerId: followups.ownerId,
    })
    .from(retests)
    .innerJoin(followups, eq(followups.id, retests.followupId))
    .where(
      and(
        isNull(retests.endedOn),
        sql`${retests.touchpointId} in (select value from json_each(${sql.placeholder('touchpointIds')}))`,
      ),
    )
    .orderBy(asc(retests.askedOn), asc(retests.id))
    .prepare(),
)

/** Those for which a round of these touchpoints has to find a contact. */
export function listRetestsToPlan(
  ctx: Context,
  touchpoints: readonly { id: string }[],
  today: string,
): WaitingRetest[] {
  return listRetestsToKeep(ctx, touchpoints, { today, movable: new Set() })
}

/** The same where published windows are planned again: one that may move answers nothing for sure. */
export function listRetestsToKeep(
  ctx: Context,
  touchpoints: readonly { id: string }[],
  { today, movable }: { today: string; movable: ReadonlySet<string> },
): WaitingRetest[] {
  const touchpointIds = touchpoints.map(({ id }) => id)
  const waiting = listWaitingRetests(ctx, touchpointIds)
  if (waiting.length === 0) return []
  const windows = touchpointIds.flatMap((id) => listWindowsTo(ctx, id, today))

  return withoutWindow(
    waiting,
    windows.filter(({ id }) => !movable.has(id)),
  )
}

/** Windows at a touchpoint that are not over and not reflected on: drafts, open ones, and contacts made meanwhile. */
export function listWindowsTo(ctx: Context, touchpointId: string, today: string) {
  return ctx.db
    .select({
      id: assignments.id,
      touchpointId: assignments.touchpointId,
      leaderId: assignments.leaderId,
      leader: members.name,
      state: assignments.state,
      fromDay: assignments.fromDay,
      toDay: assignments.toDay,
    })
    .from(assignments)
    .innerJoin(members, eq(members.id, assignments.leaderId))
    .where(
      and(
        eq(assignments.touchpointId, touchpointId),
        ne(assignments.origin, 'own_initiative'),
        inArray(assignments.state, ['planned', 'open', 'contacted']),
        gte(assignments.toDay, today),
      ),
    )
    .orderBy(asc(assignments.fromDay), asc(assignments.id))
    .all()
}

/** The first draft in which the touchpoint could still get a contact, and whether any program uses it at all. */
export function findDraftFor(ctx: Context, touchpointId: string): { draftId: string | null; planned: boolean } {
  const running = ctx.db
    .select({ id: programs.id })
    .from(programs)
    .innerJoin(programTouchpoints, eq(programTouchpoints.programId, programs.id))
    .where(and(eq(programTouchpoints.touchpointId, touchpointId), isNull(programs.retiredOn)))
    .all()
  const draft = ctx.db
    .select({ id: rounds.id })
    .from(rounds)
    .where(
      and(
        inArray(
          rounds.programId,
          running.map(({ id }) => id),
        ),
        eq(rounds.state, 'planned'),
      ),
    )
    .orderBy(asc(rounds.startsOn), asc(rounds.id))
    .get()

  return { draftId: draft?.id ?? null, planned: running.length > 0 }
}
