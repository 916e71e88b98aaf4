import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Context } from '../../context.ts'
import { Problem } from '../../lib/problem.ts'
import { namesIn } from '../../lib/written_out.ts'
import { followupNotes, followups, members, retests, standards, touchpoints } from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { mayRead } from './followup.ts'

export type FollowupRow = typeof followups.$inferSelect

/** With the names a reader knows it by. */
export interface Named extends FollowupRow {
  owner: string
  ownerLeftOn: string | null
  touchpoint: string | null
  touchpointOwnerId: string | null
  standard: string | null
}

export interface Which {
  states?: readonly FollowupRow['state'][]
  ownerId?: string
  /** Owned by this member, or about a touchpoint of theirs. */
  concerning?: string
  touchpointId?: string
}

/** The first to be due first. */
export function listFollowups(ctx: Context, { states, ownerId, concerning, touchpointId }: Which = {}): Named[] {
  return named(ctx)
    .where(
      and(
        states && inArray(followups.state, [...states]),
        ownerId === undefined ? undefined : eq(followups.ownerId, ownerId),
        touchpointId === undefined ? undefined : eq(followups.touchpointId, touchpointId),
        concerning === undefined
          ? undefined
          : or(eq(followups.ownerId, concerning), eq(touchpoints.ownerId, concerning)),
      ),
    )
    .orderBy(asc(followups.dueOn), asc(followups.id))
    .all()
    .map(asNamed)
}

export function findFollowup(ctx: Context, id: string): Named | undefined {
  return named(ctx).where(eq(followups.id, id)).all().map(asNamed)[0]
}

/** For those who may read it; for everybody else it does not exist. */
export function getFollowup(ctx: Context, id: string): Named {
  const found = findFollowup(ctx, id)
  if (!found || !mayRead(found, found.touchpointOwnerId, ctx.actor))
    throw new Problem('not_found', 'There is no such follow-up.')

  return found
}

/** Raised on the same day by the same lead, from the same thing, with the same words and owner: the same click twice. */
export function findSame(ctx: Context, row: Partial<FollowupRow> & Pick<FollowupRow, 'raisedBy' | 'raisedOn'>) {
  const { raisedBy, raisedOn } = row
  const raised = ctx.db
    .select()
    .from(followups)
    .where(and(eq(followups.raisedBy, raisedBy), eq(followups.raisedOn, raisedOn)))
    .all()
  const names = namesIn(row)

  return raised.find((one) => names.every((name) => one[name] === row[name]))?.id
}

export function insertFollowup(ctx: Context, row: typeof followups.$inferInsert): void {
  ctx.db.insert(followups).values(row).run()
}

/** Saves if nobody else saved since `shown` was shown; says whether it did. */
export function updateFollowup(
  ctx: Context,
  id: string,
  shown: number,
  change: Partial<Omit<FollowupRow, 'id' | 'version'>>,
): boolean {
  return saveShown(ctx.db, followups, { id, version: shown }, change)
}

export interface Note {
  by: string
  words: string
  writtenOn: string
}

/** The newest first. */
export function listNotes(ctx: Context, followupId: string): Note[] {
  return ctx.db
    .select({ by: members.name, words: followupNotes.words, writtenOn: followupNotes.writtenOn })
    .from(followupNotes)
    .innerJoin(members, eq(members.id, followupNotes.memberId))
    .where(eq(followupNotes.followupId, followupId))
    .orderBy(desc(followupNotes.writtenOn), asc(followupNotes.id))
    .all()
}

export function hasNote(ctx: Context, row: { followupId: string; memberId: string; words: string; writtenOn: string }) {
  const { followupId, memberId, words, writtenOn } = row

  return (
    ctx.db
      .select({ id: followupNotes.id })
      .from(followupNotes)
      .where(
        and(
          eq(followupNotes.followupId, followupId),
          eq(followupNotes.memberId, memberId),
          eq(followupNotes.words, words),
          eq(followupNotes.writtenOn, writtenOn),
        ),
      )
      .get() !== undefined
  )
}

export function insertNote(ctx: Context, row: typeof followupNotes.$inferInsert): void {
  ctx.db.insert(followupNotes).values(row).run()
}

export type RetestRow = typeof retests.$inferSelect

/** With the names of the touchpoint, and of the lead who asked. */
export function listRetests(ctx: Context, followupId: string): (RetestRow & { touchpoint: string; asker: string })[] {
  return ctx.db
    .select({ retest: retests, touchpoint: touchpoints.name, asker: members.name })
    .from(retests)
    .innerJoin(touchpoints, eq(touchpoints.id, retests.touchpointId))
    .innerJoin(members, eq(members.id, retests.askedBy))
    .where(eq(retests.followupId, followupId))
    .orderBy(asc(retests.askedOn), asc(retests.id))
    .all()
    .map(({ retest, touchpoint, asker }) => ({ ...retest, touchpoint, asker }))
}

export function insertRetest(ctx: Context, row: typeof retests.$inferInsert): void {
  ctx.db.insert(retests).values(row).run()
}

const owners = alias(members, 'owners')

function named(ctx: Context) {
  return ctx.db
    .select({
      followup: followups,
      owner: owners.name,
      ownerLeftOn: owners.retiredOn,
      touchpoint: touchpoints.name,
      touchpointOwnerId: touchpoints.ownerId,
      standard: standards.statement,
    })
    .from(followups)
    .innerJoin(owners, eq(owners.id, followups.ownerId))
    .leftJoin(touchpoints, eq(touchpoints.id, followups.touchpointId))
    .leftJoin(standards, eq(standards.id, followups.standardId))
    .$dynamic()
}

function asNamed({ followup, ...names }: { followup: FollowupRow } & Omit<Named, keyof FollowupRow>): Named {
  return { ...followup, ...names }
}
