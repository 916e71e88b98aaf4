/** What a closing reads and writes. Of months that are closed it reads what was frozen, of the one to be closed what stands. */
import { and, eq, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Month } from '../../lib/periods.ts'
import {
  closedMonths,
  closingDelays,
  departments,
  errata,
  frozenAssignments,
  frozenContacts,
  programs,
  publishedCells,
  standards,
  touchpoints,
} from '../../platform/db/tables.ts'
import type { Countable } from '../reflections/counts.ts'
import type { Placed } from './closing.ts'

/** The first month in which anybody handed anything in or was to. */
export function findFirstMonthOfAll(ctx: Context): Month | null {
  const { first } = ctx.db.get<{ first: Month | null }>(sql`
    select min(first) as first from (
      select min(month) as first from reflections union all
      select substr(min(to_day), 1, 7) from assignments
      where origin <> 'own_initiative' and state not in ('planned', 'handed_over', 'excused', 'cancelled'))`)

  return first
}

/** Moves with everything a closing of this month is made from. */
export function marksOf(ctx: Context, month: Month): string {
  const marks = ctx.db.get<Record<string, number | string | null>>(sql`
    select (select count(*) || '/' || total(version) from reflections where month = ${month}) as reflections,
      (select count(*) || '/' || total(version) || '/' || total(state = 'reflected') from assignments
        where to_day between ${`${month}-01`} and ${`${month}-31`}) as assignments,
      (select max(month) || '/' || total(smallest_group) from closed_months) as closed,
      (select version from organisation) as organisation,
      (select total(version) || '/' || count(*) from touchpoints) as touchpoints,
      (select total(version) || '/' || count(*) from scenarios) as scenarios,
      (select total(version) || '/' || count(*) from standards) as standards,
      (select total(version) || '/' || count(*) from programs) as programs,
      (select total(version) || '/' || count(*) from departments) as departments`)

  return JSON.stringify(marks)
}

/** A contact that counts, with its answers and where it stands. */
export type PlacedContact = Placed & Countable

const LIVE_CONTACTS = (month: Month) => sql`
  select r.id, r.month, r.leader_id, r.touchpoint_id, t.channel, coalesce(s.purpose, '') as purpose,
    coalesce(t.department_id, '') as department_id, coalesce(r.program_id, '') as program_id
  from reflections r join touchpoints t on t.id = r.touchpoint_id left join scenarios s on s.id = r.scenario_id
  where r.month = ${month} and r.counts and r.cover <> 'blown'`

const LIVE_ASSIGNMENTS = (month: Month, today: Temporal.PlainDate) => sql`
  select assignments.id, ${month} as month, leader_id, touchpoint_id, t.channel, coalesce(s.purpose, '') as purpose,
    coalesce(t.department_id, '') as department_id, coalesce(program_id, '') as program_id, assignments.state = 'reflected' as reflected
  from assignments join touchpoints t on t.id = touchpoint_id
    left join scenario_versions v on v.id = scenario_version_id left join scenarios s on s.id = v.scenario_id
  where assignments.to_day between ${`${month}-01`} and ${`${month}-31`} and assignments.to_day < ${today.toString()}
    and origin <> 'own_initiative' and assignments.state not in ('planned', 'handed_over', 'excused', 'cancelled')`

/** The counted contacts of closed months, and of one that is not. */
export function listPlacedContacts(ctx: Context, closed: readonly Month[], open: Month | null): PlacedContact[] {
  const frozen = sql`select reflection_id as id, month, leader_id, touchpoint_id, channel, purpose, department_id, program_id
    from frozen_contacts where month in (select value from json_each(${JSON.stringify(closed)}))`
  const placed = open === null ? frozen : sql`${frozen} union all ${LIVE_CONTACTS(open)}`
  const rows = ctx.db.all<AnswerRow>(sql`
    with placed as materialized (${placed})
    select placed.*, r.scenario_id, r.counts, r.cover, r.days_late, r.reached, r.addressed, r.correct, r.escalation, r.promise,
      r.survey, r.valued, r.acknowledged, r.pride, r.business, p.predicted_valued,
      (select json_group_object(a.standard_id, a.answer) from reflection_standards a where a.reflection_id = placed.id) as standards
    from placed join reflections r on r.id = placed.id left join predictions p on p.assignment_id = r.assignment_id`)

  return rows.map(contactOf)
}

/** How many counted contacts of a leader stand where; without their answers. */
export interface Standing extends Omit<Placed, 'id' | 'leaderId'> {
  leader: string
  times: number
}

export function listStandings(ctx: Context, closed: readonly Month[], open: Month): Standing[] {
  return ctx.db.all<Standing>(sql`
    select month, leader_id as leader, touchpoint_id as touchpointId, channel, purpose, department_id as departmentId,
      program_id as programId, count(*) as times
    from (
      select month, leader_id, touchpoint_id, channel, purpose, department_id, program_id from frozen_contacts
        where month in (select value from json_each(${JSON.stringify(closed)}))
      union all select month, leader_id, touchpoint_id, channel, purpose, department_id, program_id from (${LIVE_CONTACTS(open)})
    ) group by 1, 2, 3, 4, 5, 6, 7`)
}

