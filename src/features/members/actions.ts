import { type Context, inTransaction, type Role } from '../../context.ts'
import { changedMeanwhile, Invalid } from '../../lib/problem.ts'
import { record } from '../../platform/db/audit.ts'
import { updateDepartment } from './department_store.ts'
import { leavesNobody, NEVER_WITHOUT } from './member.ts'
import {
  endAccess,
  endAsked,
  findDepartmentByName,
  findMemberByEmail,
  getMember,
  insertDepartment,
  insertMember,
  listHolders,
  today,
  updateMember,
} from './store.ts'

export interface MemberDetails {
  name: string
  email: string
  jobTitle: string
  /** A name: a department nobody knew yet begins here. */
  department: string
  country: string
  timeZone: string
  languages: string[]
  joinedOn: Temporal.PlainDate
  roles: Role[]
}

/** Adds a member; gives the id. Throws Invalid if the address is taken. */
export function addMember(ctx: Context, details: MemberDetails): string {
  return inTransaction(ctx, (ctx) => {
    refuseTakenEmail(ctx, details.email)
    const id = ctx.newId()
    insertMember(ctx, { id, ...columnsOf(ctx, details) })
    record(ctx, 'added', 'member', id, { roles: details.roles })

    return id
  })
}

/** Changes a member as it was shown in `version`. Throws a conflict if somebody else saved meanwhile. */
export function changeMember(ctx: Context, id: string, version: number, details: MemberDetails): void {
  inTransaction(ctx, (ctx) => {
    const before = getMember(ctx, id)
    refuseTakenEmail(ctx, details.email, id)
    refuseLastOne(ctx, id, details.roles)
    if (!updateMember(ctx, id, version, columnsOf(ctx, details))) throw changedMeanwhile()
    if (before.email !== details.email) endAsked(ctx, id)
    record(ctx, 'changed', 'member', id, { roles: details.roles })
  })
}

/** Somebody leaves: nothing is planned for them any more, their history stays. Twice is once. */
export function retireMember(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    const member = getMember(ctx, id)
    if (member.retiredOn) return
    refuseLastOne(ctx, id, [])
    updateMember(ctx, id, member.version, { retiredOn: today(ctx).toString() })
    endAccess(ctx, id)
    record(ctx, 'retired', 'member', id)
  })
}

/** Somebody who left is back: they can sign in and be planned for again. Twice is once. */
export function bringBackMember(ctx: Context, id: string): void {
  inTransaction(ctx, (ctx) => {
    const member = getMember(ctx, id)
    if (!member.retiredOn) return
    updateMember(ctx, id, member.version, { retiredOn: null })
    record(ctx, 'brought back', 'member', id)
  })
}

/** The id of a department by its name, begun if nobody knew it yet; null for no name. Inside a transaction. */
export function departmentNamed(ctx: Context, name: string): string | null {
  if (name === '') return null
  const known = findDepartmentByName(ctx, name)
  if (known?.retiredOn) {
    updateDepartment(ctx, known.id, known.version, { retiredOn: null })
    record(ctx, 'brought back', 'department', known.id, { name })
  }
  if (known) return known.id
  const id = ctx.newId()
  insertDepartment(ctx, { id, name })
  record(ctx, 'added', 'department', id, { name })

  return id
}

function columnsOf(ctx: Context, { department, joinedOn, ...rest }: MemberDetails) {
  return { ...rest, departmentId: departmentNamed(ctx, department), joinedOn: joinedOn.toString() }
}

function refuseTakenEmail(ctx: Context, email: string, ownId?: string): void {
  const other = findMemberByEmail(ctx, email)
  if (other && other.id !== ownId) throw new Invalid({ email: 'Somebody already has this address.' })
}

function refuseLastOne(ctx: Context, id: string, rolesAfter: readonly Role[]): void {
  for (const role of NEVER_WITHOUT)
    if (leavesNobody(role, listHolders(ctx, role), id, rolesAfter)) throw new Invalid({ roles: LAST_ONE[role] })
}

const LAST_ONE: Readonly<Record<(typeof NEVER_WITHOUT)[number], string>> = {
  admin: 'This is the only admin. Make somebody else an admin first.',
  lead: 'This is the only lead. Make somebody else a lead first.',
}
