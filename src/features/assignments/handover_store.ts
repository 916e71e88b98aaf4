import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { DAYPARTS, type Daypart } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { assignments, handovers, members } from '../../platform/db/tables.ts'
import { dayNumber } from '../programs/day_numbers.ts'
import { brokenRule, type Placement } from '../programs/placement.ts'
import { getJudgement, type Judgement } from '../programs/placement_store.ts'
import type { Reason } from '../programs/rotation_problem.ts'
import { getRound } from '../programs/round_store.ts'
import { type Colleague, type Handover, inOrderOfAsking, isWaiting } from './handover.ts'
import { type AssignmentRow, type Briefed, getBriefed, todayAt } from './store.ts'

export type HandoverRow = typeof handovers.$inferSelect

function getHandover(ctx: Context, id: string): HandoverRow {
  const found = ctx.db.select().from(handovers).where(eq(handovers.id, id)).get()
  if (!found) throw unknownHandover()

  return found
}

/** Somebody still waits for the answer. */
export function isHandoverWaiting(ctx: Context, id: string): boolean {
  const found = ctx.db.select().from(handovers).where(eq(handovers.id, id)).get()
  if (!found) return false
  const briefed = getBriefed(ctx, found.assignmentId)

  return isWaiting({ state: found.state, assignment: briefed.assignment }, todayAt(ctx, briefed))
}

/** What somebody asked this member; for everybody else it does not exist. */
export function getAskedOf(ctx: Context, id: string, memberId: string): HandoverRow {
  const found = getHandover(ctx, id)
  if (found.askedId !== memberId) throw unknownHandover()

  return found
}

/** Everything asked about an assignment, with the names leads read. */
export function listHandovers(ctx: Context, assignmentId: string): (Handover & HandoverRow & { asked: string })[] {
  return ctx.db
    .select({ row: handovers, assignment: assignments, asked: members.name })
    .from(handovers)
    .innerJoin(assignments, eq(assignments.id, handovers.assignmentId))
    .innerJoin(members, eq(members.id, handovers.askedId))
    .where(eq(handovers.assignmentId, assignmentId))
    .orderBy(asc(handovers.askedOn), asc(handovers.id))
    .all()
    .map(({ row, assignment, asked }) => ({ ...row, assignment, asked }))
}

/** What waits for this member's answer. */
export function listAskedOf(ctx: Context, memberId: string): (Briefed & { handoverId: string })[] {
  return ctx.db
    .select()
    .from(handovers)
    .where(and(eq(handovers.askedId, memberId), eq(handovers.state, 'asked')))
    .orderBy(asc(handovers.askedOn), asc(handovers.id))
    .all()
    .map((row) => ({ ...getBriefed(ctx, row.assignmentId), handoverId: row.id }))
    .filter((one) => isWaiting({ state: 'asked', assignment: one.assignment }, todayAt(ctx, one)))
}

/** Whoever was asked and then not needed can be asked again: their row says so. Gives its id. */
export function askColleague(ctx: Context, row: typeof handovers.$inferInsert): string {
  const again = { state: row.state, askedOn: row.askedOn, answeredOn: null }
  const target = [handovers.assignmentId, handovers.askedId]

  return ctx.db.insert(handovers).values(row).onConflictDoUpdate({ target, set: again }).returning().get().id
}

/** Answers what is still asked; says whether it was. */
export function answerHandover(ctx: Context, id: string, answer: Partial<HandoverRow>): boolean {
  const isAsked = and(eq(handovers.id, id), eq(handovers.state, 'asked'))

  return ctx.db.update(handovers).set(answer).where(isAsked).run().changes === 1
}

/** The first colleague, in the order of asking, whom no hard rule keeps from it; nobody where there is none. */
export function findColleague(ctx: Context, briefed: Briefed): string | undefined {
  const { assignment } = briefed
  const judgement = judgementOf(ctx, assignment)
  const before = listHandovers(ctx, assignment.id).filter(({ state }) => state !== 'withdrawn')
  const asked = new Set(before.map(({ askedId }) => askedId))
  const inOrder = inOrderOfAsking(colleagues(ctx, judgement, assignment), { leaderId: assignment.leaderId, asked })

  return inOrder.find(({ id }) => whyNot(judgement, briefed, id, todayAt(ctx, briefed)) === null)?.id
}

/** The hard rule that keeps a member from taking a contact over now; null: they may. */
export function brokenByTaking(ctx: Context, briefed: Briefed, memberId: string): Reason | null {
  return whyNot(judgementOf(ctx, briefed.assignment), briefed, memberId, todayAt(ctx, briefed))
}

function judgementOf(ctx: Context, { id, roundId }: AssignmentRow): Judgement {
  return getJudgement(ctx, getRound(ctx, roundId ?? ''), id)
}

/** The whole window is what cool-downs and months are counted from; a day that suits has to be left of it. */
function whyNot(
  { facts, problem, calendar }: Judgement,
  { assignment, errand }: Briefed,
  memberId: string,
  todayThere: Temporal.PlainDate,
): Reason | null {
  if (!facts.leaders.some(({ id }) => id === memberId)) return 'no_scenario'
  const history = problem.history.filter(({ leader }) => leader === memberId)
  const whole: Placement = {
    leader: memberId,
    touchpoint: assignment.touchpointId,
    scenario: errand?.scenarioId ?? null,
    from: assignment.fromDay,
    to: assignment.toDay,
  }
  const left = { ...whole, from: [whole.from, todayThere.toString()].sort()[1] ?? whole.from }
  const broken = [left, whole].map((placement) => brokenRule({ ...problem, history }, calendar, placement))

  return (
    broken.find((rule) => rule !== null) ?? (isInTime(calendar, problem, left, assignment.daypart) ? null : 'hours')
  )
}

/** On one of the days left there is an hour in the daypart the contact is meant for. */
function isInTime(
  calendar: Judgement['calendar'],
  problem: Judgement['problem'],
  { leader, touchpoint, from, to }: Placement,
  daypart: Daypart | null,
): boolean {
  if (!daypart) return true
  const who = problem.leaders.findIndex(({ id }) => id === leader)
  const where = problem.touchpoints.findIndex(({ id }) => id === touchpoint)
  const days = Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => dayNumber(from) + i)

  return days.some((day) => (calendar.dayparts(who, where, day) & (1 << DAYPARTS.indexOf(daypart))) !== 0)
}

function colleagues(ctx: Context, { facts }: Judgement, { programId }: AssignmentRow): Colleague[] {
  const given = ctx.db
    .select({ id: assignments.leaderId, contacts: count() })
    .from(assignments)
    .where(
      and(
        eq(assignments.programId, programId ?? ''),
        inArray(assignments.state, ['open', 'contacted', 'reflected', 'missed', 'declined']),
      ),
    )
    .groupBy(assignments.leaderId)
    .all()
  const contacts = new Map(given.map(({ id, contacts }) => [id, contacts]))

  return facts.leaders.map(({ id }) => ({
    id,
    contacts: contacts.get(id) ?? 0,
    isAsked: listAskedOf(ctx, id).length > 0,
  }))
}

function unknownHandover(): Problem {
  return new Problem('not_found', 'There is nothing of this kind to answer.')
}