export interface PlacedAssignment extends Placed {
  reflected: boolean
}

export function listPlacedAssignments(
  ctx: Context,
  closed: readonly Month[],
  open: { month: Month; today: Temporal.PlainDate } | null,
): PlacedAssignment[] {
  const frozen = sql`select assignment_id as id, month, leader_id, touchpoint_id, channel, purpose, department_id, program_id, reflected
    from frozen_assignments where month in (select value from json_each(${JSON.stringify(closed)}))`
  const rows = ctx.db.all<PlaceRow & { reflected: number }>(
    open === null ? frozen : sql`${frozen} union all ${LIVE_ASSIGNMENTS(open.month, open.today)}`,
  )

  return rows.map((row) => ({ ...placeOf(row), reflected: row.reflected === 1 }))
}

/** Writes down where everything of the month stands; from here on nothing of it moves. */
export function freeze(ctx: Context, row: typeof closedMonths.$inferInsert, today: Temporal.PlainDate): void {
  ctx.db.insert(closedMonths).values(row).run()
  ctx.db.run(sql`insert into ${frozenContacts}
    (reflection_id, month, leader_id, touchpoint_id, channel, purpose, department_id, program_id) ${LIVE_CONTACTS(row.month)}`)
  ctx.db.run(sql`insert into ${frozenAssignments}
    (assignment_id, month, leader_id, touchpoint_id, channel, purpose, department_id, program_id, reflected)
    ${LIVE_ASSIGNMENTS(row.month, today)}`)
}

export type CellRow = typeof publishedCells.$inferInsert

export function insertCells(ctx: Context, rows: readonly CellRow[]): void {
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
    ctx.db
      .insert(publishedCells)
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .run()
}

/** SQLite takes 32,766 values in one statement. */
const ROWS_AT_ONCE = 500

/** Every cell that was shown, whose span ends in or after a month. */
export function listShownCells(ctx: Context, since: Month) {
  return ctx.db
    .select()
    .from(publishedCells)
    .where(and(eq(publishedCells.shown, true), sql`${publishedCells.lastMonth} >= ${since}`))
    .all()
}

/** What slices are called, by breakdown and id; channels and purposes have names of their own. */
export function listSliceNames(ctx: Context): Map<string, string> {
  const named = (breakdown: string, rows: { id: string; name: string }[]) =>
    rows.map(({ id, name }): [string, string] => [`${breakdown} ${id}`, name])
  const { db } = ctx

  return new Map([
    ...named('touchpoint', db.select({ id: touchpoints.id, name: touchpoints.name }).from(touchpoints).all()),
    ...named('department', db.select({ id: departments.id, name: departments.name }).from(departments).all()),
    ...named('program', db.select({ id: programs.id, name: programs.name }).from(programs).all()),
  ])
}

/** Every standard that was answered in some contact of these months. */
export function listStandardsAnswered(ctx: Context, months: readonly Month[]) {
  const answered = sql`select distinct a.standard_id from reflection_standards a join reflections r on r.id = a.reflection_id
    where r.month in (select value from json_each(${JSON.stringify(months)}))`

  return ctx.db.select().from(standards).where(sql`${standards.id} in (${answered})`).orderBy(standards.id).all()
}

export function insertDelay(ctx: Context, row: typeof closingDelays.$inferInsert): void {
  ctx.db.insert(closingDelays).values(row).run()
}

export function listDelays(ctx: Context) {
  return ctx.db.select().from(closingDelays).orderBy(closingDelays.decidedOn, closingDelays.id).all()
}

export function insertErratum(ctx: Context, row: typeof errata.$inferInsert): void {
  ctx.db.insert(errata).values(row).run()
}

interface PlaceRow {
  id: string
  month: Month
  leader_id: string
  touchpoint_id: string
  channel: string
  purpose: string
  department_id: string
  program_id: string
}

interface AnswerRow extends PlaceRow {
  scenario_id: string | null
  counts: number
  days_late: number
  predicted_valued: number | null
  standards: string
  cover: Countable['cover']
  reached: Countable['reached']
  addressed: Countable['addressed']
  correct: Countable['correct']
  escalation: Countable['escalation']
  promise: Countable['promise']
  survey: Countable['survey']
  valued: Countable['valued']
  acknowledged: Countable['acknowledged']
  pride: Countable['pride']
  business: Countable['business']
}

function placeOf(row: PlaceRow): Placed {
  const { id, month, leader_id: leaderId, touchpoint_id: touchpointId, channel, purpose } = row

  return {
    id,
    month,
    leaderId,
    touchpointId,
    channel,
    purpose,
    departmentId: row.department_id,
    programId: row.program_id,
  }
}

function contactOf(row: AnswerRow): PlacedContact {
  const { cover, reached, addressed, correct, escalation, promise, survey, valued, acknowledged, pride, business } = row

  return {
    ...placeOf(row),
    ...{ cover, reached, addressed, correct, escalation, promise, survey, valued, acknowledged, pride, business },
    scenarioId: row.scenario_id,
    counts: row.counts === 1,
    daysLate: row.days_late,
    predictedValued: row.predicted_valued,
    standards: JSON.parse(row.standards) as Countable['standards'],
  }
}
