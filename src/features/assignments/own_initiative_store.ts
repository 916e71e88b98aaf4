import { and, eq, inArray, isNotNull, like, ne, or } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { publicHolidays } from '../../lib/holidays.ts'
import { monthOf } from '../../lib/periods.ts'
import { Problem } from '../../lib/problem.ts'
import { absences, assignments, members, reflections } from '../../platform/db/tables.ts'
import { getOrganisation } from '../members/store.ts'
import { getTouchpoint, listBlockedDays, listExceptions } from '../touchpoints/store.ts'
import { brokenBy, type OwnContact, type Standing, standing } from './own_initiative.ts'

interface Logged {
  leaderId: string
  touchpointId: string
  day: Temporal.PlainDate
  /** The assignment it is logged as already: it is not in its own way. */
  itself?: string
}

/** Whether a contact nobody planned counts, asked of everything that was planned and done. */
export function standingOf(ctx: Context, logged: Logged): Standing {
  return standing(brokenBy(ownContact(ctx, logged)), countOthers(ctx, logged))
}

/** One that was logged for this touchpoint today and is not reflected yet: the same click twice is one contact. */
export function findUnreflected(ctx: Context, { leaderId, touchpointId, day }: Logged): string | undefined {
  return ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.leaderId, leaderId),
        eq(assignments.touchpointId, touchpointId),
        eq(assignments.origin, 'own_initiative'),
        eq(assignments.state, 'contacted'),
        eq(assignments.contactedOn, day.toString()),
      ),
    )
    .get()?.id
}

function countOthers(ctx: Context, { leaderId, day, itself = '' }: Logged): number {
  return ctx.db
    .select({ id: assignments.id })
    .from(assignments)
    .where(
      and(
        eq(assignments.leaderId, leaderId),
        eq(assignments.origin, 'own_initiative'),
        inArray(assignments.state, ['contacted', 'reflected']),
        like(assignments.contactedOn, `${monthOf(day)}-%`),
        ne(assignments.id, itself),
      ),
    )
    .all().length
}

function ownContact(ctx: Context, logged: Logged): OwnContact {
  const { cooldownDays, lockoutDays, spacingDays, contactsPerMonth } = getOrganisation(ctx)
  const leader = leaderOf(ctx, logged.leaderId)
  const years = [-1, 0, 1].map((years) => logged.day.year + years)

  return {
    leader,
    touchpoint: touchpointOf(ctx, logged.touchpointId),
    day: logged.day,
    rules: { cooldownDays, lockoutDays, spacingDays, perMonth: contactsPerMonth },
    holidays: years.flatMap((year) => [...publicHolidays(leader.country ?? '', year)]),
    history: contactsOf(ctx, logged),
    fixed: windowsAround(ctx, logged),
  }
}

function leaderOf(ctx: Context, id: string): OwnContact['leader'] {
  const member = ctx.db.select().from(members).where(eq(members.id, id)).get()
  if (!member) throw new Problem('not_found', 'There is no such member.')
  const away = ctx.db.select().from(absences).where(eq(absences.memberId, id)).all()

  return {
    id,
    department: member.departmentId,
    languages: member.languages,
    country: member.country,
    zone: member.timeZone,
    hours: member.contactableHours,
    joined: member.joinedOn,
    absences: away.map(({ fromDay, toDay }) => ({ from: fromDay, to: toDay })),
  }
}

function touchpointOf(ctx: Context, id: string): OwnContact['touchpoint'] {
  const touchpoint = getTouchpoint(ctx, id)

  return {
    id,
    department: touchpoint.departmentId,
    owner: touchpoint.ownerId,
    languages: touchpoint.languages,
    weight: touchpoint.weight,
    zone: touchpoint.timeZone,
    open: touchpoint.openingHours,
    exceptions: listExceptions(ctx, id).map(({ day, spans }) => ({ day, open: spans })),
    blocked: listBlockedDays(ctx, id).map(({ day }) => day),
  }
}

/** What the leader contacted, before and after; contacts that were withdrawn never were. */
function contactsOf(ctx: Context, { leaderId, itself = '' }: Logged): OwnContact['history'] {
  const rows = ctx.db
    .select({ assignment: assignments, cover: reflections.cover })
    .from(assignments)
    .leftJoin(reflections, eq(reflections.assignmentId, assignments.id))
    .where(
      and(
        eq(assignments.leaderId, leaderId),
        isNotNull(assignments.contactedOn),
        ne(assignments.state, 'cancelled'),
        ne(assignments.id, itself),
      ),
    )
    .all()

  return rows.map(({ assignment, cover }) => ({
    leader: leaderId,
    touchpoint: assignment.touchpointId,
    day: assignment.contactedOn ?? '',
    blown: cover === 'blown',
  }))
}

/** The leader's own windows that are still open, and everybody else's at the touchpoint, own initiatives as windows of a day. */
function windowsAround(ctx: Context, { leaderId, touchpointId, itself = '' }: Logged): OwnContact['fixed'] {
  const rows = ctx.db
    .select()
    .from(assignments)
    .where(
      and(
        ne(assignments.id, itself),
        or(
          and(eq(assignments.leaderId, leaderId), eq(assignments.state, 'open')),
          and(
            ne(assignments.leaderId, leaderId),
            eq(assignments.touchpointId, touchpointId),
            inArray(assignments.state, ['open', 'contacted', 'reflected']),
          ),
        ),
      ),
    )
    .all()

  return rows.map(asWindow)
}

function asWindow(row: typeof assignments.$inferSelect): OwnContact['fixed'][number] {
  const own = row.origin === 'own_initiative' && row.contactedOn ? row.contactedOn : null

  return {
    leader: row.leaderId,
    touchpoint: row.touchpointId,
    round: row.roundId ?? '',
    from: own ?? row.fromDay,
    to: own ?? row.toDay,
  }
}
