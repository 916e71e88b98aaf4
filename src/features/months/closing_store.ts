/** What a closing reads and writes. Of months that are closed it reads what was frozen, of the one to be closed what stands. */
import { and, eq, inArray, sql } from 'drizzle-orm'
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
import { IS_DUE } from '../assignments/store.ts'
import { liveAssignments, liveContacts } from './placed_store.ts'
import type { Placed } from './places.ts'

/** The first month in which anybody handed anything in or was to. */
export function findFirstMonthOfAll(ctx: Context): Month | null {
  const { first } = ctx.db.get<{ first: Month | null }>(sql`
    select min(first) as first from (
      select min(month) as first from reflections union all
      select substr(min(to_day), 1, 7) from assignments
      where ${IS_DUE})`)

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
      union all select month, leader_id, touchpoint_id, channel, purpose, department_id, program_id from (${liveContacts(open)})
    ) group by 1, 2, 3, 4, 5, 6, 7`)
}

/** Writes down where everything of the month stands; from here on nothing of it moves. */
export function freeze(ctx: Context, row: typeof closedMonths.$inferInsert, today: Temporal.PlainDate): void {
  ctx.db.insert(closedMonths).values(row).run()
  ctx.db.run(sql`insert into ${frozenContacts}
    (reflection_id, month, leader_id, touchpoint_id, channel, purpose, department_id, program_id) ${liveContacts(row.month)}`)
  ctx.db.run(sql`insert into ${frozenAssignments}
    (assignment_id, month, leader_id, touchpoint_id, channel, purpose, department_id, program_id, reflected)
    ${liveAssignments(row.month, today)}`)
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

/** Whether a quarter that ended in another month was published under this name. */
export function isQuarterNamed(ctx: Context, name: string, lastMonth: Month): boolean {
  const { named } = ctx.db.get<{ named: 0 | 1 }>(sql`select exists (select 1 from ${publishedCells}
    where breakdown <> 'all' and substr(span, -7) = ${name} and last_month <> ${lastMonth}) as named`)

  return named === 1
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

/** Where assignments were due, reflected or not. */
export function listDue(
  ctx: Context,
  closed: readonly Month[],
  { month, today }: { month: Month; today: Temporal.PlainDate },
): Omit<Placed, 'id' | 'leaderId'>[] {
  return ctx.db.all(sql`
    select distinct month, touchpoint_id as touchpointId, channel, purpose, department_id as departmentId, program_id as programId
    from (
      select month, touchpoint_id, channel, purpose, department_id, program_id from frozen_assignments
        where month in (select value from json_each(${JSON.stringify(closed)}))
      union all select month, touchpoint_id, channel, purpose, department_id, program_id from (${liveAssignments(month, today)}))`)
}

/** Every standard of these ways in that was in use since a month, asked or not; and what was answered of one that was not. */
export function listStandardsAt(ctx: Context, touchpointIds: readonly string[], months: readonly Month[]) {
  const answered = sql`select distinct a.standard_id from reflection_standards a join reflections r on r.id = a.reflection_id
    where r.month in (select value from json_each(${JSON.stringify(months)}))`
  const inUse = sql`(${standards.retiredOn} is null or ${standards.retiredOn} >= ${`${months[0]}-01`})`

  return ctx.db
    .select()
    .from(standards)
    .where(
      and(inArray(standards.touchpointId, [...touchpointIds]), sql`(${inUse} or ${standards.id} in (${answered}))`),
    )
    .orderBy(standards.id)
    .all()
}

export function insertDelay(ctx: Context, row: typeof closingDelays.$inferInsert): void {
  ctx.db.insert(closingDelays).values(row).run()
}

export function listDelays(ctx: Context) {
  return ctx.db.select().from(closingDelays).orderBy(closingDelays.month, closingDelays.untilDay).all()
}

export function insertErratum(ctx: Context, row: typeof errata.$inferInsert): void {
  ctx.db.insert(errata).values(row).run()
}
