import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Context, Role } from '../../context.ts'
import { dayIn } from '../../lib/days.ts'
import { Problem } from '../../lib/problem.ts'
import { inNameOrder, isSameName } from '../../lib/words.ts'
import { preparedOnce } from '../../platform/db/prepared.ts'
import {
  departments,
  memberRoles,
  members,
  oneTimeLinks,
  organisation,
  sessions,
  signInRequests,
} from '../../platform/db/tables.ts'
import { keptUntilChange } from '../../platform/db/unchanged.ts'
import { saveShown } from '../../platform/db/versioned.ts'
import type { Member } from './member.ts'
import type { OrganisationSettings } from './organisation.ts'

export type Organisation = typeof organisation.$inferSelect & Pick<OrganisationSettings, 'primaryMeasure'>

/** The company's decisions, or nothing before set-up. */
export function findOrganisation(ctx: Context): Organisation | undefined {
  return theOrganisation(ctx, '')
}

/** The column is text; the settings put no other measure there than those that can be primary. */
const theOrganisation = keptUntilChange((db) => organisationRow(db).get() as Organisation | undefined)

const organisationRow = preparedOnce((db) => db.select().from(organisation).prepare())

export function getOrganisation(ctx: Context): Organisation {
  const found = findOrganisation(ctx)
  if (!found) throw new Problem('unavailable', 'Plainclothes is not set up yet. Open the set-up link from the console.')

  return found
}

/** The day it is for the organisation. */
export function today(ctx: Context): Temporal.PlainDate {
  return dayIn(getOrganisation(ctx).timeZone, ctx.now)
}

export interface MemberRow extends Member {
  department: string | null
}

/** Everybody by name; those who left only when asked for. */
export function listMembers(ctx: Context, which: { retired: boolean } = { retired: false }): MemberRow[] {
  const rows = ctx.db
    .select({ member: members, department: departments.name })
    .from(members)
    .leftJoin(departments, eq(departments.id, members.departmentId))
    .where(which.retired ? undefined : isNull(members.retiredOn))
    .orderBy(asc(members.id))
    .all()
  const roles = rolesByMember(ctx)
  const byName = inNameOrder(rows, ({ member }) => member.name, findOrganisation(ctx)?.locale)

  return byName.map(({ member, department }) => ({ ...member, department, roles: roles.get(member.id) ?? [] }))
}

export function findMember(ctx: Context, id: string): MemberRow | undefined {
  const row = ctx.db
    .select({ member: members, department: departments.name })
    .from(members)
    .leftJoin(departments, eq(departments.id, members.departmentId))
    .where(eq(members.id, id))
    .get()

  return row && { ...row.member, department: row.department, roles: rolesOf(ctx, id) }
}

export function getMember(ctx: Context, id: string): MemberRow {
  const found = findMember(ctx, id)
  if (!found) throw new Problem('not_found', 'There is no such member.')

  return found
}

export function findMemberByEmail(
  ctx: Context,
  email: string,
): { id: string; name: string; email: string; retiredOn: string | null } | undefined {
  return ctx.db
    .select({ id: members.id, name: members.name, email: members.email, retiredOn: members.retiredOn })
    .from(members)
    .where(sql`lower(${members.email}) = lower(${email})`)
    .get()
}

/** The languages members speak, each once. */
export function listSpokenLanguages(ctx: Context): string[] {
  return [...new Set(listMembers(ctx).flatMap(({ languages }) => languages))]
}

/** The ids of those who have a role and are here. */
export function listHolders(ctx: Context, role: Role): string[] {
  return ctx.db
    .select({ id: members.id })
    .from(members)
    .innerJoin(memberRoles, and(eq(memberRoles.memberId, members.id), eq(memberRoles.role, role)))
    .where(isNull(members.retiredOn))
    .all()
    .map((row) => row.id)
}

export function insertMember(ctx: Context, member: Omit<Member, 'version' | 'retiredOn' | 'contactableHours'>): void {
  const { roles, ...row } = member
  ctx.db.insert(members).values(row).run()
  setRoles(ctx, member.id, roles)
}

/** Saves if nobody else saved since `version` was shown; says whether it did. */
export function updateMember(
  ctx: Context,
  id: string,
  shown: number,
  change: Partial<Omit<Member, 'id' | 'version'>>,
): boolean {
  const { roles, ...columns } = change
  const saved = saveShown(ctx.db, members, { id, version: shown }, columns)
  if (saved && roles) setRoles(ctx, id, roles)

  return saved
}

/** Whoever leaves is signed out at once, everywhere, and no letter or link lets them in again. */
export function endAccess(ctx: Context, memberId: string): void {
  ctx.db.delete(sessions).where(eq(sessions.memberId, memberId)).run()
  endAsked(ctx, memberId)
  ctx.db
    .update(oneTimeLinks)
    .set({ expiresAt: null })
    .where(and(eq(oneTimeLinks.memberId, memberId), isNull(oneTimeLinks.usedOn)))
    .run()
}

/** Letters that were asked for under an earlier address sign nobody in. */
export function endAsked(ctx: Context, memberId: string): void {
  ctx.db.delete(signInRequests).where(eq(signInRequests.memberId, memberId)).run()
}

export type Department = typeof departments.$inferSelect

export function listDepartments(ctx: Context): Department[] {
  const current = ctx.db.select().from(departments).where(isNull(departments.retiredOn)).all()

  return inNameOrder(current, ({ name }) => name, findOrganisation(ctx)?.locale)
}

export function findDepartmentByName(ctx: Context, name: string): Department | undefined {
  const all = ctx.db.select().from(departments).all()

  return all.find((department) => isSameName(department.name, name))
}

export function insertDepartment(ctx: Context, department: { id: string; name: string }): void {
  ctx.db.insert(departments).values(department).run()
}

function setRoles(ctx: Context, memberId: string, roles: readonly Role[]): void {
  ctx.db.delete(memberRoles).where(eq(memberRoles.memberId, memberId)).run()
  for (const role of roles) ctx.db.insert(memberRoles).values({ memberId, role }).run()
}

function rolesOf(ctx: Context, memberId: string): Role[] {
  return ctx.db
    .select({ role: memberRoles.role })
    .from(memberRoles)
    .where(eq(memberRoles.memberId, memberId))
    .all()
    .map((row) => row.role)
}

function rolesByMember(ctx: Context): Map<string, Role[]> {
  const roles = new Map<string, Role[]>()
  for (const row of ctx.db.select().from(memberRoles).all())
    roles.set(row.memberId, [...(roles.get(row.memberId) ?? []), row.role])

  return roles
}
