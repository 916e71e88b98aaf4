import { and, asc, count, eq, gte, isNull, sql } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import type { Span } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { inNameOrder, isSameName } from '../../lib/words.ts'
import type { Db } from '../../platform/db/open.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import {
  blockedDays,
  departments,
  members,
  openingExceptions,
  standards,
  touchpoints,
} from '../../platform/db/tables.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import { findOrganisation } from '../members/store.ts'
import type { OpeningHours } from './opening_hours.ts'
import type { Standard } from './standard.ts'
import type { Touchpoint } from './touchpoint.ts'

export interface TouchpointRow extends Touchpoint {
  department: string | null
  owner: string | null
}

/** All by name, or an owner's own; retired ones only when asked for. */
export function listTouchpoints(ctx: Context, which: { retired?: boolean; ownerId?: string } = {}): TouchpointRow[] {
  const rows = selectTouchpoints(ctx.db)
    .where(
      and(
        which.retired ? undefined : isNull(touchpoints.retiredOn),
        which.ownerId === undefined ? undefined : eq(touchpoints.ownerId, which.ownerId),
      ),
    )
    .orderBy(asc(touchpoints.id))
    .all()
    .map(asRow)

  return inNameOrder(rows, ({ name }) => name, findOrganisation(ctx)?.locale)
}

export function findTouchpoint(ctx: Context, id: string): TouchpointRow | undefined {
  const row = touchpointOf(ctx.db).get({ id })

  return row && asRow(row)
}

const touchpointOf = preparedOnce((db) =>
  selectTouchpoints(db)
    .where(eq(touchpoints.id, sql.placeholder('id')))
    .prepare(),
)

export function getTouchpoint(ctx: Context, id: string): TouchpointRow {
  const found = findTouchpoint(ctx, id)
  if (!found) throw new Problem('not_found', 'There is no such touchpoint.')

  return found
}

export function findTouchpointByName(ctx: Context, name: string): Touchpoint | undefined {
  const all = ctx.db.select().from(touchpoints).all()

  return all.find((touchpoint) => isSameName(touchpoint.name, name))
}

export function insertTouchpoint(ctx: Context, touchpoint: typeof touchpoints.$inferInsert): void {
  ctx.db.insert(touchpoints).values(touchpoint).run()
}

/** Saves if nobody else saved since `version` was shown; says whether it did. */
export function updateTouchpoint(ctx: Context, id: string, shown: number, change: Partial<Touchpoint>): boolean {
  return saveShown(ctx.db, touchpoints, { id, version: shown }, change)
}

// ── Days that differ ──

/** A day whose hours differ from the week's (no spans: closed), and a day on which nobody is to come though it is open. */
export interface ExceptionRow {
  day: string
  spans: readonly Span[]
  reason: string
}
export type BlockedRow = Omit<ExceptionRow, 'spans'>

export function listExceptions(ctx: Context, touchpointId: string, from = ''): ExceptionRow[] {
  return exceptionsAt(ctx.db).all({ touchpointId, from })
}

const exceptionsAt = preparedOnce((db) =>
  db
    .select({ day: openingExceptions.day, spans: openingExceptions.spans, reason: openingExceptions.reason })
    .from(openingExceptions)
    .where(
      and(
        eq(openingExceptions.touchpointId, sql.placeholder('touchpointId')),
        gte(openingExceptions.day, sql.placeholder('from')),
      ),
    )
    .orderBy(asc(openingExceptions.day))
    .prepare(),
)

export function listBlockedDays(ctx: Context, touchpointId: string, from = ''): BlockedRow[] {
  return ctx.db
    .select({ day: blockedDays.day, reason: blockedDays.reason })
    .from(blockedDays)
    .where(and(eq(blockedDays.touchpointId, touchpointId), gte(blockedDays.day, from)))
    .orderBy(asc(blockedDays.day))
    .all()
}

/** The hours as the rules read them. */
export function openingHoursOf(ctx: Context, touchpoint: Touchpoint): OpeningHours {
  const exceptions = listExceptions(ctx, touchpoint.id).map(({ day, spans }) => ({
    day: Temporal.PlainDate.from(day),
    spans,
  }))

  return { zone: touchpoint.timeZone, weekly: touchpoint.openingHours, exceptions }
}

/** Replaces what stands from a day on; what is past stays as it was. */
export function replaceDatedDays(
  ctx: Context,
  touchpointId: string,
  from: string,
  dated: { exceptions: readonly ExceptionRow[]; blocked: readonly BlockedRow[] },
): void {
  ctx.db
    .delete(openingExceptions)
    .where(and(eq(openingExceptions.touchpointId, touchpointId), gte(openingExceptions.day, from)))
    .run()
  ctx.db
    .delete(blockedDays)
    .where(and(eq(blockedDays.touchpointId, touchpointId), gte(blockedDays.day, from)))
    .run()
  for (const { day, spans, reason } of dated.exceptions)
    ctx.db
      .insert(openingExceptions)
      .values({ touchpointId, day, spans: [...spans], reason })
      .run()
  for (const row of dated.blocked)
    ctx.db
      .insert(blockedDays)
      .values({ touchpointId, ...row })
      .run()
}

// ── Standards ──

/** In the order of the list; retired ones only when asked for. */
export function listStandards(ctx: Context, touchpointId: string, which: { retired?: boolean } = {}): Standard[] {
  return ctx.db
    .select()
    .from(standards)
    .where(and(eq(standards.touchpointId, touchpointId), which.retired ? undefined : isNull(standards.retiredOn)))
    .orderBy(asc(standards.position), asc(standards.id))
    .all()
}

/** A standard of this touchpoint; one of another looks as if it did not exist. */
export function getStandard(ctx: Context, touchpointId: string, id: string): Standard {
  const found = ctx.db
    .select()
    .from(standards)
    .where(and(eq(standards.id, id), eq(standards.touchpointId, touchpointId)))
    .get()
  if (!found) throw new Problem('not_found', 'There is no such standard.')

  return found
}

/** How many standards are kept at each touchpoint. */
export function countStandards(ctx: Context): Map<string, number> {
  const rows = ctx.db
    .select({ id: standards.touchpointId, n: count() })
    .from(standards)
    .where(isNull(standards.retiredOn))
    .groupBy(standards.touchpointId)
    .all()

  return new Map(rows.map(({ id, n }) => [id, n]))
}

export function insertStandard(ctx: Context, standard: typeof standards.$inferInsert): void {
  ctx.db.insert(standards).values(standard).run()
}

/** Saves if nobody else saved since `version` was shown; says whether it did. */
export function updateStandard(ctx: Context, id: string, shown: number, change: Partial<Standard>): boolean {
  return saveShown(ctx.db, standards, { id, version: shown }, change)
}

function selectTouchpoints(db: Db) {
  return db
    .select({ touchpoint: touchpoints, department: departments.name, owner: members.name })
    .from(touchpoints)
    .leftJoin(departments, eq(departments.id, touchpoints.departmentId))
    .leftJoin(members, eq(members.id, touchpoints.ownerId))
    .$dynamic()
}

function asRow(row: { touchpoint: Touchpoint; department: string | null; owner: string | null }): TouchpointRow {
  return { ...row.touchpoint, department: row.department, owner: row.owner }
}
