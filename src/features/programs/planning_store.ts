import { and, asc, eq, getTableColumns, gte, inArray, ne } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import {
  absences,
  assignments,
  blockedDays,
  openingExceptions,
  programLeaders,
  reflections,
  scenarioVersions,
} from '../../platform/db/tables.ts'
import { listMembers } from '../members/store.ts'
import { listScenarios } from '../scenarios/store.ts'
import { listTouchpoints } from '../touchpoints/store.ts'
import type { BookedWindow, MadeContact, PlanningFacts } from './round_problem.ts'
import { lineupOf, listPrograms } from './store.ts'
import { demandOf } from './window_length.ts'

/**
 * Everything the planner has to know of a program: those still in use, and what all programs have done and promised. `since`: the first
 * day whose contacts matter to whoever asks; two years of 500 leaders have made 12,000.
 */
export function getPlanningFacts(
  ctx: Context,
  programId: string,
  today: Temporal.PlainDate,
  since?: string,
): PlanningFacts {
  const lineup = lineupOf(ctx, programId)

  return {
    ...demands(ctx, programId),
    leaders: leadersIn(ctx, programId, lineup.leaders),
    touchpoints: touchpointsIn(ctx, lineup.touchpoints),
    scenarios: scenariosIn(ctx, lineup.scenarios),
    contacts: listContacts(ctx, lineup.leaders, since),
    booked: listBooked(ctx, today),
    missed: listMissed(ctx, programId),
  }
}

function leadersIn(ctx: Context, programId: string, ids: readonly string[]): PlanningFacts['leaders'] {
  const rows = ctx.db.select().from(programLeaders).where(eq(programLeaders.programId, programId)).all()
  const joined = new Map(rows.map(({ memberId, joinedOn }) => [memberId, joinedOn]))
  const here = new Set(ids)
  const away = Map.groupBy(
    ctx.db.select().from(absences).orderBy(asc(absences.fromDay), asc(absences.id)).all(),
    ({ memberId }) => memberId,
  )

  return listMembers(ctx)
    .filter(({ id, roles }) => here.has(id) && roles.includes('leader'))
    .map((member) => ({
      ...member,
      inProgramSince: joined.get(member.id) ?? member.joinedOn,
      absences: (away.get(member.id) ?? []).map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
    }))
}

function touchpointsIn(ctx: Context, ids: readonly string[]): PlanningFacts['touchpoints'] {
  const exceptions = Map.groupBy(
    ctx.db.select().from(openingExceptions).orderBy(asc(openingExceptions.day)).all(),
    ({ touchpointId }) => touchpointId,
  )
  const blocked = Map.groupBy(
    ctx.db.select().from(blockedDays).orderBy(asc(blockedDays.day)).all(),
    ({ touchpointId }) => touchpointId,
  )

  const here = new Set(ids)

  return listTouchpoints(ctx)
    .filter(({ id }) => here.has(id))
    .map((touchpoint) => ({
      ...touchpoint,
      exceptions: (exceptions.get(touchpoint.id) ?? []).map(({ day, spans }) => ({ day, open: spans })),
      blocked: (blocked.get(touchpoint.id) ?? []).map(({ day }) => day),
    }))
}

function scenariosIn(ctx: Context, ids: readonly string[]): PlanningFacts['scenarios'] {
  return listScenarios(ctx)
    .filter(({ id }) => ids.includes(id))
    .map(({ words, ...scenario }) => ({ ...scenario, versionId: words.id }))
}

/** Contacts that were made, whatever became of the paper work; not those a leader took back. */
function listContacts(ctx: Context, leaderIds: readonly string[], since = ''): MadeContact[] {
  const here = new Set(leaderIds)
  const { leaderId, touchpointId, contactedOn } = assignments
  const rows = ctx.db
    .select({
      leaderId,
      touchpointId,
      day: contactedOn,
      scenarioId: scenarioVersions.scenarioId,
      cover: reflections.cover,
    })
    .from(assignments)
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, assignments.scenarioVersionId))
    .leftJoin(reflections, eq(reflections.assignmentId, assignments.id))
    .where(and(gte(contactedOn, since), ne(assignments.state, 'cancelled')))
    .orderBy(asc(contactedOn), asc(leaderId), asc(touchpointId))
    .all()

  return rows.flatMap(({ day, cover, ...contact }) =>
    day !== null && here.has(contact.leaderId) ? [{ ...contact, day, blown: cover === 'blown' }] : [],
  )
}

/** What this program and the others that share touchpoints with it ask of them. */
function demands(ctx: Context, programId: string): Pick<PlanningFacts, 'demand' | 'otherDemands'> {
  const running = listPrograms(ctx).map((program) => ({ program, lineup: lineupOf(ctx, program.id) }))
  const own = running.find(({ program }) => program.id === programId)
  const shares = ({ lineup }: (typeof running)[number]) =>
    lineup.touchpoints.some((id) => own?.lineup.touchpoints.includes(id))
  const others = running.filter((other) => other !== own && shares(other))
  const demand = ({ program, lineup }: (typeof running)[number]) =>
    demandOf(program, lineup.leaders.length, lineup.touchpoints.length)

  return { demand: own ? demand(own) : null, otherDemands: others.map(demand) }
}

/** Windows of all programs that are not over: drafts, open ones, and those in which the contact was made already. */
export function listBooked(ctx: Context, today: Temporal.PlainDate): BookedWindow[] {
  return ctx.db
    .select({ ...getTableColumns(assignments), scenarioId: scenarioVersions.scenarioId })
    .from(assignments)
    .leftJoin(scenarioVersions, eq(scenarioVersions.id, assignments.scenarioVersionId))
    .where(
      and(
        gte(assignments.toDay, today.toString()),
        ne(assignments.origin, 'own_initiative'),
        inArray(assignments.state, ['planned', 'open', 'contacted', 'reflected']),
      ),
    )
    .orderBy(asc(assignments.fromDay), asc(assignments.touchpointId), asc(assignments.leaderId), asc(assignments.id))
    .all()
}

/** Windows of the program that went by. Declined ones are for somebody else to make, excused and cancelled ones are nobody’s miss. */
function listMissed(ctx: Context, programId: string): PlanningFacts['missed'] {
  return ctx.db
    .select({ leaderId: assignments.leaderId, roundId: assignments.roundId })
    .from(assignments)
    .where(and(eq(assignments.programId, programId), eq(assignments.state, 'missed')))
    .orderBy(asc(assignments.fromDay), asc(assignments.id))
    .all()
    .flatMap(({ leaderId, roundId }) => (roundId ? [{ leaderId, roundId }] : []))
}
