import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { followups, reflections, retestAnswers, retests } from '../../platform/db/tables.ts'
import { type Briefed, todayAt } from '../assignments/store.ts'
import { listWaitingRetests } from '../programs/retest_store.ts'
import { carries, type WaitingRetest } from '../programs/retests.ts'
import { IS_COUNTED } from './counts_store.ts'
import type { Retested } from './retest.ts'
import { isMonthOpen } from './store.ts'

/** The question this contact is to answer: one at most, so that a reflection stays short. */
export function findRetestFor(ctx: Context, briefed: Briefed): WaitingRetest | undefined {
  return listWaitingRetests(ctx, [briefed.touchpoint.id]).find((retest) => carries(retest, contactOf(ctx, briefed)))
}

/** A question that was asked at this touchpoint of somebody other than its owner, also where it has been answered meanwhile. */
export function findAsked(ctx: Context, id: string, briefed: Briefed): WaitingRetest | undefined {
  const row = ctx.db
    .select({ retest: retests, ownerId: followups.ownerId })
    .from(retests)
    .innerJoin(followups, eq(followups.id, retests.followupId))
    .where(eq(retests.id, id))
    .get()
  const asked = row && { ...row.retest, ownerId: row.ownerId }

  return asked && carries(asked, contactOf(ctx, briefed)) ? asked : undefined
}

export function insertRetestAnswer(ctx: Context, row: typeof retestAnswers.$inferInsert): void {
  ctx.db.insert(retestAnswers).values(row).onConflictDoNothing().run()
}

export function endRetest(ctx: Context, id: string, endedOn: string): void {
  ctx.db.update(retests).set({ endedOn }).where(eq(retests.id, id)).run()
}

/** What a reflection was asked beside its own questions. */
export function listRetestsAnswered(ctx: Context, reflectionId: string) {
  return ctx.db
    .select({ question: retests.question, answer: retestAnswers.answer })
    .from(retestAnswers)
    .innerJoin(retests, eq(retests.id, retestAnswers.retestId))
    .where(eq(retestAnswers.reflectionId, reflectionId))
    .all()
}

/** What re-tests said, by follow-up: to leads all of it, to everybody else what readers are told. */
export function listRetested(ctx: Context, followupIds: readonly string[]): Map<string, Retested[]> {
  return ctx.actor.roles.includes('lead') ? byFollowup(retested(ctx, followupIds)) : listRetestedTold(ctx, followupIds)
}

/** As readers are told it, whoever makes the page: of closed months only, so that nobody learns from it that somebody rang yesterday. */
export function listRetestedTold(ctx: Context, followupIds: readonly string[]): Map<string, Retested[]> {
  return byFollowup(retested(ctx, followupIds).filter((row) => !isMonthOpen(ctx, row)))
}

type RetestedRow = Retested & { followupId: string }

/** Contacts that are not counted say nothing. */
function retested(ctx: Context, followupIds: readonly string[]): RetestedRow[] {
  return ctx.db
    .select({ followupId: retests.followupId, answer: retestAnswers.answer, month: reflections.month })
    .from(retestAnswers)
    .innerJoin(retests, eq(retests.id, retestAnswers.retestId))
    .innerJoin(reflections, eq(reflections.id, retestAnswers.reflectionId))
    .where(and(inArray(retests.followupId, [...followupIds]), IS_COUNTED))
    .all()
}

function byFollowup(rows: readonly RetestedRow[]): Map<string, Retested[]> {
  return Map.groupBy(rows, ({ followupId }) => followupId)
}

/** For leads: every answer to each question of a follow-up, oldest month first. */
export function listAnswersTo(ctx: Context, followupId: string): Map<string, Retested[]> {
  const rows = ctx.db
    .select({ retestId: retests.id, answer: retestAnswers.answer, month: reflections.month })
    .from(retestAnswers)
    .innerJoin(retests, eq(retests.id, retestAnswers.retestId))
    .innerJoin(reflections, eq(reflections.id, retestAnswers.reflectionId))
    .where(eq(retests.followupId, followupId))
    .orderBy(asc(reflections.month), asc(retestAnswers.answer))
    .all()

  return Map.groupBy(rows, ({ retestId }) => retestId)
}

/** The day of the contact; while it is still to come, today. */
function contactOf(ctx: Context, briefed: Briefed) {
  const { touchpointId, leaderId, contactedOn } = briefed.assignment

  return { touchpointId, leaderId, day: contactedOn ?? todayAt(ctx, briefed).toString() }
}
