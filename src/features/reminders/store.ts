import { and, asc, count, eq, gte, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import {
  assignments,
  followups,
  letterChoices,
  letters,
  memberRoles,
  members,
  reflections,
  reviewAuthors,
  reviews,
  rounds,
  touchpoints,
} from '../../platform/db/tables.ts'
import { today } from '../members/store.ts'
import { isReplaced } from '../programs/round_store.ts'
import type { Duty, Recipient } from './duty.ts'
import { type Choice, DEFAULT_CHOICE } from './quiet.ts'

/** Published or contacted, and begun somewhere on earth. Whether a letter is due is for the rule to say. */
export function listOwedBy(ctx: Context, furthestDay: string): Duty[] {
  const isBegun = and(inArray(assignments.state, ['open', 'contacted']), lte(assignments.fromDay, furthestDay))

  return duties(ctx.db).where(isBegun).orderBy(asc(assignments.toDay), asc(assignments.id)).all().map(asDuty)
}

export function findDuty(ctx: Context, id: string): Duty | undefined {
  return dutyById(ctx.db).all({ id }).map(asDuty)[0]
}

const dutyById = preparedOnce((db) =>
  duties(db)
    .where(eq(assignments.id, sql.placeholder('id')))
    .prepare(),
)

/** Everybody here with a role, by id; those who left get no letters. */
export function listRecipients(ctx: Context, role: 'leader' | 'lead' | 'reviewer', id?: string): Recipient[] {
  return ctx.db
    .select(RECIPIENT)
    .from(members)
    .innerJoin(memberRoles, and(eq(memberRoles.memberId, members.id), eq(memberRoles.role, role)))
    .leftJoin(letterChoices, eq(letterChoices.memberId, members.id))
    .where(and(isNull(members.retiredOn), id === undefined ? undefined : eq(members.id, id)))
    .orderBy(asc(members.id))
    .all()
    .map(asRecipient)
}

/** Drafts of rounds that wait to be looked at. */
export function listPlannedRounds(ctx: Context): string[] {
  return ctx.db
    .select({ id: rounds.id })
    .from(rounds)
    .where(eq(rounds.state, 'planned'))
    .orderBy(asc(rounds.startsOn), asc(rounds.id))
    .all()
    .map(({ id }) => id)
}

export function isRoundPlanned(ctx: Context, id: string): boolean {
  const { id: roundId } = rounds

  return (
    ctx.db
      .select({ roundId })
      .from(rounds)
      .where(and(eq(rounds.id, id), eq(rounds.state, 'planned')))
      .get() !== undefined
  )
}

/** Declined, and the window not over: somebody else could still take them. */
export function listDeclined(ctx: Context): string[] {
  return ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(and(eq(assignments.state, 'declined'), gte(assignments.toDay, today(ctx).toString())))
    .orderBy(asc(assignments.id))
    .all()
    .map(({ id }) => id)
    .filter((id) => !isReplaced(ctx, id))
}

export function isDeclined(ctx: Context, id: string): boolean {
  return listDeclined(ctx).includes(id)
}

/** Open follow-ups with whoever answers for them; one by its id. */
export function listGivenFollowups(ctx: Context, id?: string): { id: string; owner: Recipient }[] {
  return ctx.db
    .select({ id: followups.id, owner: RECIPIENT })
    .from(followups)
    .innerJoin(members, eq(members.id, followups.ownerId))
    .leftJoin(letterChoices, eq(letterChoices.memberId, members.id))
    .where(
      and(eq(followups.state, 'open'), isNull(members.retiredOn), id === undefined ? undefined : eq(followups.id, id)),
    )
    .orderBy(asc(followups.id))
    .all()
    .map(({ id, owner }) => ({ id, owner: asRecipient(owner) }))
}

/** Reviews that wait for a signature, each by what was submitted, with those who may give it: reviewers who did not write it. */
export function listSignable(ctx: Context): { subject: string; reviewer: Recipient }[] {
  const waiting = ctx.db.select().from(reviews).where(eq(reviews.state, 'submitted')).orderBy(asc(reviews.id)).all()

  return waiting.flatMap(({ id, version }) => {
    const authors = ctx.db.select().from(reviewAuthors).where(eq(reviewAuthors.reviewId, id)).all()

    return listRecipients(ctx, 'reviewer')
      .filter((one) => !authors.some(({ memberId }) => memberId === one.id))
      .map((reviewer) => ({ subject: `${id}.${version}`, reviewer }))
  })
}

/** Which of these occasions have their letter already. Asked in parts: a statement takes only so many values. */
export function listDecided(ctx: Context, occasions: readonly string[]): Set<string> {
  const parts = Array.from({ length: Math.ceil(occasions.length / PART) }, (_, part) =>
    occasions.slice(part * PART, (part + 1) * PART),
  )
  const rows = parts.flatMap((part) =>
    ctx.db.select({ occasion: letters.occasion }).from(letters).where(inArray(letters.occasion, part)).all(),
  )

  return new Set(rows.map(({ occasion }) => occasion))
}

const PART = 500

/** What a week's digest counts. Days are ISO text, both included. */
export interface WeekCounts {
  open: number
  endThisWeek: number
  awaitReflection: number
  missedLastWeek: number
  handedInLastWeek: number
}

export function countWeek(
  ctx: Context,
  { today, weekEnds, lastFrom, lastTo }: { today: string; weekEnds: string; lastFrom: string; lastTo: string },
): WeekCounts {
  const underWay = and(eq(assignments.state, 'open'), lte(assignments.fromDay, today), gte(assignments.toDay, today))
  const endedLast = and(gte(assignments.toDay, lastFrom), lte(assignments.toDay, lastTo))
  const countOf = (which: ReturnType<typeof and>) =>
    ctx.db.select({ n: count() }).from(assignments).where(which).get()?.n ?? 0

  return {
    open: countOf(underWay),
    endThisWeek: countOf(and(underWay, lte(assignments.toDay, weekEnds))),
    awaitReflection: countOf(eq(assignments.state, 'contacted')),
    missedLastWeek: countOf(and(eq(assignments.state, 'missed'), endedLast)),
    handedInLastWeek:
      ctx.db
        .select({ n: count() })
        .from(reflections)
        .where(and(gte(reflections.handedInOn, lastFrom), lte(reflections.handedInOn, lastTo)))
        .get()?.n ?? 0,
  }
}

// ── Choices ──

export interface KeptChoice extends Choice {
  /** 0: nothing was chosen yet. */
  version: number
}

export function findChoice(ctx: Context, memberId: string): KeptChoice {
  const row = ctx.db.select().from(letterChoices).where(eq(letterChoices.memberId, memberId)).get()

  return row ?? { ...DEFAULT_CHOICE, version: 0 }
}

/** Saves if nothing was saved since `shown` was shown; says whether it did. */
export function saveChoice(ctx: Context, memberId: string, shown: number, choice: Choice): boolean {
  const columns = { ...choice, declined: [...choice.declined] }
  if (shown === 0)
    return (
      ctx.db
        .insert(letterChoices)
        .values({ ...columns, memberId })
        .onConflictDoNothing()
        .run().changes === 1
    )

  return (
    ctx.db
      .update(letterChoices)
      .set({ ...columns, version: shown + 1 })
      .where(and(eq(letterChoices.memberId, memberId), eq(letterChoices.version, shown)))
      .run().changes === 1
  )
}

/** Only what is read, each by name: there may be thousands, and drizzle takes its time for every column. */
const DUTY = {
  id: assignments.id,
  state: assignments.state,
  fromDay: assignments.fromDay,
  toDay: assignments.toDay,
  contactedOn: assignments.contactedOn,
  answerDays: touchpoints.answerDays,
  touchpointZone: touchpoints.timeZone,
}

const RECIPIENT = {
  memberId: members.id,
  name: members.name,
  email: members.email,
  timeZone: members.timeZone,
  declined: letterChoices.declined,
  quietFrom: letterChoices.quietFrom,
  quietUntil: letterChoices.quietUntil,
  weekends: letterChoices.weekends,
}

function duties(db: Context['db']) {
  return db
    .select({ ...DUTY, ...RECIPIENT })
    .from(assignments)
    .innerJoin(touchpoints, eq(touchpoints.id, assignments.touchpointId))
    .innerJoin(members, and(eq(members.id, assignments.leaderId), isNull(members.retiredOn)))
    .innerJoin(memberRoles, and(eq(memberRoles.memberId, members.id), eq(memberRoles.role, 'leader')))
    .leftJoin(letterChoices, eq(letterChoices.memberId, members.id))
    .$dynamic()
}

type DutyRow = ReturnType<ReturnType<typeof duties>['all']>[number]

function asDuty(row: DutyRow): Duty {
  const { id, state, fromDay, toDay, contactedOn, answerDays, touchpointZone } = row

  return { id, state, fromDay, toDay, contactedOn, answerDays, touchpointZone, leader: asRecipient(row) }
}

function asRecipient(row: Omit<DutyRow, keyof typeof DUTY>): Recipient {
  const { memberId: id, name, email, timeZone, declined, quietFrom, quietUntil, weekends } = row
  const isChosen = declined !== null && quietFrom !== null && quietUntil !== null && weekends !== null

  return {
    ...{ id, name, email, timeZone },
    choice: isChosen ? { declined, quietFrom, quietUntil, weekends } : DEFAULT_CHOICE,
  }
}
